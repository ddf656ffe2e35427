"""The tables of the cycle."""

from __future__ import annotations

from typing import ClassVar

from app.domain.cycles import Cycle, Guidance, LegalBasis, Milestone, ReReviewOrder, Round
from app.storage.tables.row import Row


class CycleRow(Row, Cycle, table=True):
    """The cycle as stored."""

    __tablename__ = "cycle"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class LegalBasisRow(Row, LegalBasis, table=True):
    """A document that the year's papers are based on."""

    __tablename__ = "legal_basis"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "dated_on")


class MilestoneRow(Row, Milestone, table=True):
    """A milestone of the year."""

    __tablename__ = "milestone"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "due_on")


class RoundRow(Row, Round, table=True):
    """A round as stored."""

    __tablename__ = "round"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "number")


class ReReviewOrderRow(Row, ReReviewOrder, table=True):
    """Yêu cầu kiểm điểm lại."""

    __tablename__ = "re_review_order"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "dated_on")


class GuidanceRow(Row, Guidance, table=True):
    """An entry of the guidance log."""

    __tablename__ = "guidance"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "dated_on")
