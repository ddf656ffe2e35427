"""The careless year: each planted fault is told once, by the gate or finding that the data file names."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.practice.careless import PLANTS, Defect, defects, planted
from app.practice.plan import PracticePlan
from app.rules.findings.engine import Finding, findings
from app.rules.findings.requirement import requirements
from app.rules.gates import RATING_READS, REVIEW_READS, Gate, gates, rating_gate, review_gate
from app.rules.outlook import Outlook
from app.rules.ruleset import from_snapshot
from app.rules.ruleset_files import for_year
from app.rules.similar_texts import Text, similar_paragraphs
from app.year.dump import dump
from app.year.review_year import ReviewYear
from tests.builders import PASSWORD, seams
from tests.practice.years import known, made

YEARS = (2017, 2026)
OTHER_YEARS = (2014, 2016, 2018, 2021, 2024, 2025)


def plans(year: int, members: int) -> tuple[PracticePlan, PracticePlan]:
    return PracticePlan(year, members), PracticePlan(year, members, careless=True)


def wanted(plan: PracticePlan) -> tuple[Defect, ...]:
    ruleset = for_year(plan.year)
    assert ruleset is not None
    return planted(plan, ruleset)


def closed(year: ReviewYear) -> list[Gate]:
    return [gate for gate in gates(year) if not gate.is_open]


def told(year: ReviewYear) -> tuple[Finding, ...]:
    ruleset = from_snapshot(year.cycles[0].ruleset_snapshot)
    return findings(Outlook(year, ruleset, dt.date(year.year + 1, 1, 10), copied(year)))


def copied(year: ReviewYear) -> Mapping[str, str]:
    """Return of whom a self-review shares paragraphs with another one."""
    writers = {one.uid: one.member_uid for one in year.self_reviews}
    texts = [
        Text(writers[one.owner], year.year, one.section, one.text)
        for one in year.section_texts
        if one.owner in writers
    ]
    found: dict[str, str] = {}
    for pair in similar_paragraphs(texts):
        found |= dict.fromkeys((pair.one.source.owner, pair.other.source.owner), "x")
    return found


@pytest.mark.parametrize(
    ("year", "members"),
    [
        *((year, members) for year in YEARS for members in (3, 18)),
        *(pytest.param(year, members, marks=pytest.mark.slow) for year in YEARS for members in (30, 60)),
        *(pytest.param(year, 18, marks=pytest.mark.slow) for year in OTHER_YEARS),
    ],
)
def test_each_fault_is_told_once_and_nothing_else_is(year: int, members: int) -> None:
    well, careless = plans(year, members)
    rules = known(careless).cycles[0].ruleset

    before = Counter(one.id for one in told(known(well)))
    after = Counter(one.id for one in told(known(careless)))

    assert set(before) == {"R5-09"}
    assert after - before == Counter(one.rule(rules) for one in wanted(careless))
    assert Counter(gate.rule for gate in closed(known(careless))) == Counter(
        one.rule(rules) for one in wanted(careless) if one.told_by == "gate"
    )


@pytest.mark.parametrize("year", YEARS)
def test_a_fault_weighs_and_concerns_what_the_file_says(year: int) -> None:
    _, careless = plans(year, 18)
    whole = known(careless)
    found = {one.id: one for one in told(whole)}

    for one in wanted(careless):
        finding = found[one.rule(whole.cycles[0].ruleset)]
        assert finding.severity == one.weight, one.id
        assert finding.sentence, one.id
        if one.concerns == "member" and one.id != "copied_review":
            assert len(finding.subjects) == 1, one.id
    assert len(found["R2-11"].subjects) == 2


@pytest.mark.parametrize("year", YEARS)
def test_twenty_are_planted_into_a_usual_cell_and_fewer_into_a_small_one(year: int) -> None:
    assert len(wanted(plans(year, 18)[1])) == 20
    assert 0 < len(wanted(plans(year, 3)[1])) < 20


def test_every_fault_is_a_known_requirement_and_has_its_plant() -> None:
    assert [one.id for one in defects()] == list(dict.fromkeys(one.id for one in defects()))
    assert {one.id for one in defects()} == set(PLANTS)
    known_ids = {one.id for one in requirements()}
    assert {one.requirement for one in defects()} <= known_ids
    assert {rule for one in defects() for rule in one.told_as.values()} <= known_ids


@pytest.mark.parametrize("year", YEARS)
def test_the_careless_year_comes_back_from_its_dump(tmp_path: Path, year: int) -> None:
    text = dump(known(plans(year, 18)[1]))

    core, _ = bootstrap.load_cell(tmp_path / "so", PASSWORD, text, seams())
    assert core.years.dump(year) == text
    core.close()


def test_the_same_careless_plan_gives_the_same_year() -> None:
    _, plan = plans(2017, 3)

    assert dump(made(plan)) == dump(known(plan))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2, 3, 4])
def test_another_seed_has_the_same_faults(seed: int) -> None:
    whole = made(PracticePlan(2026, 18, seed, careless=True))

    assert {gate.rule for gate in closed(whole)} == {"R0-04", "R2-03", "R4-01"}


def test_a_gate_needs_no_more_of_the_year_than_it_says() -> None:
    whole = known(plans(2017, 18)[1])
    for one in gates(whole):
        if one.rule == "R2-03":
            assert review_gate(with_only(whole, REVIEW_READS), one.subject) == one
        if one.rule == "R4-01":
            assert rating_gate(with_only(whole, RATING_READS), one.subject) == one


def with_only(year: ReviewYear, lists: frozenset[str]) -> ReviewYear:
    names = {one.name for one in dataclasses.fields(year)} - {"year", "cell", "members", *lists}
    nothing: dict[str, Any] = dict.fromkeys(names, ())
    return dataclasses.replace(year, **nothing)
