"""Who is reviewed and who is rated this year."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.population import Population
from app.services.open_years import OpenYears, added, saved
from app.storage.database import Database


class PopulationService:
    """Diện kiểm điểm, đánh giá: two dispositions per member (R0-04; rulings.md 3.4)."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def settle(self, year: int, dispositions: Mapping[str, Mapping[str, object]]) -> None:
        """Keep the dispositions of members by uid, as one step; raises `Invalid`."""
        with self._years.write("population.settle", year) as work:
            present = {one.member_uid: one for one in work.rows(Population, year=year)}
            for member_uid, values in dispositions.items():
                if member_uid in present:
                    saved(work, Population, present[member_uid].uid, present[member_uid].rev, values)
                else:
                    added(work, Population, year, {**values, "member_uid": member_uid})
