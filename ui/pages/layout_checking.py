"""The acts with Word files on the page Văn bản: a file, or a paper, is held against the guidance."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.bootstrap import Core
from app.domain.outgoing_papers import OutgoingPaper
from app.services.layout_checks import LayoutReport
from ui.desktop.dialogs import FileKind
from ui.dialogs.layout_report import LayoutReportDialog
from ui.lists.leaving import ListLeaving
from ui.pages.away_work import AwayWork
from ui.pages.page import Desk
from ui.texts import layout_check as words
from ui.widgets.button import Button

ENDINGS = ("docx",)


class LayoutChecking(AwayWork):
    """Hidden until a check takes long enough to be shown; one at a time."""

    def __init__(self, core: Core, desk: Desk, leaving: ListLeaving) -> None:
        super().__init__(desk)
        self._core = core
        self._leaving = leaving
        self.of_file = Button(words.CHECK_FILE, glyph="magnifying-glass", name="checkLayoutFile")
        self.of_paper = Button(words.CHECK_PAPER, glyph="seal-check", name="checkLayoutPaper")
        self.of_file.clicked.connect(self.choose)

    def choose(self) -> None:
        """Ask for a Word file and hold it against the guidance."""
        kind = FileKind(words.WORD_FILES, ENDINGS)
        path = self.ask_for_file(words.CHOOSE, kind)
        if path:
            self.check(path)

    def check(self, path: Path) -> None:
        """Hold the file at `path` against the guidance of its date."""
        layout = self._core.papers.layout
        looked = partial(self._on_looked, path)
        self.begin(words.CHECKING, lambda progress: layout.of_file(path, progress), looked)

    def check_paper(self, paper: OutgoingPaper) -> None:
        """Hold the Word file that a paper of the cell would be written to against the guidance."""
        layout = self._core.papers.layout
        looked = partial(self._on_looked, None)
        self.begin(words.CHECKING, lambda progress: layout.of_paper(paper.uid, progress), looked)

    def _on_looked(self, path: Path | None, report: LayoutReport) -> None:
        dialog = LayoutReportDialog(report, has_file=path is not None, parent=self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.print_asked.connect(self._leaving.print)
        if path:
            dialog.open_asked.connect(partial(self._desk.opener.open, path))
            dialog.again_asked.connect(dialog.accept)
            dialog.again_asked.connect(partial(self.check, path))
        dialog.open()
