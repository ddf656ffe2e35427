"""The practice cell: invented, whole, the same for the same seed."""

import random
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.domain.members import MemberFields
from app.domain.people import OWNED, Person, PersonDraft, counts_on, is_guest_on, person_problems
from app.domain.posts import posts_on
from app.errors import Invalid
from app.practice.making import create_practice_cell, practice_cell
from app.practice.people import practice_people
from app.practice.plan import PracticeClock, PracticePlan
from app.rules.missing import missing
from app.services.owned import entries_of
from app.worker.inline import InlineJobs
from app.year.review_year import ReviewYear
from tests.builders import CHEAP, seams


@pytest.mark.slow
def test_papers_of_the_practice_cell_are_issued_and_the_cell_says_what_it_is(tmp_path: Path) -> None:
    core = bootstrap.create_practice_cell(tmp_path, bootstrap.practice_password(), seams(PracticeClock(2017)))

    issued = core.papers.list(2017)
    assert all(paper.is_issued for paper in issued)
    numbers = {paper.kind: paper.number for paper in issued if paper.type_code == "TTr"}
    assert numbers == {"rating_submission": 1}
    assert {"member_list", "level_summary", "cell_scores", "remediation_plan"} <= {one.kind for one in issued}
    assert core.cells.current().is_practice
    assert len(core.members.list()) == 18
    assert [line.code for line in core.home.lines(2017)] == [
        "package.none",
        "backup.none",
        "review.finding_of_persons",
    ]
    core.close()
    bootstrap.unlock(tmp_path, "luyen-tap", seams()).close()


@pytest.mark.parametrize("count", [3, 5, 30, 60])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_practice_cell_is_well_run(count: int, seed: int) -> None:
    plan = PracticePlan(members=count, seed=seed)
    clock = PracticeClock(2017)

    people = practice_people(plan.year, plan.members, random.Random(seed))
    members = [person.member for person in people]

    assert len({member.full_name for member in members}) == count
    assert len({member.card_number for member in members}) == count
    assert [member.full_name for member in members if not member.official_on] == [members[-1].full_name]
    assert all(person_problems(draft_of(person), clock.today()) == [] for person in people)
    assert [post.kind for post in posts_on(people[0].posts, clock.today())] == ["cell_secretary"]
    assert all(counts_on(person, clock.today()) or is_guest_on(person, clock.today()) for person in people)
    year = practice_year(plan, seed)
    lines = missing(year, clock.today())
    assert {one.code for one in lines if one.weight != "note"} == {"paper.no_submission", "package.none"}


def draft_of(person: Person) -> PersonDraft:
    flat = {name: getattr(person.member, name) for name in MemberFields.model_fields}
    return PersonDraft.model_validate({**flat, **entries_of(person)})


def practice_year(plan: PracticePlan, seed: int) -> ReviewYear:
    chance = random.Random(seed)
    people = practice_people(plan.year, plan.members, chance)
    cell = practice_cell(plan, people, chance)
    owned: dict[str, Any] = {
        name: [one for person in people for one in getattr(person, name)] for name in OWNED
    }
    return ReviewYear(plan.year, cell, tuple(person.member for person in people), (), **owned)


def test_a_large_practice_cell_shows_every_kind_of_life() -> None:
    people = practice_people(2017, 30, random.Random(1))
    standings = {standing.kind for person in people for standing in person.standings}

    assert standings == {"exempt", "temporary_away", "transferred_in", "temporary_here"}
    assert [post.ended_on for post in people[0].posts] == ["", "2015-02-28"]
    assert sum(len(person.rewards) for person in people) == 3
    assert sum(len(person.disciplines) for person in people) == 1


@pytest.mark.parametrize("count", [0, 2, 121])
def test_a_cell_of_an_impossible_size_is_refused(tmp_path: Path, count: int) -> None:
    plan = PracticePlan(members=count)

    with pytest.raises(Invalid) as refused:
        create_practice_cell(tmp_path / "x", "x", plan, PracticeClock(2017), InlineJobs(), CHEAP)

    assert refused.value.problems[0].code == "practice.members"
    assert not (tmp_path / "x").exists()


@pytest.mark.slow
def test_the_practice_cell_registered_what_came_to_it(tmp_path: Path) -> None:
    core = bootstrap.create_practice_cell(tmp_path, bootstrap.practice_password(), seams(PracticeClock(2017)))

    lines = core.review.incoming_papers.lines(2017)
    core.close()

    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert {line.entered_as for line in lines} == {"suggestion_letter", ""}
    days = [line.day("received_on") for line in lines]
    assert days == sorted(day for day in days if day)
    assert all(line.said("subject_line") and line.said("issuer") for line in lines)
