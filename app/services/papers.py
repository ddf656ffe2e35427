"""Papers that the cell sends: prepared, looked at as they will print, issued, written to files."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from pathlib import Path

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.cells import Cell
from app.domain.checking import refuse_errors
from app.domain.number_starts import NumberStart
from app.domain.outgoing_papers import OutgoingPaper, OutgoingPaperDraft
from app.domain.types import new_uid
from app.errors import Problem, Refused
from app.papers import codec, kind, lint, pages
from app.papers.content import Document
from app.papers.register import next_number
from app.services.layout_checks import LayoutCheckService
from app.services.member_forms import MemberFormService
from app.services.offered_kinds import OfferedKinds
from app.services.old_word import OldWordService
from app.services.open_years import refuse_finished
from app.services.paper_documents import built, document_of
from app.services.paper_drafts import begun, edited, unissued
from app.services.paper_gates import refuse_unmet
from app.services.paper_making import PDF, PaperMaking
from app.services.paper_sets import PaperSets
from app.services.present_pages import PresentPages
from app.services.word_editions import WordEditionService
from app.services.wording_pages import WordingPages
from app.services.writing_pages import WritingPages
from app.storage.database import Database
from app.storage.store import Work


class PaperService:
    """The papers of the open database."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock
        self.offered = OfferedKinds(database)
        self.layout = LayoutCheckService(database, jobs, clock)
        self.old_word = OldWordService(jobs)
        self.forms = MemberFormService(database, jobs, clock)
        self.making = PaperMaking(database, jobs)
        self.word = WordEditionService(database, self.making, jobs, clock)
        self.sets = PaperSets(database, self.making, clock, self.issue)
        # The library that draws pages has one state for the whole process.
        self._drawing = threading.Lock()
        self.present = PresentPages(database, jobs, clock)
        self.writing = WritingPages(database, self.present, self._drawing)
        self.wording = WordingPages(database, self.present, self._drawing)

    def list(self, year: int, *, in_trash: bool = False) -> tuple[OutgoingPaper, ...]:
        """Return the papers of `year` by date and number: those outside the trash, or those in it."""
        with self._database.read() as reader:
            papers = reader.rows(OutgoingPaper, year=year)
        return tuple(paper for paper in papers if bool(paper.trashed_on) is in_trash)

    def get(self, uid: str) -> OutgoingPaper:
        """Return the paper; raises `NotFound`."""
        with self._database.read() as reader:
            return reader.get(OutgoingPaper, uid)

    def add(self, kind_code: str, year: int, values: Mapping[str, object]) -> OutgoingPaper:
        """Store a paper to be prepared; what `values` leave out is today, the bí thư, the upper committee.

        Raises `Invalid`, `Refused` L-540 when `year` is finished, as every change of a paper does.
        """
        with self._database.write("paper.add") as work:
            (paper,) = begun(work, kind_code, year, self._clock.today(), [values])
        return paper

    def save(self, uid: str, rev: int, values: Mapping[str, object]) -> OutgoingPaper:
        """Store the edited paper and return it; fields left out stay.

        Raises `Invalid`, `ChangedElsewhere`, and `Refused` L-311 for a paper that was issued.
        """
        with self._database.write("paper.edit") as work:
            draft = edited(work, unissued(work, uid), values)
            return work.change(OutgoingPaper, uid, rev, **draft.model_dump())

    def renew(self, uid: str) -> OutgoingPaper:
        """Begin a later version of an issued paper, dated today; the issued one stays as it is.

        Raises `Refused` L-312 for a paper that was not issued.
        """
        with self._database.write("paper.renew") as work:
            old = work.get(OutgoingPaper, uid)
            if not old.is_issued:
                raise Refused("L-312")
            refuse_finished(work, old.year)
            facts = {name: getattr(old, name) for name in OutgoingPaperDraft.model_fields}
            own = {"dated_on": self._clock.today(), "replaces": uid}
            paper = OutgoingPaper(uid=new_uid(), **{**facts, **own})
            work.add(paper)
        return paper

    def trash(self, uids: Collection[str]) -> None:
        """Put papers that were not issued into the trash; raises `Refused` L-311 for one that was."""
        with self._database.write("paper.trash") as work:
            for uid in uids:
                paper = unissued(work, uid)
                work.change(OutgoingPaper, uid, paper.rev, trashed_on=self._clock.today())

    def restore(self, uids: Collection[str]) -> None:
        """Take papers out of the trash."""
        with self._database.write("paper.restore") as work:
            for uid in uids:
                paper = work.get(OutgoingPaper, uid)
                refuse_finished(work, paper.year)
                work.change(OutgoingPaper, uid, paper.rev, trashed_on=None)

    def problems(self, uid: str) -> tuple[Problem, ...]:
        """Return what is wrong with the paper as it would print."""
        return tuple(lint.problems(self._document(self.get(uid))))

    def preview(
        self, uid: str, progress: Progress | None = None, typed: Mapping[str, object] | None = None
    ) -> bytes:
        """Return the real PDF; an issued paper prints as it was issued, whatever changed since.

        One corrected in Word shows what the program can set of its file, whatever is typed.
        `typed` stands in for what is stored, while a form is being filled. Raises `Invalid` when it could not
        be stored.
        """
        with self._database.read() as reader:
            paper = reader.get(OutgoingPaper, uid)
            if typed and not paper.is_issued:
                paper = paper.model_copy(update=edited(reader, paper, typed).model_dump())
        return self.making.of_papers([paper], progress or NoProgress(), (PDF,))[uid].pdf

    def pages(self, pdf: bytes, width_px: int) -> tuple[bytes, ...]:
        """Return one PNG a page, `width_px` wide; from one thread after the other."""
        with self._drawing:
            return tuple(pages.pictures(pdf, width_px))

    def issue(self, uid: str) -> OutgoingPaper:
        """Give the paper its number, if its kind bears one, and keep its content as issued for ever.

        Cannot be undone: a number once given is never given again. Raises `Refused` L-311 when it was issued
        before, L-313 while what its kind waits for is not met, `Invalid` when something in it must not leave.
        """
        with self._database.write("paper.issue", undoable=False) as work:
            paper = self._numbered(work, unissued(work, uid))
            refuse_unmet(self._database, paper, self._clock.today())
            document = built(self._database, paper)
            refuse_errors(lint.problems(document))
            self.making.keep_as_issued(work, paper)
            values = {"issued_at": self._clock.utc(), "issued_content": codec.pack(document)}
            return work.change(
                OutgoingPaper,
                uid,
                paper.rev,
                number=paper.number,
                type_code=paper.type_code,
                symbol=paper.symbol,
                **values,
            )

    def write(self, uid: str, folder: Path, progress: Progress | None = None) -> tuple[Path, ...]:
        """Write the paper as Word and PDF into `folder` and return the paths; no file is ever overwritten.

        One on a form of the upper committee is written as that came, Word or Excel; one corrected in Word
        that the program cannot set whole as Word alone.

        Raises `EnvironmentFailed` (L-102 … L-104) when the disk says no.
        """
        (paths,) = self.sets.write([uid], folder, progress)
        return paths

    def _document(self, paper: OutgoingPaper) -> Document:
        return document_of(self._database, paper)

    def _numbered(self, work: Work, paper: OutgoingPaper) -> OutgoingPaper:
        (cell,) = work.rows(Cell)
        type_code = kind(paper.kind).type_code
        if not type_code:
            return paper
        papers, starts = work.rows(OutgoingPaper), work.rows(NumberStart)
        number = next_number(papers, type_code, cell.term_started_on, starts)
        return paper.model_copy(update={"number": number, "type_code": type_code, "symbol": cell.symbol})
