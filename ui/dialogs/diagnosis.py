"""Tệp chẩn đoán: its content is read before it is saved anywhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import diagnosis as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text


class DiagnosisDialog(SheetDialog):
    """What the file is for, what the checks found, the whole content, and the way to a file."""

    save_asked = Signal()

    def __init__(self, text: str, *, is_sound: bool, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 720, parent)
        self.setObjectName("diagnosis")
        content = QPlainTextEdit(text)
        content.setObjectName("diagnosisText")
        content.setReadOnly(True)
        content.setAccessibleName(words.CONTENT)
        content.setMinimumHeight(look.px(160))
        content.setTabChangesFocus(True)
        state, said = (State.DONE, words.SOUND) if is_sound else (State.BLOCKED, words.UNSOUND)
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
