"""A field with its label above, its help below, and its problem in place of the help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.common.messages import problem_sentence
from app.errors import Problem
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.editors import Editor
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import spaced, styled


class FieldRow(QWidget):
    """One field of a form; a problem appears when the field is left, never while typing."""

    left = Signal()
    edited = Signal()
    refused = Signal(int, int)

    def __init__(self, label: str, editor: Editor, *, help_text: str = "", name: str = "") -> None:
        super().__init__()
        if not isinstance(editor, QWidget):
            raise TypeError
        self.editor: Editor = editor
        self._widget: QWidget = editor
        self._widget.setObjectName(name)
        if label:
            self._widget.setAccessibleName(label)
        self._label = Text(label, role="small", tone="soft")
        self._label.setBuddy(self._widget)
        self._aside = Text(role="small", tone="soft", wrap=False)
        self._help = Text(help_text, role="small", tone="soft")
        self._help.setVisible(bool(help_text))
        self._problem = StateLine(State.BLOCKED)
        self._problem.hide()
        self._build()
        editor.edited.connect(self.edited)
        editor.left.connect(self.left)
        editor.refused.connect(self.refused)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, look.px(4))
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        spaced(head, 0)
        head.addWidget(self._label, 1)
        head.addWidget(self._aside)
        column.addWidget(self._head)
        column.addWidget(self._widget)
        column.addWidget(self._help)
        column.addWidget(self._problem)
        column.addStretch(1)

    def name(self) -> str:
        """Return the name of the field in its form."""
        return self._widget.objectName()

    def shorten(self, short: bool) -> None:  # noqa: FBT001  the one question
        """Show the field without its label, where what stands in the empty field tells what it is."""
        self._head.setVisible(not short)

    def say_aside(self, words: str) -> None:
        """Show a fact at the right of the label ("43 chữ · đã lưu 10:21:40")."""
        self._aside.setText(words)

    def show_problem(self, sentence: str) -> None:
        """Mark the field as wrong and say what to write; an empty sentence takes the mark away."""
        wrong = bool(sentence)
        self._problem.say(State.BLOCKED, sentence)
        self._problem.setVisible(wrong)
        self._help.setVisible(not wrong and bool(self._help.text()))
        self._widget.setAccessibleDescription(sentence or self._help.text())
        styled(self._widget, wrong="true" if wrong else "false")

    def place(self, problems: Sequence[Problem], *, whole: bool) -> None:  # noqa: ARG002  one field shows all it has
        """Show what is wrong with the field, or nothing; `whole` also in lines of a list not seen yet."""
        self.show_problem(problem_sentence(problems[0]) if problems else "")

    def problem(self) -> str:
        """Return the sentence under the field, or nothing."""
        return "" if self._problem.isHidden() else self._problem.words()

    def focus(self) -> None:
        """Put the cursor into the field, and the field into sight."""
        self._widget.setFocus()
        self._come_into_sight()
        # What was shown just now has its place only when its layout is done.
        QTimer.singleShot(0, self, self._stay_in_sight)

    def _stay_in_sight(self) -> None:
        if self.window().focusWidget() is self._widget:
            self._come_into_sight()

    def _come_into_sight(self) -> None:
        around: QWidget | None = self.parentWidget()
        while around:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self)
            around = around.parentWidget()

    def has_focus(self) -> bool:
        """Return whether the cursor is in the field."""
        return self._widget.hasFocus()

    def set_read_only(self, fixed: bool) -> None:  # noqa: FBT001  the one question
        """Let the field only be read; a long text can still be scrolled and copied."""
        if isinstance(self._widget, QPlainTextEdit):
            self._widget.setReadOnly(fixed)
        else:
            self._widget.setEnabled(not fixed)
