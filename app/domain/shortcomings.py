"""Shortcomings (hạn chế, khuyết điểm): their degree, origin, cause and who answers for them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from app.domain.targets import Code, Link, Position, RoundNumber, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate


class ShortcomingDegree(StrEnum):
    """Degrees of rulings.md 1.1, the lightest first."""

    LIMITATION = "limitation"
    FAULT = "fault"
    WEAKNESS = "weakness"
    VIOLATION = "violation"


class Origin(StrEnum):
    """Who found it; only concluded ones count against anybody (rulings.md 1.1)."""

    SELF_ADMITTED = "self_admitted"
    OPINION = "opinion"
    CONFERENCE = "conference"
    UPPER_COMMITTEE = "upper_committee"
    INSPECTION = "inspection"


CONCLUDED = frozenset({Origin.CONFERENCE, Origin.UPPER_COMMITTEE, Origin.INSPECTION})
"""Origins by which a shortcoming is concluded."""


class ShortcomingFields(Fields):
    """One shortcoming as it is said, with what R2-08 asks for."""

    year: Year
    round_number: RoundNumber = 1
    target: Target
    position: Position = 1
    text: Prose
    sign: Prose = ""
    """Biểu hiện cụ thể."""
    area: Code = ""
    """Lĩnh vực: a content group of the rule set."""
    degree: ShortcomingDegree = ShortcomingDegree.LIMITATION
    origin: Origin = Origin.SELF_ADMITTED
    cause: Prose = ""
    """Nguyên nhân chủ quan."""
    outer_cause: Prose = ""
    """Nguyên nhân khách quan."""
    responsibility: Prose = ""
    measure: Prose = ""
    due_on: WholeDate | None = None
    sub_reason: Code = ""
    """A case of the rule set that it falls under (vi phạm tư cách, suy thoái …)."""
    repeats: Link = ""
    """The earlier shortcoming that comes again (R5-09)."""
    conference: Link = ""
    """Where it was concluded."""


class Shortcoming(YearRecord, ShortcomingFields):
    """A shortcoming; a concluded one is withdrawn by a dated conclusion with a reason, never deleted."""

    withdrawn_on: dt.date | None = None
    withdrawn_reason: Prose = ""

    @property
    def counts(self) -> bool:
        """Return whether it is concluded and not withdrawn: R4-02, R4-03, R5-09 count these only."""
        return self.origin in CONCLUDED and self.withdrawn_on is None


class WithdrawalFields(Fields):
    """The dated conclusion that withdraws a concluded shortcoming (rulings.md 1.1)."""

    year: Year
    withdrawn_on: WholeDate
    withdrawn_reason: Prose


class ResponsibilityFields(Fields):
    """Who answers for a shortcoming of the collective (R2-10)."""

    year: Year
    shortcoming: Link
    member_uid: Link
    text: Line = ""


class Responsibility(YearRecord, ResponsibilityFields):
    """A member's part in a shortcoming."""
