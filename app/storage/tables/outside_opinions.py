"""The tables of what others say."""

from __future__ import annotations

from typing import ClassVar

from app.domain.outside_opinions import OutsideOpinion, OutsideRating
from app.storage.tables.row import Row


class OutsideOpinionRow(Row, OutsideOpinion, table=True):
    """Ý kiến nhận xét from outside the cell."""

    __tablename__ = "outside_opinion"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class OutsideRatingRow(Row, OutsideRating, table=True):
    """Mức xếp loại of another body (R4-05, R4-09)."""

    __tablename__ = "outside_rating"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)
