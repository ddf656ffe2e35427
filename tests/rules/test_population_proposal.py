"""Who is reviewed and rated is proposed by the rules of the year, with the reason and where it stands."""

import datetime as dt
from typing import Any

import pytest

from app.domain.people import Person
from app.rules import ruleset_files
from app.rules.gates import roster_gate
from app.rules.population_proposal import NO_SOURCE, Proposal, proposal, proposals
from app.rules.ruleset import Mark, RuleSet
from tests.builders import a_discipline, a_member, a_post, a_standing, a_year

SHIPPED = ruleset_files.shipped()
REGIMES = ("hd27", "cv1825", "cv3993", "hd16", "hd21", "qd124", "cv10072", "qd366")
DAY = dt.date(2026, 12, 10)
BOTH = ("yes", "yes", "")


def a_person(*standings: str, **facts: Any) -> Person:
    member = a_member(**{"admitted_on": "2010-05-19", "official_on": "2011-05-19", **facts})
    return Person(member, standings=tuple(a_standing(member, kind) for kind in standings))


def of(ruleset: str, person: Person) -> Proposal:
    return proposal(person, SHIPPED[ruleset], DAY.year, DAY)


def said(ruleset: str, person: Person) -> tuple[str, str, str]:
    one = of(ruleset, person)
    return one.review.value, one.rating.value, one.reason


LATELY = {"admitted_on": "2026-08-01", "official_on": ""}
TABLE: dict[str, tuple[Person, dict[str, tuple[str, str, str]]]] = {
    "ordinary": (a_person(), dict.fromkeys(REGIMES, BOTH)),
    "probationary for long": (
        a_person(admitted_on="2026-02-01", official_on=""),
        dict.fromkeys(REGIMES, BOTH),
    ),
    "temporarily away": (a_person("temporary_away"), dict.fromkeys(REGIMES, BOTH)),
    "exempt": (a_person("exempt"), dict.fromkeys(REGIMES, ("no", "exempt", "exempt_standing"))),
    "a guest": (
        a_person("temporary_here"),
        {
            **dict.fromkeys(REGIMES, ("no", "not_yet", "temporary_here")),
            **dict.fromkeys(("qd366", "cv10072"), ("no", "exempt", "temporary_here")),
        },
    ),
    "suspended": (
        a_person("suspended"),
        {
            **dict.fromkeys(REGIMES, ("no", "exempt", "suspended")),
            **dict.fromkeys(("hd27", "cv1825", "cv3993"), ("no", "not_yet", "suspended")),
            "hd16": BOTH,
        },
    ),
    "admitted lately": (
        a_person(**LATELY),
        {
            **dict.fromkeys(("hd27", "cv1825", "cv3993", "hd21"), ("yes", "not_yet", "admitted_lately")),
            **dict.fromkeys(("qd124", "qd366", "cv10072"), ("no", "exempt", "admitted_lately")),
            "hd16": BOTH,
        },
    ),
    "exempt and suspended": (
        a_person("suspended", "exempt"),
        {
            **dict.fromkeys(REGIMES, ("no", "exempt", "exempt_standing")),
            **dict.fromkeys(("hd21", "qd124", "qd366", "cv10072"), ("no", "exempt", "")),
        },
    ),
}


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("case", TABLE)
def test_each_regime_proposes_as_its_rules_say(case: str, regime: str) -> None:
    person, expected = TABLE[case]
    review, rating, reason = expected[regime]
    found = said(regime, person)

    assert found[:2] == (review, rating)
    assert found[2] == reason or (case == "exempt and suspended" and found[2])


@pytest.mark.parametrize("regime", REGIMES)
def test_every_reason_is_one_of_the_set_with_its_source(regime: str) -> None:
    ruleset = SHIPPED[regime]
    known = {one.code: one for one in ruleset.reasons}
    for person, _ in TABLE.values():
        one = of(regime, person)
        if one.reason:
            assert (one.why, one.source) == (known[one.reason].name, known[one.reason].source)
        else:
            assert (one.why, one.source) == ("", NO_SOURCE)


def test_366_names_the_article_that_was_checked() -> None:
    source = of("qd366", a_person("suspended")).source

    assert (source.document, source.article, source.mark) == ("366-QĐ/TW", "Điều 5", Mark.VERIFIED)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("transferred_out", "đã chuyển sinh hoạt đi"),
        ("struck_off", "đã bị xóa tên khỏi danh sách đảng viên"),
        ("left", "đã ra khỏi Đảng"),
        ("died", "đã từ trần"),
    ],
)
def test_who_is_gone_has_no_place_in_the_population(kind: str, why: str) -> None:
    one = of("qd366", a_person(kind))

    assert (one.is_gone, one.is_settled, one.why) == (True, False, why)


