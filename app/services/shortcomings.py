"""Shortcomings of the year and what became of the earlier ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from app.domain.ledger_answers import FROM_LEDGER, answering
from app.domain.remediation import RemediationItem
from app.domain.self_reviews import EarlierShortcoming
from app.domain.shortcomings import CONCLUDED, Responsibility, Shortcoming
from app.domain.types import Prose
from app.errors import Invalid, Problem
from app.services.open_years import OpenYears, added, next_place, removed, saved
from app.services.year_checks import refuse_carried, refuse_concluded
from app.storage.database import Database


class ShortcomingService:
    """Hạn chế, khuyết điểm of the collective and of persons; one record wherever it prints."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def add(self, year: int, values: Mapping[str, object]) -> Shortcoming:
        """Store a shortcoming; raises `Invalid`, `Refused` L-541 for a closed round."""
        with self._years.write("shortcoming.add", year) as work:
            position = next_place(work, Shortcoming, year=year, target=values.get("target", ""))
            return added(work, Shortcoming, year, {"position": position, **values})

    def save(self, one: Shortcoming, values: Mapping[str, object]) -> Shortcoming:
        """Store the edited shortcoming; raises `Invalid`, `NotFound`, `ChangedElsewhere`, `Refused`.

        A concluded one stays concluded: L-543 where another origin would make it count no more.
        """
        with self._years.write("shortcoming.edit", one.year) as work:
            if values.get("origin", one.origin) not in CONCLUDED:
                refuse_concluded(work.get(Shortcoming, one.uid))
            return saved(work, Shortcoming, one.uid, one.rev, values)

    def withdraw(self, one: Shortcoming, on: dt.date, reason: Prose) -> Shortcoming:
        """Withdraw a concluded shortcoming by a dated conclusion with a reason, also one of a closed round.

        Raises `Invalid` without a reason, or with a day before the year under review.
        """
        if not reason.strip():
            raise Invalid([Problem("withdrawn_reason", "field.empty")])
        if on.year < one.year:
            raise Invalid([Problem("withdrawn_on", "date.before_year", {"year": one.year})])
        with self._years.write("shortcoming.withdraw", one.year) as work:
            return work.change(
                Shortcoming, one.uid, one.rev, withdrawn_on=on, withdrawn_reason=reason.strip()
            )

    def remove(self, one: Shortcoming) -> None:
        """Remove what is not concluded; raises `Refused` L-543 for a concluded one (rulings.md 1.1)."""
        with self._years.write("shortcoming.remove", one.year) as work:
            refuse_concluded(work.get(Shortcoming, one.uid))
            removed(work, Shortcoming, one.uid)

    def blame(self, one: Shortcoming, member_uid: str, text: str) -> Responsibility:
        """Name a member who answers for a shortcoming of the collective (R2-10); raises `Invalid`."""
        with self._years.write("shortcoming.blame", one.year) as work:
            own = {"shortcoming": one.uid, "member_uid": member_uid}
            for present in work.rows(Responsibility, year=one.year, **own):
                return saved(work, Responsibility, present.uid, present.rev, {"text": text})
            return added(work, Responsibility, one.year, {**own, "text": text})

    def unblame(self, part: Responsibility) -> None:
        """Take a named responsibility back."""
        with self._years.write("shortcoming.unblame", part.year) as work:
            removed(work, Responsibility, part.uid)

    def add_earlier(self, year: int, values: Mapping[str, object]) -> EarlierShortcoming:
        """Enter a shortcoming of an earlier review by hand (first year); raises `Invalid`."""
        with self._years.write("earlier.add", year) as work:
            position = next_place(work, EarlierShortcoming, year=year, target=values.get("target", ""))
            return added(work, EarlierShortcoming, year, {"position": position, **values})

    def save_earlier(self, one: EarlierShortcoming, values: Mapping[str, object]) -> EarlierShortcoming:
        """Store what became of it; raises `Invalid`, `NotFound`, `ChangedElsewhere`.

        One carried over keeps its words: another text would be a way to delete it silently (R5-08). What the
        ledger of correction says of it is changed there.
        """
        with self._years.write("earlier.edit", one.year) as work:
            kept = {"target", "text", "from_year"} if one.carried_from else set()
            if answering(one.uid, work.rows(RemediationItem, year=one.year, shortcoming=one.uid)):
                kept |= FROM_LEDGER
            given = {name: value for name, value in values.items() if name not in kept}
            return saved(work, EarlierShortcoming, one.uid, one.rev, given)

    def remove_earlier(self, one: EarlierShortcoming) -> None:
        """Remove one entered by hand; raises `Refused` L-544 for one carried over from last year (R5-08)."""
        with self._years.write("earlier.remove", one.year) as work:
            refuse_carried(work.get(EarlierShortcoming, one.uid).carried_from)
            removed(work, EarlierShortcoming, one.uid)
