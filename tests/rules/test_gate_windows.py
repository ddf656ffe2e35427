"""When a closed gate is among what is to do, and from when it must be done first (rulings.md 2.3, 2.5)."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.conferences import Conference, ConferenceState, Sitting
from app.rules.ruleset_files import shipped
from app.year.review_year import ReviewYear
from tests.rules.honest_years import a, added, an_honest_year, both, changed, without
from tests.rules.test_findings import LATER, looked_over

YEAR = 2017
WRITING = dt.date(YEAR, 11, 30)
"""Deadline of the rule set for the papers."""
AFTER_LETTER = tuple(
    name for name in LATER if not name.startswith("suggestion") or name == "suggestion_conclusions"
)


def unexplained(due: dt.date | None = None) -> ReviewYear:
    """Return November after the letter came: nobody has met, nothing is explained."""
    early = both(*(without(name) for name in AFTER_LETTER), without("milestones"))(an_honest_year(YEAR))
    return changed("suggestion_points", due_on=due)(early)


def told(year: ReviewYear, day: dt.date, id_: str = "R2-03") -> tuple[str, dt.date | None] | None:
    found = looked_over(year, day).get(id_)
    return (found.severity, found.due) if found else None


def planned(day: dt.date, state: ConferenceState = ConferenceState.PLANNED) -> ReviewYear:
    conference = a(Conference, YEAR, state=state)
    sitting = a(Sitting, YEAR, conference=conference.uid, held_on=day)
    return both(added("conferences", conference), added("sittings", sitting))(unexplained())


def test_an_explanation_is_to_do_until_its_day_and_then_comes_first() -> None:
    assert told(unexplained(), dt.date(YEAR, 11, 15)) == ("todo", WRITING)
    assert told(unexplained(), WRITING) == ("todo", WRITING)
    assert told(unexplained(), WRITING + dt.timedelta(days=1)) == ("block", WRITING)


def test_the_day_of_the_upper_committee_comes_before_that_of_the_rule_set() -> None:
    due = dt.date(YEAR, 11, 20)
    assert told(unexplained(due), due) == ("todo", due)
    assert told(unexplained(due), due + dt.timedelta(days=1)) == ("block", due)


def test_it_is_to_be_done_before_the_first_sitting_that_is_planned() -> None:
    early = planned(dt.date(YEAR, 11, 25))
    assert told(early, dt.date(YEAR, 11, 24)) == ("todo", dt.date(YEAR, 11, 24))
    assert told(early, dt.date(YEAR, 11, 25)) == ("block", dt.date(YEAR, 11, 24))


def test_once_a_conference_is_open_it_comes_first_whatever_the_day() -> None:
    opened = planned(dt.date(YEAR, 11, 25), ConferenceState.OPEN)
    assert told(opened, dt.date(YEAR, 11, 20)) == ("block", dt.date(YEAR, 11, 24))


def test_who_was_absent_is_to_do_until_the_days_of_review_are_over_and_later_where_a_sitting_is_planned() -> (
    None
):
    unrated = ("proposed_levels", "recognised_levels", "milestones", "review_turns")
    met = both(*(without(name) for name in unrated))(an_honest_year(YEAR))
    last, later = dt.date(YEAR, 12, 15), dt.date(YEAR, 12, 18)
    assert told(met, last, "R4-01") == ("todo", last)
    assert told(met, later, "R4-01") == ("block", last)
    conference = a(Conference, YEAR)
    sitting = a(Sitting, YEAR, conference=conference.uid, held_on=later)
    again = both(added("conferences", conference), added("sittings", sitting))(met)
    assert told(again, later, "R4-01") == ("todo", later)
    assert told(again, later + dt.timedelta(days=1), "R4-01") == ("block", later)


def test_before_anybody_met_nobody_is_called_unreviewed() -> None:
    early = both(*(without(name) for name in LATER))(an_honest_year(YEAR))
    assert told(early, dt.date(YEAR, 12, 28), "R4-01") is None


@pytest.mark.parametrize("id_", shipped())
def test_every_rule_set_has_the_days_of_the_gates(id_: str) -> None:
    codes = {one.code for one in shipped()[id_].deadlines}
    assert {"writing", "review_members"} <= codes
