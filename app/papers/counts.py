"""The numbers of members that papers state; empty where the list does not say enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.members import Member, Sex


@dataclass(frozen=True, slots=True)
class MemberCounts:
    """How many members, and of which kinds; `unclear` lack the sex or both dates of their standing."""

    total: int
    official: int
    probationary: int
    women: int
    unclear: int

    def texts(self) -> dict[str, str]:
        """Return the numbers as papers print them ("05"); of an empty list dots, for a pen."""
        if not self.total:
            return dict.fromkeys(("count", "official", "probationary", "women"), "")
        return {
            "count": two_digits(self.total),
            "official": two_digits(self.official),
            "probationary": two_digits(self.probationary),
            "women": two_digits(self.women),
        }


def counts(members: Sequence[Member]) -> MemberCounts:
    """Return the numbers of `members`; who has an admission date and no official date is probationary."""
    official = sum(member.is_official for member in members)
    probationary = sum(bool(member.admitted_on) and not member.is_official for member in members)
    return MemberCounts(
        total=len(members),
        official=official,
        probationary=probationary,
        women=sum(member.sex is Sex.FEMALE for member in members),
        unclear=sum(
            member.sex is Sex.UNKNOWN or not (member.admitted_on or member.official_on) for member in members
        ),
    )


def two_digits(number: int) -> str:
    """Return "05" for five and "0" for none, as papers write numbers in a sentence."""
    return f"{number:02d}" if number else "0"
