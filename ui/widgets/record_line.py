"""A record as two lines that a click or Enter opens: its text, then how far it is, with a sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
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
_ABOVE = 8
_BETWEEN = 4
_SECOND = 18
_MOST_LINES = 3
"""Of its text; the whole stands in its form."""


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
        words, _cut = self._laid_out(width)
        second = look.px(_BETWEEN + _SECOND) if self._lines.second else 0
        return max(look.px(36), round(_height(words)) + second + 2 * look.px(_ABOVE))

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
        words, cut = self._laid_out(self.width())
        painter.setPen(look.colour("ink"))
        self._paint_words(painter, words, cut)
        self._paint_aside(painter)
        if self._lines.second:
            self._paint_second(painter, look.px(_ABOVE + _BETWEEN) + _height(words))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_words(self, painter: QPainter, words: QTextLayout, cut: str) -> None:
        at = QPointF(look.px(_EDGE), look.px(_ABOVE))
        last = min(words.lineCount(), _MOST_LINES) - 1
        for number in range(last + 1):
            line = words.lineAt(number)
            if number == last and cut:
                painter.setFont(look.font())
                painter.drawText(at + QPointF(line.x(), line.y() + line.ascent()), cut)
            else:
                line.draw(painter, at)

    def _paint_aside(self, painter: QPainter) -> None:
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("ink_soft"))
        right = self.width() - look.px(_EDGE)
        space = QRectF(0, look.px(_ABOVE), right, QFontMetrics(look.font()).height())
        painter.drawText(
            space, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._lines.aside
        )

    def _paint_second(self, painter: QPainter, top: float) -> None:
        sign = self._lines.state.value
        pixmap = look.pixmap(sign.glyph, self._lines.state.colour, 16, filled=sign.filled)
        high = look.px(_SECOND)
        painter.drawPixmap(look.px(_EDGE), round(top) + (high - look.px(16)) // 2, pixmap)
        left = look.px(_EDGE + _SIGN)
        space = QRectF(left, top, self.width() - left - look.px(_EDGE), high)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour(self._lines.state.colour))
        metrics = QFontMetrics(look.font("small"))
        shown = metrics.elidedText(self._lines.second, Qt.TextElideMode.ElideRight, int(space.width()))
        self.setToolTip(plain(self._lines.second) if shown != self._lines.second else "")
        painter.drawText(space, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _laid_out(self, width: int) -> tuple[QTextLayout, str]:
        """Return the text in lines, and the last line shown as it is cut where there are more."""
        font = look.font()
        aside = QFontMetrics(look.font("small")).horizontalAdvance(self._lines.aside)
        space = max(width - look.px(2 * _EDGE) - (aside + look.px(8) if aside else 0), look.px(80))
        # A line break is a place to break like any other; the form shows the paragraphs.
        text = " ".join(self._lines.first.split())
        words = QTextLayout(text, font)
        words.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        words.beginLayout()
        height, cut = 0.0, ""
        while (line := words.createLine()).isValid():
            line.setLineWidth(space)
            line.setPosition(QPointF(0, height))
            height += line.height()
        words.endLayout()
        if words.lineCount() > _MOST_LINES:
            rest = text[words.lineAt(_MOST_LINES - 1).textStart() :]
            cut = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, space)
        return words, cut


def _height(words: QTextLayout) -> float:
    """Return the height of the lines shown."""
    return sum(words.lineAt(at).height() for at in range(min(words.lineCount(), _MOST_LINES)))
