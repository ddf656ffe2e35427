"""Levels: proposed by the cell, recognised from above, kept of past years; objections and rewards."""

from __future__ import annotations

from pydantic import Field

from app.domain.targets import Code, Number, RoundNumber, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, Record, WholeDate


class ProposedLevelFields(Fields):
    """What the cell proposes; no rule blocks entering what was voted (rulings.md 1.2)."""

    year: Year
    round_number: RoundNumber = 1
    target: Target
    level: Code
    sub_reason: Code = ""
    """Why the lowest level: a sub-reason of the rule set (rulings.md 1.5)."""
    reason: Prose = ""
    member_answer: Prose = ""
    """What the member said where the level differs from his own (R4-12)."""


class ProposedLevel(YearRecord, ProposedLevelFields):
    """Mức chi bộ đề nghị."""


class RecognisedLevelFields(Fields):
    """The official level, by a decision or notice with number and date (R4-13)."""

    year: Year
    target: Target
    level: Code
    sub_reason: Code = ""
    number: Number
    dated_on: WholeDate
    issuer: Line = ""


class RecognisedLevel(YearRecord, RecognisedLevelFields):
    """Mức được công nhận."""


class PastLevelFields(Fields):
    """A level of an earlier year as its papers name it; five years are looked at (R4-08; 3.7)."""

    target: Target
    of_year: int = Field(ge=1990, le=2100)
    level: Code = ""
    """The level's rank as code of today's rule set where it can be mapped."""
    level_name: Line
    """The level in the words of its year."""
    sub_reason: Code = ""
    number: Number = ""


class PastLevel(Record, PastLevelFields):
    """Mức của năm trước."""


class ObjectionFields(Fields):
    """Khiếu nại, kiến nghị about a level, recorded and sent up (rulings.md 5)."""

    year: Year
    target: Target
    received_on: WholeDate
    text: Prose
    sent_up_on: WholeDate | None = None
    outcome: Prose = ""


class Objection(YearRecord, ObjectionFields):
    """An objection."""


class RewardProposalFields(Fields):
    """Đề nghị khen thưởng after the rating (rulings.md 5)."""

    year: Year
    target: Target
    form: Line
    reason: Prose = ""


class RewardProposal(YearRecord, RewardProposalFields):
    """A proposed reward."""
