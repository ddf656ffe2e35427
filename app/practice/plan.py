"""Which practice cell to make, and the clock that stands in its year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.cells import WorkYear
from app.domain.checking import checked
from app.domain.types import new_uid
from app.rules.ruleset_files import for_year

LEAST_MEMBERS, MOST_MEMBERS = 3, 120
"""Sizes of a cell that the practice year is told for."""
DEFAULT_MEMBERS, DEFAULT_SEED = 18, 1
FIRST_RULED_YEAR = 2017
"""The year whose rules the program began with; the default where today's year has no rule set."""
_REVIEW_BEGINS = 10
"""Month in which a cell begins to think of its review."""
CONFERENCE = (12, 4)
"""Day of the year on which the cell meets, and which its papers bear."""


@dataclass(frozen=True, slots=True)
class PracticePlan:
    """Which practice cell: the same plan always gives the same year."""

    year: int = FIRST_RULED_YEAR
    members: int = DEFAULT_MEMBERS
    seed: int = DEFAULT_SEED
    careless: bool = False
    """Whether the faults of ``resources/practice/careless.toml`` are planted."""


def plan_for(clock: Clock) -> PracticePlan:
    """Return the plan of a practice cell nobody asked anything of: the year whose review is at hand.

    That is the current year from October on (decisions.md 8.9); before, the last one, since a year told up to
    its end would have members who are still to be admitted.
    """
    today = clock.today()
    year = today.year if today.month >= _REVIEW_BEGINS else today.year - 1
    return PracticePlan(year if for_year(year) else FIRST_RULED_YEAR)


class PracticeClock:
    """Stands in the afternoon of the conference of the practice year, or where it is moved to."""

    def __init__(self, year: int) -> None:
        """Stand in `year`; raises `Invalid` for one that no cell works in."""
        checked(WorkYear, {"uid": new_uid(), "year": year})
        self.move(dt.date(year, *CONFERENCE))

    def move(self, day: dt.date) -> None:
        """Stand in the afternoon of `day`."""
        self._moment = dt.datetime(day.year, day.month, day.day, 15, 30, tzinfo=dt.UTC)

    def today(self) -> dt.date:
        """Return the day it stands in."""
        return self._moment.date()

    def now(self) -> dt.datetime:
        """Return its hour, without a zone."""
        return self._moment.replace(tzinfo=None)

    def utc(self) -> dt.datetime:
        """Return the same, with the zone."""
        return self._moment
