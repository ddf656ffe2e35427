"""From the unlock window to the open cell: password, recovery code, the wait after a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app import bootstrap
from app.common.progress import Progress
from app.errors import AppError
from ui.desktop.patience import WRONG_SECRET, Patience
from ui.dialogs.unlock import UnlockWindow
from ui.tasks.runner import TaskRunner
from ui.texts import locking as words

T = TypeVar("T")


class Unlocking(QObject):
    """Makes unlock windows and does what they ask; imports nothing heavy before the window is painted."""

    opened = Signal(object)
    """The open core."""
    uncovered = Signal()
    """The right password was given while the data were still open behind the cover."""
    never_was = Signal()
    """There was a file and no cell in it: a wizard was ended before it had one. It is gone."""
    practice_asked = Signal()
    restore_asked = Signal()
    diagnosis_asked = Signal()

    def __init__(self, folder: Path, seams: bootstrap.Seams, runner: TaskRunner, patience: Patience) -> None:
        super().__init__(runner)
        self._folder = folder
        self._seams = seams
        self._runner = runner
        self._patience = patience
        self.covered: Callable[[], bootstrap.Core | None] = lambda: None
        self._window: UnlockWindow | None = None

    def window(self) -> UnlockWindow:
        """Return a new window that asks for the password."""
        self._window = window = UnlockWindow()
        window.password_given.connect(self._on_password)
        window.recovery_given.connect(self._on_recovery)
        window.loss_accepted.connect(self._on_loss_accepted)
        window.practice_asked.connect(self.practice_asked)
        window.restore_asked.connect(self.restore_asked)
        window.diagnosis_asked.connect(self.diagnosis_asked)
        window.hold(self._patience.left())
        window.begin()
        return window

    def _on_password(self, password: str) -> None:
        folder, seams = self._folder, self._seams
        core = self.covered()
        if core:
            self._open(
                lambda _progress: core.access.check_password(password), lambda _none: self.uncovered.emit()
            )
        else:
            self._open(lambda _progress: bootstrap.unlock(folder, password, seams), self.opened.emit)

    def _on_loss_accepted(self, password: str) -> None:
        folder, seams = self._folder, self._seams
        self._open(
            lambda _progress: bootstrap.unlock(folder, password, seams, accept_loss=True), self.opened.emit
        )

    def _on_recovery(self, code: str, password: str) -> None:
        folder, seams = self._folder, self._seams
        if not self.covered():
            self._open(lambda _progress: bootstrap.recover(folder, code, password, seams), self.opened.emit)
        elif self._window:
            self._window.show_note(words.RECOVERY_LATER)

    def _open(self, work: Callable[[Progress], T], then: Callable[[T], None]) -> None:
        window = self._window
        if window is None:
            return
        window.set_busy(True)
        # Behind the cover the storage thread is at work; after it the data may still be being closed.
        run = self._runner.wait_for if self.covered() else self._runner.store
        task = run(work)
        task.finished.connect(lambda: window.set_busy(False))
        task.succeeded.connect(lambda result: self._on_unlocked(result, then))
        task.failed.connect(lambda error: self._on_refused(window, error))

    def _on_unlocked(self, result: T, then: Callable[[T], None]) -> None:
        self._patience.forget()
        then(result)

    def _on_refused(self, window: UnlockWindow, error: AppError) -> None:
        # In use again first: a field that is out of use cannot take the cursor.
        window.set_busy(False)
        from ui.dialogs.opening_errors import NEVER_WAS, tell_unlock

        if error.code == NEVER_WAS:
            self.never_was.emit()
            return
        tell_unlock(window, error)
        if error.code in WRONG_SECRET:
            window.hold(self._patience.count_wrong())
