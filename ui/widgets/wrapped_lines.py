"""Rows of a short list at the left of a page: a first line that leads, smaller ones below, nothing cut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme.look import look
from ui.theme.roles import CellRole
from ui.theme.signs import State

_EDGE, _SIGN, _ABOVE = 13, 22, 8
_ANY_HEIGHT = 10_000
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_Index = QModelIndex | QPersistentModelIndex


class WrappedLines(QStyledItemDelegate):
    """Draws the lines of an item as the other lists do; its `CellRole.STATE` stands as a sign beside them."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        view.setItemDelegate(self)
        view.setMouseTracking(True)
        view.setResizeMode(QListWidget.ResizeMode.Adjust)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        hovered = bool(flags & QStyle.StateFlag.State_MouseOver)
        ground = "chosen" if chosen else "hover" if hovered else "sheet"
        painter.fillRect(rect, look.colour(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("hairline"))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), look.colour("accent"))
        state: State | None = index.data(CellRole.STATE)
        if state:
            pixmap = look.pixmap(state.value.glyph, state.colour, 16, filled=state.value.filled)
            painter.drawPixmap(rect.right() - look.px(_SIGN), rect.top() + look.px(_ABOVE), pixmap)
        at = rect.top() + look.px(_ABOVE)
        for place, (words, high) in enumerate(self._lines(index)):
            painter.setFont(_font(place, chosen=chosen))
            painter.setPen(look.colour("ink_soft" if place else "ink"))
            painter.drawText(QRect(rect.left() + look.px(_EDGE), at, self._width(), high), _WRAPPED, words)
            at += high

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, sum(high for _, high in self._lines(index)) + look.px(2 * _ABOVE))

    def _width(self) -> int:
        return max(self._view.viewport().width() - look.px(_EDGE + _SIGN + 4), 1)

    def _lines(self, index: _Index) -> list[tuple[str, int]]:
        """Return the lines with the height of each; the chosen one is bold, and no row may jump by it."""
        space = QRect(0, 0, self._width(), _ANY_HEIGHT)
        said = str(index.data(Qt.ItemDataRole.DisplayRole) or "").split("\n")
        return [
            (words, QFontMetrics(_font(place, chosen=True)).boundingRect(space, _WRAPPED, words).height())
            for place, words in enumerate(said)
        ]


def _font(place: int, *, chosen: bool) -> QFont:
    return look.font("small") if place else look.font(bold=chosen)
