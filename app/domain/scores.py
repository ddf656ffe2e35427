"""Score sheets: points or grades by the items of the rule set."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from app.domain.targets import Code, Link, RoundNumber, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate


class ScoredBy(StrEnum):
    """Whose score it is."""

    SELF = "self"
    APPRAISED = "appraised"
    """Thẩm định in the cell."""
    UPPER_COMMITTEE = "upper_committee"


class ScoreSheetFields(Fields):
    """Bảng tự chấm điểm of a target, by one side."""

    year: Year
    round_number: RoundNumber = 1
    target: Target
    scored_by: ScoredBy = ScoredBy.SELF
    scored_on: WholeDate | None = None
    note: Prose = ""


class ScoreSheet(YearRecord, ScoreSheetFields):
    """A score sheet; its lines are `ScoreItem`."""


MOST_POINTS = 1_000
"""Of one item: no frame gives so many, and a slip of the hand is told."""


class ScoreItemFields(Fields):
    """Points or grade of one item, and why points were taken off."""

    year: Year
    sheet: Link
    item: Code
    points: float | None = Field(default=None, ge=0, le=MOST_POINTS)
    grade: Code = ""
    reason: Line = ""


class ScoreItem(YearRecord, ScoreItemFields):
    """A line of a score sheet."""
