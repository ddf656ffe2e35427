"""Shortcomings of the year and what became of the earlier ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from app.domain.self_reviews import EarlierShortcoming
from app.domain.shortcomings import CONCLUDED, Responsibility, Shortcoming
from app.domain.types import Prose
from app.errors import Invalid, Problem, Refused
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database


class ShortcomingService:
    """Hạn chế, khuyết điểm of the collective and of persons; one record wherever it prints."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def add(self, year: int, values: Mapping[str, object]) -> Shortcoming:
        """Store a shortcoming; raises `Invalid`, `Refused` L-541 for a closed round."""
        with self._years.write("shortcoming.add", year) as work:
            position = work.count(Shortcoming, year=year, target=values.get("target", "")) + 1
            return added(work, Shortcoming, year, {"position": position, **values})

    def save(self, one: Shortcoming, values: Mapping[str, object]) -> Shortcoming:
        """Store the edited shortcoming; raises `Invalid`, `NotFound`, `ChangedElsewhere`, `Refused`."""
        with self._years.write("shortcoming.edit", one.year) as work:
            return saved(work, Shortcoming, one.uid, one.rev, values)

    def withdraw(self, one: Shortcoming, on: dt.date, reason: Prose) -> Shortcoming:
        """Withdraw a concluded shortcoming by a dated conclusion; raises `Invalid` without a reason."""
        if not reason.strip():
            raise Invalid([Problem("withdrawn_reason", "field.empty")])
        with self._years.write("shortcoming.withdraw", one.year) as work:
            return work.change(
                Shortcoming, one.uid, one.rev, withdrawn_on=on, withdrawn_reason=reason.strip()
            )

    def remove(self, one: Shortcoming) -> None:
        """Remove what is not concluded; raises `Refused` L-543 for a concluded one (rulings.md 1.1)."""
        with self._years.write("shortcoming.remove", one.year) as work:
            if work.get(Shortcoming, one.uid).origin in CONCLUDED:
                raise Refused("L-543")
            for part in work.rows(Responsibility, shortcoming=one.uid):
                removed(work, Responsibility, part.uid)
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
            position = work.count(EarlierShortcoming, year=year, target=values.get("target", "")) + 1
            return added(work, EarlierShortcoming, year, {"position": position, **values})

    def save_earlier(self, one: EarlierShortcoming, values: Mapping[str, object]) -> EarlierShortcoming:
        """Store what became of it; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("earlier.edit", one.year) as work:
            return saved(work, EarlierShortcoming, one.uid, one.rev, values)

    def remove_earlier(self, one: EarlierShortcoming) -> None:
        """Remove one entered by hand; raises `Refused` L-544 for one carried over from last year (R5-08)."""
        with self._years.write("earlier.remove", one.year) as work:
            if work.get(EarlierShortcoming, one.uid).carried_from:
                raise Refused("L-544")
            removed(work, EarlierShortcoming, one.uid)
