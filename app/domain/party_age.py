"""Party age (tuổi đảng) and the badge (Huy hiệu Đảng) that comes with it.

Party age counts from the decision of admission; where that date is not known, from the ceremony, and every
reader is told so (rulings.md 3.8).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from app.domain.members import MemberFields
from app.domain.probation import PREPARE_DAYS, months_later
from app.domain.types import earliest_day, latest_day

BADGE_YEARS = (30, *range(40, 95, 5))
"""Party ages with a badge (HD 38; documents-and-meetings.md 5.6); 35 and 95 are not verified."""
_AWARDS = ((2, (2, 3)), (5, (5, 19)), (9, (9, 2)), (11, (11, 7)))
"""Last month of each window in which the age is reached, and the day of its award (5.6); then 3/2 again."""
_WHOLE_YEAR = 4


@dataclass(frozen=True, slots=True)
class PartyAge:
    """Full years, and the date they are counted from."""

    years: int
    counted_from: str
    from_ceremony: bool
    """True where the decision is not known: to be checked against the papers."""


@dataclass(frozen=True, slots=True)
class Badge:
    """The next badge: for how many years, when they are reached, when it is awarded."""

    years: int
    reached_on: str
    """As exact as the date that party age counts from."""
    awarded_on: dt.date | None
    """3/2, 19/5, 2/9 or 7/11; None where only the year is known."""
    days_left: int | None
    """Days until the award; None with `awarded_on`."""


def party_age_on(member: MemberFields, day: dt.date) -> PartyAge | None:
    """Return the party age on `day`; None before admission and where no date is known.

    Of a partial date only the years that are full in any case are counted.
    """
    counted_from = member.admission_decided_on or member.admitted_on
    if not counted_from or earliest_day(counted_from) > day:
        return None
    start = latest_day(counted_from)
    years = day.year - start.year - ((day.month, day.day) < (start.month, start.day))
    return PartyAge(max(years, 0), counted_from, from_ceremony=not member.admission_decided_on)


def next_badge(member: MemberFields, day: dt.date) -> Badge | None:
    """Return the first badge whose award is not past on `day`; None without a date or after the last one."""
    age = party_age_on(member, day)
    if age is None:
        return None
    for years in BADGE_YEARS:
        reached_on = months_later(age.counted_from, years * 12)
        awarded_on = _award(reached_on)
        if (awarded_on or latest_day(reached_on)) >= day:
            days = (awarded_on - day).days if awarded_on else None
            return Badge(years, reached_on, awarded_on, days)
    return None


def badge_soon(member: MemberFields, day: dt.date) -> Badge | None:
    """Return the next badge if its award is within the days in which its file is prepared."""
    badge = next_badge(member, day)
    return badge if badge and badge.days_left is not None and badge.days_left <= PREPARE_DAYS else None


def _award(reached_on: str) -> dt.date | None:
    if len(reached_on) == _WHOLE_YEAR:
        return None
    reached = earliest_day(reached_on)
    for last_month, day in _AWARDS:
        if reached.month <= last_month:
            return dt.date(reached.year, *day)
    return dt.date(reached.year + 1, *_AWARDS[0][1])
