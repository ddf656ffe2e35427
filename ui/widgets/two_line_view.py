"""A list whose rows are two lines: what it is and when, then what it is about and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from ui.theme.look import look
from ui.theme.roles import CellRole
from ui.theme.signs import State
from ui.widgets.cell_painter import CellPainter, paint_hits
from ui.widgets.record_view import RecordView, Rows
from ui.widgets.tips import plain

TWO_LINES = 52
_EDGE = 13
_SIGN = 22
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lines:
    """The words of a row; `state` stands as a sign before the second line."""

    first: str
    aside: str
    second: str
    state: State


Say = Callable[[Any], Lines]


class TwoLinePainter(CellPainter):
    """Draws a row of two lines; the chosen one carries a bar and its first line is bold."""

    def __init__(self, view: RecordView, say: Say) -> None:
        super().__init__(view)
        self._say = say

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("RecordView", option.widget)
        chosen = view.is_chosen(index.row())
        lines = self._say(index.data(CellRole.RECORD))
        painter.fillRect(rect, look.colour(view.ground_of(index.row())))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("hairline"))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), look.colour("accent"))
        upper, lower = _halves(rect)
        _dip(painter, look.font("small"), "ink_soft")
        used = _words(painter, upper, lines.aside, to_right=True)
        upper.setRight(upper.right() - used - look.px(8))
        _dip(painter, look.font(bold=chosen), "ink")
        _words(painter, upper, lines.first, view.hits(lines.first))
        sign = lines.state.value
        pixmap = look.pixmap(sign.glyph, lines.state.colour, 16, filled=sign.filled)
        painter.drawPixmap(lower.left(), lower.top() + (lower.height() - look.px(16)) // 2, pixmap)
        lower.setLeft(lower.left() + look.px(_SIGN))
        _dip(painter, look.font("small"), "ink_soft")
        _words(painter, lower, lines.second, view.hits(lines.second))

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        lines = self._say(index.data(CellRole.RECORD))
        space = option.rect.width() - look.px(2 * _EDGE + _SIGN)
        cut = QFontMetrics(look.font("small")).horizontalAdvance(lines.second) > space
        QToolTip.showText(event.globalPos(), plain(lines.second) if cut else "", view)
        return True


class TwoLineView(RecordView):
    """A record list without a head, in rows of two lines."""

    def __init__(self, name: str, label: str, say: Say) -> None:
        super().__init__(name, label)
        self.setItemDelegate(TwoLinePainter(self, say))
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(TWO_LINES))

    def show_model(self, model: Rows) -> None:
        """Show a model in its first column; its other columns are for paper and sheet."""
        self.show_rows(model, [0], 0)
        for column in range(1, self.model().columnCount()):
            self.setColumnHidden(column, True)  # noqa: FBT003  Qt's signature


def _halves(rect: QRect) -> tuple[QRect, QRect]:
    inside = rect.adjusted(look.px(_EDGE), look.px(6), -look.px(_EDGE), -look.px(6))
    half = inside.height() // 2
    upper = QRect(inside.left(), inside.top(), inside.width(), half)
    return upper, QRect(inside.left(), inside.top() + half, inside.width(), half)


def _dip(painter: QPainter, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(look.colour(colour))


def _words(
    painter: QPainter,
    space: QRect,
    words: str,
    hits: Iterable[tuple[int, int]] = (),
    *,
    to_right: bool = False,
) -> int:
    """Draw `words` in `space`, cut at the end if need be, and return the width they took."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, space.width())
    paint_hits(painter, space, shown, hits)
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(space, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)
