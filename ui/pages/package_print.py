"""In trọn bộ and the slip of the handing over: asked for a printer first, drawn off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtPrintSupport import QPrinter

from app.bootstrap import Core
from app.common.progress import Progress
from app.services.packages import Printed
from ui.pages.page import Desk
from ui.pages.paper_output import PRINT_WIDTH, Pages
from ui.tasks.runner import Task
from ui.texts import packages as words
from ui.texts import shared
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet

Made = Callable[[Progress], tuple[Printed, ...]]


class PackagePrint(Sheet):
    """Hidden until a wait is long enough to be shown."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(padding=12)
        self._core = core
        self._desk = desk
        self._panel = ProgressPanel(shared.STOP)
        self._panel.appeared.connect(self.show)
        self._panel.stopped.connect(self._on_stop)
        self._task: Task[Pages] | None = None
        self.body.addWidget(self._panel)
        self.hide()

    def whole(self, year: int) -> None:
        """Print the contents list and every paper of the dossier, each in its copies."""
        self._print(partial(self._core.packages.prints.whole, year), words.PRINTING_WHOLE)

    def slip(self, year: int) -> None:
        """Print the slip that both sides sign, for what was written last."""
        history = self._core.packages.history(year)
        prints, last = self._core.packages.prints, history[0] if history else None
        self._print(lambda progress: (prints.slip(year, last, progress),), words.PRINTING_SLIP)

    def _print(self, make: Made, title: str) -> None:
        printer = None if self._task else self._desk.printing.choose(self.window())
        if printer is None:
            return
        core = self._core

        def work(progress: Progress) -> Pages:
            pages: list[bytes] = []
            for one in make(progress):
                pages += core.papers.pages(one.pdf, PRINT_WIDTH) * one.copies
            return tuple(pages)

        self._task = self._desk.runner.wait_for(work)
        self._panel.start(title)
        self._task.succeeded.connect(partial(self._on_pages, printer))
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)

    def _on_pages(self, printer: QPrinter, pages: Pages) -> None:
        self._desk.printing.print(printer, pages)
        self._desk.notifier.done(words.PRINTED.format(count=len(pages)))

    def _on_stop(self) -> None:
        if self._task:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._task = None
        self._panel.finish()
        self.hide()
