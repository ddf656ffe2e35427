"""A record as two lines that a click or Enter opens: its text, then how far it is, with a sign."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.tips import plain
from ui.widgets.two_line_view import Lines

_EDGE = 13
_SIGN = 22
_ARROW = 22
_ABOVE = 8
_BETWEEN = 4
_MOST_LINES, _MOST_SECOND = 3, 2
"""Of its text, and of how far it is; the whole stands in its form."""


@dataclass(frozen=True, slots=True)
class _Wrapped:
    """Words in lines, and how the last line is shown where there are more of them."""

    lines: QTextLayout
    most: int
    cut: str

    @property
    def height(self) -> float:
        shown = range(min(self.lines.lineCount(), self.most))
        return sum(self.lines.lineAt(at).height() for at in shown)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        painter.setFont(self.lines.font())
        last = min(self.lines.lineCount(), self.most) - 1
        for number in range(last + 1):
            line = self.lines.lineAt(number)
            if number == last and self.cut:
                painter.drawText(at + QPointF(line.x(), line.y() + line.ascent()), self.cut)
            else:
                line.draw(painter, at)


class RecordLine(QAbstractButton):
    """A line of a list of small records; the open one carries a bar."""

    def __init__(self, lines: Lines, name: str) -> None:
        super().__init__()
        self._lines = lines
        self._is_open = False
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(lines)

    def say(self, lines: Lines) -> None:
        """Show other words."""
        self._lines = lines
        self.setText(lines.first)
        self.setAccessibleName(". ".join(filter(None, (lines.first, lines.aside, lines.second))))
        self.updateGeometry()
        self.update()

    def lines(self) -> Lines:
        """Return what it says."""
        return self._lines

    def mark(self, opened: bool) -> None:  # noqa: FBT001  the one question
        """Show whether its form is open below it."""
        self._is_open = opened
        self.update()

    @override
    def sizeHint(self) -> QSize:
        # As wide as it is: the words wrap, and a narrow card is no reason to ask for more.
        width = max(self.width(), look.px(160))
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(160), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # narrower, its words take more lines

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        second = look.px(_BETWEEN) + self._second(width).height if self._lines.second else 0
        return max(look.px(36), math.ceil(self._first(width).height + second) + 2 * look.px(_ABOVE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = "chosen" if self._is_open else "hover" if self.underMouse() or self.isDown() else "sheet"
        painter.fillRect(self.rect(), look.colour(ground))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("hairline"))
        if self._is_open:
            painter.fillRect(0, 0, 3, self.height(), look.colour("accent"))
        first = self._first(self.width())
        painter.setPen(look.colour("ink"))
        first.paint(painter, QPointF(look.px(_EDGE), look.px(_ABOVE)))
        self._paint_aside(painter)
        if not self._is_open:
            self._paint_arrow(painter)
        if self._lines.second:
            self._paint_second(painter, look.px(_ABOVE + _BETWEEN) + first.height)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_aside(self, painter: QPainter) -> None:
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("ink_soft"))
        right = self.width() - look.px(_EDGE + _ARROW)
        space = QRectF(0, look.px(_ABOVE), right, QFontMetrics(look.font()).height())
        painter.drawText(
            space, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._lines.aside
        )

    def _paint_arrow(self, painter: QPainter) -> None:
        """Show that the line opens: without a sign nobody presses it."""
        high = QFontMetrics(look.font()).height()
        arrow = look.pixmap("caret-right", "ink_soft", 16)
        left = self.width() - look.px(_EDGE) - look.px(16)
        painter.drawPixmap(left, look.px(_ABOVE) + (high - look.px(16)) // 2, arrow)

    def _paint_second(self, painter: QPainter, top: float) -> None:
        sign = self._lines.state.value
        pixmap = look.pixmap(sign.glyph, self._lines.state.colour, 16, filled=sign.filled)
        second = self._second(self.width())
        high = QFontMetrics(second.lines.font()).height()
        painter.drawPixmap(look.px(_EDGE), round(top + (high - look.px(16)) / 2), pixmap)
        painter.setPen(look.colour(self._lines.state.colour))
        self.setToolTip(plain(self._lines.second) if second.cut else "")
        second.paint(painter, QPointF(look.px(_EDGE + _SIGN), top))

    def _first(self, width: int) -> _Wrapped:
        aside = QFontMetrics(look.font("small")).horizontalAdvance(self._lines.aside)
        taken = look.px(2 * _EDGE + _ARROW) + (aside + look.px(8) if aside else 0)
        return _wrapped(self._lines.first, look.font(), width - taken, _MOST_LINES)

    def _second(self, width: int) -> _Wrapped:
        space = width - look.px(2 * _EDGE + _SIGN)
        return _wrapped(self._lines.second, look.font("small"), space, _MOST_SECOND)


def _wrapped(said: str, font: QFont, space: int, most: int) -> _Wrapped:
    # A line break is a place to break like any other; the form shows the paragraphs.
    text = " ".join(said.split())
    space = max(space, look.px(80))
    words = QTextLayout(text, font)
    words.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    words.beginLayout()
    height, cut = 0.0, ""
    while (line := words.createLine()).isValid():
        line.setLineWidth(space)
        line.setPosition(QPointF(0, height))
        height += line.height()
    words.endLayout()
    if words.lineCount() > most:
        rest = text[words.lineAt(most - 1).textStart() :]
        cut = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, space)
    return _Wrapped(words, most, cut)
