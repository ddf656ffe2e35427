"""What acts with a chosen file share: it is read away from the window, a long wait is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.common.progress import Progress
from ui.desktop.dialogs import FileKind
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import shared
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet

T = TypeVar("T")


class AwayWork(Sheet):
    """Hidden until work takes long enough to be shown; one piece at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(padding=12)
        self._desk = desk
        self._stop: Callable[[], None] | None = None
        self._panel = ProgressPanel(shared.STOP)
        self._panel.appeared.connect(self.show)
        self._panel.stopped.connect(self._on_stop)
        self.body.addWidget(self._panel)
        self.hide()

    def ask_for_file(self, title: str, kind: FileKind) -> Path | None:
        """Return the file that was chosen; None where none was, or one is being read."""
        return None if self._stop else self._desk.dialogs.open_file(title, kind)

    def begin(self, said: str, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        """Do `work` away from the window and hand on what came of it; `said` is shown meanwhile."""
        if self._stop:
            return
        self._panel.start(said)
        task: Task[T] = self._desk.runner.wait_for(work)
        self._stop = task.cancel
        task.succeeded.connect(done)
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(self._on_finished)

    def _on_stop(self) -> None:
        if self._stop:
            self._stop()

    def _on_finished(self) -> None:
        self._stop = None
        self._panel.finish()
        self.hide()
