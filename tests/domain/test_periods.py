"""What holds from day to day: posts on a date, standings on a date, what cannot be true together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.people import Person, counts_on, is_guest_on, is_listed_on, is_present_on, strength_on
from app.domain.periods import Period, covers, surely_together
from app.domain.posts import PostEntry, PostKind, post_problems, post_text, posts_written, rank_on
from app.domain.standings import StandingEntry, StandingKind, belongs_on, standing_problems, standings_on
from app.domain.types import earliest_day, latest_day
from tests.builders import a_member, a_post, a_standing

TODAY = dt.date(2017, 12, 4)
CALLED = {"cell_secretary": "Bí thư", "deputy_secretary": "Phó bí thư", "committee_member": "Chi ủy viên"}
DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2017, 12, 31))
PARTIAL = st.one_of(
    st.just(""), DAYS.map(lambda day: day.isoformat()[:4]), DAYS.map(str), DAYS.map(lambda d: str(d)[:7])
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def held(posts: Iterable[Any], on: str) -> str:
    return post_text(list(posts), day(on), lambda kind: CALLED.get(kind, ""))


def test_a_post_is_held_from_its_first_to_its_last_day() -> None:
    member = a_member()
    posts = [
        a_post(member, "deputy_secretary", started_on="2012-06-01", ended_on="2015-05-31"),
        a_post(member, "cell_secretary", started_on="2015-06-01"),
        a_post(member, "", title="Trưởng thôn", ended_on="2016"),
    ]
    assert held(posts, "2012-05-31") == "Trưởng thôn"
    assert held(posts, "2015-05-31") == "Phó bí thư, Trưởng thôn"
    assert held(posts, "2015-06-01") == "Bí thư, Trưởng thôn"
    assert held(posts, "2016-12-31") == "Bí thư, Trưởng thôn"
    assert held(posts, "2017-01-01") == "Bí thư"
    assert [rank_on(posts, day(on)) for on in ("2012-01-01", "2013-01-01", "2017-01-01")] == [3, 1, 0]


@pytest.mark.parametrize("end", ["2015-06-01", "2015-06", "2015"])
def test_on_the_day_or_in_the_year_of_a_change_the_later_post_is_held(end: str) -> None:
    member = a_member()
    posts = [
        a_post(member, "deputy_secretary", started_on="2012", ended_on=end),
        a_post(member, "cell_secretary", started_on=end),
        a_post(member, "", title="Trưởng thôn", started_on="2010", ended_on=end),
        a_post(member, "", title="trưởng thôn", started_on=end),
    ]

    assert held(posts, "2015-06-01") == "Bí thư, trưởng thôn"
    assert rank_on(posts, day("2015-06-01")) == 0


@pytest.mark.parametrize(
    ("line", "posts"),
    [
        ("", []),
        ("Bí thư", [("cell_secretary", "")]),
        ("Phó Bí thư chi bộ, Trưởng thôn", [("deputy_secretary", ""), ("", "Trưởng thôn")]),
        (
            "Trưởng thôn, CHI ỦY VIÊN, Bí thư Đoàn",
            [("committee_member", ""), ("", "Trưởng thôn, Bí thư Đoàn")],
        ),
        ("ủy viên chi ủy, Chi ủy viên", [("committee_member", "")]),
        ("Bí thư Đoàn xã", [("", "Bí thư Đoàn xã")]),
        ("Bí thư chi bộ thôn Một", [("cell_secretary", "chi bộ thôn Một")]),
        ("Bí thư CB thôn Một, Trưởng thôn", [("cell_secretary", "CB thôn Một"), ("", "Trưởng thôn")]),
        ("BTCB thôn Một", [("cell_secretary", "CB thôn Một")]),
        ("Bí thư Ban cán sự Đảng", [("", "Bí thư Ban cán sự Đảng")]),
        ("Bí thư chi bộ thôn Một (cũ)", [("", "Bí thư chi bộ thôn Một (cũ)")]),
        ("Phó bí thư tổ dân phố số 3", [("deputy_secretary", "tổ dân phố số 3")]),
        ("Bí thư Chi đoàn thôn Một", [("", "Bí thư Chi đoàn thôn Một")]),
        ("Bí thư Đảng ủy xã", [("", "Bí thư Đảng ủy xã")]),
        ("Chi ủy viên phụ trách dân vận", [("committee_member", "phụ trách dân vận")]),
        ("BT kiêm Trưởng thôn", [("cell_secretary", ""), ("", "Trưởng thôn")]),
        ("Phó BT - Trưởng thôn", [("deputy_secretary", ""), ("", "Trưởng thôn")]),
        ("CUV; Tổ trưởng/Thủ quỹ", [("committee_member", ""), ("", "Tổ trưởng, Thủ quỹ")]),
        ("Trưởng ban Kiểm tra - Giám sát; Kế toán", [("", "Trưởng ban Kiểm tra - Giám sát; Kế toán")]),
    ],
)
def test_a_line_of_posts_is_taken_apart(line: str, posts: list[tuple[str, str]]) -> None:
    assert [(post.kind, post.title) for post in posts_written(line)] == posts


@given(PARTIAL, PARTIAL, DAYS)
def test_a_period_covers_exactly_the_days_it_may_hold(start: str, end: str, on: dt.date) -> None:
    first = earliest_day(start) if start else dt.date.min
    last = latest_day(end) if end else dt.date.max
    assert covers(Period(started_on=start, ended_on=end), on) == (first <= on <= last)


@given(DAYS, DAYS, DAYS, DAYS)
def test_whole_days_are_together_as_intervals_are(a: dt.date, b: dt.date, c: dt.date, d: dt.date) -> None:
    one = Period(started_on=str(min(a, b)), ended_on=str(max(a, b)))
    other = Period(started_on=str(min(c, d)), ended_on=str(max(c, d)))
    assert surely_together(one, other) == (max(min(a, b), min(c, d)) < min(max(a, b), max(c, d)))
    assert surely_together(one, other) == surely_together(other, one)


@given(PARTIAL, PARTIAL, PARTIAL, PARTIAL)
def test_what_is_surely_together_shares_a_day(a: str, b: str, c: str, d: str) -> None:
    one, other = Period(started_on=a, ended_on=b), Period(started_on=c, ended_on=d)
    days = [day("2009-06-01") + dt.timedelta(days=number) for number in range(365 * 10)]
    if surely_together(one, other) and not (one.started_on == other.started_on == ""):
        assert any(covers(one, on) and covers(other, on) for on in days)


def test_posts_that_exclude_each_other_are_a_problem_of_the_later_one() -> None:
    posts = [
        PostEntry(kind=PostKind.CELL_SECRETARY, started_on="2015-06-01"),
        PostEntry(kind=PostKind.DEPUTY_SECRETARY, started_on="2012-06-01"),
        PostEntry(kind=PostKind.COMMITTEE_MEMBER, started_on="2012-06-01"),
        PostEntry(),
        PostEntry(title="Trưởng thôn", started_on="2016-05", ended_on="2016-04"),
    ]
    assert [(at, one.field, one.code) for at, one in post_problems(posts)] == [
        (3, "title", "post.nameless"),
        (4, "ended_on", "period.end_before_start"),
        (0, "started_on", "post.two_at_once"),
    ]
    posts[1] = PostEntry(kind=PostKind.DEPUTY_SECRETARY, ended_on="2015-06-01")
    assert [one.code for _, one in post_problems(posts[:3])] == []


def a_person(*standings: tuple[str, str, str], **facts: Any) -> Person:
    member = a_member(**facts)
    return Person(
        member,
        standings=tuple(
            a_standing(member, kind, started_on=start, ended_on=end) for kind, start, end in standings
        ),
    )


@pytest.mark.parametrize(
    ("standings", "counted", "present"),
    [
        ([], True, True),
        ([("exempt", "2016-10-05", "")], True, False),
        ([("suspended", "2017-11", "")], True, False),
        ([("temporary_away", "2017-09-01", "2017-12-03")], True, True),
        ([("temporary_away", "2017-09-01", "2017-12-04")], True, False),
        ([("temporary_here", "2017-02-01", "")], False, True),
        ([("temporary_here", "2017-02-01", "2017-11-30")], False, False),
        ([("temporary_here", "2016", "2017-02-28"), ("transferred_in", "2017-03-01", "")], True, True),
        ([("transferred_in", "2018-01-02", "")], False, False),
        ([("transferred_out", "2018-01-02", "")], True, True),
        ([("transferred_out", "2017-12-04", "")], False, False),
        ([("transferred_out", "2014", ""), ("transferred_in", "2017-01-01", "")], True, True),
        ([("transferred_out", "2014", ""), ("temporary_here", "2017-01-01", "")], False, True),
        ([("transferred_out", "2018-02", ""), ("transferred_in", "2018-09", "")], True, True),
        ([("struck_off", "", "")], False, False),
        ([("exempt", "2010", ""), ("died", "2017-06-01", "")], False, False),
    ],
)
def test_who_counts_and_who_is_present_on_a_day(
    standings: list[tuple[str, str, str]], counted: bool, present: bool
) -> None:
    person = a_person(*standings)
    assert (counts_on(person, TODAY), is_present_on(person, TODAY)) == (counted, present)
    assert is_guest_on(person, TODAY) == (present and not counted)
    assert is_listed_on(person, TODAY) == (present or counted)


def test_nobody_counts_before_the_admission() -> None:
    person = a_person(admitted_on="2017-12-05", official_on="")
    assert not counts_on(person, TODAY)
    assert counts_on(person, day("2017-12-05"))


def test_strength_is_as_it_was_on_that_day() -> None:
    later = a_person(admitted_on="2016-12-10", official_on="2017-12-10")
    gone = a_person(("transferred_out", "2017-12-06", ""))
    (one, other) = strength_on([later, gone], TODAY)
    assert (one.official_on, other) == ("", gone.member)
    assert [member.official_on for member in strength_on([later, gone], day("2017-12-10"))] == ["2017-12-10"]


KINDS = st.sampled_from(list(StandingKind))


@given(st.lists(st.tuples(KINDS, DAYS.map(str), st.one_of(st.just(""), DAYS.map(str))), max_size=5), DAYS)
def test_standings_agree_with_each_other_on_any_day(
    drawn: list[tuple[StandingKind, str, str]], on: dt.date
) -> None:
    person = a_person(*drawn)
    shown = {one.kind for one in standings_on(person.standings, on)}
    guest = is_guest_on(person, on)
    assert StandingKind.TRANSFERRED_IN not in shown
    if belongs_on(person.standings, on):
        assert not shown & {"transferred_out", "struck_off", "left", "died"}
    if is_present_on(person, on) and not guest:
        assert belongs_on(person.standings, on)


def problems(*standings: dict[str, str]) -> list[tuple[int, str, str]]:
    entries = [StandingEntry.model_validate(one) for one in standings]
    return [(at, one.field, one.code) for at, one in standing_problems(entries, TODAY)]


def test_standings_that_cannot_be() -> None:
    exempt = {"kind": "exempt", "started_on": "2016"}
    assert problems(exempt, {"kind": "exempt", "started_on": "2017-05"}) == [
        (1, "started_on", "standing.two_at_once")
    ]
    assert (
        problems({**exempt, "ended_on": "2017-05-01"}, {"kind": "exempt", "started_on": "2017-05-01"}) == []
    )
    assert problems({"kind": "temporary_here"}, {"kind": "temporary_away", "started_on": "2017"}) == [
        (0, "started_on", "standing.two_at_once")
    ] or problems(
        {"kind": "temporary_here", "started_on": "2016"}, {"kind": "temporary_away", "started_on": "2017"}
    )
    assert problems({"kind": "died", "started_on": "2017-06-01"}, exempt) == []
    assert problems({"kind": "died", "started_on": "2015-06-01"}, exempt) == [
        (1, "started_on", "standing.after_the_end")
    ]
    assert (
        problems(
            {"kind": "transferred_out", "started_on": "2015"},
            {"kind": "transferred_in", "started_on": "2016"},
        )
        == []
    )
    assert problems({"kind": "left", "ended_on": "2017"}) == [(0, "ended_on", "standing.no_end")]
    assert problems({"kind": "suspended", "reason": "abroad"}) == [(0, "reason", "standing.reason_of_exempt")]
    assert problems({**exempt, "decided_on": "05/12/2017"}) == [(0, "decided_on", "date.future")]
