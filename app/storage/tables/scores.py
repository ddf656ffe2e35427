"""The tables of score sheets."""

from __future__ import annotations

from typing import ClassVar

from app.domain.scores import ScoreItem, ScoreSheet
from app.storage.tables.row import Row


class ScoreSheetRow(Row, ScoreSheet, table=True):
    """A score sheet."""

    __tablename__ = "score_sheet"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class ScoreItemRow(Row, ScoreItem, table=True):
    """A line of a score sheet."""

    __tablename__ = "score_item"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "sheet", "item")
