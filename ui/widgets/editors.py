"""What one types into: a line, a date as typed text, a choice, prose that grows.

Every editor has the same members, so that a form binds them alike: `value`, `set_value`, and the signals
`edited` (the user changed it), `left` (the cursor went elsewhere) and `refused` (what was pasted is so long
that the window would stand still; the field is as before). What is merely too long goes in whole and is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QMimeData, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from app.domain.limits import LINE_LIMIT, PROSE_LIMIT
from ui.theme.look import look
from ui.widgets.pasting import offer

_MOST_LINES = 12
_PASTED = 4
"""So many letters at once were not typed."""
_LEAST_SHOWN = 8
"""Letters of a choice that are always seen."""
_MOST_PROSE = 3 * PROSE_LIMIT
"""Letters that are laid out at once in 0.2 s even as one word; a million take 43 s."""


class Editor(Protocol):
    """What a form needs of a field."""

    edited: SignalInstance
    left: SignalInstance
    refused: SignalInstance
    """How many letters it would have been, and how many a field takes."""

    def value(self) -> object:
        """Return what stands in the field."""

    def set_value(self, value: object) -> None:
        """Show `value` without saying `edited`."""


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal()
    left = Signal()
    refused = Signal(int, int)

    def __init__(self, *, most: int = 0, secret: bool = False) -> None:
        super().__init__()
        if most:
            self.setMaxLength(most)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self._before = ""
        self.textEdited.connect(self._on_edited)

    def value(self) -> object:
        """Return the typed text."""
        return self.text()

    def set_value(self, value: object) -> None:
        """Show `value` from its beginning."""
        self._before = str(value)
        self.setText(self._before)
        self.setCursorPosition(0)

    def _on_edited(self, text: str) -> None:
        if len(text) > LINE_LIMIT and len(text) == self.maxLength():  # cut by Qt, without a word
            self.setText(self._before)
            self.refused.emit(max(len(QGuiApplication.clipboard().text()), len(text)), LINE_LIMIT)
            return
        before, self._before = self._before, text
        self.edited.emit()
        begin = _alike(before, text)
        end = len(text) - _alike(before[begin:][::-1], text[begin:][::-1])
        if end - begin >= _PASTED and self.echoMode() is QLineEdit.EchoMode.Normal:
            offer(self, text[begin:end], partial(self._replace, begin, end))

    def _replace(self, begin: int, end: int, text: str) -> None:
        """Put `text` in the place of what was pasted from `begin` to `end`, as one step of undo."""
        self.setSelection(begin, end - begin)
        self.insert(text)
        self._before = self.text()
        self.edited.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _alike(one: str, other: str) -> int:
    """Return with how many equal letters two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


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
    refused = Signal(int, int)

    def __init__(self, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.set_choices(choices)
        # The longest choice must not widen the form; the list that drops down shows it whole.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_SHOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _index: self.edited.emit())

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these values in place of those before; the chosen one stays where it is among them."""
        chosen = self.value()
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.set_value(chosen)

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
    def showPopup(self) -> None:
        margin = look.px(40)  # for the sides and a scroll bar
        words = [self.itemText(at) for at in range(self.count())]
        longest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        self.view().setMinimumWidth(min(longest + margin, self.window().width()))
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the form; a value must not change because the pointer passed over it.
        event.ignore()


class CheckField(QCheckBox):
    """A fact that holds or not, in words beside a tick."""

    edited = Signal()
    left = Signal()
    refused = Signal(int, int)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.clicked.connect(lambda _checked: self.edited.emit())

    def value(self) -> object:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it, or not; what is no yes is a no."""
        self.setChecked(value is True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ProseField(QPlainTextEdit):
    """Text of several lines; grows to twelve lines, then scrolls; Tab leaves it."""

    edited = Signal()
    left = Signal()
    refused = Signal(int, int)

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
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, unless the whole would be longer than can be shown."""
        whole = self.document().characterCount() - 1 + len(source.text())
        if whole > _MOST_PROSE:
            self.refused.emit(whole, PROSE_LIMIT)
        else:
            at = self.textCursor().selectionStart()
            super().insertFromMimeData(source)
            offer(self, source.text(), partial(self._replace, at, self.textCursor().position()))

    def _replace(self, begin: int, end: int, text: str) -> None:
        """Put `text` in the place of what was pasted from `begin` to `end`, as one step of undo."""
        cursor = self.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

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
