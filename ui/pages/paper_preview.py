"""The real page beside the form: made away from the window's thread, 400 ms after the last keystroke."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.bootstrap import Core
from app.common.progress import Progress
from app.errors import Invalid
from ui.tasks.runner import Task, TaskRunner, while_it_is_there
from ui.widgets.page_view import RENDER_WIDTH

PAUSE_MS = 400
_Pages = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper to show, and what is typed in its form and not yet saved."""

    uid: str
    typed: Mapping[str, object] | None = None


Make = Callable[[Wanted, Progress], _Pages]
"""Makes the pages; raises `Invalid` where what is typed cannot be printed."""


def pages_of_papers(core: Core) -> Make:
    """Return what makes the pages of a paper of the register."""

    def make(wanted: Wanted, progress: Progress) -> _Pages:
        return core.papers.pages(core.papers.preview(wanted.uid, progress, wanted.typed), RENDER_WIDTH)

    return make


class PaperPreview(QObject):
    """Makes pages one after the other; what was asked for meanwhile is made next, the rest is skipped."""

    made = Signal(str, object)
    """The uid of the paper and its pages as PNG."""
    unfit = Signal(str)
    """The form cannot be printed as it stands, so that the last pages stay."""
    failed = Signal(object)

    def __init__(self, make: Make, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._runner = runner
        self._wanted: Wanted | None = None
        self._making: Wanted | None = None
        self._task: Task[_Pages | None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._begin)

    def follow(self, wanted: Wanted) -> None:
        """Show `wanted` after a pause in typing."""
        self._wanted = wanted
        self._timer.start()

    def show_now(self, wanted: Wanted) -> None:
        """Show `wanted` as soon as the one being made is ready."""
        self._timer.stop()
        self._wanted = wanted
        self._begin()

    def stop(self) -> None:
        """Forget what is wanted and stop what is being made."""
        self._timer.stop()
        self._wanted = None
        if self._task:
            self._task.cancel()

    def _begin(self) -> None:
        if self._task or not self._wanted:
            return
        wanted, self._wanted = self._wanted, None
        make = self._make

        def work(progress: Progress) -> _Pages | None:
            try:
                return make(wanted, progress)
            except Invalid:
                return None

        self._making = wanted
        self._task = self._runner.wait_for(while_it_is_there(work))
        self._task.succeeded.connect(self._on_made)
        self._task.failed.connect(self.failed)
        self._task.finished.connect(self._on_finished)

    def _on_made(self, pages: _Pages | None) -> None:
        # Pages of a paper that is no longer wanted are not shown, not even for a moment.
        if self._making and (not self._wanted or self._wanted.uid == self._making.uid):
            if pages is None:
                self.unfit.emit(self._making.uid)
            else:
                self.made.emit(self._making.uid, list(pages))

    def _on_finished(self) -> None:
        self._task = self._making = None
        if self._wanted and not self._timer.isActive():
            self._begin()
