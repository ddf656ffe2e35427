"""Forms that the upper committee wants filled as they are, by year and kind of paper, in versions."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from app.domain.targets import Link, Position, Year, YearRecord
from app.domain.types import Fields, Line, WholeDate


class FormFormat(StrEnum):
    """Which program made the file."""

    WORD = "docx"
    EXCEL = "xlsx"


class CommitteeFormFields(Fields):
    """What the secretary says of a form, and what was found in it."""

    year: Year
    kind: Line = Field(min_length=1)
    """The kind of paper in whose place it stands."""
    version: Position
    """Which form of its kind in the year, in the order in which they were taken in."""
    name: Line = Field(min_length=1)
    """The file as the committee called it, without its ending."""
    format: FormFormat
    sender: Line = Field(min_length=1)
    received_on: WholeDate


class CommitteeForm(YearRecord, CommitteeFormFields):
    """Mẫu của cấp trên; one that was taken out stays without its file, for its number alone."""

    marks: str = ""
    """What is written where (`app.papers.committee.model`)."""
    in_use: bool = False
    """Whether papers of the kind are made from it; one of a kind and year at most."""
    taken_at: dt.datetime | None = None


class FormFile(YearRecord):
    """The file of a form, byte for byte as it came: base85."""

    form: Link
    content: str


class IssuedFile(YearRecord):
    """What an issued paper was made into from a form: it stays as issued, whatever becomes of the form."""

    paper: Link
    form_name: Line
    form_version: Position
    format: FormFormat
    content: str
    """Base85."""
