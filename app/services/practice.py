"""The practice cell (dữ liệu luyện tập): a whole invented year, the same for the same seed.

Words and places stand in ``resources/practice``; nothing in them is real. A well-run cell: every fact is
there, one member is on probation.
"""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.paths import RESOURCES
from app.domain.cells import Cell, WorkYear
from app.domain.checking import checked, refuse_errors
from app.domain.members import Member, Sex
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.types import new_uid
from app.errors import Problem
from app.keys.password import Cost
from app.services.opening import all_or_nothing, create_cell
from app.services.papers import PaperService
from app.storage.database import Database

LEAST_MEMBERS, MOST_MEMBERS = 3, 60
"""Sizes of a cell (product.md 1)."""
DEFAULT_YEAR, DEFAULT_MEMBERS, DEFAULT_SEED = 2017, 30, 1
"""2017 until a second rule set exists (decisions.md 8.9)."""
_CONFERENCE = (12, 4)
"""Day of the year that the papers bear."""
_CAREER = 40
"""Longest time in the Party of an invented member, in years."""
_LEAST_AGE, _EXTRA_AGE = 19, 16
"""Ages at admission: from 19, so that nobody is admitted before the eighteenth birthday."""


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
    return str(_words()["password"])


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
    members = practice_members(plan, chance)
    cell = practice_cell(plan, members, chance)
    database, _ = create_cell(folder, password, cell, plan.year, clock, cost)
    prepared = practice_papers(plan, cell, chance)
    with all_or_nothing(folder, database.close):
        with database.write("practice.fill", undoable=False) as work:
            work.add_all([*members, *prepared])
        papers = PaperService(database, jobs, clock)
        for paper in prepared:
            papers.issue(paper.uid)
    return database


def practice_members(plan: PracticePlan, chance: random.Random) -> list[Member]:
    """Return invented members with every fact; the youngest is on probation, the first hold the posts."""
    posts = [post["title"] for post in _words()["posts"] if plan.members >= post["from_members"]]
    people = _people(plan.members, chance)
    return [
        Member(
            uid=_uid(chance),
            full_name=name,
            sex=sex,
            card_number=f"{number:012d}",
            post=posts[number - 1] if number <= len(posts) else "",
            **_dates(plan.year, number == plan.members, chance),
        )
        for number, (name, sex) in enumerate(people, start=1)
    ]


def _people(count: int, chance: random.Random) -> list[tuple[str, Sex]]:
    names = _words()["names"]
    found: dict[str, Sex] = {}
    while len(found) < count:
        sex = chance.choice((Sex.MALE, Sex.FEMALE))
        middle = chance.choice(names[sex.value])
        found[f"{chance.choice(names['family'])} {middle} {chance.choice(names['given'])}"] = sex
    return list(found.items())


def _dates(year: int, is_probationary: bool, chance: random.Random) -> dict[str, Any]:  # noqa: FBT001  one caller
    admitted_year = year if is_probationary else year - 2 - chance.randrange(_CAREER)
    admitted = dt.date(admitted_year, chance.choice((2, 5, 9)), chance.randrange(1, 28))
    age = _LEAST_AGE + chance.randrange(_EXTRA_AGE)
    born = dt.date(admitted_year - age, chance.randrange(1, 13), chance.randrange(1, 28))
    official = "" if is_probationary else admitted.replace(year=admitted.year + 1).isoformat()
    return {"born_on": born.isoformat(), "admitted_on": admitted.isoformat(), "official_on": official}


def practice_cell(plan: PracticePlan, members: list[Member], chance: random.Random) -> Cell:
    """Return the invented cell; its bí thư and phó bí thư are the first two members."""
    names = ("name", "upper_organisation", "upper_committee", "place_name", "symbol")
    deputies = [member.full_name for member in members[1:2] if member.post]
    return Cell(
        uid=_uid(chance),
        **{name: _words()[name] for name in names},
        cell_secretary=members[0].full_name,
        deputy_secretary=deputies[0] if deputies else "",
        term_started_on=dt.date(plan.year - 2, 3, 1),
        is_practice=True,
    )


def practice_papers(plan: PracticePlan, cell: Cell, chance: random.Random) -> list[OutgoingPaper]:
    """Return the papers of the year, ready to be issued in this order."""
    words = _words()["paper"]
    text = {"body": words["body"], "recipients": "\n".join(words["recipients"])}
    return [
        OutgoingPaper(
            uid=_uid(chance),
            kind=kind,
            year=plan.year,
            dated_on=dt.date(plan.year, *_CONFERENCE),
            addressee=cell.upper_committee,
            signer_name=cell.cell_secretary,
            **facts,
        )
        for kind, facts in (("member_list", {}), ("submission", text))
    ]


def _uid(chance: random.Random) -> str:
    return f"{chance.getrandbits(128):032x}"


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    with (RESOURCES / "practice" / "cell.toml").open("rb") as file:
        return tomllib.load(file)
