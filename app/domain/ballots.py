"""Ballots: totals only. Nothing here or anywhere joins a voter and a vote (product.md 1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from app.domain.conferences import ClockTime
from app.domain.targets import Code, Link, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate
from app.errors import Problem

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


class TallyLine(Fields):
    """One line of a tally as it is entered: whom it is about, votes by level, lines left out."""

    target: Target
    votes: dict[Code, Votes] = Field(default_factory=dict)
    blank: Votes = 0


def ballot_problems(ballot: BallotFields, lines: Sequence[TallyLine]) -> list[Problem]:
    """Return the sums that cannot be (R0-06, R4-11); nothing else about a vote is ever refused."""
    problems = []
    if ballot.issued > ballot.official_present:
        numbers = {"issued": ballot.issued, "present": ballot.official_present}
        problems.append(Problem("issued", "ballot.more_than_present", dict(numbers)))
    if ballot.official_present > ballot.convened:
        numbers = {"present": ballot.official_present, "convened": ballot.convened}
        problems.append(Problem("official_present", "ballot.more_than_convened", dict(numbers)))
    if ballot.deducted > ballot.convened:
        numbers = {"deducted": ballot.deducted, "convened": ballot.convened}
        problems.append(Problem("deducted", "ballot.deducted_too_many", dict(numbers)))
    if ballot.returned > ballot.issued:
        numbers = {"returned": ballot.returned, "issued": ballot.issued}
        problems.append(Problem("returned", "ballot.more_than_issued", dict(numbers)))
    if ballot.valid + ballot.invalid != ballot.returned:
        numbers = {"sum": ballot.valid + ballot.invalid, "returned": ballot.returned}
        problems.append(Problem("valid", "ballot.valid_and_invalid", dict(numbers)))
    problems += [one for at, line in enumerate(lines) for one in _line_problems(ballot, at, line)]
    return problems + _twice(lines)


def _twice(lines: Sequence[TallyLine]) -> list[Problem]:
    targets = [line.target for line in lines]
    return [
        Problem(f"lines.{at}", "ballot.twice") for at, target in enumerate(targets) if target in targets[:at]
    ]


def _line_problems(ballot: BallotFields, at: int, line: TallyLine) -> list[Problem]:
    total = sum(line.votes.values()) + line.blank
    if total == ballot.valid:
        return []
    return [Problem(f"lines.{at}", "ballot.line_total", {"sum": total, "valid": ballot.valid})]


def shares(ballot: BallotFields, votes: Mapping[str, int]) -> dict[str, Fraction]:
    """Return each level's share of the official members convened less the deductions (rulings.md 3.3).

    Empty where the base is zero.
    """
    base = ballot.convened - ballot.deducted
    return {level: Fraction(count, base) for level, count in votes.items()} if base > 0 else {}
