"""Each finding on a careless, an honest and a not-applicable cell (rulings.md 2.6)."""

from __future__ import annotations

import datetime as dt
import importlib

import pytest

from app.common.messages import shown
from app.domain.commitments import AssignedTask
from app.domain.scores import ScoredBy, ScoreItem, ScoreSheet
from app.rules.findings.engine import Finding, findings
from app.rules.findings.requirement import Kind, requirements
from app.rules.outlook import Outlook
from app.rules.ruleset import RuleSet
from app.year.review_year import ReviewYear
from tests.rules.finding_cases import CASES, DEPUTY, LETTER, NOW, PLAIN, mute, uid_of
from tests.rules.honest_years import a, added, an_honest_year, both, rules_of, without


def looked_over(
    year: ReviewYear, today: dt.date | None = None, ruleset: RuleSet | None = None, **more: object
) -> dict[str, Finding]:
    """Return what the engine finds in the year as of its last day, by id."""
    rules = ruleset or rules_of(year.year)
    outlook = Outlook(year, rules, today or dt.date(year.year, 12, 31), **more)  # type: ignore[arg-type]  # texts
    return {one.id: one for one in findings(outlook)}


FINDINGS = [one.id for one in requirements() if one.kind is Kind.FINDING]
SPECIAL = {"C-05", "C-12"}
"""Held by tests of their own below."""


def test_every_finding_has_its_three_cells() -> None:
    assert set(CASES) | SPECIAL == set(FINDINGS)


@pytest.mark.parametrize("year", [LETTER, NOW])
def test_an_honest_year_has_nothing_to_see_to(year: int) -> None:
    assert looked_over(an_honest_year(year)) == {}


REPEATED = {"R2-11"}


@pytest.mark.parametrize("id_", CASES)
def test_a_careless_cell_is_told(id_: str) -> None:
    of_year, careless, _ = CASES[id_]
    year = careless(an_honest_year(of_year))
    found = looked_over(year, ruleset=_rules(id_), repeated=_repeated(id_, year))
    assert id_ in found, sorted(found)
    assert found[id_].sentence
    assert "{" not in found[id_].sentence


@pytest.mark.parametrize("id_", CASES)
def test_where_it_does_not_apply_nothing_is_told(id_: str) -> None:
    of_year, _, elsewhere = CASES[id_]
    found = looked_over(elsewhere(an_honest_year(of_year)))
    assert id_ not in found or (not found[id_].sentence and id_ in {"R4-06", "C-07"}), found[id_].sentence


def _rules(id_: str) -> RuleSet | None:
    """Return the rules of the cell: in 2017 there is no least duration until the cell enters one (R3-11)."""
    if id_ != "R3-11":
        return None
    rules = rules_of(LETTER)
    return rules.model_copy(update={"time": rules.time.model_copy(update={"least_minutes": 180})})


def _repeated(id_: str, year: ReviewYear) -> dict[str, str]:
    return {uid_of(year, PLAIN): "hai đoạn giống năm trước"} if id_ in REPEATED else {}


def pointed(points: float, outcome: str) -> ReviewYear:
    """Return the year in which the plain member has so many points, and tasks of which one ended so."""
    year = an_honest_year(NOW)
    uid = uid_of(year, PLAIN)
    frame = next(one for one in rules_of(NOW).score_frames if one.code == "member")
    codes = [f"{group.code}.{item.code}" for group in frame.groups for item in group.items]
    sheet = a(ScoreSheet, NOW, target=uid, scored_by=ScoredBy.SELF)
    shares = {codes[0]: points - 70, codes[-1]: 70.0}
    items = [a(ScoreItem, NOW, sheet=sheet.uid, item=code, points=shares.get(code, 0)) for code in codes]
    tasks = [
        a(AssignedTask, NOW, target=uid, task="Việc mẫu", outcome=one) for one in (*["on_time"] * 9, outcome)
    ]
    return both(added("score_sheets", sheet), added("score_items", *items), added("assigned_tasks", *tasks))(
        year
    )


def test_points_and_conditions_that_differ_are_told_both() -> None:
    """C-05: 75 points with one late task."""
    found = looked_over(pointed(75, "late"))["C-05"]
    assert found.names == ("Lê Văn Giả",)
    assert "Hoàn thành tốt" in found.sentence
    assert "Hoàn thành nhiệm vụ" in found.sentence
    assert "C-05" not in looked_over(pointed(75, "on_time"))
    assert "C-05" not in looked_over(an_honest_year(LETTER))


