"""From the wizard to a new cell: made off the window's thread, its recovery code shown, its data open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import bootstrap
from ui.desktop.printing import Printing
from ui.dialogs.first_start import FirstStartWindow
from ui.dialogs.opening_errors import tell_wizard
from ui.tasks.runner import Task, TaskRunner


class Founding(QObject):
    """Makes the wizard and does what it asks."""

    made = Signal(object)
    """The open core; the wizard still shows the code."""

    def __init__(self, folder: Path, seams: bootstrap.Seams, runner: TaskRunner) -> None:
        super().__init__(runner)
        self._folder = folder
        self._seams = seams
        self._runner = runner
        self._window: FirstStartWindow

    def window(self, printing: Printing) -> FirstStartWindow:
        """Return a new wizard."""
        self._window = FirstStartWindow(self._seams.clock, printing)
        self._window.create_asked.connect(self._on_create)
        return self._window

    def _on_create(self, cell: dict[str, object], year: int, password: str) -> None:
        window, folder, seams = self._window, self._folder, self._seams
        window.set_busy(True)
        task: Task[tuple[bootstrap.Core, str]] = self._runner.wait_for(
            lambda _progress: bootstrap.create_cell(folder, password, cell, year, seams)
        )
        task.finished.connect(lambda: window.set_busy(False))
        task.succeeded.connect(self._on_created)
        task.failed.connect(lambda error: tell_wizard(window, error))

    def _on_created(self, made: tuple[bootstrap.Core, str]) -> None:
        core, code = made
        self.made.emit(core)
        self._window.show_code(code)
