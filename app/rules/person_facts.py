"""Facts about one person: standing, probation, how long a member, discipline of the year."""

from __future__ import annotations

import datetime as dt

from app.domain.people import Person
from app.domain.probation import PROBATION_MONTHS, is_official_on, is_probationary_on, months_later
from app.domain.standings import standings_on
from app.domain.types import earliest_day, latest_day
from app.rules.language import Absent, Value

ORDINARY = "ordinary"
"""The standing of whom nothing else is said of."""
OF_PERSON = (
    "standing",
    "probationary",
    "months_since_admission",
    "discipline.this_year",
    "discipline.duty_related",
)
_HALF_YEAR = 6


def person_facts(person: Person, year: int, day: dt.date) -> dict[str, Value]:
    """Return the facts of `OF_PERSON`: standings and probation as of `day`, discipline of the whole year."""
    kinds = standing_kinds(person, day)
    disciplined = any(in_year(one.decided_on, year) for one in person.disciplines)
    return {
        "standing": kinds[0],
        "probationary": is_probationary_on(person.member, day),
        "months_since_admission": _months_since(person, day),
        "discipline.this_year": disciplined,
        # Whether a discipline is tied to duty is not kept, so a discipline alone cannot tell.
        "discipline.duty_related": Absent.UNKNOWN if disciplined else False,
    }


def standing_kinds(person: Person, day: dt.date) -> tuple[str, ...]:
    """Return the standings that hold on `day`, oldest first; `ORDINARY` where there is none."""
    return tuple(one.kind.value for one in standings_on(person.standings, day)) or (ORDINARY,)


def in_year(stored: str, year: int) -> bool:
    """Return whether a stored date, whole or not, lies in `year`."""
    return bool(stored) and stored.startswith(f"{year:04d}")


def _months_since(person: Person, day: dt.date) -> Value:
    """Return the whole months since the ceremony; where its day is not known, only what is sure is told.

    Who is official was admitted a probation before (Điều lệ Đảng, Điều 5).
    """
    admitted = person.member.admitted_on
    if not admitted and is_official_on(person.member, day):
        return PROBATION_MONTHS + _months(latest_day(person.member.official_on), day)
    if not admitted or earliest_day(admitted) > day:
        return Absent.UNKNOWN
    if (
        latest_day(admitted) != earliest_day(admitted)
        and latest_day(months_later(admitted, _HALF_YEAR)) > day
    ):
        return Absent.UNKNOWN
    return _months(latest_day(admitted), day)


def _months(since: dt.date, day: dt.date) -> int:
    return max((day.year - since.year) * 12 + day.month - since.month - (day.day < since.day), 0)
