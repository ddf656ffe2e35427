"""Rewards (khen thưởng) and discipline (kỷ luật) of a member, as published: what, number, date.

Of discipline only the published result is kept; a case under examination stands nowhere (rulings.md 1.8).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum

from pydantic import Field

from app.domain.types import Entry, Fields, Line, Owned, PartialDate, earliest_day
from app.errors import Problem


class DisciplineForm(StrEnum):
    """Forms of discipline of a member (Điều lệ Đảng, Điều 35)."""

    REPRIMAND = "reprimand"
    WARNING = "warning"
    REMOVAL = "removal"
    EXPULSION = "expulsion"


class Decided(Fields):
    """A decision: its number and symbol, and its date."""

    decision_number: Line = ""
    decided_on: PartialDate = ""


class DisciplineFields(Decided):
    """What is kept of a discipline."""

    form: DisciplineForm


class DisciplineEntry(Entry, DisciplineFields):
    """A discipline as it stands in a form."""


class Discipline(Owned, DisciplineFields):
    """A discipline as stored."""


class RewardFields(Decided):
    """What is kept of a reward."""

    what: Line = Field(min_length=1)


class RewardEntry(Entry, RewardFields):
    """A reward as it stands in a form."""


class Reward(Owned, RewardFields):
    """A reward as stored."""


def decision_problems(decided: Sequence[Decided], today: dt.date) -> Iterator[tuple[int, Problem]]:
    """Yield the decisions dated in the future, with their places."""
    for place, one in enumerate(decided):
        if one.decided_on and earliest_day(one.decided_on) > today:
            yield place, Problem("decided_on", "date.future")
