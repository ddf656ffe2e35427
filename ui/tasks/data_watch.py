"""Watches over the disk of the open data: its loss is told within five seconds, also when nobody saves."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.common.progress import Progress
from ui.tasks.runner import Task, TaskRunner

TICK_MS = 500
TICKS_A_LOOK = 4
"""The disk is looked at every two seconds; one that has not answered by the next look counts as gone."""


class Watched(Protocol):
    """What is watched."""

    @property
    def standing(self) -> object:
        """Return how the data stand."""

    @property
    def can_change(self) -> bool:
        """Return whether data can be changed."""

    def look(self) -> bool:
        """Look whether the disk is still there; may take long."""

    def lose(self) -> None:
        """Count the disk as gone."""


class DataWatch(QObject):
    """Ticks in the window's thread and looks in another; `changed` says that the data stand otherwise."""

    changed = Signal()

    def __init__(self, watched: Watched, parent: QObject) -> None:
        super().__init__(parent)
        self._watched = watched
        self._told = watched.standing
        self._ticks = 0
        self._looking: Task[bool] | None = None
        # Threads of its own: a disk that hangs must not hold up other work.
        self._runner = TaskRunner(self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """Watch from now on."""
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._runner.close()

    def tell(self) -> None:
        """Say at once what changed, not at the next tick."""
        if self._watched.standing != self._told:
            self._told = self._watched.standing
            self.changed.emit()

    def _on_tick(self) -> None:
        self._ticks += 1
        if self._ticks % TICKS_A_LOOK == 0 and self._watched.can_change:
            self._look()
        self.tell()

    def _look(self) -> None:
        if self._looking:
            self._watched.lose()
            return
        watched = self._watched

        def work(_progress: Progress) -> bool:
            return watched.look()

        self._looking = self._runner.wait_for(work)
        self._looking.finished.connect(self._on_looked)

    def _on_looked(self) -> None:
        self._looking = None
        self.tell()
