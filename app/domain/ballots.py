"""Ballots: totals only. Nothing here or anywhere joins a voter and a vote (product.md 1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from app.domain.conferences import ClockTime
from app.domain.targets import Code, Link, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate

Votes = Annotated[int, Field(ge=0, le=9_999)]


class BallotSubject(StrEnum):
    """What is voted on."""

    MEMBERS = "members"
    CELL = "cell"


class BallotFields(Fields):
    """One vote: who could vote, and the ballots issued, returned and valid (R0-06, R4-11)."""

    year: Year
    conference: Link
    subject: BallotSubject = BallotSubject.MEMBERS
    is_secret: bool = True
    held_on: WholeDate | None = None
    held_at: ClockTime = ""
    repeats: Link = ""
    """The vote that this one repeats."""
    convened: Votes = 0
    """Official members convened."""
    deducted: Votes = 0
    """Deductions from the base of percentages (documents-and-meetings.md 2.6)."""
    official_present: Votes = 0
    issued: Votes = 0
    returned: Votes = 0
    valid: Votes = 0
    invalid: Votes = 0
    conclusion: Prose = ""
    note: Line = ""


class Ballot(YearRecord, BallotFields):
    """A vote with its totals."""


class BallotLineFields(Fields):
    """One line of a ballot: a member, or the cell; `blank` counts lines left out or wrongly filled."""

    year: Year
    ballot: Link
    target: Target
    blank: Votes = 0


class BallotLine(YearRecord, BallotLineFields):
    """A line of the tally."""


class BallotCountFields(Fields):
    """How many votes a level got on one line."""

    year: Year
    line: Link
    level: Code
    votes: Votes = 0


class BallotCount(YearRecord, BallotCountFields):
    """Votes for one level."""
