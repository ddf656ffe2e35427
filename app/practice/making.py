"""Makes the practice cell: people and papers, and the review of the year where its rules are known."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.domain.cells import Cell
from app.domain.checking import refuse_errors
from app.domain.members import MemberFields
from app.domain.people import Person
from app.domain.posts import PostKind, posts_on
from app.domain.types import uids_from
from app.errors import Problem
from app.keys.password import Cost
from app.practice.papers import issue_papers
from app.practice.people import practice_people, practice_uid, practice_words, term_start
from app.practice.plan import CONFERENCE, LEAST_MEMBERS, MOST_MEMBERS, PracticeClock, PracticePlan
from app.practice.year import live
from app.services.members import MemberService
from app.services.opening import all_or_nothing, create_cell
from app.services.owned import entries_of
from app.services.papers import PaperService
from app.storage.database import Database
from app.storage.together import together


def practice_password() -> str:
    """Return the password of practice data, which is no secret."""
    return str(practice_words()["password"])


def create_practice_cell(
    folder: Path, password: str, plan: PracticePlan, clock: Clock, jobs: Jobs, cost: Cost | None
) -> Database:
    """Make the practice cell in `folder` with its year and its papers issued, and return it open.

    Raises `Invalid` when the plan asks for a year or a number of members that no cell has.
    """
    if not LEAST_MEMBERS <= plan.members <= MOST_MEMBERS:
        limits: dict[str, object] = {"least": LEAST_MEMBERS, "most": MOST_MEMBERS}
        refuse_errors([Problem("members", "practice.members", limits)])
    chance = random.Random(plan.seed)  # noqa: S311  invented people, no secret
    people = practice_people(plan.year, plan.members, chance)
    cell = practice_cell(plan, people, chance)
    database, _ = create_cell(folder, password, cell, plan.year, clock, cost)
    with all_or_nothing(folder, database.close), uids_from(chance.getrandbits):
        stage_clock = PracticeClock(plan.year)
        _enter(database, people, stage_clock)
        live(database, plan, cell, stage_clock, chance)
        issue_papers(database, PaperService(database, jobs, clock), plan)
    return database


def practice_cell(plan: PracticePlan, people: Sequence[Person], chance: random.Random) -> Cell:
    """Return the invented cell, signed for by those who hold the posts."""
    names = ("name", "upper_organisation", "upper_committee", "place_name", "symbol")
    day = dt.date(plan.year, *CONFERENCE)
    return Cell(
        uid=practice_uid(chance),
        **{name: practice_words()[name] for name in names},
        cell_secretary=_holder(people, PostKind.CELL_SECRETARY, day),
        deputy_secretary=_holder(people, PostKind.DEPUTY_SECRETARY, day),
        term_started_on=term_start(plan.year),
        is_practice=True,
    )


def _enter(database: Database, people: Sequence[Person], clock: Clock) -> None:
    members = MemberService(database, clock)
    with together(database, "practice.fill"):
        for person in people:
            flat = {name: getattr(person.member, name) for name in MemberFields.model_fields}
            members.add({**flat, **entries_of(person)})


def _holder(people: Sequence[Person], kind: PostKind, day: dt.date) -> str:
    holders = (
        person.member.full_name
        for person in people
        if any(post.kind is kind for post in posts_on(person.posts, day))
    )
    return next(holders, "")
