"""The acts by which a paper is taken back from Word, looked at again, and made from the data again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.word_editions import WordEdition
from app.errors import AppError
from app.services.word_editions import LookedAt, ReadPdf
from ui.desktop.dialogs import FileKind, Question
from ui.dialogs.word_edition import WordEditionDialog, shortened
from ui.pages.page import Desk
from ui.pages.paper_said import PaperSaid
from ui.tasks.runner import Task
from ui.texts import shared
from ui.texts import word_taking as words
from ui.widgets.button import Button
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet

T = TypeVar("T")
_LINES_SHOWN = 3


class WordTaking(Sheet):
    """Hidden until reading takes long enough to be shown; one file at a time."""

    undo_asked = Signal()

    def __init__(self, core: Core, desk: Desk, said: PaperSaid) -> None:
        super().__init__(padding=12)
        self._core = core
        self._desk = desk
        self._said = said
        self._paper: OutgoingPaper | None = None
        self._present: WordEdition | None = None
        self._task: Task[LookedAt] | Task[ReadPdf] | None = None
        self._panel = ProgressPanel(shared.STOP)
        self._panel.appeared.connect(self.show)
        self._panel.stopped.connect(self._on_stop)
        self.body.addWidget(self._panel)
        self._take = Button(words.TAKE, glyph="file-text", name="takeWord", changes=True)
        self._compare = Button(words.COMPARE, glyph="magnifying-glass", name="compareWord")
        self._pdf = Button(words.TAKE_PDF, glyph="file-text", name="takeWordPdf", changes=True)
        self._drop = Button(words.DROP, glyph="arrows-clockwise", name="dropWord", changes=True)
        self._take.clicked.connect(self.choose)
        self._compare.clicked.connect(self.compare)
        self._pdf.clicked.connect(self.choose_pdf)
        self._drop.clicked.connect(self.ask_drop)
        self.acts = (self._take, self._compare, self._pdf, self._drop)
        self.hide()

    def show_paper(self, paper: OutgoingPaper | None) -> None:
        """Offer what can be done with the chosen paper."""
        self._paper = paper
        self._present = self._said.edition(paper) if paper else None
        self._take.setVisible(paper is not None and paper.trashed_on is None)
        for act in (self._compare, self._pdf, self._drop):
            act.setVisible(self._present is not None)

    def on_page(self, paper: OutgoingPaper, otherwise: str) -> str:
        """Return what stands above the page of a paper; `otherwise` where nothing was corrected in Word."""
        edition = self._said.edition(paper)
        if edition is None:
            return otherwise
        return words.ON_PAGE.format(date=edition.taken_on) if edition.has_pdf else words.ON_PAGE_LACKS

    def choose(self) -> None:
        """Ask for the corrected file and show how it differs."""
        paper = self._paper
        kind = FileKind(words.WORD_FILES, ("docx",))
        path = None if self._task or paper is None else self._desk.dialogs.open_file(words.CHOOSE_WORD, kind)
        if path and paper:
            service, chosen, uid = self._core.papers.word, path, paper.uid
            self._begin(lambda progress: service.look(uid, chosen, progress), self._show, words.READING)

    def compare(self) -> None:
        """Show how the file that was taken differs from the data now."""
        edition = self._present
        if edition and not self._task:
            service = self._core.papers.word
            self._begin(lambda progress: service.look_again(edition, progress), self._show, words.READING)

    def check_number(self, paper: OutgoingPaper) -> None:
        """Tell when the file of a paper that was just issued does not bear its number."""
        edition = self._said.edition(paper)
        if edition and not self._task:
            service = self._core.papers.word
            self._begin(
                lambda progress: service.look_again(edition, progress), self._on_numbered, words.READING
            )

    def choose_pdf(self) -> None:
        """Ask for the PDF that Word made, and keep it beside the file."""
        edition = self._present
        kind = FileKind(words.PDF_FILES, ("pdf",))
        free = edition is not None and not self._task
        path = self._desk.dialogs.open_file(words.CHOOSE_PDF, kind) if free else None
        if path and edition:
            service, chosen = self._core.papers.word, path
            self._begin(
                lambda progress: service.look_pdf(edition, chosen, progress),
                self._on_pdf,
                words.READING_PDF,
            )

    def ask_drop(self) -> None:
        """Go back to what the data give for the chosen paper, when that is wanted."""
        if self._paper:
            self._ask_drop(self._paper)

    def _ask_drop(self, paper: OutgoingPaper) -> None:
        edition = self._core.papers.word.of(paper.uid)
        if edition is None:
            return
        said = words.ASK_DROP_WORDS.format(date=edition.taken_on, file=edition.file_name)
        question = Question(words.ASK_DROP, said, words.DROP_NOW, shared.KEEP, glyph="arrows-clockwise")
        if self._desk.dialogs.ask(question):
            named = self._said.named(paper)
            self._tried(partial(self._core.papers.word.drop, edition), words.DROPPED.format(paper=named))

    def _begin(self, work: Callable[[Progress], T], then: Callable[[T], None], title: str) -> None:
        self._panel.start(title)
        task = self._desk.runner.wait_for(work)
        self._task = task  # type: ignore[assignment]  # one of the two kinds that are begun here
        task.succeeded.connect(then)
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(self._on_finished)

    def _show(self, looked: LookedAt) -> None:
        named = self._said.named(looked.paper)
        present = self._said.edition(looked.paper)
        other = self._dated(looked.other) if looked.other else ""
        dialog = WordEditionDialog(looked, named, present, self.window(), other)
        dialog.finished.connect(dialog.deleteLater)
        dialog.taken.connect(partial(self._on_taken, looked))
        dialog.drop_asked.connect(partial(self._ask_drop, looked.paper))
        dialog.open()

    def _dated(self, paper: OutgoingPaper) -> str:
        return words.DATED.format(paper=self._said.named(paper), date=paper.dated_on)

    def _on_taken(self, looked: LookedAt) -> None:
        named = self._said.named(looked.paper)
        self._tried(partial(self._core.papers.word.take, looked), words.TAKEN.format(paper=named))

    def _on_pdf(self, read: ReadPdf) -> None:
        said = pdf_said(read)
        question = Question(words.PDF_DIFFERS, said, words.PDF_ALL_THE_SAME, words.KEEP)
        if said and not self._desk.dialogs.ask(question):
            return
        named = self._said.named(self._core.papers.get(read.edition.paper))
        self._tried(partial(self._core.papers.word.take_pdf, read), words.PDF_TAKEN.format(paper=named))

    def _on_numbered(self, looked: LookedAt) -> None:
        if any(fact.kind == "paper_number" for fact in looked.found.facts):
            self._desk.notifier.mind(words.NUMBER_LACKS.format(paper=self._said.named(looked.paper)))

    def _tried(self, act: Callable[[], object], said: str) -> None:
        before = self._core.history.recorded
        try:
            act()
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            if self._core.history.recorded == before:
                # Undo would take back what was done before this.
                self._desk.notifier.note(words.SAME_AS_TAKEN)
            else:
                self._desk.notifier.done(said, words.UNDO, self.undo_asked.emit)

    def _on_stop(self) -> None:
        if self._task:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._task = None
        self._panel.finish()
        self.hide()


def pdf_said(read: ReadPdf) -> str:
    """Return in which paragraphs a PDF and its Word file differ, nothing where they say the same."""
    lacks, more = (_quoted(one) for one in (read.words.lacking, read.words.foreign))
    said = (
        words.PDF_LACKS.format(lines=lacks) if lacks else "",
        words.PDF_MORE.format(lines=more) if more else "",
    )
    return " ".join((*filter(None, said), words.PDF_WHY)) if any(said) else ""


def _quoted(lines: Sequence[str]) -> str:
    quoted = [words.PDF_LINE.format(words=shortened(line)) for line in lines[:_LINES_SHOWN]]
    if len(lines) > _LINES_SHOWN:
        quoted.append(words.PDF_LINES_MORE.format(count=len(lines) - _LINES_SHOWN))
    return "; ".join(quoted)
