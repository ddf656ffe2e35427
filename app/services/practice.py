"""The practice cell (dữ liệu luyện tập): a whole invented year, the same for the same seed.

Words and places stand in ``resources/practice``; nothing in them is real. A well-run cell: every fact is
there, one member is on probation.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.domain.cells import Cell, WorkYear
from app.domain.checking import checked, refuse_errors
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.people import Person
from app.domain.posts import PostKind, posts_on
from app.domain.types import new_uid
from app.errors import Problem
from app.keys.password import Cost
from app.services.opening import all_or_nothing, create_cell
from app.services.papers import PaperService
from app.services.practice_people import (
    practice_people,
    practice_uid,
    practice_words,
    records_of,
    term_start,
)
from app.storage.database import Database

LEAST_MEMBERS, MOST_MEMBERS = 3, 60
"""Sizes of a cell (product.md 1)."""
DEFAULT_YEAR, DEFAULT_MEMBERS, DEFAULT_SEED = 2017, 30, 1
"""2017 until a second rule set exists (decisions.md 8.9)."""
_CONFERENCE = (12, 4)
"""Day of the year that the papers bear."""


@dataclass(frozen=True, slots=True)
class PracticePlan:
    """Which practice cell: the same plan always gives the same members and papers."""

    year: int = DEFAULT_YEAR
    members: int = DEFAULT_MEMBERS
    seed: int = DEFAULT_SEED


class PracticeClock:
    """Stands in the afternoon of the conference of the practice year."""

    def __init__(self, year: int) -> None:
        """Stand in `year`; raises `Invalid` for one that no cell works in."""
        checked(WorkYear, {"uid": new_uid(), "year": year})
        self._moment = dt.datetime(year, *_CONFERENCE, 15, 30, tzinfo=dt.UTC)

    def today(self) -> dt.date:
        """Return the day of the conference."""
        return self._moment.date()

    def now(self) -> dt.datetime:
        """Return its hour, without a zone."""
        return self._moment.replace(tzinfo=None)

    def utc(self) -> dt.datetime:
        """Return the same, with the zone."""
        return self._moment


def practice_password() -> str:
    """Return the password of practice data, which is no secret."""
    return str(practice_words()["password"])


def create_practice_cell(
    folder: Path, password: str, plan: PracticePlan, clock: Clock, jobs: Jobs, cost: Cost | None
) -> Database:
    """Make the practice cell in `folder` with its papers issued, and return it open.

    Raises `Invalid` when the plan asks for a year or a number of members that no cell has.
    """
    if not LEAST_MEMBERS <= plan.members <= MOST_MEMBERS:
        limits: dict[str, object] = {"least": LEAST_MEMBERS, "most": MOST_MEMBERS}
        refuse_errors([Problem("members", "practice.members", limits)])
    chance = random.Random(plan.seed)  # noqa: S311  invented people, no secret
    people = practice_people(plan.year, plan.members, chance)
    cell = practice_cell(plan, people, chance)
    database, _ = create_cell(folder, password, cell, plan.year, clock, cost)
    prepared = practice_papers(plan, cell, chance)
    with all_or_nothing(folder, database.close):
        with database.write("practice.fill", undoable=False) as work:
            work.add_all([*records_of(people), *prepared])
        papers = PaperService(database, jobs, clock)
        for paper in prepared:
            papers.issue(paper.uid)
    return database


def practice_cell(plan: PracticePlan, people: Sequence[Person], chance: random.Random) -> Cell:
    """Return the invented cell, signed for by those who hold the posts."""
    names = ("name", "upper_organisation", "upper_committee", "place_name", "symbol")
    day = dt.date(plan.year, *_CONFERENCE)
    return Cell(
        uid=practice_uid(chance),
        **{name: practice_words()[name] for name in names},
        cell_secretary=_holder(people, PostKind.CELL_SECRETARY, day),
        deputy_secretary=_holder(people, PostKind.DEPUTY_SECRETARY, day),
        term_started_on=term_start(plan.year),
        is_practice=True,
    )


def practice_papers(plan: PracticePlan, cell: Cell, chance: random.Random) -> list[OutgoingPaper]:
    """Return the papers of the year, ready to be issued in this order."""
    words = practice_words()["paper"]
    text = {"body": words["body"], "recipients": "\n".join(words["recipients"])}
    return [
        OutgoingPaper(
            uid=practice_uid(chance),
            kind=kind,
            year=plan.year,
            dated_on=dt.date(plan.year, *_CONFERENCE),
            addressee=cell.upper_committee,
            signer_name=cell.cell_secretary,
            **facts,
        )
        for kind, facts in (("member_list", {}), ("submission", text))
    ]


def _holder(people: Sequence[Person], kind: PostKind, day: dt.date) -> str:
    holders = (
        person.member.full_name
        for person in people
        if any(post.kind is kind for post in posts_on(person.posts, day))
    )
    return next(holders, "")