def test_who_is_admitted_after_the_year_does_not_hold_up_its_roster() -> None:
    staying, late = a_member(), a_member(full_name="Nguyễn Thị Sau", admitted_on="2018-01-03", official_on="")

    assert (
        proposal(Person(late), SHIPPED["cv3993"], 2017, dt.date(2017, 12, 31)).why
        == "kết nạp sau năm kiểm điểm"
    )
    assert roster_gate(a_year([staying, late])).names == (staying.full_name,)


def test_an_expulsion_counts_from_its_day_also_where_no_standing_was_entered() -> None:
    member = a_member()
    expelled = Person(member, disciplines=(a_discipline(member, form="expulsion", decided_on="2026-11-02"),))

    assert of("qd366", expelled).why == "đã bị khai trừ khỏi Đảng"
    assert said("qd366", Person(member, disciplines=(a_discipline(member, form="reprimand"),))) == BOTH
    earlier = proposal(expelled, SHIPPED["qd366"], 2026, dt.date(2026, 11, 1))
    assert not earlier.is_gone


def test_who_comes_only_next_year_is_not_there_yet() -> None:
    member = a_member()
    coming = Person(member, standings=(a_standing(member, "transferred_in", started_on="2027-02-01"),))

    assert of("qd366", coming).why == "chưa chuyển sinh hoạt về chi bộ"


def test_what_cannot_be_told_is_left_to_people_and_says_why() -> None:
    undated = of("qd366", a_person(admitted_on="", official_on=""))
    of_that_year = of("qd366", a_person(admitted_on="2026", official_on=""))

    for one in (undated, of_that_year):
        assert (one.review, one.rating, one.is_settled) == ("", "", False)
        assert one.unclear == ("Mới kết nạp chưa đủ 6 tháng",)


def test_who_is_official_was_admitted_long_ago_whatever_the_card_lacks() -> None:
    assert said("qd366", a_person(admitted_on="", official_on="2020")) == BOTH


def test_a_situation_to_look_at_comes_with_what_it_needs_and_its_source() -> None:
    (away,) = of("qd366", a_person("temporary_away")).attention
    names = [one.name for one in of("cv3993", a_person(admitted_on="2017-01-05", official_on="")).attention]

    assert (away.needs, away.source.document) == ("temporary_cell", "43-HD/BTCTW")
    assert names == ["Đảng viên dự bị"]


@pytest.mark.parametrize(
    ("category", "posts", "regime", "object_type"),
    [
        ("leader", (), "qd366", "leader"),
        ("staff", ("cell_secretary",), "qd366", "member"),
        ("outside", (), "qd366", "outside"),
        ("outside", (), "cv3993", "member"),
        ("", ("cell_secretary",), "qd366", "leader"),
        ("", ("committee_member",), "qd366", "member"),
        ("", (), "hd21", "member"),
    ],
)
def test_form_and_standards_follow_the_card_else_the_posts(
    category: str, posts: tuple[str, ...], regime: str, object_type: str
) -> None:
    member = a_member(review_category=category)
    one = of(regime, Person(member, posts=tuple(a_post(member, kind) for kind in posts)))

    assert (one.object_type, one.is_leader) == (object_type, object_type == "leader")
    assert one.civil_rating_due == (category in {"leader", "staff"})


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({"review_category": "staff"}, True),
        ({"residence_cell": "Chi bộ khu phố Mẫu"}, True),
        ({"review_category": "outside", "residence_cell": "Chi bộ khu phố Mẫu"}, False),
        ({}, False),
    ],
)
def test_the_cell_of_residence_is_asked_about_who_works(facts: dict[str, Any], due: bool) -> None:
    assert of("qd366", a_person(**facts)).residence_comment_due is due
    assert of("qd366", a_person("exempt", **facts)).residence_comment_due is False


def test_the_roster_waits_for_members_and_guests_but_not_for_who_is_gone() -> None:
    staying, guest, gone = (a_member(full_name=f"Nguyễn Văn {letter}") for letter in "AĐE")
    standings = [a_standing(guest, "temporary_here"), a_standing(gone, "died", started_on="2017-03")]
    year = a_year([staying, guest, gone], owned=standings)

    assert roster_gate(year).names == ("Nguyễn Văn A", "Nguyễn Văn Đ")
    found = {one.member_uid: one.is_gone for one in proposals(year, SHIPPED["cv3993"], DAY)}
    assert found == {staying.uid: False, guest.uid: False, gone.uid: True}


@pytest.mark.parametrize("ruleset", SHIPPED.values(), ids=SHIPPED.keys())
def test_no_rule_is_proposed_as_checked_without_a_document(ruleset: RuleSet) -> None:
    for one in ruleset.reasons:
        assert one.source.document or one.source.mark is Mark.UNVERIFIED
