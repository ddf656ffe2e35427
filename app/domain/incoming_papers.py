"""Papers that came to the cell (văn bản đến): one line of the register each, numbered per year."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from app.domain.targets import Link, Number, Year, YearRecord
from app.domain.types import Fields, Line, WholeDate

RegisterNumber = Annotated[int, Field(ge=1, le=9_999)]
"""Số đến: runs from 1 in each year."""


class IncomingPaperFields(Fields):
    """What the register says of a paper that came in."""

    year: Year
    register_number: RegisterNumber
    received_on: WholeDate
    number: Number = ""
    dated_on: WholeDate | None = None
    issuer: Line = ""
    subject_line: Line
    assigned_to: Line = ""
    due_on: WholeDate | None = None
    handled_on: WholeDate | None = None
    note: Line = ""
    entered_as: Link = ""
    """What the paper is in the review: a letter of suggestions, a basis, a guidance."""


class IncomingPaper(YearRecord, IncomingPaperFields):
    """Văn bản đến."""