def test_a_rating_after_the_last_day_is_told() -> None:
    """C-12."""
    unrated = both(without("proposed_levels"), without("recognised_levels"))
    late = dt.date(NOW + 1, 1, 4)
    assert "C-12" in looked_over(unrated(an_honest_year(NOW)), late)
    assert "C-12" not in looked_over(unrated(an_honest_year(NOW)))
    assert "C-12" not in looked_over(an_honest_year(NOW), late)


GATES = {
    "R0-04": without("population"),
    "R2-03": without("explanations"),
    "R4-01": without("review_turns"),
}


@pytest.mark.parametrize("id_", GATES)
def test_a_closed_gate_is_a_finding_that_must_be_done_first(id_: str) -> None:
    found = looked_over(GATES[id_](an_honest_year()))
    assert found[id_].severity == "block"
    assert found[id_].sentence
    assert {one.id for one in requirements() if one.kind is Kind.GATE} == set(GATES)


REFUSED = {
    "R0-01": "test_review_gates.test_a_level_of_another_regime_is_refused",
    "R0-06": "test_review_ballots.test_sums_that_cannot_be_are_refused_by_name",
    "R4-11": "test_review_ballots.test_a_wrong_sum_of_a_line_is_named_by_its_place",
    "R5-03": "test_review_rounds.test_an_order_opens_a_second_round_and_the_first_stays_as_it_was",
    "R5-08": "test_review_rounds.test_a_shortcoming_carried_from_last_year_is_answered_never_deleted",
}
"""Attempted, refused, and the way that is allowed: the tests of the services."""


def test_every_refusal_is_tried_refused_and_has_an_allowed_way() -> None:
    assert {one.id for one in requirements() if one.kind is not Kind.GATE and one.codes} == set(REFUSED)
    for place in REFUSED.values():
        module, name = place.split(".")
        assert hasattr(importlib.import_module(f"tests.services.{module}"), name)


def test_what_cannot_be_told_yet_is_neither_a_yes_nor_silence() -> None:
    year = without("proposed_levels")(an_honest_year())
    found = looked_over(year)["R4-14"]
    assert not found.sentence
    assert found.unknown


def test_the_same_absence_is_not_told_twice() -> None:
    """Who said nothing at all stands in R3-07 and not once more among those who left somebody out (R3-05)."""
    found = looked_over(mute(DEPUTY)(an_honest_year()))
    assert found["R3-07"].names == ("Trần Thị Thử",)
    assert "R3-05" not in found


LATER = (
    *("self_reviews", "collective_reports", "section_texts", "shortcomings", "conferences", "sittings"),
    *("attendance", "guests", "review_turns", "opinions", "suggestion_conclusions", "defect_tags"),
    *("ballots", "ballot_lines", "ballot_counts", "score_sheets", "proposed_levels", "recognised_levels"),
    *("suggestion_letters", "suggestion_points", "explanations", "outside_opinions", "outside_ratings"),
)


@pytest.mark.parametrize("month", range(1, 10))
def test_nothing_is_said_about_december_before_its_time(month: int) -> None:
    early = both(*(without(name) for name in LATER))(an_honest_year())
    assert looked_over(early, dt.date(LETTER, month, 15)) == {}


@pytest.mark.parametrize(
    ("year", "quiet", "told", "due"),
    [
        (NOW, (1, 5), (2, 10), (2, 28)),
        # 2952-CV/BTCTW asked for the commitments of 2017 on 20 June: until late summer nothing is due.
        (LETTER, (8, 1), (8, 20), (9, 30)),
    ],
)
def test_before_its_stage_a_matter_is_among_what_is_to_do_from_its_month_on(
    year: int, quiet: tuple[int, int], told: tuple[int, int], due: tuple[int, int]
) -> None:
    early = both(*(without(name) for name in (*LATER, "commitments")))(an_honest_year(year))
    assert "R1-05" not in looked_over(early, dt.date(year, *quiet))
    found = looked_over(early, dt.date(year, *told))["R1-05"]
    assert (found.severity, found.due) == ("todo", dt.date(year, *due))


@pytest.mark.parametrize("month", range(1, 8))
def test_in_2017_nobody_is_asked_for_a_commitment_before_summer_is_over(month: int) -> None:
    early = both(*(without(name) for name in (*LATER, "commitments")))(an_honest_year())
    assert looked_over(early, dt.date(LETTER, month, 15)) == {}


def test_numbers_are_written_as_people_here_write_them() -> None:
    year = CASES["R4-06"][1](an_honest_year())
    assert "100% số hoàn thành tốt nhiệm vụ; mức trần 15%" in looked_over(year)["R4-06"].sentence
    assert shown(27.27) == "27,3"
