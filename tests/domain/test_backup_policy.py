"""Sets are kept by count and order: whatever the clock says, the newest ten good ones are never removed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import backup_policy as policy
from app.domain.backup_policy import SetFacts
from tests.sizes import report, size

DAY = dt.timedelta(days=1)
START = dt.date(2017, 1, 1)
JUMPS = (dt.date(1980, 1, 1), dt.date(2038, 1, 19))
MOST_KEPT = policy.NEWEST + policy.DAILY + policy.WEEKLY + policy.MONTHLY

days = st.dates(dt.date(1980, 1, 1), dt.date(2038, 12, 31))


@st.composite
def some_sets(draw: st.DrawFn) -> list[SetFacts]:
    labels = draw(st.lists(st.tuples(days, st.booleans()), max_size=60))
    facts = [SetFacts(f"s{at}", at, day, is_good) for at, (day, is_good) in enumerate(labels)]
    return draw(st.permutations(facts))


def good(sets: list[SetFacts]) -> list[SetFacts]:
    return sorted((one for one in sets if one.is_good), key=lambda one: -one.number)


def left(sets: list[SetFacts]) -> list[SetFacts]:
    removed = set(policy.to_remove(sets))
    return [one for one in sets if one.name not in removed]


@given(some_sets())
def test_the_newest_ten_good_sets_stay_whatever_their_dates(sets: list[SetFacts]) -> None:
    assert set(good(sets)[:10]) <= set(left(sets))
    assert len(good(left(sets))) >= min(10, len(good(sets)))


@given(some_sets())
def test_what_is_kept_is_kept_again(sets: list[SetFacts]) -> None:
    assert policy.to_remove(left(sets)) == []


@given(some_sets())
def test_nothing_goes_on_a_day_when_the_newest_failed(sets: list[SetFacts]) -> None:
    assert policy.to_remove(sets, newest_failed_today=True) == []


@given(some_sets())
def test_a_damaged_set_takes_no_place(sets: list[SetFacts]) -> None:
    """The good sets that stay are the same without the damaged ones."""
    assert set(good(left(sets))) == set(left(good(sets)))


def after(labels: list[dt.date]) -> list[SetFacts]:
    """Return what is left when a set is made on each of `labels` and pruned after each."""
    sets: list[SetFacts] = []
    for number, day in enumerate(labels):
        sets = left([*sets, SetFacts(f"s{number}", number, day)])
        assert len(sets) >= min(number + 1, 10)
    return sets


def test_with_a_steady_clock_days_weeks_and_months_are_all_there() -> None:
    labels = [START + DAY * (number // 3) for number in range(3 * 500)]
    kept = after(labels)
    last = labels[-1]
    assert [one.day for one in kept].count(last) == [one.day for one in kept].count(last - DAY) == 3
    assert {last - DAY * back for back in range(policy.DAILY)} <= {one.day for one in kept}
    weeks = {(last - DAY * 7 * back).isocalendar()[:2] for back in range(policy.WEEKLY)}
    assert weeks <= {one.day.isocalendar()[:2] for one in kept}
    assert len({(one.day.year, one.day.month) for one in kept}) == policy.MONTHLY
    assert len(kept) <= MOST_KEPT + 2 * 3


@given(
    st.integers(1, 2),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 3), st.sampled_from(JUMPS)), max_size=3),
)
@pytest.mark.fault("I07")
def test_a_clock_that_jumps_costs_no_more_than_its_own_places(
    a_day: int, jumps: list[tuple[int, int, dt.date]]
) -> None:
    """D04, I07: a few sets under a wrong date, between ninety days of right ones."""
    labels = [START + DAY * (number // a_day) for number in range(90 * a_day)]
    wrong = list(labels)
    for at, length, day in sorted(jumps, reverse=True):
        wrong[at * a_day : at * a_day] = [day + DAY * back for back in range(length)]
    steady = {one.day for one in after(labels)}
    kept = {one.day for one in after(wrong)}
    strayed = sum(length for _, length, _ in jumps)
    assert len(steady - kept) <= 3 * strayed
    assert len(kept) >= 10


@pytest.mark.parametrize("jump", JUMPS, ids=["1980", "2038"])
@pytest.mark.fault("D04")
def test_ten_verified_sets_survive_any_jump_of_the_clock(jump: dt.date) -> None:
    """D04: the clock is wrong from some day on, for good."""
    fewest = MOST_KEPT
    for before in range(size(25, 400)):
        labels = [START + DAY * number for number in range(before)] + [jump] * 20
        sets: list[SetFacts] = []
        for number, day in enumerate(labels):
            sets = left([*sets, SetFacts(f"s{number}", number, day)])
            if number >= 9:
                fewest = min(fewest, len(sets))
    report("D04", jumps=size(25, 400), fewest_kept=fewest)
    assert fewest == 10


def test_pruning_by_the_clock_alone_is_caught() -> None:
    """The control: what a clock that jumped to 2038 calls older than a year is all there was."""
    labels = [START + DAY * number for number in range(25)] + [dt.date(2038, 1, 19)] * 3
    kept = [day for day in labels if policy.expires_on(day) > labels[-1]]
    report("D04 control", jumps=1, fewest_kept=len(kept))
    assert len(kept) < 10


def test_a_set_beyond_the_newest_ten_expires_after_twelve_months() -> None:
    old = SetFacts("old", 0, dt.date(2016, 2, 29))
    assert policy.expires_on(old.day) == dt.date(2017, 2, 28)
    newer = [SetFacts(f"s{number}", number, dt.date(2017, 2, 27)) for number in range(1, 11)]
    assert policy.to_remove([old, *newer]) == []
    newer = [SetFacts(f"s{number}", number, dt.date(2017, 2, 28)) for number in range(1, 11)]
    assert policy.to_remove([old, *newer]) == ["old"]


def test_one_set_from_the_future_makes_nothing_expire() -> None:
    sets = [SetFacts(f"s{number}", number, START + DAY * 30 * number) for number in range(11)]
    assert policy.to_remove([*sets, SetFacts("stray", 11, dt.date(2038, 1, 1))]) == []


def test_data_set_aside_stay_thirty_days_by_what_the_sets_witness() -> None:
    sets = [SetFacts(f"s{number}", number, START + DAY * 31) for number in range(10)]
    assert policy.aside_is_over(START, sets)
    assert not policy.aside_is_over(START + DAY, sets)
    assert not policy.aside_is_over(START, sets[1:])
    assert not policy.aside_is_over(START, [*sets[1:], SetFacts("back", 10, dt.date(1980, 1, 1))])


@pytest.mark.parametrize(
    ("minutes", "due"), [(0, False), (29, False), (30, True), (-1, True), (100000, True)]
)
def test_changed_data_are_copied_every_half_hour(minutes: int, due: bool) -> None:
    newest = dt.datetime(2017, 12, 5, 8, 0, tzinfo=dt.UTC)
    assert policy.is_due_again(newest, newest + dt.timedelta(minutes=minutes)) is due
    assert policy.is_due_again(None, newest)


def test_each_day_wants_a_set_also_one_before_the_newest() -> None:
    assert policy.is_due_today(None, START)
    assert policy.is_due_today(START, START + DAY)
    assert policy.is_due_today(START, START - DAY)
    assert not policy.is_due_today(START, START)
