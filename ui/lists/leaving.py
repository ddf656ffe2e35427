"""A list leaves as it is shown: into an Excel file, or on paper after a look at its pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtPrintSupport import QPrinter

from app.common.clock import Clock
from app.common.progress import Progress
from app.domain.listing import Listing
from app.services.lists import ListServices
from ui.desktop.dialogs import Dialogs, FileKind
from ui.desktop.notifier import Notifier
from ui.desktop.opening import Opener
from ui.desktop.printing import A4_WIDTH_INCHES, RESOLUTION, Printing
from ui.desktop.seat import Seat
from ui.dialogs.list_pages import ListPagesDialog
from ui.tasks.runner import Task, TaskRunner
from ui.texts import lists as words
from ui.texts import shared
from ui.widgets.page_view import RENDER_WIDTH
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet

PRINT_WIDTH = round(A4_WIDTH_INCHES * RESOLUTION)
ENDINGS = ("xlsx",)
Pages = tuple[bytes, ...]
Draw = Callable[[bytes, int], Pages]
"""Turns a PDF into one PNG a page of the given width."""


class ListDesk(Protocol):
    """The tools of the desk that a list works with."""

    @property
    def clock(self) -> Clock:
        """Return what tells the day."""

    @property
    def runner(self) -> TaskRunner:
        """Return what runs work away from the window."""

    @property
    def dialogs(self) -> Dialogs:
        """Return what asks for files."""

    @property
    def notifier(self) -> Notifier:
        """Return what tells the user."""

    @property
    def opener(self) -> Opener:
        """Return what opens folders."""

    @property
    def printing(self) -> Printing:
        """Return what prints."""

    @property
    def seat(self) -> Seat:
        """Return what this laptop remembers."""


class ListLeaving(Sheet):
    """Hidden until a wait is long enough to be shown; one piece of work at a time."""

    def __init__(self, services: ListServices, draw: Draw, desk: ListDesk) -> None:
        super().__init__(padding=12)
        self.services = services
        self.desk = desk
        self._draw = draw
        self._panel = ProgressPanel(shared.STOP)
        self._panel.appeared.connect(self.show)
        self._panel.stopped.connect(self._on_stop)
        self._task: Task[Path] | Task[Pages] | Task[tuple[bytes, Pages]] | None = None
        self.body.addWidget(self._panel)
        self.hide()

    def excel(self, listing: Listing) -> None:
        """Ask for a file and write the list into it."""
        if self._task:
            return
        output, kind = self.services.output, FileKind(words.EXCEL_FILES, ENDINGS)
        path = self.desk.dialogs.save_file(words.SAVE_TITLE, kind, output.file_name(listing))
        if path is None:
            return
        target = path
        task = self.desk.runner.wait_for(lambda progress: output.write_excel(listing, target, progress))
        task.succeeded.connect(self._on_written)
        self._begin(task, words.WRITING)

    def print(self, listing: Listing) -> None:
        """Show the pages of the list, from which they are printed."""
        if self._task:
            return
        output, draw = self.services.output, self._draw

        def work(progress: Progress) -> tuple[bytes, Pages]:
            pdf = output.pdf(listing, progress)
            return pdf, draw(pdf, RENDER_WIDTH)

        task = self.desk.runner.wait_for(work)
        task.succeeded.connect(partial(self._on_pages, listing.title))
        self._begin(task, words.PREPARING)

    def _begin(self, task: Task[Path] | Task[Pages] | Task[tuple[bytes, Pages]], title: str) -> None:
        self._task = task
        self._panel.start(title)
        task.progressed.connect(lambda done, total, _label: self._panel.step(done, total, words.ROWS))
        task.failed.connect(self.desk.notifier.show)
        task.finished.connect(self._on_finished)

    def _on_written(self, path: Path) -> None:
        said = words.WRITTEN.format(name=path.name)
        self.desk.notifier.done(said, words.OPEN_FOLDER, partial(self.desk.opener.open, path.parent))

    def _on_pages(self, title: str, made: tuple[bytes, Pages]) -> None:
        pdf, pages = made
        dialog = ListPagesDialog(title, list(pages), self.window())
        dialog.print_asked.connect(lambda: self._print(pdf))
        dialog.open()

    def _print(self, pdf: bytes) -> None:
        printer = self.desk.printing.choose(self.window())
        if printer:
            draw = self._draw
            task = self.desk.runner.wait_for(lambda _progress: draw(pdf, PRINT_WIDTH))
            task.succeeded.connect(partial(self._on_drawn, printer))
            self._begin(task, words.PRINTING)

    def _on_drawn(self, printer: QPrinter, pages: Pages) -> None:
        self.desk.printing.print(printer, pages)

    def _on_stop(self) -> None:
        if self._task:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._task = None
        self._panel.finish()
        self.hide()
