"""Comments and ratings that come from outside the cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from app.domain.checking import refuse_errors
from app.domain.outside_opinions import OutsideBody, OutsideOpinion, OutsideRating
from app.domain.targets import YearRecord
from app.errors import Problem
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database
from app.storage.store import Work

S = TypeVar("S", OutsideOpinion, OutsideRating)
_TWICE: Mapping[type[YearRecord], str] = {
    OutsideOpinion: "opinion.body_there",
    OutsideRating: "rating.body_twice",
}


class OutsideOpinionService:
    """Nhận xét nơi cư trú, ý kiến của chính quyền, đoàn thể; mức xếp loại của nơi khác."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def put(self, year: int, target: str, body: OutsideBody, values: Mapping[str, object]) -> OutsideOpinion:
        """Keep a body's comment on a target; raises `Invalid`."""
        own = {"target": target, "body": body}
        with self._years.write("opinion_outside.put", year) as work:
            for present in work.rows(OutsideOpinion, year=year, **own):
                return saved(work, OutsideOpinion, present.uid, present.rev, values)
            return added(work, OutsideOpinion, year, {**values, **own})

    def enter(self, year: int, values: Mapping[str, object]) -> OutsideOpinion:
        """Store a comment that a form gives, also one that came after the conference.

        Raises `Invalid`, also where the comment of this body is there already: it would be written over.
        """
        with self._years.write("opinion_outside.put", year) as work:
            return _added_once(work, OutsideOpinion, year, values)

    def save(self, one: OutsideOpinion, values: Mapping[str, object]) -> OutsideOpinion:
        """Store the edited comment; raises `Invalid`, `NotFound`, `ChangedElsewhere`.

        Under another body it becomes the comment of that body, unless that one's is there already.
        """
        with self._years.write("opinion_outside.put", one.year) as work:
            return _stored(work, one, values)

    def remove(self, one: OutsideOpinion) -> None:
        """Remove a comment entered by mistake."""
        with self._years.write("opinion_outside.remove", one.year) as work:
            removed(work, OutsideOpinion, one.uid)

    def put_rating(
        self, year: int, target: str, body: OutsideBody, values: Mapping[str, object]
    ) -> OutsideRating:
        """Keep the level that another body decided; raises `Invalid`."""
        own = {"target": target, "body": body}
        with self._years.write("rating_outside.put", year) as work:
            for present in work.rows(OutsideRating, year=year, **own):
                return saved(work, OutsideRating, present.uid, present.rev, values)
            return added(work, OutsideRating, year, {**values, **own})

    def add_rating(self, year: int, target: str, values: Mapping[str, object]) -> OutsideRating:
        """Enter the level that a body decided; raises `Invalid`, also where that body's level is there."""
        with self._years.write("rating_outside.put", year) as work:
            return _added_once(work, OutsideRating, year, {**values, "target": target})

    def save_rating(self, one: OutsideRating, values: Mapping[str, object]) -> OutsideRating:
        """Store the corrected level, of another body too; raises as `add_rating`, and `ChangedElsewhere`."""
        with self._years.write("rating_outside.put", one.year) as work:
            return _stored(work, one, values)

    def remove_rating(self, one: OutsideRating) -> None:
        """Remove a level entered by mistake."""
        with self._years.write("rating_outside.remove", one.year) as work:
            removed(work, OutsideRating, one.uid)


def _added_once(work: Work, kind: type[S], year: int, values: Mapping[str, object]) -> S:
    present = work.rows(kind, year=year, target=values["target"])
    if any(one.body == values.get("body") for one in present):
        refuse_errors([Problem("body", _TWICE[kind])])
    return added(work, kind, year, values)


def _stored(work: Work, one: S, values: Mapping[str, object]) -> S:
    if values.get("body", one.body) == one.body:
        return saved(work, type(one), one.uid, one.rev, values)
    # Whose it is tells the record apart and never changes, so another record takes its place.
    facts = one.model_dump(exclude={"uid", "rev", "year"})
    removed(work, type(one), one.uid)
    return _added_once(work, type(one), one.year, {**facts, **values, "target": one.target})
