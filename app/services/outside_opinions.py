"""Comments and ratings that come from outside the cell."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.outside_opinions import OutsideBody, OutsideOpinion, OutsideRating
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database


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

    def remove_rating(self, one: OutsideRating) -> None:
        """Remove a level entered by mistake."""
        with self._years.write("rating_outside.remove", one.year) as work:
            removed(work, OutsideRating, one.uid)
