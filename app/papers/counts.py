"""The numbers of members that papers state; empty where the list does not say enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.members import Member, Sex


@dataclass(frozen=True, slots=True)
class MemberCounts:
    """How many members, and of which kinds; None where a member's sex or dates do not say."""

    total: int
    official: int | None
    probationary: int | None
    women: int | None

    def texts(self) -> dict[str, str]:
        """Return the numbers as papers print them ("05"); what is not known is empty, for a pen."""
        return {
            "count": two_digits(self.total or None),
            "official": two_digits(self.official),
            "probationary": two_digits(self.probationary),
            "women": two_digits(self.women),
        }


def counts(members: Sequence[Member]) -> MemberCounts:
    """Return the numbers of `members`; who has an admission date and no official date is probationary."""
    official = sum(member.is_official for member in members)
    probationary = sum(bool(member.admitted_on) and not member.is_official for member in members)
    standing_known = bool(members) and official + probationary == len(members)
    sex_known = bool(members) and all(member.sex is not Sex.UNKNOWN for member in members)
    return MemberCounts(
        total=len(members),
        official=official if standing_known else None,
        probationary=probationary if standing_known else None,
        women=sum(member.sex is Sex.FEMALE for member in members) if sex_known else None,
    )


def two_digits(number: int | None) -> str:
    """Return "05" for five and "0" for none, as papers write numbers in a sentence; empty for unknown."""
    if number is None:
        return ""
    return f"{number:02d}" if number else "0"
