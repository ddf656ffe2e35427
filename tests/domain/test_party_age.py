"""Probation and its end, party age and where it counts from, the next badge and its award."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.party_age import next_badge, party_age_on
from app.domain.probation import Probation, is_past_probation, is_probationary_on, months_later, probation_on
from tests.builders import a_member

TODAY = dt.date(2017, 12, 4)


def on_probation(admitted_on: str) -> Any:
    return a_member(admitted_on=admitted_on, official_on="", admission_decided_on="")


@pytest.mark.parametrize(
    ("admitted_on", "due_on", "days_left"),
    [
        ("2017-02-03", "2018-02-03", 61),
        ("2016-12-04", "2017-12-04", 0),
        ("2016-11-30", "2017-11-30", -4),
        ("2017-02", "2018-02", None),
        ("2017", "2018", None),
    ],
)
def test_probation_ends_twelve_months_after_the_ceremony(
    admitted_on: str, due_on: str, days_left: int | None
) -> None:
    assert probation_on(on_probation(admitted_on), TODAY) == Probation(due_on, days_left)
    assert is_past_probation(on_probation(admitted_on), TODAY) == (days_left is not None and days_left <= 0)


def test_nobody_else_is_on_probation() -> None:
    assert probation_on(a_member(), TODAY) is None
    assert probation_on(on_probation(""), TODAY) is None
    assert probation_on(on_probation("2017-12-05"), TODAY) is None
    later = a_member(admitted_on="2016-12-10", official_on="2017-12-10")
    assert is_probationary_on(later, TODAY)
    assert not is_probationary_on(later, dt.date(2017, 12, 10))


@given(st.dates(dt.date(1930, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 1200))
def test_months_later_is_that_many_months(day: dt.date, months: int) -> None:
    later = dt.date.fromisoformat(months_later(str(day), months))
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + dt.timedelta(days=1)).day == 1
    assert months_later(str(day)[:7], months) == str(later)[:7]


def test_party_age_counts_from_the_decision_and_says_when_it_cannot() -> None:
    both = a_member(admission_decided_on="1987-11-20", admitted_on="1987-12-05")
    age = party_age_on(both, TODAY)
    assert age is not None
    assert (age.years, age.counted_from, age.from_ceremony) == (30, "1987-11-20", False)
    ceremony = party_age_on(a_member(admitted_on="1987-12-05"), TODAY)
    assert ceremony is not None
    assert (ceremony.years, ceremony.from_ceremony) == (29, True)
    partial = party_age_on(a_member(admitted_on="1987"), TODAY)
    assert partial is not None
    assert partial.years == 29
    assert party_age_on(a_member(admitted_on=""), TODAY) is None


@pytest.mark.parametrize(
    ("decided_on", "years", "reached_on", "awarded_on"),
    [
        ("1987-11-20", 40, "2027-11-20", dt.date(2027, 11, 7)),
        ("1987-12-20", 30, "2017-12-20", dt.date(2018, 2, 3)),
        ("1988-02-28", 30, "2018-02-28", dt.date(2018, 2, 3)),
        ("1988-03-01", 30, "2018-03-01", dt.date(2018, 5, 19)),
        ("1988-06-15", 30, "2018-06-15", dt.date(2018, 9, 2)),
        ("1977-09-30", 45, "2022-09-30", dt.date(2022, 9, 2)),
        ("1978-10", 40, "2018-10", dt.date(2018, 11, 7)),
        ("1988", 30, "2018", None),
        ("1925-02-03", None, None, None),
    ],
)
def test_the_next_badge_is_the_first_whose_award_is_not_past(
    decided_on: str, years: int | None, reached_on: str | None, awarded_on: dt.date | None
) -> None:
    badge = next_badge(a_member(admission_decided_on=decided_on), TODAY)
    assert (badge and badge.years, badge and badge.reached_on, badge and badge.awarded_on) == (
        years,
        reached_on,
        awarded_on,
    )
    if badge and awarded_on:
        assert badge.days_left == (awarded_on - TODAY).days


@given(st.dates(dt.date(1930, 1, 1), TODAY), st.dates(TODAY, dt.date(2060, 1, 1)))
def test_a_badge_is_never_past_and_comes_at_its_age(decided_on: dt.date, day: dt.date) -> None:
    member = a_member(admission_decided_on=str(decided_on))
    badge = next_badge(member, day)
    if badge:
        assert badge.awarded_on
        assert badge.awarded_on >= day
        reached = party_age_on(member, dt.date.fromisoformat(badge.reached_on))
        assert reached
        assert badge.years - reached.years <= 1  # 29 February has its anniversary a day early
        assert abs((badge.awarded_on - dt.date.fromisoformat(badge.reached_on)).days) <= 92
