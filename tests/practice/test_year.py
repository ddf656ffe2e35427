"""A well-run practice year: made by the services, whole, every gate open, the same for the same plan."""

from collections import Counter
from pathlib import Path

import pytest

from app import bootstrap
from app.domain.ballots import BallotSubject
from app.domain.conferences import ConferenceBody, OpinionKind, Presence, TurnState
from app.domain.levels import ProposedLevel
from app.domain.population import RatingDisposition, ReviewDisposition
from app.domain.self_reviews import ReportVersion
from app.domain.targets import CELL, COLLECTIVE
from app.practice.plan import PracticePlan
from app.rules.gates import gates, rated
from app.rules.similar_texts import Text, similar_paragraphs
from app.year.dump import dump
from app.year.review_year import ReviewYear
from tests.builders import PASSWORD, seams
from tests.practice.years import known, made

YEARS = (2017, 2026)
SIZES = (3, 18, pytest.param(30, marks=pytest.mark.slow), pytest.param(60, marks=pytest.mark.slow))


@pytest.fixture(params=YEARS)
def usual(request: pytest.FixtureRequest) -> ReviewYear:
    """Return the year of a cell of eighteen."""
    return known(PracticePlan(request.param, 18))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("members", SIZES)
def test_a_well_run_year_has_every_gate_open_and_comes_back_from_its_dump(
    tmp_path: Path, year: int, members: int
) -> None:
    whole = known(PracticePlan(year, members))

    assert [gate.sentence for gate in gates(whole) if not gate.is_open] == []
    text = dump(whole)
    core, _ = bootstrap.load_cell(tmp_path / "b", PASSWORD, text, seams())
    assert core.years.dump(year) == text
    core.close()


@pytest.mark.slow
def test_the_same_plan_gives_the_same_year_and_another_seed_another() -> None:
    plan = PracticePlan(2026, 5, 5)

    first = dump(made(plan))

    assert dump(made(plan)) == first
    assert dump(made(PracticePlan(2026, 5, 6))) != first


def test_a_year_whose_rules_are_not_known_has_people_and_papers_alone() -> None:
    whole = made(PracticePlan(2040, 5))

    assert (len(whole.members), len(whole.papers), whole.cycles) == (5, 2, ())


def test_everybody_is_settled_and_the_special_cases_are_there(usual: ReviewYear) -> None:
    dispositions = Counter((one.review, one.rating) for one in usual.population)

    assert len(usual.population) == 18
    reasons = {one.reason for one in usual.population}
    assert {"exempt_standing", "temporary_here", "absent"} <= reasons
    assert dispositions[ReviewDisposition.LATER, RatingDisposition.YES] == 1
    assert sum(one.on_paper for one in usual.self_reviews) == 2
    assert [one.is_official for one in usual.members].count(False) == 1


def test_whoever_is_rated_was_reviewed_voted_on_and_recognised(usual: ReviewYear) -> None:
    wanted = {member.uid for member in usual.members if rated(usual, member.uid)}
    lines = {one.target for one in usual.ballot_lines}

    assert wanted <= {one.target for one in usual.review_turns if one.state is TurnState.DONE}
    assert lines == wanted | {CELL}
    assert {one.target for one in usual.proposed_levels} == lines
    assert {one.target: one.level for one in usual.recognised_levels} == levels(usual)


def levels(year: ReviewYear) -> dict[str, str]:
    return {one.target: one.level for one in year.proposed_levels}


def winner(year: ReviewYear, one: ProposedLevel) -> tuple[str, int]:
    (line,) = [line.uid for line in year.ballot_lines if line.target == one.target]
    votes = {count.level: count.votes for count in year.ballot_counts if count.line == line}
    return max(votes.items(), key=lambda found: found[1])


def test_the_votes_carry_the_levels_by_more_than_half_of_those_who_count(usual: ReviewYear) -> None:
    of = {one.uid: one for one in usual.ballots}
    ballots = {line.target: of[line.ballot] for line in usual.ballot_lines}
    for one in usual.proposed_levels:
        level, votes = winner(usual, one)
        ballot = ballots[one.target]
        assert level == one.level
        assert votes * 2 > ballot.convened - ballot.deducted
    assert {one.subject for one in usual.ballots} == set(BallotSubject)


def test_everybody_there_speaks_more_is_criticised_than_praised(usual: ReviewYear) -> None:
    reviewed = Counter(one.conference for one in usual.review_turns)
    for conference in usual.conferences:
        if reviewed[conference.uid] == 1:
            continue  # the evening for the one who was absent: a few speak
        sittings = {one.uid for one in usual.sittings if one.conference == conference.uid}
        said = {one.speaker for one in usual.opinions if one.conference == conference.uid}
        called = [one for one in usual.attendance if one.sitting in sittings]
        there = {one.member_uid for one in called if one.presence in {Presence.PRESENT, Presence.LATE}}
        listening = {one.member_uid for one in usual.population if one.reason in {"temporary_here", "absent"}}
        assert there - listening <= said
    kinds = Counter(one.kind for one in usual.opinions)
    assert kinds[OpinionKind.SHORTCOMING] > kinds[OpinionKind.STRENGTH]


def test_each_turn_is_answered_and_concluded_and_each_point_too(usual: ReviewYear) -> None:
    assert all(one.answer and one.conclusion and one.bases_shown for one in usual.review_turns)
    assert {one.point for one in usual.suggestion_conclusions} == {one.uid for one in usual.suggestion_points}
    bodies = Counter(one.body for one in usual.conferences)
    assert bodies == {ConferenceBody.CELL_COMMITTEE: 1, ConferenceBody.CELL: 2}


def test_what_was_concluded_is_to_be_put_right_and_one_of_it_comes_again(usual: ReviewYear) -> None:
    concluded = {one.uid for one in usual.shortcomings if one.counts}

    assert concluded <= {one.shortcoming for one in usual.remediation_items}
    assert all(one.owner and one.due_on and one.measure for one in usual.remediation_items)
    repeated = [one for one in usual.shortcomings if one.repeats]
    assert {one.target == COLLECTIVE for one in repeated} == {True, False}
    assert {levels(usual).get(one.target, "") for one in repeated} <= {"fulfilled", ""}


def test_nobody_says_what_another_said(usual: ReviewYear) -> None:
    drafts = {one.uid for one in usual.collective_reports if one.version is ReportVersion.FINAL}
    said = [Text(one.owner, usual.year, one.section, one.text) for one in usual.section_texts]
    said = [one for one in said if one.owner not in drafts]
    said += [Text(one.uid, usual.year, "opinion", one.text) for one in usual.opinions]
    said += [Text(one.uid, usual.year, "conclusion", one.conclusion) for one in usual.review_turns]

    assert [(pair.one.text, pair.other.text) for pair in similar_paragraphs(said)] == []


@pytest.mark.parametrize("year", YEARS)
def test_self_reviews_are_built_differently(year: int) -> None:
    whole = known(PracticePlan(year, 18))
    shapes = set()
    for review in whole.self_reviews:
        texts = [one for one in whole.section_texts if one.owner == review.uid]
        shapes.add(tuple(sorted((one.section, one.text.count("\n")) for one in texts)))

    assert len(shapes - {()}) >= 12


@pytest.mark.slow
def test_in_a_large_cell_the_groups_meet_first() -> None:
    whole = known(PracticePlan(2017, 30))
    bodies = Counter(one.body for one in whole.conferences)

    assert bodies[ConferenceBody.PARTY_GROUP] == 2
    assert {one.party_group for one in whole.conferences} >= {"Tổ đảng số 1", "Tổ đảng số 2"}
