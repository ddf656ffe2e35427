"""Numbers of members as papers print them; empty, for a pen, where the list does not say enough."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.member_counts import counts
from app.domain.members import MemberFields


def count_texts(members: Sequence[MemberFields]) -> dict[str, str]:
    """Return the numbers of `members` as papers print them ("05")."""
    numbers = counts(members)
    return {
        "count": two_digits(numbers.total or None),
        "official": two_digits(numbers.official),
        "probationary": two_digits(numbers.probationary),
        "women": two_digits(numbers.women),
    }


def two_digits(number: int | None) -> str:
    """Return "05" for five and "0" for none, as papers write numbers in a sentence; empty for unknown."""
    if number is None:
        return ""
    return f"{number:02d}" if number else "0"
