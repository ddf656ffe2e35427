"""What one types into: a line, a date as typed text, a choice, prose that grows.

Every editor has the same four members, so that a form binds them alike: `value`, `set_value`, the signal
`edited` (the user changed it) and the signal `left` (the cursor went elsewhere).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from ui.theme.look import look

_MOST_LINES = 12


class Editor(Protocol):
    """What a form needs of a field."""

    edited: SignalInstance
    left: SignalInstance

    def value(self) -> object:
        """Return what stands in the field."""

    def set_value(self, value: object) -> None:
        """Show `value` without saying `edited`."""


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal()
    left = Signal()

    def __init__(self, *, most: int = 0, secret: bool = False) -> None:
        super().__init__()
        if most:
            self.setMaxLength(most)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textEdited.connect(lambda _text: self.edited.emit())

    def value(self) -> object:
        """Return the typed text."""
        return self.text()

    def set_value(self, value: object) -> None:
        """Show `value` from its beginning."""
        self.setText(str(value))
        self.setCursorPosition(0)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DateField(LineField):
    """A date as typed text: ``dd/mm/yyyy``, or month and year, or the year alone where `partial`.

    A stored date (``2017-03-02``) is shown as people write it; what was typed is handed on as typed, because
    the field's type in the domain reads both.
    """

    def __init__(self, prompt: str) -> None:
        super().__init__()
        self.setPlaceholderText(prompt)

    @override
    def set_value(self, value: object) -> None:
        text = str(value or "")
        super().set_value("/".join(reversed(text.split("-"))) if "-" in text else text)


class ChoiceField(QComboBox):
    """One of a few values, shown in words."""

    edited = Signal()
    left = Signal()

    def __init__(self, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        for value, words in choices:
            self.addItem(words, value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _index: self.edited.emit())

    def value(self) -> object:
        """Return the chosen value."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose `value`; an unknown one chooses the first."""
        values = [self.itemData(at) for at in range(self.count())]
        self.setCurrentIndex(values.index(value) if value in values else 0)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the form; a value must not change because the pointer passed over it.
        event.ignore()


class ProseField(QPlainTextEdit):
    """Text of several lines; grows to twelve lines, then scrolls; Tab leaves it."""

    edited = Signal()
    left = Signal()

    def __init__(self, *, lines: int = 3) -> None:
        super().__init__()
        self._least = lines
        self._loading = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._on_changed)
        self._grow()

    def value(self) -> object:
        """Return the typed text."""
        return self.toPlainText()

    def set_value(self, value: object) -> None:
        """Show `value`."""
        self._loading = True
        self.setPlainText(str(value))
        self._loading = False

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _on_changed(self) -> None:
        self._grow()
        if not self._loading:
            self.edited.emit()

    def _grow(self) -> None:
        shown = round(self.document().size().height())
        lines = min(max(shown, self._least), _MOST_LINES)
        self.setFixedHeight(look.px(18) * lines + look.px(24))
