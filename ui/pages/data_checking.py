"""The button "Kiểm tra dữ liệu": looks through the data, tells what it found, mends a copy when asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bootstrap import Core
from app.common.progress import Progress
from app.services.backups import BackupSet
from app.services.data_check import Finding
from ui.dialogs.data_findings import FindingsDialog
from ui.pages.page import Desk
from ui.texts import data_check as words
from ui.widgets.button import Button


class DataChecking(QObject):
    """One look at a time; the button is out of use meanwhile."""

    mended = Signal()

    def __init__(self, core: Core, desk: Desk) -> None:
        self.button = Button(words.OPEN, glyph="magnifying-glass", name="checkData")
        super().__init__(self.button)
        self._core = core
        self._desk = desk
        self.button.clicked.connect(self._begin)

    def _begin(self) -> None:
        core = self._core

        def work(_progress: Progress) -> tuple[Finding, ...]:
            return core.data_check.look()

        self.button.setEnabled(False)
        task = self._desk.runner.store(work)
        task.succeeded.connect(self._on_looked)
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(lambda: self.button.setEnabled(True))

    def _on_looked(self, findings: tuple[Finding, ...]) -> None:
        can_change = self._core.access.can_change
        dialog = FindingsDialog(findings, can_change=can_change, parent=self.button.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.mend_asked.connect(self._mend)
        dialog.open()

    def _mend(self) -> None:
        core = self._core

        def work(_progress: Progress) -> BackupSet:
            return core.data_check.mend()

        self.button.setEnabled(False)
        task = self._desk.runner.store(work)
        task.succeeded.connect(lambda _made: self._on_mended())
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(lambda: self.button.setEnabled(True))

    def _on_mended(self) -> None:
        self._desk.notifier.done(words.MENDED)
        self.mended.emit()
