"""When a rule set wants things done, and how long they take."""

from __future__ import annotations

import calendar
import datetime as dt

from pydantic import Field, model_validator

from app.rules.ruleset_base import NamedRule, Part, Source

_LEAP_YEAR = 2000
_MOST_DAYS = 366
_MOST_MINUTES = 10_000


class Deadline(NamedRule):
    """A default date of the year, editable by the cell."""

    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    next_year: bool = False

    @model_validator(mode="after")
    def _is_a_day(self) -> Deadline:
        """Refuse a day that no year has: 31 February."""
        dt.date(_LEAP_YEAR, self.month, self.day)
        return self

    def in_year(self, year: int) -> dt.date:
        """Return the day for the review of `year`; 29 February is the 28th where there is none."""
        of_year = year + self.next_year
        last = calendar.monthrange(of_year, self.month)[1]
        return dt.date(of_year, self.month, min(self.day, last))


class Time(Part):
    """How long before and how long at least; empty where no source gives it."""

    draft_lead_days: int | None = Field(default=None, ge=0, le=_MOST_DAYS)
    lead_in_working_days: bool = True
    source: Source = Source()
    """Where the days before stand."""
    least_minutes: int | None = Field(default=None, ge=0, le=_MOST_MINUTES)
    least_text: str = ""
    """How the document says it, where that is no number of minutes."""
    least_source: Source = Source()
