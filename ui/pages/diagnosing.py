"""The button "Tệp chẩn đoán": looks through the data, shows what would be sent, saves it as a file."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.bootstrap import Core
from app.common.files import write_whole
from app.common.progress import Progress
from app.errors import AppError
from app.services.diagnosis import Diagnosis
from ui.desktop.dialogs import FileKind
from ui.desktop.seat_facts import seat_facts
from ui.dialogs.diagnosis import DiagnosisDialog
from ui.pages.page import Desk
from ui.texts import diagnosis as words
from ui.widgets.button import Button

_ENDING = "txt"


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
        dialog = DiagnosisDialog(made.text, is_sound=bool(made.is_sound), parent=self.button.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.save_asked.connect(lambda: self._save(dialog, made.text))
        dialog.open()

    def _save(self, dialog: DiagnosisDialog, text: str) -> None:
        suggested = words.FILE_NAME.format(at=self._desk.clock.now())
        kind = FileKind(words.FILE_KIND, (_ENDING,))
        path = self._desk.dialogs.save_file(words.SAVE_TITLE, kind, suggested)
        if path is None:
            return
        dialog.accept()
        if not path.suffix:
            path = path.with_suffix(f".{_ENDING}")
        try:
            write_whole(path, text.encode())
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            folder = path.parent
            said = words.SAVED
            self._desk.notifier.done(said, words.SHOW_FOLDER, lambda: self._desk.opener.open(folder))
