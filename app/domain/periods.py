"""Facts that hold from one day to another: a post held, a standing in the cell; either end may be unknown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations

from app.domain.types import Fields, PartialDate, earliest_day, latest_day
from app.errors import Problem

_NEVER = dt.date.max.toordinal()


class Period(Fields):
    """What has a first and a last day; a start that is not known reaches back, an open end goes on."""

    started_on: PartialDate = ""
    ended_on: PartialDate = ""


def covers(period: Period, day: dt.date) -> bool:
    """Return whether the period may hold on `day`; a partial date is given the benefit of the doubt."""
    return has_begun(period, day) and (not period.ended_on or day <= latest_day(period.ended_on))


def has_begun(period: Period, day: dt.date) -> bool:
    """Return whether the period may have begun by `day`."""
    return not period.started_on or earliest_day(period.started_on) <= day


def surely_together(one: Period, other: Period) -> bool:
    """Return whether two periods share a day whatever their partial dates mean.

    The last day of one may be the first of the other, as decisions are dated.
    """
    first, second = _certain(one), _certain(other)
    return max(first[0], second[0]) < min(first[1], second[1])


def end_problems(period: Period) -> Iterator[Problem]:
    """Yield the problem of a period that ends before it begins."""
    both_known = period.started_on and period.ended_on
    if both_known and latest_day(period.ended_on) < earliest_day(period.started_on):
        yield Problem("ended_on", "period.end_before_start")


def clashes(periods: Sequence[Period]) -> Iterator[tuple[int, int]]:
    """Yield the places of every two periods that surely share a day, the later one second."""
    for one, other in combinations(range(len(periods)), 2):
        if surely_together(periods[one], periods[other]):
            later = _certain(periods[other])[0] >= _certain(periods[one])[0]
            yield (one, other) if later else (other, one)


def _certain(period: Period) -> tuple[int, int]:
    """Return from which day to before which the period holds in any case, as ordinals."""
    end = earliest_day(period.ended_on).toordinal() if period.ended_on else _NEVER + 1
    start = latest_day(period.started_on).toordinal() if period.started_on else end - 1
    return start, end
