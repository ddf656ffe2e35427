"""Which backup sets (bản sao lưu) are made when, and which are kept (reliability.md 7).

Nothing here asks what time it is. Sets are ordered by their `number`, which only grows; days are labels for
grouping. A clock that jumps to 1980 or to 2038 can spoil a label and never the order, so it can cost at most
the place of one day, one week and one month in the lists below.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

NEWEST = 10
"""As many of the newest sets are never removed, whatever their dates."""
WHOLE_DAYS = 2
"""On so many of the latest days every set is kept."""
DAILY, WEEKLY, MONTHLY = 12, 8, 12
"""From so many of the latest days, weeks and months one set is kept, the newest of each."""
LIFE_MONTHS = 12
"""A set beyond the newest ten lives no longer: an erased person is gone from the backups on a known day."""
ASIDE_DAYS = 30
"""Data that a restore replaced are kept beside for so long."""
EVERY = dt.timedelta(minutes=30)
"""Age of the newest set at which changed data are copied again while the program is open."""

Reason: TypeAlias = Literal[
    "daily", "interval", "close", "manual", "command",
    "migration", "rekey", "rekeyed", "import", "restore", "load", "erasure", "bulk_edit", "drill", "mended",
]  # fmt: skip
"""Why a set was made; those in `FORCED` must succeed before their act begins."""
FORCED: frozenset[Reason] = frozenset(
    {"migration", "rekey", "import", "restore", "load", "erasure", "bulk_edit"}
)
Protect: TypeAlias = Callable[[Reason], None]
"""Has a verified set made before a risky act; raises, and then the act must not begin."""


@dataclass(frozen=True, slots=True)
class SetFacts:
    """What the policy knows of a set: its name, its place in the order, its day, whether it is whole."""

    name: str
    number: int
    day: dt.date
    is_good: bool = True


def is_due_today(newest_on: dt.date | None, today: dt.date) -> bool:
    """Return whether the first unlock of this day wants a set; also on a day that lies before the newest."""
    return newest_on != today


def is_due_again(newest_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Return whether half an hour passed since the newest set, or nobody can tell (the clock went back)."""
    return newest_at is None or not dt.timedelta(0) <= now - newest_at < EVERY


def is_trial_due(last_on: dt.date | None, today: dt.date) -> bool:
    """Return whether this month wants its trial restore."""
    return last_on is None or _month(last_on) != _month(today)


def to_remove(sets: Iterable[SetFacts], *, newest_failed_today: bool = False) -> list[str]:
    """Return the names of the sets that need not be kept, oldest first.

    Nothing is removed on a day when making the newest set failed, and nothing while there are no more than
    ten good sets. A set found damaged counts for nothing and goes once ten good ones are there.
    """
    ordered = _newest_first(sets)
    good = [one for one in ordered if one.is_good]
    if newest_failed_today or len(good) <= NEWEST:
        return []
    kept = {one.name for one in good[:NEWEST]} | _kept_for_their_day(good)
    return [one.name for one in reversed(ordered) if one.name not in kept]


def _kept_for_their_day(good: Sequence[SetFacts]) -> set[str]:
    latest_days = list(dict.fromkeys(one.day for one in good))[:WHOLE_DAYS]
    kept = [one for one in good if one.day in latest_days]
    for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        kept += _newest_of_each(good, period)[:count]
    limit = witness(good)
    return {one.name for one in kept if limit is None or expires_on(one.day) > limit}


def witness(sets: Iterable[SetFacts]) -> dt.date | None:
    """Return a day that has surely come: the earliest label among the newest ten good sets.

    One set made under a wrong clock cannot move it forward. None while there are fewer than ten.
    """
    newest = [one.day for one in _newest_first(sets) if one.is_good][:NEWEST]
    return min(newest) if len(newest) == NEWEST else None


def expires_on(made_on: dt.date) -> dt.date:
    """Return the day from which a set made on `made_on` is removed, once ten newer ones are there."""
    month = made_on.month + LIFE_MONTHS
    year, month = made_on.year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, min(made_on.day, calendar.monthrange(year, month)[1]))


def aside_is_over(made_on: dt.date, sets: Iterable[SetFacts]) -> bool:
    """Return whether data set aside lay there for thirty days, by the witness of the sets."""
    day = witness(sets)
    return day is not None and (day - made_on).days > ASIDE_DAYS


def _newest_first(sets: Iterable[SetFacts]) -> list[SetFacts]:
    return sorted(sets, key=lambda one: (one.number, one.name), reverse=True)


def _newest_of_each(good: Sequence[SetFacts], period: Callable[[dt.date], Hashable]) -> list[SetFacts]:
    newest: dict[Hashable, SetFacts] = {}
    for one in good:
        newest.setdefault(period(one.day), one)
    return list(newest.values())


def _day(day: dt.date) -> Hashable:
    return day


def _week(day: dt.date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: dt.date) -> Hashable:
    return day.year, day.month
