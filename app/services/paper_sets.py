"""Several papers in one act: prepared for everybody, issued, printed, written into one folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.common.clock import Clock
from app.common.progress import NoProgress, Progress
from app.domain.cells import Cell
from app.domain.outgoing_papers import OutgoingPaper
from app.errors import AppError
from app.package import names
from app.papers import Scope, kind
from app.papers.abouts import About, Named, named_in
from app.papers.review import rules_of
from app.services.paper_drafts import begun
from app.services.paper_files import put_papers
from app.services.paper_making import PDF, PaperMaking
from app.services.print_sets import Printed, copies_of
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.storage.together import together

OF_PERSONS = frozenset({Scope.MEMBER, Scope.SUGGESTED})


@dataclass(frozen=True, slots=True)
class Issued:
    """What came of issuing several papers."""

    papers: tuple[OutgoingPaper, ...] = ()
    left: tuple[tuple[OutgoingPaper, AppError], ...] = ()
    """What could not be issued, and why; it stays as it was."""


class PaperSets:
    """Acts on several papers of the open database."""

    def __init__(
        self, database: Database, making: PaperMaking, clock: Clock, issue: Callable[[str], OutgoingPaper]
    ) -> None:
        self._database = database
        self._making = making
        self._clock = clock
        self._issue = issue

    def add(
        self, kind_code: str, year: int, of: Sequence[About], values: Mapping[str, object] | None = None
    ) -> tuple[OutgoingPaper, ...]:
        """Store a paper to be prepared for each of whom or what is named, as one step.

        Raises `Invalid`, `Refused` L-540 as adding one does; then none is stored.
        """
        with self._database.write("paper.add_many") as work:
            each = [{**(values or {}), "target": one.target, "about": one.about} for one in of]
            return begun(work, kind_code, year, self._clock.today(), each)

    def issue(self, uids: Collection[str]) -> Issued:
        """Issue papers in the order of their dates, so that numbers follow the days; cannot be undone.

        One that cannot be issued stays as it is and is told; the others leave.
        """
        issued: list[OutgoingPaper] = []
        left: list[tuple[OutgoingPaper, AppError]] = []
        papers = sorted(self._papers(uids), key=lambda one: one.dated_on)
        with together(self._database, "paper.issue_many"):
            for paper in papers:
                try:
                    issued.append(self._issue(paper.uid))
                except AppError as error:
                    left.append((paper, error))
        return Issued(tuple(issued), tuple(left))

    def printed(self, uids: Collection[str], progress: Progress | None = None) -> tuple[Printed, ...]:
        """Return the pages of papers in the given order, each with how often it is printed."""
        papers = self._papers(uids)
        files = self._making.of_papers(papers, progress or NoProgress(), (PDF,))
        return tuple(Printed(kind(one.kind).title, files[one.uid].printed, copies_of(one)) for one in papers)

    def write(
        self, uids: Collection[str], folder: Path, progress: Progress | None = None
    ) -> tuple[tuple[Path, ...], ...]:
        """Write papers as Word and PDF into `folder` and return their paths; nothing is overwritten.

        One corrected in Word that the program cannot set whole comes as Word alone.

        A name says whom its paper is about. Raises `EnvironmentFailed` (L-102 … L-104) when the disk says no.
        """
        papers = self._papers(uids)
        with self._database.read() as reader:
            (cell,) = reader.rows(Cell)
        called = self._called(papers)
        files = self._making.of_papers(papers, progress or NoProgress())
        return tuple(
            put_papers(
                folder,
                one,
                files[one.uid],
                called=called[one.uid],
                is_practice=cell.is_practice,
            )
            for one in papers
        )

    def _papers(self, uids: Collection[str]) -> list[OutgoingPaper]:
        with self._database.read() as reader:
            return [reader.get(OutgoingPaper, uid) for uid in uids]

    def _called(self, papers: Collection[OutgoingPaper]) -> dict[str, tuple[str, ...]]:
        """Return by uid how file names call papers: whom they are about, then the kind as its year has it."""
        found: dict[str, tuple[str, ...]] = {}
        for number in {one.year for one in papers}:
            year = review_year(self._database, number)
            terms = rules_of(year).terms
            of_year = [(kind(one.kind), one) for one in papers if one.year == number]
            named = named_in(year, of_year)
            for which, one in of_year:
                whom = _code(which.scope, named[one.uid])
                found[one.uid] = (*([whom] if whom else []), names.camel(which.title_in(terms)))
        return found


def _code(scope: Scope, named: Named) -> str:
    if not named.name:
        return ""
    return names.person_code(named.place, named.name) if scope in OF_PERSONS else names.camel(named.name)
