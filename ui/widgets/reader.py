"""Reads a text of several paragraphs to the user: help, licences. Links are told, never followed outside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from ui.theme.look import look

_LINE_HEIGHT = 140.0
_HEADS = {1: ("title", 0), 2: ("section", 16)}


class Reader(QTextBrowser):
    """Shows Markdown in the sizes of the design."""

    asked = Signal(str)
    """The target of a link that was clicked."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))

    def read(self, markdown: str) -> None:
        """Show `markdown` from its beginning."""
        self.document().setDefaultFont(look.font())
        self.setMarkdown(markdown)
        self.document().setDocumentMargin(look.px(16))
        block = self.document().begin()
        while block.isValid():
            _set_out(block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def read_plain(self, text: str) -> None:
        """Show `text` letter for letter."""
        self.document().setDefaultFont(look.font("small"))
        self.setPlainText(text)
        self.document().setDocumentMargin(look.px(16))


def _set_out(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    role, above = _HEADS.get(level, ("base", 0))
    cursor = QTextCursor(block)
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setTopMargin(look.px(above))
    shape.setBottomMargin(look.px(4 if level or block.textList() else 8))
    cursor.mergeBlockFormat(shape)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        face = QTextCharFormat()
        face.setFont(look.font(role, bold=True))
        # Replaced, not merged: Qt makes heads larger on top of their font.
        cursor.setCharFormat(face)
