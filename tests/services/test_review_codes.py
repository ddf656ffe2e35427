"""Every code that a service stores is one of the year's rules, and so is every code of a loaded dump."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from app.common.messages import problem_sentence, sentence
from app.domain.targets import COLLECTIVE, Code
from app.domain.types import Record
from app.errors import Invalid, Refused
from app.practice.plan import PracticePlan
from app.rules.year_codes import CHOICES
from app.services.loaded_years import read_year
from app.year.dump import dump, record_lists
from tests.acts.others import ENDING
from tests.acts.stage import YEAR, Act, Stage, a_stage
from tests.acts.table import SETTING
from tests.builders import a_database
from tests.practice.years import known
from tests.services.review_acts import Begun, a_conference, a_suggested_point, begun

LISTS = record_lists()
HELD_ELSEWHERE = {
    ("Cycle", "ruleset"): "taken from the set that the cycle begins with, never typed",
    ("FindingAnswer", "about"): "names a record, not a word of the rules",
}
"""Coded fields that are no choice by the rules, and why."""
SPOKEN_OTHERWISE = {
    "ballots.add": ("votes", lambda s: s.review.ballots.add(
        s.there["conferences"], {}, [{"target": "cell", "votes": {"nowhere": 0}}])),
    "ballots.save": ("votes", lambda s: s.review.ballots.save(
        s.there["ballots"], {}, [{"target": "cell", "votes": {"nowhere": 4}}])),
    "scores.put": ("items", lambda s: s.review.scores.put(
        YEAR, "cell", "appraised", {"round_number": 2}, {"nowhere": {"points": 1}})),
    "population.settle": ("reason", lambda s: s.review.population.settle(
        YEAR, {s.uid("A"): {"reason": "nowhere"}})),
    "turns.conclude_opinion": ("area", lambda s: s.review.turns.conclude_opinion(
        s.there["opinions"], {"area": "nowhere"})),
    "findings.answer": ("finding", lambda s: s.review.findings.answer(
        YEAR, "nowhere", ["cell"], {"text": "x"})),
}  # fmt: skip
"""Acts that take a code not as a field of the record they return."""
TAKEN_FROM_WHAT_IS_THERE = {
    "cycles.begin",
    "frames.take_bases",
    "population.settle_as_proposed",
    "collective_reports.complete",
}
"""Acts that choose by themselves."""


def coded(kind: type[Record]) -> list[str]:
    hints = get_type_hints(kind, include_extras=True)
    return [name for name in kind.model_fields if hints.get(name) == Code]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    stage = a_stage(tmp_path_factory.mktemp("ma") / "so")
    for act in SETTING:
        stage.carry_out(act)
    yield stage
    stage.core.close()


def test_every_coded_field_has_its_choice() -> None:
    fields = {(kind.__name__, name) for kind in LISTS.values() for name in coded(kind)}
    chosen = {(kind.__name__, name) for kind, choices in CHOICES.items() for name in choices}

    assert fields - chosen == set(HELD_ELSEWHERE)
    assert chosen - fields == set()


def acts() -> list[tuple[Act, str]]:
    return [
        (act, field)
        for act in (*SETTING, *ENDING)
        if act.method not in SPOKEN_OTHERWISE.keys() | TAKEN_FROM_WHAT_IS_THERE
        for field in coded(LISTS[act.list])
        if field in act.sets
    ]


def test_every_coded_field_is_walked() -> None:
    by_acts = {(LISTS[act.list].__name__, field) for act, field in acts()}
    otherwise = {
        ("BallotCount", "level"), ("ScoreItem", "item"), ("ScoreItem", "grade"), ("Population", "reason"),
        ("Population", "object_type"), ("FindingAnswer", "finding"),
    }  # fmt: skip
    fields = {(kind.__name__, name) for kind in LISTS.values() for name in coded(kind)}

    assert fields - by_acts - otherwise == set(HELD_ELSEWHERE)


def refused(stage: Stage, do: Any) -> list[str]:
    before = stage.core.years.dump(YEAR)
    with pytest.raises(Invalid) as error:
        do(stage)
    assert stage.core.years.dump(YEAR) == before
    assert all(problem_sentence(one) for one in error.value.problems)
    assert {one.code.rpartition(".")[2] for one in error.value.problems} <= {"not_of_year", "none_of_year"}
    return [one.field for one in error.value.problems]


@pytest.mark.parametrize(("act", "field"), acts(), ids=lambda one: getattr(one, "method", one))
def test_an_unknown_code_is_refused_and_nothing_changes(stage: Stage, act: Act, field: str) -> None:
    assert refused(stage, lambda there: there.carry_out(act, **{field: "nowhere"})) == [field]


@pytest.mark.parametrize("method", sorted(SPOKEN_OTHERWISE))
def test_an_unknown_code_within_is_refused_too(stage: Stage, method: str) -> None:
    assert refused(stage, SPOKEN_OTHERWISE[method][1])


@pytest.mark.parametrize("field", ["reason", "object_type"])
def test_a_disposition_takes_only_words_of_the_rules(stage: Stage, field: str) -> None:
    settle = stage.review.population.settle
    assert refused(stage, lambda s: settle(YEAR, {s.uid("A"): {field: "nowhere"}})) == [field]


def test_a_grade_is_refused_where_the_rules_give_points(stage: Stage) -> None:
    item = {"political_task": {"grade": "grade_good"}}
    put = stage.review.scores.put
    assert refused(stage, lambda _: put(YEAR, "cell", "appraised", {"round_number": 2}, item)) == ["grade"]


def test_a_level_of_a_member_is_none_of_the_cell(stage: Stage) -> None:
    put = stage.review.collective_reports.put
    assert refused(stage, lambda _: put(YEAR, "draft", {"self_level": "excellent"}, 2)) == ["self_level"]


def test_what_was_stored_before_the_rules_changed_stays_editable(stage: Stage) -> None:
    """Only a code that is being changed is asked about."""
    one = stage.there["self_reviews"]
    with stage.review.database.write("self_review.put") as work:
        work.change(type(one), one.uid, work.get(type(one), one.uid).rev, self_level="of_old")
    kept = stage.review.self_reviews.put(YEAR, stage.uid("A"), {"sheets": 7}, 2)
    assert (kept.self_level, kept.sheets) == ("of_old", 7)
    stage.review.self_reviews.put(YEAR, stage.uid("A"), {"self_level": "good"}, 2)


def wrecked(text: str, name: str, field: str) -> tuple[str, int, str]:
    """Return a dump with an unknown code in the first record that has one there, its line and its place."""
    value = json.loads(text)
    at = next(at for at, one in enumerate(value[name]) if one[field])
    value[name][at][field] = "nowhere"
    broken = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    line = next(n for n, one in enumerate(broken.splitlines(), 1) if f'"{field}": "nowhere"' in one)
    return broken, line, f"{name}[{at}].{field}"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("self_reviews", "self_level"), ("section_texts", "section"), ("ballot_counts", "level"),
        ("population", "object_type"), ("milestones", "code"), ("proposed_levels", "level"),
    ],
)  # fmt: skip
def test_a_dump_with_an_unknown_code_is_refused_with_line_place_and_reason(name: str, field: str) -> None:

    broken, line, place = wrecked(dump(known(PracticePlan(2017, 3))), name, field)
    with pytest.raises(Refused) as error:
        read_year(broken)
    assert error.value.code == "L-559"
    assert (error.value.params["line"], error.value.params["place"]) == (line, place)
    assert "2017" in sentence(error.value)


def test_a_dump_whose_rules_do_not_read_is_refused_with_its_place() -> None:

    value = json.loads(dump(known(PracticePlan(2017, 3))))
    value["cycles"][0]["ruleset_snapshot"] = "{}"
    with pytest.raises(Refused) as error:
        read_year(json.dumps(value))
    assert (error.value.code, error.value.params["place"]) == ("L-521", "cycles[0].ruleset_snapshot")


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database)
    database.close()


def test_a_turn_asks_for_the_explanation_by_the_same_day_as_the_opening(cell: Begun) -> None:
    first, *_ = cell.members
    late = {"finished_on": dt.date(2017, 12, 10), "text": "Rõ"}
    for target in (first.uid, COLLECTIVE):
        cell.review.suggestions.explain(a_suggested_point(cell, target), late)
    conference = a_conference(cell)
    cell.review.conferences.put_sitting(conference, 1, {"held_on": dt.date(2017, 12, 9)})

    for target in (first.uid, COLLECTIVE):
        with pytest.raises(Refused) as error:
            cell.review.turns.start(conference, target, {})
        assert error.value.code == "L-545"

    cell.review.conferences.put_sitting(conference, 2, {"held_on": dt.date(2017, 12, 11)})
    assert cell.review.turns.start(conference, first.uid, {}).state == "under_review"
    with pytest.raises(Refused):
        cell.review.turns.start(conference, COLLECTIVE, {})
