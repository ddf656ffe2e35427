"""Whom a fact of the review is about: a member, the collective under review, or the cell that is rated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.types import Line, Record

COLLECTIVE = "collective"
"""The collective whose report is reviewed: chi ủy, or the cell where there is none (rulings.md 3.5)."""
CELL = "cell"
"""The cell as an organisation that is rated."""
FIRST_YEAR = 2014
LAST_YEAR = 2100

Target = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{1,64}$")]
"""`COLLECTIVE`, `CELL`, or the uid of a member."""
Link = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{0,64}$")]
"""The uid of another record; empty where there is none."""
Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_.-]{0,40}$")]
"""A word of the year's rule set (level, section, item, deadline); empty while nothing is chosen."""
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Position = Annotated[int, Field(ge=1, le=9_999)]
"""Place in an order that people see, from 1."""
RoundNumber = Annotated[int, Field(ge=1, le=9)]
"""Which review: 1, and 2 and up where the upper committee ordered it again (R5-03)."""
Sheets = Annotated[int, Field(ge=0, le=9_999)]
"""How many sheets of paper."""
Number = Line
"""Số, ký hiệu of a document that came in or was decided elsewhere: "14-KH/ĐU"."""


class YearRecord(Record):
    """A record of one review year; a finished year is read-only."""

    year: Year
