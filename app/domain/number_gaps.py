"""Numbers of outgoing papers that the register does not have, and why (HD 36 1.3; rulings.md 5)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from app.domain.types import Fields, Line, Record, WholeDate


class GapReason(StrEnum):
    """Why a number is not in the register."""

    ON_PAPER = "on_paper"
    """Given to a paper that was written without the program."""
    CANCELLED = "cancelled"
    """Given and cancelled before the paper left."""
    OTHER = "other"


class NumberGapFields(Fields):
    """What explains one missing number."""

    type_code: Line = Field(min_length=1)
    number: int = Field(ge=1, le=9_999)
    known_on: WholeDate
    """Day on which it was explained; in a term that begins later numbers run from 01 again."""
    reason: GapReason
    note: Line = ""


class NumberGap(Record, NumberGapFields):
    """Số không có trong sổ, đã ghi lý do."""
