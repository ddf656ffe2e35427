"""What is done with papers of the register: begun, issued together, renewed, thrown away, taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.common.messages import problem_sentence, sentence
from app.domain.outgoing_papers import OutgoingPaper
from app.errors import AppError, Invalid
from app.services.offered_kinds import About, KindOffered
from app.services.paper_sets import Issued
from ui.desktop.dialogs import Question
from ui.dialogs.new_paper import NewPaperDialog, Offered
from ui.pages.page import Desk
from ui.pages.paper_said import PaperSaid
from ui.texts import paper_sets, shared
from ui.texts import papers as words


class PaperActs(QObject):
    """Every act tells what it did and how to take it back."""

    begun = Signal(str)
    """Uid of the paper that is to be written next."""
    undo_asked = Signal()
    opened = Signal(str, str, str)
    """Another page is wanted, as `Page.opened` says it."""

    def __init__(self, core: Core, desk: Desk, said: PaperSaid, parent: QWidget) -> None:
        super().__init__(parent)
        self._core = core
        self._desk = desk
        self._said = said
        self._window = parent
        self._kinds = {kind.code: kind for kind in core.papers.offered.kinds()}
        self.year = 0

    def show_year(self, year: int, kinds: Mapping[str, KindOffered]) -> None:
        """Work in a year, with the kinds as its rules call them."""
        self.year = year
        self._kinds.update(kinds)

    def choose(self) -> None:
        """Ask which paper is to be written, and about whom."""
        dialog = NewPaperDialog(list(self._kinds.values()), self._whom, self._window.window())
        dialog.chosen.connect(self.begin)
        dialog.open()

    def open_kind(self, kind: str) -> None:
        """Go to the latest paper of a kind, or begin one: where another page asks for it."""
        papers = [paper for paper in self._core.papers.list(self.year) if paper.kind == kind]
        if papers:
            self.begun.emit(papers[-1].uid)
        elif self._kinds[kind].is_about_one:
            dialog = NewPaperDialog(list(self._kinds.values()), self._whom, self._window.window())
            dialog.chosen.connect(self.begin)
            dialog.choose(kind)
            dialog.open()
        else:
            self.begin(kind, (About(),))

    def open_forms(self, paper: OutgoingPaper | None) -> None:
        """Go to the forms of the upper committee, to those of the paper's kind if there are any."""
        self.opened.emit("committee_forms", paper.kind if paper else "", "")

    def begin(self, kind: str, of: Sequence[About]) -> None:
        """Prepare a paper about each of them, as one step."""
        try:
            papers = self._core.papers.sets.add(kind, self.year, of)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self.begun.emit(papers[0].uid)
        if len(papers) > 1:
            said = paper_sets.BEGUN_MANY.format(count=len(papers), kind=self._kinds[kind].title.lower())
            self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)

    def issue(self, chosen: Sequence[OutgoingPaper]) -> None:
        """Ask once and issue those of the chosen papers that are being prepared."""
        papers = [one for one in chosen if not one.is_issued and not one.trashed_on]
        if not papers:
            self._desk.notifier.mind(paper_sets.NONE_TO_ISSUE)
        elif self._desk.dialogs.ask(self._question(papers)):
            self._tell(self._core.papers.sets.issue(_uids(papers)))

    def renew(self, paper: OutgoingPaper) -> None:
        """Begin a later version of an issued paper."""
        try:
            later = self._core.papers.renew(paper.uid)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self.begun.emit(later.uid)
        self._desk.notifier.done(paper_sets.RENEWED, shared.UNDO, self.undo_asked.emit)

    def trash(self, chosen: Sequence[OutgoingPaper]) -> None:
        """Throw those of the chosen papers away that were not issued."""
        there = [one for one in chosen if one.trashed_on is None]
        drafts = [one for one in there if not one.is_issued]
        if drafts:
            self._act(partial(self._core.papers.trash, _uids(drafts)), words.TRASHED, drafts)
        elif there:
            self._desk.notifier.mind(words.ISSUED_STAY)

    def restore(self, chosen: Sequence[OutgoingPaper]) -> None:
        """Take the chosen papers out of the trash."""
        papers = [one for one in chosen if one.trashed_on]
        if papers:
            self._act(partial(self._core.papers.restore, _uids(papers)), words.RESTORED, papers)

    def _act(self, act: Callable[[], None], said: str, papers: list[OutgoingPaper]) -> None:
        one = len(papers) == 1
        named = self._said.named(papers[0]) if one else words.MANY.format(count=len(papers))
        try:
            act()
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            self._desk.notifier.done(said.format(paper=named), shared.UNDO, self.undo_asked.emit)

    def _whom(self, kind: KindOffered) -> list[Offered]:
        """Return what papers of a kind can be about, with what is there already."""
        there = {
            (one.target, one.about): one.is_issued
            for one in self._core.papers.list(self.year)
            if one.kind == kind.code
        }
        offered = []
        for about in self._core.papers.offered.abouts(kind.code, self.year):
            key, said = (about.target, about.about), about.name
            if key in there:
                said = paper_sets.THERE_ISSUED if there[key] else paper_sets.THERE_DRAFT
                said = said.format(name=about.name)
            offered.append(Offered(about, said, is_there=key in there))
        return offered

    def _question(self, papers: list[OutgoingPaper]) -> Question:
        numbered = sum(1 for one in papers if self._kinds[one.kind].type_code)
        said = paper_sets.ASK_ISSUE_WORDS.format(numbered=numbered)
        title = paper_sets.ASK_ISSUE.format(count=len(papers))
        shown = said if numbered else paper_sets.ASK_ISSUE_PLAIN
        return Question(title, shown, words.ISSUE_UNNUMBERED, shared.KEEP, glyph="seal-check")

    def _tell(self, issued: Issued) -> None:
        count = len(issued.papers)
        if not issued.left:
            self._desk.notifier.done(paper_sets.ISSUED.format(count=count))
            return
        paper, error = issued.left[0]
        why = problem_sentence(error.problems[0]) if isinstance(error, Invalid) else sentence(error)
        named = self._said.named(paper)
        shown = f"{named[:1].upper()}{named[1:]}"
        left = paper_sets.LEFT.format(count=count, left=len(issued.left), paper=shown, why=why)
        self._desk.notifier.mind(left)


def _uids(papers: Sequence[OutgoingPaper]) -> list[str]:
    return [paper.uid for paper in papers]
