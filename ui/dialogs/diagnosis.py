"""Tệp chẩn đoán: its content is read before it is saved anywhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.common.files import write_whole
from app.errors import AppError
from app.services.diagnosis import Diagnosis
from ui.desktop.dialogs import Dialogs, FileKind
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import diagnosis as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text

_ENDING = "txt"
_FOUND = {
    True: (State.DONE, words.SOUND),
    False: (State.BLOCKED, words.UNSOUND),
    None: (State.NOTE, words.NOT_OPEN),
}


class DiagnosisDialog(SheetDialog):
    """What the file is for, what the checks found, the whole content, and the way to a file."""

    save_asked = Signal()

    def __init__(self, text: str, *, is_sound: bool | None, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 720, parent)
        self.setObjectName("diagnosis")
        content = QPlainTextEdit(text)
        content.setObjectName("diagnosisText")
        content.setReadOnly(True)
        content.setAccessibleName(words.CONTENT)
        content.setMinimumHeight(look.px(160))
        content.setTabChangesFocus(True)
        state, said = _FOUND[is_sound]
        self.body.addWidget(Text(words.WORDS))
        self.body.addWidget(StateLine(state, said))
        self.body.addWidget(content, 1)
        copy = Button(words.COPY, name="copyDiagnosis")
        close = Button(shared.CLOSE, name="closeDiagnosis")
        save = Button(words.SAVE, glyph="floppy-disk", name="saveDiagnosis")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        close.clicked.connect(self.reject)
        close.setDefault(True)
        save.clicked.connect(self.save_asked)
        self.add_buttons(copy, close, save)
        close.setFocus()


class DiagnosisShowing(QObject):
    """Shows a diagnostic file, and saves it where the user says."""

    saved = Signal(object)
    """The folder that it lies in now."""
    failed = Signal(object)
    """An `AppError`."""

    def __init__(self, dialogs: Dialogs, now: dt.datetime, window: QWidget) -> None:
        super().__init__(window)
        self._dialogs = dialogs
        self._now = now
        self._window = window

    def show(self, made: Diagnosis) -> None:
        """Show the content, before anything is written."""
        dialog = DiagnosisDialog(made.text, is_sound=made.is_sound, parent=self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.deleteLater)
        dialog.save_asked.connect(lambda: self._save(dialog, made.text))
        dialog.open()

    def _save(self, dialog: DiagnosisDialog, text: str) -> None:
        suggested = words.FILE_NAME.format(at=self._now)
        path = self._dialogs.save_file(words.SAVE_TITLE, FileKind(words.FILE_KIND, (_ENDING,)), suggested)
        if path is None:
            return
        dialog.accept()
        if not path.suffix:
            path = Path(f"{path}.{_ENDING}")
        try:
            write_whole(path, text.encode())
        except AppError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(path.parent)
