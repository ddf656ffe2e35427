"""Where a cell stands in its year: what must come first is never passed over, whatever was done besides."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from app.rules.outlook import Outlook
from app.rules.year_course import StepStanding, YearStep, year_course
from app.year.review_year import ReviewYear
from tests.rules.finding_cases import DEPUTY, LETTER, NOW, uid_of
from tests.rules.honest_years import an_honest_year, both, changed, rules_of, with_list, without

RATING = {LETTER: "vote", NOW: "appraise"}
UNDECIDED = without("recognised_levels")
"""No level is recognised: the committee decided nothing yet."""


def course_of(year: ReviewYear, *, day: tuple[int, int] = (12, 20)) -> dict[str, YearStep]:
    outlook = Outlook(year, rules_of(year.year), dt.date(year.year, *day))
    return {one.code: one for one in year_course(outlook)}


def current(course: dict[str, YearStep]) -> list[str]:
    return [code for code, one in course.items() if one.standing is StepStanding.CURRENT]


def no_turn_of(member: int) -> object:
    def change(year: ReviewYear) -> ReviewYear:
        kept = tuple(one for one in year.review_turns if one.target != uid_of(year, member))
        return with_list(year, "review_turns", kept)

    return change


def unannounced(year: ReviewYear) -> ReviewYear:
    return changed("cycles", announced_on=None)(year)


def levels_first(of_year: int, *more: object) -> ReviewYear:
    """Return a year whose levels are entered, before the dossier is sent."""
    return both(UNDECIDED, unannounced, *more)(an_honest_year(of_year))  # type: ignore[arg-type]  # changes


@pytest.mark.parametrize("of_year", [LETTER, NOW])
def test_when_all_is_concluded_the_dossier_is_next(of_year: int) -> None:
    course = course_of(levels_first(of_year))
    assert current(course) == ["send"]
    assert course["review_members"].standing is StepStanding.DONE


@pytest.mark.parametrize("of_year", [LETTER, NOW])
def test_who_was_not_reviewed_yet_is_reviewed_before_levels_whatever_is_entered_of_them(of_year: int) -> None:
    course = course_of(levels_first(of_year, no_turn_of(DEPUTY)))
    assert current(course) == ["review_members"]
    assert (course["review_members"].opens.page, course["review_members"].opens.field) == (
        "conference",
        "turns",
    )
    assert course[RATING[of_year]].standing is StepStanding.DONE


@pytest.mark.parametrize("of_year", [LETTER, NOW])
def test_without_a_conference_nobody_goes_on_to_levels(of_year: int) -> None:
    nothing = [without(name) for name in ("conferences", "review_turns", "sittings")]
    course = course_of(levels_first(of_year, *nothing))
    assert current(course) == ["review_members"]
    assert course["review_members"].opens.field == "conference"
    assert course["review_collective"].standing is StepStanding.PASSED


@pytest.mark.parametrize("of_year", [LETTER, NOW])
@pytest.mark.parametrize("state", ["planned", "open"])
def test_a_conference_that_is_not_closed_is_gone_on_with(of_year: int, state: str) -> None:
    course = course_of(levels_first(of_year, changed("conferences", state=state)))
    assert current(course) == ["review_collective"]
    assert course["review_collective"].opens.page == "conference"


def test_a_self_review_that_is_wanting_is_waited_for_until_the_review_is_over() -> None:
    waiting = levels_first(NOW, changed("self_reviews", 0, state="draft"), no_turn_of(DEPUTY))
    assert current(course_of(waiting)) == ["writing"]
    over = course_of(levels_first(NOW, changed("self_reviews", 0, state="draft")))
    assert current(over) == ["send"]
    assert (over["writing"].standing, over["writing"].is_begun) == (StepStanding.PASSED, True)


@pytest.mark.parametrize("of_year", [LETTER, NOW])
def test_once_the_committee_decided_nothing_before_is_waited_for(of_year: int) -> None:
    decided = both(unannounced, no_turn_of(DEPUTY))(an_honest_year(of_year))  # type: ignore[arg-type]  # changes
    course = course_of(decided)
    assert current(course) == ["announce"]
    assert course["review_members"].standing is StepStanding.PASSED
    assert course["review_members"].is_begun


@pytest.mark.parametrize("of_year", [LETTER, NOW])
def test_a_year_that_is_only_begun_waits_for_its_autumn(of_year: int) -> None:
    kept = {"members", "posts", "standings", "cycles", "rounds", "population", "commitments", "programmes"}
    bare = an_honest_year(of_year)
    lists = [one.name for one in dataclasses.fields(bare) if isinstance(getattr(bare, one.name), tuple)]
    gone = [without(name) for name in lists if name not in kept]
    course = course_of(unannounced(both(*gone)(bare)), day=(3, 20))
    assert {one.standing for one in course.values()} == {StepStanding.NEXT, StepStanding.AHEAD}
    assert course["plan"].begins_on
    assert course["plan"].begins_on >= dt.date(of_year, 9, 1)


@pytest.mark.parametrize("of_year", range(2014, 2027))
def test_every_year_has_its_course_and_one_place_to_go_on(of_year: int) -> None:
    """Whatever its rules: from the first day to the announcement at most one step is the present one."""
    whole = levels_first(of_year)
    for change in (both(), no_turn_of(DEPUTY), without("conferences")):
        course = course_of(change(whole))  # type: ignore[operator]  # a change
        assert len(course) == len(rules_of(of_year).steps) > 8
        present = [
            one for one in course.values() if one.standing in {StepStanding.CURRENT, StepStanding.NEXT}
        ]
        assert len(present) == 1
        assert present[0].opens.page


def test_where_no_collective_reviews_itself_its_steps_are_left_out() -> None:
    course = course_of(levels_first(LETTER, changed("cycles", collective_subject="none")))
    assert {"review_collective", "complete_report"}.isdisjoint(course)
    assert current(course) == ["send"]


def test_without_a_review_there_is_no_course() -> None:
    assert course_of(without("cycles")(an_honest_year())) == {}
