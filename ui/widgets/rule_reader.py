"""Rules to read: parts as heads, each rule a sentence with source and mark under it, found words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from app.common.finding import Query
from ui.theme.look import look

_LINE_HEIGHT = 135.0
_TONES: Mapping[str, str] = {
    "verified": "done",
    "partly": "ink_soft",
    "unverified": "warn",
    "own": "note",
    "missing": "warn",
}
"""The colour of a mark; its words say the same."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: its words, and where they stand; `state` is the code of the mark, `mark` its words."""

    words: str
    source: str
    mark: str
    state: str


@dataclass(frozen=True, slots=True)
class RulePart:
    """Rules under their head."""

    title: str
    lines: tuple[RuleLine, ...]


class RuleReader(QTextBrowser):
    """Shows parts of rules; what is searched for is laid on a ground."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heads: dict[str, int] = {}

    def show_parts(self, parts: Sequence[RulePart], query: Query) -> None:
        """Show `parts` from their beginning."""
        self.clear()
        self._heads.clear()
        self.document().setDefaultFont(look.font())
        self.document().setDocumentMargin(look.px(16))
        cursor = QTextCursor(self.document())
        for part in parts:
            _begin(cursor, above=16 if self._heads else 0, below=6)
            self._heads[part.title] = cursor.position()
            cursor.insertText(part.title, _face("section", "ink", bold=True))
            for line in part.lines:
                where = bool(line.source or line.mark)
                _begin(cursor, above=0, below=0 if where else 8)
                _insert(cursor, line.words, query, _face("base", "ink"))
                if not where:
                    continue
                _begin(cursor, above=0, below=8)
                _insert(cursor, line.source, query, _face("small", "ink_soft"))
                dot = " · " if line.source and line.mark else ""
                cursor.insertText(dot, _face("small", "ink_soft"))
                _insert(cursor, line.mark, query, _face("small", _TONES.get(line.state, "ink_soft")))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def say(self, words: str) -> None:
        """Show one sentence where there is nothing to read."""
        self.clear()
        self._heads.clear()
        self.document().setDefaultFont(look.font())
        self.document().setDocumentMargin(look.px(16))
        QTextCursor(self.document()).insertText(words, _face("base", "ink_soft"))

    def go_to(self, title: str) -> None:
        """Bring the head of a part to the top."""
        if title not in self._heads:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._heads[title])
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top() - look.px(8)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top)


def _begin(cursor: QTextCursor, *, above: int, below: int) -> None:
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setTopMargin(look.px(above))
    shape.setBottomMargin(look.px(below))
    if cursor.position() == 0:
        cursor.setBlockFormat(shape)
    else:
        cursor.insertBlock(shape)


def _insert(cursor: QTextCursor, words: str, query: Query, face: QTextCharFormat) -> None:
    """Insert words, those found on a ground of their own."""
    found = QTextCharFormat(face)
    found.setBackground(look.colour("warn_ground"))
    found.setFontUnderline(True)
    at = 0
    for start, length in query.hits(words):
        cursor.insertText(words[at:start], face)
        cursor.insertText(words[start : start + length], found)
        at = start + length
    cursor.insertText(words[at:], face)


def _face(role: str, colour: str, *, bold: bool = False) -> QTextCharFormat:
    face = QTextCharFormat()
    face.setFont(look.font(role, bold=bold))
    face.setForeground(look.colour(colour))
    return face
