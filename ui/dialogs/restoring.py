"""Restoring before anything is open: the set and its password, what would be lost, the question, the act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app import bootstrap
from app.errors import AppError
from app.services.backups import BackupSet
from app.services.restoring import Loss
from ui.desktop.dialogs import Dialogs, Question
from ui.desktop.patience import WRONG_SECRET, Patience
from ui.dialogs.restore import RestoreDialog
from ui.forms.backup_lines import words_of
from ui.tasks.runner import Task, TaskRunner
from ui.texts import restore as words
from ui.texts import shared

T = TypeVar("T")


class Restoring(QObject):
    """One restore from choosing to its end; `done` when the data of the set are in place."""

    done = Signal()

    def __init__(
        self, folder: Path, seams: bootstrap.Seams, runner: TaskRunner, dialogs: Dialogs, patience: Patience
    ) -> None:
        super().__init__()
        self._folder = folder
        self._seams = seams
        self._runner = runner
        self._dialogs = dialogs
        self._patience = patience
        self._dialog: RestoreDialog

    def begin(self, window: QWidget | None, tell: Callable[[RestoreDialog, AppError], None]) -> None:
        """Show the sets above `window`; `tell` says in the dialog what went wrong."""
        self._tell = tell
        self._dialog = RestoreDialog(bootstrap.backup_sets(self._folder), window)
        self.setParent(self._dialog)
        self._dialog.chosen.connect(self._look)
        self._dialog.elsewhere_asked.connect(self._on_elsewhere)
        self._dialog.open()
        if self._patience.left():
            self._dialog.hold(self._patience.left())

    def _on_elsewhere(self) -> None:
        """Offer the sets of another folder: of the second place, or of the data folder of an old laptop."""
        folder = self._dialogs.choose_folder(words.ELSEWHERE)
        if folder is None:
            return
        sets = bootstrap.backup_sets_in(folder)
        name = folder.name or str(folder)
        found = words.IN_FOLDER.format(folder=name, words=words.WORDS)
        self._dialog.show_sets(sets, found if sets else words.NONE_IN_FOLDER.format(folder=name))

    def _look(self, chosen: BackupSet, password: str) -> None:
        """Find out with the password what would be lost; nothing is changed yet."""
        task = self._runner.wait_for(
            lambda _progress: bootstrap.restore_loss(self._folder, chosen, password, self._seams)
        )
        self._wait_for(task)
        task.succeeded.connect(lambda loss: self._ask(chosen, password, loss))
        task.failed.connect(self._on_refused)

    def _ask(self, chosen: BackupSet, password: str, loss: Loss) -> None:
        lost = _lost(loss)
        question = Question(
            words.ASK,
            words.ASK_WORDS.format(chosen=words_of(chosen), lost=lost),
            words.RESTORE,
            shared.KEEP,
            danger=True,
            glyph="clock-counter-clockwise",
        )
        if not self._dialogs.ask(question):
            return
        task = self._runner.wait_for(
            lambda _progress: bootstrap.restore_closed(self._folder, chosen, password, self._seams)
        )
        self._wait_for(task)
        task.succeeded.connect(self._on_restored)
        task.failed.connect(self._on_refused)

    def _wait_for(self, task: Task[T]) -> None:
        self._dialog.setEnabled(False)
        task.finished.connect(lambda: self._dialog.setEnabled(True))

    def _on_refused(self, error: AppError) -> None:
        # In use again first: a field that is out of use cannot take the cursor.
        self._dialog.setEnabled(True)
        self._tell(self._dialog, error)
        if error.code in WRONG_SECRET:
            self._dialog.hold(self._patience.count_wrong())

    def _on_restored(self) -> None:
        # Only now: an old password of an old set must not open the way to guessing the present one.
        self._patience.forget()
        self._dialog.accept()
        self.done.emit()


def _lost(loss: Loss) -> str:
    if loss.changes is None:
        return words.LOST_UNKNOWN
    return words.LOST.format(count=loss.changes) if loss.changes else words.NOTHING_LOST
