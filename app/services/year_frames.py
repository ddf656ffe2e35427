"""The frame of a year: its review begun with the rules there are for it, documents of the rules, days due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.cycles import CollectiveSubject, Cycle, LegalBasis, Milestone
from app.rules.ruleset import Mark, RuleSet
from app.rules.ruleset_library import Library
from app.rules.year_codes import BASIS_ROLES, rules_of
from app.services.begun_years import begun, rules_for, words_before
from app.services.cycles import CycleService
from app.services.open_years import OpenYears, added
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

UNWRITTEN = "due-"
"""Begins the uid of a step for which nothing was entered yet; its code follows."""


@dataclass(frozen=True, slots=True)
class Due:
    """A step of the year with the day that the rules give it; without a source `document` is empty."""

    code: str
    name: str
    actor: str = ""
    day: dt.date | None = None
    document: str = ""
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class YearFrame:
    """What the rules of a begun year offer to choose from and to start with."""

    title: str
    dues: tuple[Due, ...]
    roles: tuple[str, ...]
    """What a document can be to the year."""
    collectives: tuple[CollectiveSubject, ...]
    untaken: int
    """How many documents of the rules are not among the bases of the year."""

    def due(self, code: str) -> Due:
        """Return the step of this code; one that the rules do not know has its code for a name."""
        return next((one for one in self.dues if one.code == code), Due(code, code))

    def milestones(self, year: ReviewYear) -> Sequence[Milestone]:
        """Return every step of the rules in their order, as stored or, where nothing was entered, empty."""
        stored = {one.code: one for one in year.milestones}
        codes = [*(one.code for one in self.dues), *(one for one in stored if not self._knows(one))]
        return [
            stored.get(code) or Milestone(uid=f"{UNWRITTEN}{code}", year=year.year, code=code)
            for code in codes
        ]

    def _knows(self, code: str) -> bool:
        return any(one.code == code for one in self.dues)


class YearFrameService:
    """Begins the review of a year and tells what its rules give."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._years = OpenYears(database)
        self._library = Library(database.place.folder)
        self._cycles = CycleService(database, clock)

    def begin(self, year: int) -> Cycle:
        """Begin the review of `year` with the rules there are for it, as one step.

        The collective is chi ủy; it is the whole cell where no member has a post of the cell. The cell's own
        words on papers go on from the last year that has a review.
        Raises `Refused` L-547 where it was begun, L-553 where no rules are loaded for the year.
        """
        rules = rules_for(self._library, year)
        known = _collectives(rules)
        whole = CollectiveSubject.CELL
        subject = whole if whole in known and self._holds_no_post(year) else known[0]
        with self._database.read() as reader:
            rules = rules.model_copy(update={"own_texts": words_before(reader, year)})
        return self._cycles.begin(year, rules, {"collective_subject": subject})

    def _holds_no_post(self, year: int) -> bool:
        """Return whether members are entered and none has a post of the cell: then nobody is chi ủy."""
        whole = review_year(self._database, year)
        return bool(whole.members) and not any(one.kind for one in whole.posts)

    def of(self, year: ReviewYear) -> YearFrame | None:
        """Return the frame of a year; None where its review is not begun."""
        if not year.cycles:
            return None
        rules = rules_of(year.cycles[0].ruleset_snapshot)
        known = {one.number for one in year.legal_bases}
        return YearFrame(
            title=rules.title,
            dues=tuple(_dues(rules, year.year)),
            roles=tuple(dict.fromkeys([*BASIS_ROLES, *(one.role for one in rules.bases)])),
            collectives=_collectives(rules),
            untaken=sum(one.number not in known for one in rules.bases),
        )

    def take_bases(self, year: int) -> list[LegalBasis]:
        """Enter the documents that the rules rest on among the bases of the year, as one step.

        Those that are there stay as they are. Raises `Refused` L-554 where no review is begun.
        """
        with self._years.write("cycle.take_bases", year) as work:
            rules = rules_of(begun(work.rows(Cycle, year=year), year).ruleset_snapshot)
            known = {one.number for one in work.rows(LegalBasis, year=year)}
            return [
                added(work, LegalBasis, year, one.model_dump(exclude={"mark"}))
                for one in rules.bases
                if one.number not in known
            ]


def _dues(rules: RuleSet, year: int) -> Iterator[Due]:
    days = {one.code: one for one in rules.deadlines}
    steps = {one.code: one for one in rules.steps}
    for code in dict.fromkeys([*steps, *days]):
        step, day = steps.get(code), days.get(code)
        named = day or step
        yield Due(
            code,
            named.name if named else code,
            step.actor if step else "",
            day.in_year(year) if day else None,
            day.source.document if day else "",
            is_verified=bool(day and day.source.mark is Mark.VERIFIED),
        )


def _collectives(rules: RuleSet) -> tuple[CollectiveSubject, ...]:
    known = [one for one in CollectiveSubject if one in rules.collective_subjects]
    return tuple(known) or tuple(CollectiveSubject)
