"""A new password typed twice, its strength in words, and what is wrong with it under the field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.forms.passwords import strength
from ui.texts import unlock as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import StateLine
from ui.widgets.secret_field import SecretField
from ui.widgets.styled import spaced

STRENGTH_STATES = (State.BLOCKED, State.LACKING, State.PARTLY, State.DONE)


class NewPassword(QWidget):
    """Two fields and a line on strength."""

    entered = Signal()

    def __init__(self, label: str, again_label: str) -> None:
        super().__init__()
        first, second = SecretField(words.SHOW_PASSWORD, "new"), SecretField(words.SHOW_PASSWORD, "again")
        self._first = FieldRow(label, first, name="newPassword")
        self._second = FieldRow(again_label, second, name="againPassword")
        self._strength = StateLine(State.LACKING)
        self._strength.hide()
        column = QVBoxLayout(self)
        spaced(column, look.px(10))
        for widget in (self._first, self._strength, self._second):
            column.addWidget(widget)
        self._first.edited.connect(self._on_edited)
        self._second.edited.connect(lambda: self._second.show_problem(""))
        self._first.left.connect(self._on_left)
        second.entered.connect(self.entered)

    def password(self) -> str | None:
        """Return the password if it can be one; otherwise say what is wrong and go there."""
        first, second = str(self._first.editor.value()), str(self._second.editor.value())
        if not strength(first):
            self.show_problem(words.TOO_SHORT)
            self._first.focus()
            return None
        if first != second:
            self._second.show_problem(words.DIFFERENT)
            self._second.focus()
            return None
        return first

    def show_problem(self, sentence: str) -> None:
        """Say under the first field why the password was refused, in the place of its strength."""
        self._first.show_problem(sentence)
        self._strength.setVisible(not sentence and bool(self._first.editor.value()))

    def _on_edited(self) -> None:
        typed = str(self._first.editor.value())
        level = strength(typed)
        self.show_problem("")
        self._strength.say(STRENGTH_STATES[level], words.STRENGTH_LABEL.format(words=words.STRENGTH[level]))

    def _on_left(self) -> None:
        typed = str(self._first.editor.value())
        self.show_problem(words.TOO_SHORT if typed and not strength(typed) else "")
