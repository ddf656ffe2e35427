"""The home page: what is missing, line by line, and a few facts of the cell."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from app.common.clock import Clock
from app.domain.members import Member
from app.domain.people import strength_on
from app.domain.population import RatingDisposition
from app.rules.findings.lines import Line
from app.rules.missing import WEIGHTS, Missing, Page, Weight, missing
from app.rules.missing_backup import BackupFacts, missing_backup
from app.rules.missing_clock import missing_clock
from app.rules.missing_code import missing_code
from app.rules.missing_review import missing_review
from app.rules.missing_trash import missing_trash
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ToDo:
    """One line of the home page; its sentence is the window's, by `code`.

    `names` are at most five given names (with more words where two members share one), `more` how many
    persons are not named; `opens` is the page, the uid of the record and the field that the line leads to.
    """

    code: str
    severity: Weight
    opens: tuple[Page, str | None, str | None]
    count: int = 0
    names: tuple[str, ...] = ()
    more: int = 0
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """The figures at the top of the page."""

    year: int
    cell_name: str
    members: int
    official: int
    probationary: int
    is_reviewed: bool
    """Whether the review of the year was begun."""
    is_finished: bool
    is_rated: bool
    """Whether every member to be rated has the level that the cell proposes."""
    issued_papers: int
    handed_in_at: dt.datetime | None
    backups: BackupFacts


class HomeService:
    """Looks the year over; `backups` tells how the backups stand, which is no matter of the year.

    Nor is whether the recovery code is on paper, which `has_code` tells.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        backups: Callable[[], BackupFacts],
        has_code: Callable[[], bool],
        findings: Callable[[ReviewYear], Iterable[Line]],
    ) -> None:
        self._database = database
        self._clock = clock
        self._backups = backups
        self._has_code = has_code
        self._findings = findings

    def overview(self, year: int) -> tuple[HomeFacts, tuple[ToDo, ...]]:
        """Return the figures of `year` and what is missing in it, read once."""
        whole = review_year(self._database, year)
        backups = self._backups()
        today = self._clock.today()
        code = missing_code(is_on_paper=self._has_code(), is_practice=whole.cell.is_practice)
        clock = () if whole.cell.is_practice else missing_clock(self._database.last_written, today)
        trash = missing_trash(self._trashed(), today)
        # A finished year is only looked at: nothing in it waits for anybody.
        found = () if _is_finished(whole) else missing_review(self._findings(whole), whole.members)
        apart = (*clock, *code, *trash, *found)
        return _facts(whole, backups, today), _lines(whole, backups, apart, today)

    def _trashed(self) -> list[Member]:
        with self._database.read() as reader:
            return [member for member in reader.rows(Member) if member.trashed_on]

    def lines(self, year: int) -> tuple[ToDo, ...]:
        """Return what is missing in `year`, what weighs more first."""
        return self.overview(year)[1]

    def facts(self, year: int) -> HomeFacts:
        """Return the figures of `year`."""
        return self.overview(year)[0]


def _lines(
    whole: ReviewYear, backups: BackupFacts, apart: Iterable[Missing], today: dt.date
) -> tuple[ToDo, ...]:
    found = [*apart, *missing(whole, today), *missing_backup(backups, today)]
    named = {member.uid: member for one in found for member in one.members}
    names = _short_names({**{member.uid: member for member in whole.members}, **named}.values())
    return tuple(_line(one, names) for one in sorted(found, key=lambda one: WEIGHTS.index(one.weight)))


def _facts(whole: ReviewYear, backups: BackupFacts, today: dt.date) -> HomeFacts:
    members = strength_on(whole.people(), today)
    official = sum(1 for member in members if member.is_official)
    written = [one.written_at for one in whole.submissions if one.state == "written" and one.written_at]
    return HomeFacts(
        year=whole.year,
        cell_name=whole.cell.name,
        members=len(members),
        official=official,
        probationary=len(members) - official,
        is_reviewed=bool(whole.cycles),
        is_finished=_is_finished(whole),
        is_rated=_is_rated(whole),
        issued_papers=sum(1 for paper in whole.papers if paper.is_issued),
        handed_in_at=max(written, default=None),
        backups=backups,
    )


def _is_finished(whole: ReviewYear) -> bool:
    return any(cycle.finished_on for cycle in whole.cycles)


def _is_rated(whole: ReviewYear) -> bool:
    rated = {one.member_uid for one in whole.population if one.rating is RatingDisposition.YES}
    return bool(rated) and rated <= {one.target for one in whole.proposed_levels}


def _line(one: Missing, short_names: Mapping[str, str]) -> ToDo:
    names = tuple(short_names[member.uid] for member in one.members[:NAMES_SHOWN])
    return ToDo(
        code=one.code,
        severity=one.weight,
        opens=(one.page, one.subject, one.field_name),
        count=len(one.members),
        names=names,
        more=len(one.members) - len(names),
        params=one.params,
    )


def _short_names(members: Iterable[Member]) -> dict[str, str]:
    """Return by uid the fewest last words of each name that tell its bearer apart: "Hạnh", "Thị Hạnh"."""
    names = {member.uid: member.full_name.split() for member in members}
    longest = max((len(words) for words in names.values()), default=0)
    short: dict[str, str] = {}
    for count in range(1, longest + 1):
        tails = {uid: " ".join(words[-count:]) for uid, words in names.items() if uid not in short}
        bearers = Counter(tails.values())
        short |= {uid: tail for uid, tail in tails.items() if bearers[tail] == 1 or count >= len(names[uid])}
    return short
