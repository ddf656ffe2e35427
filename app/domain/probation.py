"""Probation (thời gian dự bị): twelve months from the ceremony; an extension is never invented."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from app.domain.members import MemberFields
from app.domain.types import earliest_day, latest_day

PROBATION_MONTHS = 12
"""Length of probation (Điều lệ Đảng, Điều 5); the official date follows it (documents-and-meetings 5.3)."""
PREPARE_DAYS = 60
"""So many days before its end probation, and before its award a badge, is a matter to prepare for."""
_YEAR, _MONTH, _DAY = 4, 7, 10
"""Lengths of a stored date where that much of it is known."""


@dataclass(frozen=True, slots=True)
class Probation:
    """When probation ends (as exactly as the ceremony is dated), and in how many days; below 0 past it."""

    due_on: str
    days_left: int | None
    """None where the day of the ceremony is not known."""


def is_probationary_on(member: MemberFields, day: dt.date) -> bool:
    """Return whether the member is admitted and not yet official (dự bị) on `day`."""
    if not member.admitted_on or earliest_day(member.admitted_on) > day:
        return False
    return not is_official_on(member, day)


def is_official_on(member: MemberFields, day: dt.date) -> bool:
    """Return whether the member has been recognised as official (chính thức) by `day`."""
    return bool(member.official_on) and earliest_day(member.official_on) <= day


def probation_on(member: MemberFields, day: dt.date) -> Probation | None:
    """Return the probation of a member who is on it, as of `day`; None for everybody else."""
    if not is_probationary_on(member, day):
        return None
    due_on = months_later(member.admitted_on, PROBATION_MONTHS)
    is_exact = len(due_on) == _DAY
    return Probation(due_on, (earliest_day(due_on) - day).days if is_exact else None)


def ends_soon(member: MemberFields, day: dt.date) -> bool:
    """Return whether probation ends within the days in which its papers are prepared."""
    probation = probation_on(member, day)
    left = probation.days_left if probation else None
    return left is not None and 0 < left <= PREPARE_DAYS


def is_past_probation(member: MemberFields, day: dt.date) -> bool:
    """Return whether probation is surely over by `day` without an official date."""
    if member.official_on or not member.admitted_on:
        return False
    return latest_day(months_later(member.admitted_on, PROBATION_MONTHS)) <= day


def months_later(stored: str, months: int) -> str:
    """Return a stored date so many months later, as exact as it is; the 31st becomes the month's last day.

    A date of which only the year is known moves by whole years.
    """
    if len(stored) == _YEAR:
        return f"{int(stored) + months // 12:04d}"
    first = earliest_day(stored)
    count = first.year * 12 + first.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if len(stored) == _MONTH:
        return f"{year:04d}-{month:02d}"
    day = min(first.day, calendar.monthrange(year, month)[1])
    return f"{year:04d}-{month:02d}-{day:02d}"
