"""Passages of two papers that agree, one pair at a time: for the secretary alone, never printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.services.repeated_pairs import Side, SideBySide
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import shared
from ui.texts import side_by_side as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import spaced

_HEIGHT = 220


class SideBySideDialog(SheetDialog):
    """Left and right the two passages; Alt with the arrows goes to the pair before and after."""

    def __init__(self, pairs: Sequence[SideBySide], parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 940, parent)
        self.setObjectName("sideBySide")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pairs = pairs
        self._at = 0
        self._place = Text(role="strong", name="pairPlace")
        self._left = _Passage("pairLeft", words.LEFT)
        self._right = _Passage("pairRight", words.RIGHT)
        self._previous = Button(words.PREVIOUS, name="pairPrevious")
        self._next = Button(words.NEXT, name="pairNext")
        close = Button(shared.CLOSE, name="pairClose")
        close.clicked.connect(self.reject)
        close.setDefault(True)
        self.body.addWidget(StateLine(State.NOTE, words.SECRET, role="base"))
        if self._pairs:
            self._build()
            self.add_buttons(self._previous, self._next, close)
            self._show()
        else:
            self.body.addWidget(Text(words.EMPTY))
            self.add_buttons(close)
        self.body.addStretch(1)
        close.setFocus()

    def _build(self) -> None:
        self.body.addWidget(self._place)
        row = QHBoxLayout()
        spaced(row, look.px(16))
        row.addWidget(self._left, 1)
        row.addWidget(self._right, 1)
        self.body.addLayout(row)
        self.body.addWidget(Text(words.KEYS, role="small", tone="soft"))
        for button, key in ((self._previous, "Alt+Up"), (self._next, "Alt+Down")):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        self._previous.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))

    def _go(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), len(self._pairs) - 1)
        self._show()

    def _show(self) -> None:
        pair = self._pairs[self._at]
        likeness = words.EQUAL if pair.is_equal else words.NEARLY
        self._place.say(words.PLACE.format(at=self._at + 1, count=len(self._pairs), likeness=likeness))
        self._left.show_side(pair.left)
        self._right.show_side(pair.right)
        self._previous.setEnabled(self._at > 0)
        self._next.setEnabled(self._at < len(self._pairs) - 1)


class _Passage(QWidget):
    """Who, year and section; below them the words, those that differ on a ground and underlined."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self._who = Text(role="strong", name=f"{name}Who")
        self._section = Text(role="small", tone="soft", name=f"{name}Section")
        self._words = QTextBrowser()
        self._words.setObjectName(name)
        self._words.setAccessibleName(label)
        self._words.setTabChangesFocus(True)
        self._words.setMinimumHeight(look.px(_HEIGHT))
        column = QVBoxLayout(self)
        spaced(column, look.px(4))
        column.addWidget(self._who)
        column.addWidget(self._section)
        column.addWidget(self._words, 1)

    def show_side(self, side: Side) -> None:
        """Show a passage from its beginning."""
        self._who.say(words.WHO.format(name=side.name or words.COLLECTIVE, year=side.year))
        self._section.say(side.heading)
        self._words.clear()
        cursor = QTextCursor(self._words.document())
        for run in side.runs:
            face = QTextCharFormat()
            face.setFont(look.font())
            face.setForeground(look.colour("ink"))
            if run.differs:
                face.setBackground(look.colour("warn_ground"))
                face.setFontUnderline(True)
            cursor.insertText(run.text, face)
        self._words.moveCursor(QTextCursor.MoveOperation.Start)
