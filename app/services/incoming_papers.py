"""Sổ đăng ký văn bản đến: what came in, typed once also where the review knows the paper as something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.common.clock import Clock
from app.domain.checking import refuse_errors
from app.domain.cycles import Guidance, LegalBasis
from app.domain.incoming_papers import IncomingPaper
from app.domain.suggestions import SuggestionLetter
from app.domain.targets import YearRecord
from app.errors import Problem
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database
from app.storage.store import Reader, Work
from app.storage.tables import name_of

LETTER: Final = "suggestion_letter"
PLAN: Final = "legal_basis"
GUIDANCE: Final = "guidance"
_PLAN_ROLE = "plan"
_SHARED: Mapping[type[YearRecord], Mapping[str, str]] = {
    SuggestionLetter: {
        "number": "number",
        "dated_on": "dated_on",
        "issuer": "issuer",
        "received_on": "received_on",
    },
    LegalBasis: {
        "number": "number",
        "dated_on": "dated_on",
        "issuer": "issuer",
        "subject_line": "subject_line",
    },
    Guidance: {
        "dated_on": "dated_on",
        "subject_line": "text",
        "due_on": "due_on",
        "handled_on": "done_on",
    },
}
"""Facts that a line of the register has in common with what it is in the review: field here, field there."""
ENTERED_AS: tuple[str, ...] = tuple(name_of(kind) for kind in _SHARED)
"""What an incoming paper can be in the review, as the kinds of record are called."""


@dataclass(frozen=True, slots=True)
class IncomingLine:
    """One line of the register as it is shown; a letter entered in the review alone has no number yet."""

    uid: str
    facts: Mapping[str, object]
    entered_as: str = ""
    """What it is in the review (of `ENTERED_AS`), empty for a paper of the register alone."""
    paper: IncomingPaper | None = None

    @property
    def number(self) -> int | None:
        """Return số đến, None for what is not in the register yet."""
        return self.paper.register_number if self.paper else None

    def said(self, field: str) -> str:
        """Return what is said in a field of words."""
        return str(self.facts.get(field) or "")

    def day(self, field: str) -> dt.date | None:
        """Return the day in a field, None where there is none."""
        value = self.facts.get(field)
        return value if isinstance(value, dt.date) else None


class IncomingPaperService:
    """The register of papers that came in, per year."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._years = OpenYears(database)

    def lines(self, year: int) -> tuple[IncomingLine, ...]:
        """Return the register of `year` by number, then letters of suggestions that are not in it yet.

        What the review says of a paper is what the register says: it is typed in one of the two.
        """
        with self._database.read() as reader:
            there = {record.uid: record for record in _enterable(reader, year)}
            papers = reader.rows(IncomingPaper, year=year)
            lines = [_line(paper, there.get(paper.entered_as)) for paper in papers]
            known = {paper.entered_as for paper in papers}
            lines += [
                IncomingLine(one.uid, _shared(one), LETTER)
                for one in there.values()
                if isinstance(one, SuggestionLetter) and one.uid not in known
            ]
        return tuple(lines)

    def add(self, year: int, values: Mapping[str, object], entered_as: str = "") -> IncomingPaper:
        """Register a paper under the next number of the year, or the one given; today where no day is said.

        With `entered_as` (of `ENTERED_AS`) the review has it as well: typed once. Raises `Invalid`, also
        for a number that is in the register.
        """
        with self._years.write("incoming.add", year) as work:
            known = {one.register_number for one in work.rows(IncomingPaper, year=year)}
            start = {"register_number": max(known, default=0) + 1, "received_on": self._clock.today()}
            paper = added(work, IncomingPaper, year, {**start, **values})
            if paper.register_number in known:
                refuse_errors([Problem("register_number", "register.taken")])
            return _entered(work, paper, entered_as) if entered_as else paper

    def save(self, paper: IncomingPaper, values: Mapping[str, object], entered_as: str = "") -> IncomingPaper:
        """Store the edited line, and the same facts where the review has them; its number stays.

        Raises `Invalid`, `NotFound`, `ChangedElsewhere`.
        """
        with self._years.write("incoming.edit", paper.year) as work:
            stored = saved(work, IncomingPaper, paper.uid, paper.rev, values)
            if stored.entered_as:
                _tell_review(work, stored)
                return stored
            return _entered(work, stored, entered_as) if entered_as else stored

    def register_letter(self, uid: str, year: int, values: Mapping[str, object]) -> IncomingPaper:
        """Give a letter of suggestions that the review has its number here; nothing is typed again.

        `values` are what the register says beside it, and what is mended. Raises `Invalid`.
        """
        with self._years.write("incoming.register_letter", year) as work:
            letters = work.rows(SuggestionLetter, uid=uid, year=year)
            known = [one.register_number for one in work.rows(IncomingPaper, year=year)]
            facts = {name: value for one in letters for name, value in _shared(one).items() if value}
            start = {"received_on": self._clock.today(), "register_number": max(known, default=0) + 1}
            paper = added(work, IncomingPaper, year, {**start, **facts, **values, "entered_as": uid})
            _tell_review(work, paper)
            return paper

    def remove(self, paper: IncomingPaper) -> None:
        """Take a line out of the register; what the review has of the paper stays there."""
        with self._years.write("incoming.remove", paper.year) as work:
            removed(work, IncomingPaper, paper.uid)


def _enterable(reader: Reader, year: int) -> Iterator[YearRecord]:
    for kind in _SHARED:
        yield from reader.rows(kind, year=year)


def _line(paper: IncomingPaper, entered: YearRecord | None) -> IncomingLine:
    facts = paper.model_dump(exclude={"uid", "rev"})
    if entered is None:
        return IncomingLine(paper.uid, facts, "", paper)
    return IncomingLine(paper.uid, {**facts, **_shared(entered)}, name_of(type(entered)), paper)


def _shared(record: YearRecord) -> dict[str, object]:
    """Return what a record of the review says of its paper, by the fields of the register."""
    return {line: getattr(record, other) for line, other in _SHARED[type(record)].items()}


def _entered(work: Work, paper: IncomingPaper, entered_as: str) -> IncomingPaper:
    """Make what a paper is in the review, and let the line name it."""
    kind = next(one for one in _SHARED if name_of(one) == entered_as)
    facts = {other: getattr(paper, line) for line, other in _SHARED[kind].items()}
    if kind is Guidance:
        facts["dated_on"] = paper.dated_on or paper.received_on
    if kind is LegalBasis:
        facts["role"] = _PLAN_ROLE
    record = added(work, kind, paper.year, facts)
    return saved(work, IncomingPaper, paper.uid, paper.rev, {"entered_as": record.uid})


def _tell_review(work: Work, paper: IncomingPaper) -> None:
    """Say in the review what the register now says of the paper."""
    for kind, shared in _SHARED.items():
        for record in work.rows(kind, uid=paper.entered_as):
            facts = {other: getattr(paper, line) for line, other in shared.items()}
            if kind is Guidance:
                facts["dated_on"] = paper.dated_on or paper.received_on
            if any(getattr(record, other) != value for other, value in facts.items()):
                saved(work, kind, record.uid, record.rev, facts)
