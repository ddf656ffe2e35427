""" "Sao lưu ngay": makes a verified set off the window's thread and says that it is done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Core
from app.common.progress import Progress
from app.services.backups import BackupSet
from ui.forms.backup_lines import made_at
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import settings as words
from ui.widgets.button import Button

MANUAL: Final = "manual"


class BackingUp(QObject):
    """One backup at a time; the button that asks for it is out of use meanwhile."""

    made = Signal(object)

    def __init__(self, core: Core, desk: Desk, button: Button) -> None:
        super().__init__(button)
        self._core = core
        self._desk = desk
        self._button = button
        self._task: Task[BackupSet] | None = None
        button.clicked.connect(self._begin)

    def _begin(self) -> None:
        core = self._core

        def work(_progress: Progress) -> BackupSet:
            return core.backups.make(MANUAL)

        self._button.setEnabled(False)
        self._task = self._desk.runner.store(work)
        self._task.succeeded.connect(self._on_made)
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)

    def _on_made(self, made: BackupSet) -> None:
        self._desk.notifier.done(words.BACKED_UP.format(at=made_at(made)))
        self.made.emit(made)

    def _on_finished(self) -> None:
        self._task = None
        self._button.setEnabled(True)
