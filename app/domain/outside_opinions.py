"""What others say: residence committee, authority, unions, temporary cell; ratings decided elsewhere."""

from __future__ import annotations

from enum import StrEnum

from app.domain.targets import Code, Number, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate


class OutsideBody(StrEnum):
    """Who gives an opinion or a rating."""

    RESIDENCE = "residence"
    AUTHORITY = "authority"
    FRONT = "front"
    UNION = "union"
    TEMPORARY_CELL = "temporary_cell"
    FORMER_CELL = "former_cell"
    EMPLOYER = "employer"


class OutsideOpinionFields(Fields):
    """A comment on a member or on the cell (R1-08; rulings.md 5)."""

    year: Year
    target: Target
    body: OutsideBody
    body_name: Line = ""
    asked_on: WholeDate | None = None
    dated_on: WholeDate | None = None
    received_on: WholeDate | None = None
    text: Prose = ""
    grade: Code = ""
    """``good``, ``met``, ``not_met`` as the form of the comment has it."""
    on_paper: bool = True
    excused_reason: Line = ""
    """Why none is needed (armed forces, distant duty …)."""


class OutsideOpinion(YearRecord, OutsideOpinionFields):
    """Ý kiến nhận xét from outside the cell."""


class OutsideRatingFields(Fields):
    """A level decided elsewhere: of an official or employee, or of the authority and unions of the place."""

    year: Year
    target: Target
    body: OutsideBody
    body_name: Line = ""
    level: Code = ""
    """``excellent``, ``good``, ``fulfilled``, ``not_fulfilled``, the highest first."""
    number: Number = ""
    dated_on: WholeDate | None = None


class OutsideRating(YearRecord, OutsideRatingFields):
    """Mức xếp loại of another body (R4-05, R4-09)."""
