"""What must be complete before the next act: the gates, through the services that ask them."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.targets import CELL, COLLECTIVE
from app.errors import Invalid, Refused
from app.rules.gates import Gate, review_gate
from tests.builders import a_database
from tests.services.review_acts import (
    YEAR,
    Begun,
    a_conference,
    a_suggested_point,
    a_turn_done,
    begun,
)

A_DECISION = {"number": "05-QĐ/ĐU", "dated_on": dt.date(2018, 1, 10)}


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database)
    database.close()


def gate(cell: Begun, rule: str, subject: str) -> Gate:
    return next(one for one in cell.review.gates(YEAR) if (one.rule, one.subject) == (rule, subject))


def test_a_person_with_an_unexplained_point_is_not_reviewed_and_the_others_are(cell: Begun) -> None:
    first, second, _ = cell.members
    a_suggested_point(cell, first.uid)
    conference = a_conference(cell)

    with pytest.raises(Refused) as refused:
        cell.review.turns.start(conference, first.uid, {})

    assert (refused.value.code, refused.value.params) == ("L-545", {"count": 1})
    assert cell.review.turns.start(conference, second.uid, {}).state == "under_review"
    closed = gate(cell, "R2-03", first.uid)
    assert (closed.code, closed.names) == ("gate.member_unexplained", (first.full_name,))
    assert gate(cell, "R2-03", COLLECTIVE).is_open


def test_a_finished_explanation_opens_the_gate(cell: Begun) -> None:
    point = a_suggested_point(cell, COLLECTIVE)
    cell.review.suggestions.explain(point, {"text": "Đã rõ"})
    assert not gate(cell, "R2-03", COLLECTIVE).is_open

    cell.review.suggestions.explain(point, {"finished_on": dt.date(2017, 12, 1)})

    assert gate(cell, "R2-03", COLLECTIVE).is_open
    assert cell.year.explanations[0].text == "Đã rõ"


def test_an_explanation_finished_on_the_day_of_the_sitting_or_later_came_too_late(cell: Begun) -> None:
    point = a_suggested_point(cell, COLLECTIVE)
    cell.review.suggestions.explain(point, {"finished_on": dt.date(2017, 12, 10)})

    assert not review_gate(cell.year, COLLECTIVE, dt.date(2017, 12, 9)).is_open
    assert not review_gate(cell.year, COLLECTIVE, dt.date(2017, 12, 10)).is_open
    assert review_gate(cell.year, COLLECTIVE, dt.date(2017, 12, 11)).is_open


def test_a_person_explains_before_the_day_of_the_review(cell: Begun) -> None:
    first, *_ = cell.members
    point = a_suggested_point(cell, first.uid)
    conference = a_conference(cell)
    held = dt.date(2017, 12, 9)
    cell.review.conferences.put_sitting(conference, 1, {"held_on": held})
    cell.review.suggestions.explain(point, {"finished_on": held})

    with pytest.raises(Refused) as refused:
        cell.review.turns.start(conference, first.uid, {})
    assert refused.value.code == "L-545"

    cell.review.suggestions.explain(point, {"finished_on": held - dt.timedelta(days=1)})
    assert cell.review.turns.start(conference, first.uid, {}).state == "under_review"


def test_what_was_not_suggested_in_writing_closes_nothing(cell: Begun) -> None:
    a_suggested_point(cell, COLLECTIVE, number="")

    assert gate(cell, "R2-03", COLLECTIVE).is_open


def test_only_a_written_decision_opens_a_closed_gate(cell: Begun) -> None:
    a_suggested_point(cell, COLLECTIVE)

    cell.review.suggestions.override_gate(
        YEAR, {"target": COLLECTIVE, "number": "15-CV/ĐU", "dated_on": dt.date(2017, 12, 2)}
    )

    assert gate(cell, "R2-03", COLLECTIVE).is_open


def test_the_roster_names_whose_dispositions_are_not_settled(cell: Begun) -> None:
    first, second, third = cell.members
    yes = {"review": "yes", "rating": "yes"}
    cell.review.population.settle(YEAR, {first.uid: yes, second.uid: {"review": "no", "rating": "exempt"}})

    open_ones = gate(cell, "R0-04", "year")
    assert (set(open_ones.names), open_ones.params) == (
        {second.full_name, third.full_name},
        {"count": 2},
    )

    cell.review.population.settle(YEAR, {second.uid: {"reason": "exempt_standing"}, third.uid: yes})
    assert gate(cell, "R0-04", "year").is_open


def test_who_was_not_reviewed_is_not_rated(cell: Begun) -> None:
    first, *_ = cell.members
    cell.review.population.settle(YEAR, {first.uid: {"review": "yes", "rating": "yes"}})
    with pytest.raises(Refused) as refused:
        cell.review.levels.propose(YEAR, first.uid, {"level": "good"})
    assert refused.value.code == "L-546"
    assert not gate(cell, "R4-01", first.uid).is_open

    a_turn_done(cell, a_conference(cell), first.uid)

    assert gate(cell, "R4-01", first.uid).is_open
    assert cell.review.levels.propose(YEAR, first.uid, {"level": "good"}).level == "good"


def test_a_year_without_a_review_has_no_gates(cell: Begun) -> None:
    assert cell.review.gates(2016) == ()


def test_a_level_of_another_regime_is_refused(cell: Begun) -> None:
    """R0-01: one year, one set of levels."""
    levels = cell.review.levels
    for target in (CELL, cell.members[0].uid):
        with pytest.raises(Invalid) as invalid:
            levels.recognise(YEAR, target, {**A_DECISION, "level": "hoan-thanh-2026"})
        (problem,) = invalid.value.problems
        assert (problem.field, problem.code) == ("level", "level.not_of_year")
    with pytest.raises(Invalid):
        levels.propose(YEAR, CELL, {"level": "excellent"})
    assert levels.propose(YEAR, CELL, {"level": "clean_strong"}).level == "clean_strong"
    assert levels.recognise(YEAR, cell.members[0].uid, {**A_DECISION, "level": "good"}).level == "good"
