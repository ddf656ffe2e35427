"""The home page: what is missing, line by line, and a few facts of the cell."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.common.clock import Clock
from app.domain.members import Member
from app.domain.people import strength_on
from app.rules.missing import DOSSIER_FROM, WEIGHTS, Missing, Weight, missing
from app.rules.missing_backup import BackupFacts, missing_backup
from app.rules.missing_clock import missing_clock
from app.rules.missing_code import missing_code
from app.rules.missing_due import missing_due
from app.rules.missing_review import missing_review
from app.rules.missing_trash import missing_trash
from app.rules.year_course import StepStanding, YearStep
from app.services.findings import YearLook
from app.services.home_matters import Correction, Corrections, Meeting, corrections_of, meeting_of
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

__all__ = [
    "DOSSIER_FROM",
    "Correction",
    "Corrections",
    "HomeFacts",
    "HomeService",
    "Meeting",
    "StepStanding",
    "ToDo",
    "YearStep",
]
NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ToDo:
    """One line of the home page; its sentence is the window's, by `code`.

    `names` are at most five given names (with more words where two members share one), `more` how many
    persons are not named; `opens` is the page, the uid of the record and the field that the line leads to.
    """

    code: str
    severity: Weight
    opens: tuple[str, str | None, str | None]
    count: int = 0
    names: tuple[str, ...] = ()
    more: int = 0
    params: dict[str, object] = field(default_factory=dict)
    finding: str = ""
    """Id of the requirement that asks for it, where one does."""
    due_on: dt.date | None = None
    due_is_given: bool = False
    """Whether somebody set that day; else it is a default of the rule set."""
    is_late: bool = False
    """Whether a day that somebody set is over; the rule set's own days are never overdue."""


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
    finished_on: dt.date | None
    issued_papers: int
    handed_in_at: dt.datetime | None
    backups: BackupFacts
    course: tuple[YearStep, ...] = ()
    """The steps of the year as its rule set names them; none before its review is begun."""
    meeting: Meeting | None = None
    corrections: Corrections | None = None

    @property
    def is_finished(self) -> bool:
        """Return whether the year is only looked at."""
        return self.finished_on is not None


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
        look_over: Callable[[ReviewYear], YearLook],
    ) -> None:
        self._database = database
        self._clock = clock
        self._backups = backups
        self._has_code = has_code
        self._look_over = look_over

    def overview(self, year: int) -> tuple[HomeFacts, tuple[ToDo, ...]]:
        """Return the figures of `year` and what is missing in it, read once."""
        whole = review_year(self._database, year)
        backups = self._backups()
        today = self._clock.today()
        code = missing_code(is_on_paper=self._has_code(), is_practice=whole.cell.is_practice)
        clock = () if whole.cell.is_practice else missing_clock(self._database.last_written, today)
        trash = missing_trash(self._trashed(), today)
        look = self._look_over(whole)
        # A finished year is only looked at: nothing in it waits for anybody.
        found = () if _finished_on(whole) else _asked(whole, look, today)
        apart = (*clock, *code, *trash, *found)
        facts = replace(_facts(whole, backups, today), course=look.course)
        return facts, _lines(whole, backups, apart, today)

    def _trashed(self) -> list[Member]:
        with self._database.read() as reader:
            return [member for member in reader.rows(Member) if member.trashed_on]

    def lines(self, year: int) -> tuple[ToDo, ...]:
        """Return what is missing in `year`, what weighs more first."""
        return self.overview(year)[1]

    def facts(self, year: int) -> HomeFacts:
        """Return the figures of `year`."""
        return self.overview(year)[0]


def _asked(whole: ReviewYear, look: YearLook, today: dt.date) -> tuple[Missing, ...]:
    return (*missing_review(look.lines, whole.members), *missing_due(whole, look.names, today))


def _lines(
    whole: ReviewYear, backups: BackupFacts, apart: Iterable[Missing], today: dt.date
) -> tuple[ToDo, ...]:
    found = [*apart, *missing(whole, today), *missing_backup(backups, today)]
    named = {member.uid: member for one in found for member in one.members}
    names = _short_names({**{member.uid: member for member in whole.members}, **named}.values())
    # Of equal weight what is due first stands first; what has no day follows.
    found.sort(key=lambda one: (WEIGHTS.index(one.weight), one.due_on or dt.date.max))
    return tuple(_line(one, names, today) for one in found)


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
        finished_on=_finished_on(whole),
        issued_papers=sum(1 for paper in whole.papers if paper.is_issued),
        handed_in_at=max(written, default=None),
        backups=backups,
        meeting=meeting_of(whole, today),
        corrections=corrections_of(whole, today),
    )


def _finished_on(whole: ReviewYear) -> dt.date | None:
    return next((cycle.finished_on for cycle in whole.cycles if cycle.finished_on), None)


def _line(one: Missing, short_names: Mapping[str, str], today: dt.date) -> ToDo:
    names = tuple(short_names[member.uid] for member in one.members[:NAMES_SHOWN])
    return ToDo(
        code=one.code,
        severity=one.weight,
        opens=(one.page, one.subject, one.field_name),
        count=len(one.members),
        names=names,
        more=len(one.members) - len(names),
        params=one.params,
        finding=one.finding,
        due_on=one.due_on,
        due_is_given=one.due_is_given,
        is_late=one.is_late or bool(one.due_is_given and one.due_on and one.due_on < today),
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
