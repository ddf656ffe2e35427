"""The only place that asks what time it is, so that a test can answer instead."""

from __future__ import annotations

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Tells the time of the room (`today`, `now`) and of the records (`utc`)."""

    def today(self) -> dt.date:
        """Return the date on the wall."""

    def now(self) -> dt.datetime:
        """Return local time, without a zone."""

    def utc(self) -> dt.datetime:
        """Return aware UTC time, for the audit and for file names."""


class SystemClock:
    """The clock of the laptop."""

    def today(self) -> dt.date:
        """Return the date on the wall."""
        return dt.datetime.now().date()  # noqa: DTZ005, TID251  asked for every record of a list: no detour

    def now(self) -> dt.datetime:
        """Return local time, without a zone."""
        return dt.datetime.now().replace(microsecond=0)  # noqa: DTZ005, TID251  the one allowed place

    def utc(self) -> dt.datetime:
        """Return aware UTC time, for the audit and for file names."""
        return dt.datetime.now(dt.UTC)  # noqa: TID251  the one allowed place
