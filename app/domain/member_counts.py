"""The numbers of members that papers and totals state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.members import MemberFields, Sex


@dataclass(frozen=True, slots=True)
class MemberCounts:
    """How many members, and of which kinds; None where a member's sex or dates do not say."""

    total: int
    official: int | None
    probationary: int | None
    women: int | None


def counts(members: Sequence[MemberFields]) -> MemberCounts:
    """Return the numbers of `members`; who has an admission date and no official date is probationary."""
    official = sum(bool(member.official_on) for member in members)
    probationary = sum(bool(member.admitted_on) and not member.official_on for member in members)
    standing_known = bool(members) and official + probationary == len(members)
    sex_known = bool(members) and all(member.sex is not Sex.UNKNOWN for member in members)
    return MemberCounts(
        total=len(members),
        official=official if standing_known else None,
        probationary=probationary if standing_known else None,
        women=sum(member.sex is Sex.FEMALE for member in members) if sex_known else None,
    )
