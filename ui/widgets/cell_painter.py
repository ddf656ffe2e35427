"""Draws the cells of a record list: ground, sign, words, found letters, the bar of what is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from ui.theme.look import look
from ui.theme.roles import CellLook, CellRole
from ui.theme.signs import State
from ui.widgets.tips import plain

if TYPE_CHECKING:
    from ui.widgets.record_view import RecordView

_TO_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_TO_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_Index = QModelIndex | QPersistentModelIndex
_LEFT, _SIGN, _RIGHT, _EDGE = 13, 22, 6, 14
_ANY_HEIGHT = 10_000


class CellPainter(QStyledItemDelegate):
    """Draws a cell: ground, sign, words; the current row carries a bar and its first words are bold."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("RecordView", option.widget)
        chosen = view.is_chosen(index.row())
        cell: CellLook = index.data(CellRole.LOOK)
        ground = "chosen" if chosen else view.ground_of(index.row())
        painter.fillRect(rect, look.colour(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("hairline"))
        x = rect.left() + look.px(_LEFT)
        if cell.state:
            self._sign(painter, cell.state, x, rect)
            x += look.px(_SIGN)
        leads = index.column() == view.leading()
        painter.setFont(look.font(bold=chosen and leads))
        painter.setPen(look.colour(_pen(cell.state, cell.tone)))
        space = QRect(x, rect.top(), rect.right() - x - look.px(_RIGHT), rect.height())
        words = cell.words
        if not view.wraps:
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, space.width())
        if cell.hits and not cell.to_right:
            paint_hits(painter, space, words, cell.hits)
        wrapped = Qt.TextFlag.TextWordWrap if view.wraps else Qt.TextFlag.TextSingleLine
        painter.drawText(space, (_TO_RIGHT if cell.to_right else _TO_LEFT) | wrapped, words)
        if chosen and leads:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), look.colour("accent"))
        if view.is_cursor(index.row()) and not chosen:
            paint_cursor(painter, rect)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = cast("RecordView", option.widget)
        if not view.wraps or view.isColumnHidden(index.column()):
            return super().sizeHint(option, index)
        cell: CellLook = index.data(CellRole.LOOK)
        left = look.px(_LEFT + (_SIGN if cell.state else 0) + _RIGHT)
        width = view.columnWidth(index.column()) - 1 - left
        # The chosen row is bold, and no row may jump when it is chosen.
        metrics = QFontMetrics(look.font(bold=index.column() == view.leading()))
        space = QRect(0, 0, max(width, 1), _ANY_HEIGHT)
        high = metrics.boundingRect(space, Qt.TextFlag.TextWordWrap, cell.words).height()
        return QSize(view.columnWidth(index.column()), high + look.px(_EDGE))

    def _sign(self, painter: QPainter, state: State, x: int, rect: QRect) -> None:
        sign = state.value
        size = look.px(16)
        y = rect.top() + (rect.height() - size) // 2
        painter.drawPixmap(x, y, look.pixmap(sign.glyph, state.colour, 16, filled=sign.filled))

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        sign = look.px(_SIGN) if index.data(CellRole.STATE) else 0
        space = option.rect.width() - look.px(_LEFT + _RIGHT) - sign
        cut = QFontMetrics(look.font(bold=True)).horizontalAdvance(words) > space
        QToolTip.showText(event.globalPos(), plain(words) if cut else "", view)
        return True


def paint_cursor(painter: QPainter, rect: QRect) -> None:
    """Frame the row that the keys act on while it is not chosen, as Space leaves it."""
    painter.fillRect(rect.left(), rect.top(), rect.width(), 2, look.colour("ink"))
    painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, look.colour("ink"))


def paint_hits(painter: QPainter, space: QRect, words: str, hits: Iterable[tuple[int, int]]) -> None:
    """Lay a ground under the found letters of `words`, which will be drawn at the left of `space`."""
    metrics = painter.fontMetrics()
    height = metrics.height()
    top = space.top() + (space.height() - height) // 2
    for start, length in hits:
        left = metrics.horizontalAdvance(words[:start])
        width = metrics.horizontalAdvance(words[: start + length]) - left
        painter.fillRect(space.left() + left, top, width, height, look.colour("warn_ground"))
        painter.fillRect(space.left() + left, top + height, width, 1, look.colour("warn"))


def _pen(state: State | None, tone: str) -> str:
    tone = tone or (state.value.tone if state else "")
    if tone == "done":
        return "ink"  # what is well needs no colour in a list; its sign is enough
    return "ink_soft" if tone == "soft" else tone or "ink"
