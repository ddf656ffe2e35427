"""Two versions of a paper side by side, paragraph by paragraph; words that differ are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from app.services.word_editions import Piece, Row
from ui.texts import word_taking as words
from ui.theme.look import look

_KIND_WIDTH = 92
_COLUMNS = 3
_OURS, _THEIRS = 1, 2
_Line = tuple[str, Sequence[Piece], Sequence[Piece]]


class ComparedView(QTextBrowser):
    """What kind of difference, what the data give, what Word has; equal stretches are counted or shown."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.setObjectName("comparedView")
        self.setAccessibleName(words.DIFFERENCES)
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        # As high as its text: what is around it scrolls, and nothing is hidden in a window of its own.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = rows
        self.show_rows(whole=False)

    def show_rows(self, *, whole: bool) -> None:
        """Show what differs, or with `whole` every paragraph."""
        self.clear()
        self.document().setDefaultFont(look.font())
        lines = list(_lines(self._rows, whole=whole))
        cursor = QTextCursor(self.document())
        table = cursor.insertTable(len(lines) + 1, _COLUMNS, _shape())
        for column, title in enumerate((words.HOW, words.OURS, words.THEIRS)):
            table.cellAt(0, column).firstCursorPosition().insertText(title, _face(head=True))
        for at, (kind, ours, theirs) in enumerate(lines, start=1):
            table.cellAt(at, 0).firstCursorPosition().insertText(kind, _face(soft=True))
            for column, pieces in ((_OURS, ours), (_THEIRS, theirs)):
                place = table.cellAt(at, column).firstCursorPosition()
                for piece in pieces:
                    face = _face(
                        gone=piece.differs and column == _OURS, new=piece.differs and column == _THEIRS
                    )
                    place.insertText(piece.text, face)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.fit_to(self.viewport().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_to(event.size().width())

    def fit_to(self, width: int) -> None:
        """Take the height that the text needs in `width`."""
        self.document().setTextWidth(width)
        self.setFixedHeight(round(self.document().size().height()) + 2 * self.frameWidth())


def _lines(rows: Sequence[Row], *, whole: bool) -> Iterator[_Line]:
    for is_same, stretch in groupby(rows, key=lambda row: row.change == "same"):
        some = list(stretch)
        if is_same and not whole:
            yield "", (Piece(words.SKIPPED.format(count=len(some))),), ()
            continue
        for row in some:
            place = words.OF_ROW.format(row=row.row) if row.row and not is_same else ""
            parts = (words.CHANGES[row.change], words.PARTS[row.part], place)
            yield ", ".join(filter(None, parts)), row.ours, row.theirs


def _shape() -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setHeaderRowCount(1)
    shape.setCellPadding(look.px(5))
    shape.setCellSpacing(0)
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(look.colour("hairline"))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    fixed = QTextLength(QTextLength.Type.FixedLength, look.px(_KIND_WIDTH))
    half = QTextLength(QTextLength.Type.PercentageLength, 45)
    shape.setColumnWidthConstraints([fixed, half, half])
    return shape


def _face(
    *, head: bool = False, soft: bool = False, gone: bool = False, new: bool = False
) -> QTextCharFormat:
    """Return how words are set: by more than colour, for whoever sees none."""
    face = QTextCharFormat()
    face.setFont(look.font("small" if soft else "base", bold=head or new))
    face.setForeground(look.colour("ink_soft" if soft or head else "ink"))
    if gone:
        face.setFontStrikeOut(True)
        face.setBackground(look.colour("danger_ground"))
    if new:
        face.setFontUnderline(True)
        face.setBackground(look.colour("done_ground"))
    return face
