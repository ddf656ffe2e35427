"""Backups made by themselves while a cell is open: at once the one of the day, then every half hour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.common.progress import Progress
from ui.tasks.runner import TaskRunner

LOOK_EVERY_MS = 60_000


class SelfMade(Protocol):
    """What makes the sets when they are due, and remembers by itself when it could not."""

    def make_daily(self) -> object | None:
        """Make the set of the day, unless it is there."""

    def make_due(self) -> object | None:
        """Make a set of data changed since half an hour, if any."""


class SelfBackup(QObject):
    """Looks once a minute, off the window's thread; `looked` tells that the state may have changed."""

    looked = Signal()

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._backups: SelfMade | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("backups")
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, backups: SelfMade, *later: Callable[[], object | None]) -> None:
        """Look after the backups of a cell just opened; `later` is done after the set of the day."""
        self._backups = backups
        self._timer.start()
        self._run(backups.make_daily)
        for make in later:
            self._run(make)

    def look(self) -> None:
        """Make what is due."""
        if self._backups:
            self._run(self._backups.make_due)

    def end(self) -> None:
        """Leave the cell alone: it is being closed."""
        self._backups = None
        self._timer.stop()

    def _run(self, make: Callable[[], object | None]) -> None:
        def work(_progress: Progress) -> object | None:
            return make()

        task = self._runner.store(work)
        task.succeeded.connect(self._on_looked)

    def _on_looked(self, made: object | None) -> None:
        if made is not None:
            self.looked.emit()
