"""Printing a paper and writing it to files, off the window's thread; a long wait is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.outgoing_papers import OutgoingPaper
from ui.desktop.printing import A4_WIDTH_INCHES, RESOLUTION
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import paper_sets, shared
from ui.texts import papers as words
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet

PRINT_WIDTH = round(A4_WIDTH_INCHES * RESOLUTION)
Pages = tuple[bytes, ...]
Files = tuple[Path, ...]
"""Word, and the PDF where the program can make it."""
Written = tuple[Files, ...]


class PaperOutput(Sheet):
    """Hidden until a wait is long enough to be shown."""

    written = Signal(object, str)
    """The folder that was written to, and what to tell."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(padding=12)
        self._core = core
        self._desk = desk
        self._panel = ProgressPanel(shared.STOP)
        self._panel.appeared.connect(self.show)
        self._panel.stopped.connect(self._on_stop)
        self._task: Task[Pages] | Task[Files] | Task[Written] | None = None
        self.body.addWidget(self._panel)
        self.hide()

    def print(self, paper: OutgoingPaper) -> None:
        """Ask for a printer and print the paper as it is previewed."""
        core = self._core
        self.print_made(lambda progress: core.papers.preview(paper.uid, progress))

    def print_made(self, make: Callable[[Progress], bytes]) -> None:
        """Ask for a printer and print the PDF that `make` returns."""
        printer = None if self._task else self._desk.printing.choose(self.window())
        if printer:
            core = self._core

            def work(progress: Progress) -> Pages:
                return core.papers.pages(make(progress), PRINT_WIDTH)

            task = self._desk.runner.wait_for(work)
            task.succeeded.connect(partial(self._on_pages, printer))
            self._begin(task, words.PRINTING)

    def write(self, paper: OutgoingPaper) -> None:
        """Ask for a folder and write Word and PDF into it."""
        folder = None if self._task else self._desk.dialogs.choose_folder(words.CHOOSE_FOLDER)
        if folder:
            core = self._core

            def work(progress: Progress) -> Files:
                return core.papers.write(paper.uid, folder, progress)

            task = self._desk.runner.wait_for(work)
            task.succeeded.connect(self._on_files)
            self._begin(task, words.WRITING_FILES)

    def print_several(self, papers: Sequence[OutgoingPaper]) -> None:
        """Ask for a printer once and print papers in the order of the list, each in its copies."""
        printer = None if self._task else self._desk.printing.choose(self.window())
        if printer:
            core, uids = self._core, [one.uid for one in papers]

            def work(progress: Progress) -> Pages:
                pages: list[bytes] = []
                for one in core.papers.sets.printed(uids, progress):
                    pages += core.papers.pages(one.pdf, PRINT_WIDTH) * one.copies
                return tuple(pages)

            task = self._desk.runner.wait_for(work)
            task.succeeded.connect(partial(self._on_pages, printer))
            task.succeeded.connect(self._on_printed)
            self._begin(task, words.PRINTING)

    def write_several(self, papers: Sequence[OutgoingPaper]) -> None:
        """Ask for one folder and write Word and PDF of each paper into it."""
        folder = None if self._task else self._desk.dialogs.choose_folder(words.CHOOSE_FOLDER)
        if folder:
            core, uids, target = self._core, [one.uid for one in papers], folder

            def work(progress: Progress) -> Written:
                return core.papers.sets.write(uids, target, progress)

            task = self._desk.runner.wait_for(work)
            task.succeeded.connect(partial(self._on_written, target))
            self._begin(task, words.WRITING_FILES)

    def _begin(self, task: Task[Pages] | Task[Files] | Task[Written], title: str) -> None:
        self._task = task
        self._panel.start(title)
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(self._on_finished)

    def _on_pages(self, printer: QPrinter, pages: Pages) -> None:
        self._desk.printing.print(printer, pages)

    def _on_printed(self, pages: Pages) -> None:
        self._desk.notifier.done(paper_sets.PRINTED.format(count=len(pages)))

    def _on_written(self, folder: Path, files: Written) -> None:
        self.written.emit(folder, paper_sets.WRITTEN.format(count=len(files)))

    def _on_files(self, files: Files) -> None:
        word, *pdf = files
        said = words.WRITTEN if pdf else words.WRITTEN_WORD
        self.written.emit(word.parent, said.format(word=word.name, pdf="".join(one.name for one in pdf)))

    def _on_stop(self) -> None:
        if self._task:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._task = None
        self._panel.finish()
        self.hide()
