"""The acts with Word files on the page Văn bản: a file, or a paper, is held against the guidance."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.outgoing_papers import OutgoingPaper
from app.services.layout_checks import LayoutReport
from ui.desktop.dialogs import FileKind
from ui.dialogs.layout_report import LayoutReportDialog
from ui.lists.leaving import ListLeaving
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import layout_check as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet

ENDINGS = ("docx",)
Look = Callable[[Progress], LayoutReport]


class LayoutChecking(Sheet):
    """Hidden until a check takes long enough to be shown; one at a time."""

    def __init__(self, core: Core, desk: Desk, leaving: ListLeaving) -> None:
        super().__init__(padding=12)
        self._core = core
        self._desk = desk
        self._leaving = leaving
        self._task: Task[LayoutReport] | None = None
        self._panel = ProgressPanel(shared.STOP)
        self._panel.appeared.connect(self.show)
        self._panel.stopped.connect(self._on_stop)
        self.body.addWidget(self._panel)
        self.of_file = Button(words.CHECK_FILE, glyph="magnifying-glass", name="checkLayoutFile")
        self.of_paper = Button(words.CHECK_PAPER, glyph="seal-check", name="checkLayoutPaper")
        self.of_file.clicked.connect(self.choose)
        self.hide()

    def choose(self) -> None:
        """Ask for a Word file and hold it against the guidance."""
        kind = FileKind(words.WORD_FILES, ENDINGS)
        path = None if self._task else self._desk.dialogs.open_file(words.CHOOSE, kind)
        if path:
            self.check(path)

    def check(self, path: Path) -> None:
        """Hold the file at `path` against the guidance of its date."""
        layout = self._core.papers.layout
        self._begin(lambda progress: layout.of_file(path, progress), path)

    def check_paper(self, paper: OutgoingPaper) -> None:
        """Hold the Word file that a paper of the cell would be written to against the guidance."""
        layout = self._core.papers.layout
        self._begin(lambda progress: layout.of_paper(paper.uid, progress), None)

    def _begin(self, look: Look, path: Path | None) -> None:
        if self._task:
            return
        self._panel.start(words.CHECKING)
        self._task = self._desk.runner.wait_for(look)
        self._task.succeeded.connect(partial(self._on_looked, path))
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)

    def _on_looked(self, path: Path | None, report: LayoutReport) -> None:
        dialog = LayoutReportDialog(report, has_file=path is not None, parent=self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.print_asked.connect(self._leaving.print)
        if path:
            dialog.open_asked.connect(partial(self._desk.opener.open, path))
            dialog.again_asked.connect(dialog.accept)
            dialog.again_asked.connect(partial(self.check, path))
        dialog.open()

    def _on_stop(self) -> None:
        if self._task:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._task = None
        self._panel.finish()
        self.hide()
