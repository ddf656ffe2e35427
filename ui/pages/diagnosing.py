"""The button "Tệp chẩn đoán": looks through the data, shows what would be sent, saves it as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.bootstrap import Core
from app.common.progress import Progress
from app.services.diagnosis import Diagnosis
from ui.desktop.seat_facts import seat_facts
from ui.dialogs.diagnosis import DiagnosisShowing
from ui.pages.page import Desk
from ui.texts import diagnosis as words
from ui.widgets.button import Button


class Diagnosing(QObject):
    """One look at a time; the button is out of use meanwhile."""

    def __init__(self, core: Core, desk: Desk) -> None:
        self.button = Button(words.OPEN, glyph="file-text", name="openDiagnosis")
        super().__init__(self.button)
        self._core = core
        self._desk = desk
        self.button.clicked.connect(self._begin)

    def _begin(self) -> None:
        core = self._core
        facts = list(seat_facts(self._desk.seat, self.button.window()))

        def work(_progress: Progress) -> Diagnosis:
            return core.diagnosis.make(facts)

        self.button.setEnabled(False)
        task = self._desk.runner.store(work)
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(lambda: self.button.setEnabled(True))

    def _on_made(self, made: Diagnosis) -> None:
        showing = DiagnosisShowing(self._desk.dialogs, self._desk.clock.now(), self.button.window())
        showing.failed.connect(self._desk.notifier.show)
        showing.saved.connect(self._on_saved)
        showing.show(made)

    def _on_saved(self, folder: Path) -> None:
        self._desk.notifier.done(words.SAVED, words.SHOW_FOLDER, lambda: self._desk.opener.open(folder))
