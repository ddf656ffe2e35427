"""Who has spoken on whom: a row for each subject, a column for each speaker, the total at the right.

Names and totals stay while the columns scroll. It counts and reminds; it holds nothing back (look, 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.tips import plain

ROW, TWO_LINES, NAMES, TOTAL, LEAST_CELL = 24, 36, 160, 120, 44
_TRIANGLE = "\u25b2"
_DASH = "\u2013"


class Mark(Enum):
    """What a cell is."""

    SPOKEN = 1
    GAP = 2
    SELF = 3
    AWAY = 4


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How many opinions, and whether one of them names a shortcoming."""

    mark: Mark
    count: int = 0
    critical: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A subject, what each speaker said to it, and the total in words."""

    key: str
    name: str
    cells: Sequence[MatrixCell]
    total: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """Speakers as (uid, short name) and the rows; `away` is the word for who was not there."""

    speakers: Sequence[tuple[str, str]]
    rows: Sequence[MatrixRow]
    away: str


class OpinionMatrix(QAbstractScrollArea):
    """Painted cells; a click on one asks for its speaker on its subject."""

    asked = Signal(str, str)
    """Subject and speaker of the cell that was clicked."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The name field of the entry reaches the same by keys.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._matrix = Matrix((), (), "")
        self._subject, self._speaker = "", ""
        self._only_one = False

    def show_matrix(self, matrix: Matrix, subject: str) -> None:
        """Show who spoke on whom, the row of `subject` tinted and in sight."""
        self._matrix, self._subject = matrix, subject
        self._measure()

    def show_speaker(self, speaker: str) -> None:
        """Tint the column of who is speaking."""
        self._speaker = speaker
        self.viewport().update()

    def show_rows(self, *, only_one: bool, most: int) -> None:
        """Show the subject's row alone, or up to `most` rows at once."""
        self._only_one = only_one
        rows = 1 if only_one else max(min(most, len(self._matrix.rows)), 1)
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_wide() else 0
        self.setFixedHeight(self._head() + look.px(ROW) * rows + bar)
        self._measure()

    def rows_in(self, height: int) -> int:
        """Return how many rows are seen whole where the matrix is `height` high."""
        bar = self.horizontalScrollBar().sizeHint().height()
        return max((height - self._head() - bar) // look.px(ROW), 1)

    def rows(self) -> Sequence[MatrixRow]:
        """Return the rows in sight."""
        rows = self._matrix.rows
        return [one for one in rows if one.key == self._subject] if self._only_one else rows

    def _head(self) -> int:
        """Return the height of the names of speakers: some go with their middle name, above the given one."""
        return look.px(TWO_LINES if any(" " in name for _uid, name in self._matrix.speakers) else ROW)

    def _cell_width(self) -> int:
        room = self.viewport().width() - look.px(NAMES + TOTAL)
        return max(look.px(LEAST_CELL), min(room // max(len(self._matrix.speakers), 1), look.px(64)))

    def _is_wide(self) -> bool:
        wide = self._cell_width() * len(self._matrix.speakers)
        return look.px(NAMES + TOTAL) + wide > self.viewport().width()

    def _measure(self) -> None:
        shown = self.rows()
        wide = self._cell_width() * len(self._matrix.speakers)
        room = self.viewport().width() - look.px(NAMES + TOTAL)
        self.horizontalScrollBar().setRange(0, max(0, wide - room))
        self.horizontalScrollBar().setPageStep(max(room, 1))
        high = self._head() + look.px(ROW) * len(shown) - self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, high))
        self.verticalScrollBar().setPageStep(max(self.viewport().height(), 1))
        self.verticalScrollBar().setSingleStep(look.px(ROW))
        places = [at for at, one in enumerate(shown) if one.key == self._subject]
        bar = self.verticalScrollBar()
        at = places[0] * look.px(ROW) if places else bar.value()
        if not bar.value() <= at <= bar.value() + self.viewport().height() - self._head() - look.px(ROW):
            bar.setValue(at)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look.px(600), look.px(4 * ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(NAMES + TOTAL + LEAST_CELL), look.px(2 * ROW))

    def _place(self, at: QPoint) -> tuple[MatrixRow | None, int]:
        row = (at.y() - self._head() + self.verticalScrollBar().value()) // look.px(ROW)
        shown = self.rows()
        found = shown[row] if at.y() > self._head() and 0 <= row < len(shown) else None
        x = at.x() - look.px(NAMES)
        inside = 0 <= x < self.viewport().width() - look.px(NAMES + TOTAL)
        column = (x + self.horizontalScrollBar().value()) // self._cell_width() if inside else -1
        return found, column if column < len(self._matrix.speakers) else -1

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, column = self._place(event.position().toPoint())
        if row is not None:
            who = self._matrix.speakers[column][0] if column >= 0 else ""
            self.asked.emit(row.key, "" if who == row.key else who)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row, column = self._place(event.pos())
            who = self._matrix.speakers[column][1] if column >= 0 else ""
            said = " \u2192 ".join(filter(None, (who, row.name if row else "")))
            QToolTip.showText(event.globalPos(), plain(said), self)
            return True
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look.colour("sheet"))
        high, left, head = look.px(ROW), look.px(NAMES), self._head()
        room = self.viewport().width() - look.px(NAMES + TOTAL)
        for at, row in enumerate(self.rows()):
            top = head + high * at - self.verticalScrollBar().value()
            band = QRect(0, top, self.viewport().width(), high)
            painter.fillRect(band, look.colour("chosen" if row.key == self._subject else "sheet"))
            painter.setClipRect(left, head, room, self.viewport().height())
            for column, cell in enumerate(row.cells):
                self._paint_cell(painter, self._cell_rect(column, top), cell, column)
            painter.setClipRect(0, head, self.viewport().width(), self.viewport().height())
            self._paint_ends(painter, row, top)
        painter.setClipping(False)
        self._paint_head(painter, room)

    def _cell_rect(self, column: int, top: int) -> QRect:
        width = self._cell_width()
        left = look.px(NAMES) + column * width - self.horizontalScrollBar().value()
        return QRect(left, top, width, look.px(ROW))

    def _paint_head(self, painter: QPainter, room: int) -> None:
        high = self._head()
        painter.fillRect(0, 0, self.viewport().width(), high, look.colour("sheet"))
        painter.setClipRect(look.px(NAMES), 0, room, high)
        for column, (uid, name) in enumerate(self._matrix.speakers):
            bold = uid == self._speaker
            painter.setFont(look.font("small", bold=bold))
            painter.setPen(look.colour("ink" if bold else "ink_soft"))
            rect = self._cell_rect(column, 0)
            rect.setHeight(high)
            width, metrics = rect.width() - 2, painter.fontMetrics()
            lines = (metrics.elidedText(one, Qt.TextElideMode.ElideRight, width) for one in name.split(" "))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
        painter.setClipping(False)
        painter.fillRect(0, high - 1, self.viewport().width(), 1, look.colour("hairline_strong"))

    def _paint_ends(self, painter: QPainter, row: MatrixRow, top: int) -> None:
        high, is_subject = look.px(ROW), row.key == self._subject
        painter.setFont(look.font("small", bold=is_subject))
        painter.setPen(look.colour("ink"))
        name = QRect(look.px(13), top, look.px(NAMES - 17), high)
        shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(look.colour("ink" if row.is_whole else "warn"))
        total = QRect(self.viewport().width() - look.px(TOTAL), top, look.px(TOTAL - 13), high)
        painter.drawText(total, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.total)
        painter.fillRect(0, top + high - 1, self.viewport().width(), 1, look.colour("hairline"))
        if is_subject:
            painter.fillRect(0, top, 3, high, look.colour("accent"))

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: MatrixCell, column: int) -> None:
        if self._matrix.speakers[column][0] == self._speaker:
            painter.fillRect(rect, look.colour("chosen"))
        box = QRectF(rect.center().x() - look.px(15), rect.top() + 3, look.px(30), rect.height() - 7)
        painter.setFont(look.font("small"))
        if cell.mark is Mark.GAP:
            painter.setPen(QPen(look.colour("warn"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 3, 3)
            return
        if cell.mark is Mark.SPOKEN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("note_ground"))
            painter.drawRoundedRect(box, 3, 3)
        painter.setPen(look.colour("ink" if cell.mark is Mark.SPOKEN else "ink_soft"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._words(cell))

    def _words(self, cell: MatrixCell) -> str:
        if cell.mark is Mark.AWAY:
            return self._matrix.away
        if cell.mark is Mark.SELF:
            return _DASH
        return f"{cell.count}{_TRIANGLE}" if cell.critical else str(cell.count)
