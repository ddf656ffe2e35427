"""What a commit touched: all that windows learn of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """The action that was committed ("member.edit") and the kinds of record it touched ("member")."""

    action: str
    subjects: frozenset[str]
