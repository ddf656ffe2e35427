"""Which year is practised when nobody says: the one whose review is at hand."""

import datetime as dt

import pytest

from app.practice.plan import PracticeClock, PracticePlan, plan_for


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (dt.date(2026, 11, 28), 2026),
        (dt.date(2026, 10, 1), 2026),
        (dt.date(2026, 9, 30), 2025),
        (dt.date(2027, 2, 1), 2026),
        (dt.date(2017, 12, 4), 2017),
        (dt.date(2040, 12, 1), 2017),
    ],
)
def test_the_year_at_hand_is_practised(today: dt.date, year: int) -> None:
    clock = PracticeClock(today.year)
    clock.move(today)

    assert plan_for(clock) == PracticePlan(year, 18, 1)
