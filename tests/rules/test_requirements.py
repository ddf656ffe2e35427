"""The requirements as data: each is whole, asks facts that there are, and speaks good sentences."""

from __future__ import annotations

from string import Formatter

import pytest

from app.common.messages import register
from app.rules.fact_book import known_facts
from app.rules.facts.names import KNOWN_FACTS
from app.rules.findings.requirement import Clause, Kind, Requirement, requirements
from app.rules.language import parse
from app.rules.ruleset import FindingId, Mark, RuleSet
from app.rules.ruleset_files import shipped
from app.rules.subjects import SCOPES

COUNTS = {"R0": 6, "R1": 9, "R2": 12, "R3": 15, "R4": 14, "R5": 12}
"""How many requirements each point of the letter has (regime-2014-2017.md section 9)."""
ALL = {one.id: one for one in requirements()}
CLAUSES = [(one, clause) for one in ALL.values() for clause in one.clauses]
FACTS = frozenset(known_facts()) | KNOWN_FACTS


def test_all_requirements_of_the_letter_and_of_366_are_there() -> None:
    wanted = {f"{point}-{n:02d}" for point, count in COUNTS.items() for n in range(1, count + 1)}
    assert set(ALL) == wanted | {f"C-{n:02d}" for n in range(1, 25)}


@pytest.mark.parametrize("one", ALL.values(), ids=list(ALL))
def test_a_requirement_is_whole(one: Requirement) -> None:
    assert (one.kind is Kind.FINDING) == bool(one.clauses)
    assert bool(one.codes) or one.kind in {Kind.FINDING, Kind.TOLD_BY}
    assert bool(one.told_by) == (one.kind is Kind.TOLD_BY) == (not one.opens.page)
    # What nobody verified names no document as its source (house rule: never a recalled rule as a rule).
    assert all(source.document or source.mark is Mark.UNVERIFIED for source in one.sources)
    assert set(one.codes) <= {*register(), *_problem_codes()}


@pytest.mark.parametrize("one", [one for one in ALL.values() if one.told_by], ids=lambda one: one.id)
def test_what_others_tell_is_told_by_them_in_the_same_years(one: Requirement) -> None:
    assert not one.sources
    for id_ in one.told_by:
        teller = ALL[id_]
        assert teller.kind is not Kind.TOLD_BY
        assert all(teller.concerns(rules) for rules in shipped().values() if one.concerns(rules))


LISTED = [(rules, entry) for rules in shipped().values() for entry in rules.findings]


@pytest.mark.parametrize(("rules", "entry"), LISTED, ids=[f"{rules.id} {one.id}" for rules, one in LISTED])
def test_what_a_rule_set_lists_is_a_requirement_with_the_same_source(
    rules: RuleSet, entry: FindingId
) -> None:
    listed = ALL[entry.id]
    assert listed.concerns(rules)
    for id_ in listed.told_by or (entry.id,):
        found = ALL[id_].source(rules)
        assert (found.document, found.article, found.mark) == (
            entry.source.document,
            entry.source.article,
            entry.source.mark,
        ), id_


def test_a_rule_set_lists_every_requirement_that_is_its_own() -> None:
    listed = {entry.id for _, entry in LISTED}
    assert listed == {id_ for id_ in ALL if id_.startswith("C-")}


def _problem_codes() -> set[str]:
    from app.common.messages import _texts

    return set(_texts("problems"))


@pytest.mark.parametrize("clause", [clause for _, clause in CLAUSES], ids=[one.id for one, _ in CLAUSES])
def test_a_clause_asks_facts_that_there_are(clause: Clause) -> None:
    assert clause.scope in SCOPES
    for condition in filter(None, (clause.applies, clause.when)):
        parse(condition, FACTS)
    assert {*clause.params.values(), *filter(None, [clause.detail])} <= FACTS
    names = {name for _, name, _, _ in Formatter().parse(clause.sentence) if name}
    assert names <= {"names", "count", *clause.params}
    assert clause.sentence.endswith(".")
    assert set(clause.params) <= names
    assert not clause.detail or "names" in names


def test_every_fact_is_asked_by_a_requirement() -> None:
    asked = {
        name
        for _, clause in CLAUSES
        for condition in filter(None, (clause.applies, clause.when))
        for name in parse(condition).names
    }
    asked |= {name for _, clause in CLAUSES for name in (*clause.params.values(), clause.detail)}
    assert set(known_facts()) <= asked


@pytest.mark.parametrize("one", [one for one in ALL.values() if one.on_paper.words], ids=lambda one: one.id)
def test_what_papers_call_a_matter_has_its_names_filled(one: Requirement) -> None:
    names = {name for _, name, _, _ in Formatter().parse(one.on_paper.words) if name}
    # Papers put the names of the persons behind it and end the sentence.
    assert names <= set.intersection(*({*clause.params, "count"} for clause in one.clauses))
    assert not one.on_paper.words.endswith(".")
