"""The home page reminds of what is missing, once per matter, and of nothing else."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from app.domain.self_reviews import EarlierShortcoming
from app.rules.missing import Missing, missing
from app.year.review_year import ReviewYear
from tests.builders import a_member, a_paper, a_standing, a_submission, a_year, an_issued_paper

IN_DECEMBER = dt.date(2017, 12, 6)
IN_JUNE = dt.date(2017, 6, 1)


def codes(year: ReviewYear, today: dt.date = IN_DECEMBER) -> list[str]:
    return [one.code for one in missing(year, today)]


def only(code: str, year: ReviewYear, today: dt.date = IN_DECEMBER) -> Missing:
    (found,) = [one for one in missing(year, today) if one.code == code]
    return found


def test_a_cell_that_has_done_everything_hears_nothing() -> None:
    assert codes(a_year(papers=[an_issued_paper()], submissions=[a_submission()])) == []


@pytest.mark.parametrize("field", ["born_on", "sex", "admitted_on", "card_number"])
def test_a_missing_fact_is_one_line_with_all_members_concerned(field: str) -> None:
    members = [
        a_member(),
        a_member(full_name="Trần Thị B", **{field: ""}),
        a_member(full_name="Lê C", **{field: ""}),
    ]

    found = only(f"member.no_{field}", a_year(members))

    assert [one.full_name for one in found.members] == ["Trần Thị B", "Lê C"]
    assert (found.page, found.subject, found.field_name) == ("members", members[1].uid, field)


@pytest.mark.parametrize(
    ("facts", "today", "reminded"),
    [
        ({"admitted_on": "2016-12-06"}, IN_DECEMBER, True),
        ({"admitted_on": "2016-12-07"}, IN_DECEMBER, False),
        ({"admitted_on": "2016-12"}, IN_DECEMBER, False),
        ({"admitted_on": "2016"}, dt.date(2017, 12, 30), False),
        ({"admitted_on": "2016"}, dt.date(2017, 12, 31), True),
        ({"admitted_on": ""}, IN_DECEMBER, False),
        ({"admitted_on": "2010-01-01", "official_on": "2011-01-01"}, IN_DECEMBER, False),
    ],
)
def test_an_official_date_is_missed_only_when_probation_is_surely_over(
    facts: dict[str, Any], today: dt.date, reminded: bool
) -> None:
    year = a_year([a_member(**{"official_on": "", **facts})])

    assert ("member.no_official_on" in codes(year, today)) is reminded


@pytest.mark.parametrize(
    ("admitted_on", "told"),
    [("2017-02-04", True), ("2017-02-05", False), ("2016-12-07", True), ("2016-12-06", False)],
)
def test_the_end_of_probation_is_told_in_time_to_prepare_it(admitted_on: str, told: bool) -> None:
    year = a_year([a_member(admitted_on=admitted_on, official_on="")])
    assert ("member.probation_ends" in codes(year, IN_DECEMBER)) is told


def test_a_badge_is_told_in_time_but_not_of_guests_and_who_has_left() -> None:
    members = [a_member(admission_decided_on="1988-01-20", full_name=f"Nguyễn Văn {name}") for name in "AĐE"]
    lives = [a_standing(members[1], "temporary_here"), a_standing(members[2], "transferred_out")]
    year = a_year(members, owned=lives)
    (line,) = [one for one in missing(year, IN_DECEMBER) if one.code == "member.badge_soon"]
    assert (line.members, line.weight) == ((members[0],), "note")
    assert "member.badge_soon" not in codes(year, dt.date(2017, 12, 4))


def test_nothing_is_asked_about_who_has_left() -> None:
    staying, gone = a_member(), a_member(full_name="Trần Thị B", born_on="", card_number="")
    year = a_year([staying, gone], owned=[a_standing(gone, "died", started_on="2017-11")])
    assert not [code for code in codes(year, IN_DECEMBER) if code.startswith("member")]


def test_an_empty_cell_has_one_first_step_and_no_dossier_yet() -> None:
    assert codes(a_year([]), dt.date(2017, 12, 4)) == ["members.none"]


def test_the_secretary_should_stand_in_the_list() -> None:
    found = only("cell.secretary_not_listed", a_year(cell_secretary="Phạm Văn D"))

    assert (found.weight, found.params) == ("note", {"name": "Phạm Văn D"})


@pytest.mark.parametrize(
    ("today", "due"), [(IN_JUNE, False), (dt.date(2017, 10, 1), True), (dt.date(2018, 1, 9), True)]
)
def test_the_dossier_is_missed_from_october_on(today: dt.date, due: bool) -> None:
    assert codes(a_year(), today) == (["paper.no_submission", "package.none"] if due else [])


def test_a_paper_being_prepared_opens_from_the_line_that_misses_it() -> None:
    paper = a_paper()

    assert only("paper.no_submission", a_year(papers=[paper])).subject == paper.uid
    assert only("paper.not_issued", a_year(papers=[paper])).params == {"count": 1}


def test_an_interrupted_writing_is_told() -> None:
    year = a_year(papers=[an_issued_paper()], submissions=[a_submission(state="writing", written_at=None)])

    assert codes(year) == ["package.unfinished", "package.none"]


def test_a_paper_issued_after_the_package_is_told() -> None:
    later = an_issued_paper(issued_at=dt.datetime.fromisoformat("2017-12-06T08:00+00:00"))

    assert codes(a_year(papers=[an_issued_paper(), later], submissions=[a_submission()])) == [
        "package.older_than_papers"
    ]


def test_a_first_year_is_reminded_of_the_years_before_until_they_are_known_or_the_dossier_is_sent() -> None:
    first = dataclasses.replace(a_year(), past_levels=())
    shortcoming = EarlierShortcoming(uid="a", year=2017, target="cell", text="Họp thưa", from_year=2016)

    found = only("earlier.none", first)

    assert (found.page, found.weight) == ("earlier", "note")
    for known in (
        a_year(),
        dataclasses.replace(first, earlier_shortcomings=(shortcoming,)),
        dataclasses.replace(first, submissions=(a_submission(),)),
        dataclasses.replace(first, members=()),
    ):
        assert "earlier.none" not in codes(known)


def test_what_weighs_more_comes_first() -> None:
    weights = [one.weight for one in missing(a_year(papers=[a_paper()], cell_secretary="D"), IN_DECEMBER)]

    assert weights == ["answer", "answer", "note", "note"]


def test_the_submission_of_the_rating_is_a_submission_too() -> None:
    year = a_year(papers=[an_issued_paper(kind="rating_submission")])

    assert "paper.no_submission" not in codes(year)
