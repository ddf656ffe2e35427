"""Papers that the cell sends (văn bản đi): the facts of each and the register's rules."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from app.domain.targets import Link
from app.domain.types import Fields, Line, PersonName, Prose, Record, WholeDate


class Signer(StrEnum):
    """Who signs: posts are written for bí thư and phó bí thư only (documents-and-meetings.md 1.7)."""

    CELL_SECRETARY = "cell_secretary"
    DEPUTY_SECRETARY = "deputy_secretary"


class OutgoingPaperFields(Fields):
    """What the secretary enters for a paper before it is issued."""

    kind: Line
    year: int = Field(ge=2014, le=2100)
    target: Link = ""
    """Whom the paper is about: a member or the collective; empty for papers of the whole cell."""
    about: Link = ""
    """The record of the year that it states: a conference, a ballot, a version of the collective report."""
    replaces: Link = ""
    """The issued paper of which this is a later version."""
    copies: int = Field(default=0, ge=0, le=99)
    """How many copies are printed; 0 for as many as its kind has."""
    dated_on: WholeDate
    subject_line: Line = ""
    addressee: Line = ""
    body: Prose = ""
    recipients: Prose = ""
    """One recipient a line, without dash or separator."""
    signer: Signer = Signer.CELL_SECRETARY
    signer_name: PersonName


class OutgoingPaperDraft(OutgoingPaperFields):
    """A paper being prepared."""


class OutgoingPaper(Record, OutgoingPaperFields):
    """A paper; `issued_at` empty means not yet issued. An issued paper never changes."""

    number: int | None = None
    type_code: Line = ""
    symbol: Line = ""
    issued_at: dt.datetime | None = None
    issued_content: str = ""
    """The built content as issued: base85 of deflated JSON with its format number (decisions.md 2.8)."""
    trashed_on: dt.date | None = None

    @property
    def is_issued(self) -> bool:
        """Return whether the paper has left: it reprints from its stored content and cannot be edited."""
        return self.issued_at is not None


class Submission(Record):
    """One writing of the package (lần nộp): what went to which stick, and whether it was read back whole."""

    package_id: Line
    year: int
    state: Line
    """``writing`` or ``written`` (reliability.md 5.5 P2, P7)."""
    folder_name: Line
    volume: Line = ""
    manifest_sha256: Line = ""
    file_count: int = 0
    started_at: dt.datetime
    written_at: dt.datetime | None = None
