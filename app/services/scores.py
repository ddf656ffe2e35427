"""Score sheets of the cell and of members."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.scores import ScoredBy, ScoreItem, ScoreSheet
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database


class ScoreService:
    """Bảng tự chấm điểm, thẩm định."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def put(
        self,
        year: int,
        target: str,
        scored_by: ScoredBy,
        values: Mapping[str, object],
        items: Mapping[str, Mapping[str, object]],
    ) -> ScoreSheet:
        """Keep a sheet with its items by code, as one step; items left out stay. Raises `Invalid`."""
        own = {"target": target, "scored_by": scored_by, "round_number": values.get("round_number", 1)}
        with self._years.write("score.put", year) as work:
            present = work.rows(ScoreSheet, year=year, **own)
            if present:
                sheet = saved(work, ScoreSheet, present[0].uid, present[0].rev, values)
            else:
                sheet = added(work, ScoreSheet, year, {**values, **own})
            lines = {line.item: line for line in work.rows(ScoreItem, sheet=sheet.uid)}
            for code, given in items.items():
                if code in lines:
                    saved(work, ScoreItem, lines[code].uid, lines[code].rev, given)
                else:
                    added(work, ScoreItem, year, {**given, "sheet": sheet.uid, "item": code})
            return sheet

    def remove(self, sheet: ScoreSheet) -> None:
        """Remove a sheet with its items."""
        with self._years.write("score.remove", sheet.year) as work:
            removed(work, ScoreSheet, sheet.uid)
