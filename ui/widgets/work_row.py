"""A line of work: a sign, what there is to do and for whom, how far it is; a click or Enter opens it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from ui.theme.look import look
from ui.theme.signs import State

_EDGE, _CARD_EDGE = 16, 2
_WIDTH, _CARD_WIDTH = 320, 160
"""Asked for on a page, and on a card."""
_SIGN = 28
_ARROW = 28
_GAP = 12
_ROOM_ABOVE = 9
_LINES_APART = 2
_STATUS_SHARE = 0.4
"""At most so much of the width goes to the words at the right."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a line says: `names` follow the matter in softer ink, `status` stands at the right."""

    state: State
    matter: str
    names: str = ""
    status: str = ""


class WorkRow(QAbstractButton):
    """One line of 36 px, higher where its words need more than one line; nothing is cut.

    Where it is `stacked`, as on a narrow card, the status stands below the matter.
    """

    def __init__(self, work: Work, name: str, *, on_card: bool = False, stacked: bool = False) -> None:
        super().__init__()
        self.work = work
        self._stacked = stacked
        self._edge = _CARD_EDGE if on_card else _EDGE
        self._least = _CARD_WIDTH if on_card else _WIDTH
        self.setObjectName(name)
        self.setText(work.matter)
        self.setAccessibleName(". ".join(part for part in (work.matter, work.names, work.status) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        least = look.px(self._least)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(self._least * 3 // 4), look.px(36))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        words, status = self._laid_out(width)
        heights = (words.boundingRect().height(), status.boundingRect().height())
        tallest = sum(heights) + look.px(_LINES_APART) if self._stacked else max(heights)
        return max(look.px(36), round(tallest) + 2 * look.px(_ROOM_ABOVE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = "hover" if self.underMouse() or self.isDown() else "sheet"
        painter.fillRect(self.rect(), look.colour(ground))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("hairline"))
        words, status = self._laid_out(self.width())
        words_at, status_at = self._places(words.boundingRect().height(), status.boundingRect().height())
        self._paint_sign(painter)
        painter.setPen(look.colour("ink"))
        words.draw(painter, words_at)
        painter.setPen(look.colour(self._tone()))
        status.draw(painter, status_at)
        arrow = look.pixmap("caret-right", "ink_soft", 16)
        painter.drawPixmap(self.width() - look.px(24), (self.height() - look.px(16)) // 2, arrow)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _places(self, words: float, status: float) -> tuple[QPointF, QPointF]:
        """Return where the matter and the status begin, each of its height."""
        left = look.px(self._edge + _SIGN)
        if self._stacked:
            top = look.px(_ROOM_ABOVE)
            return QPointF(left, top), QPointF(left, top + words + look.px(_LINES_APART))
        right = self.width() - look.px(_ARROW) - self._status_width(self.width())
        return QPointF(left, (self.height() - words) / 2), QPointF(right, (self.height() - status) / 2)

    def _paint_sign(self, painter: QPainter) -> None:
        sign = self.work.state.value
        pixmap = look.pixmap(sign.glyph, self.work.state.colour, 18, filled=sign.filled)
        painter.drawPixmap(look.px(self._edge), (self.height() - look.px(18)) // 2, pixmap)

    def _tone(self) -> str:
        tone = self.work.state.value.tone
        return "ink_soft" if tone == "soft" else tone

    def _status_width(self, width: int) -> int:
        one_line = QFontMetrics(look.font("small")).horizontalAdvance(self.work.status) + look.px(2)
        return one_line if self._stacked else min(one_line, round(width * _STATUS_SHARE))

    def _laid_out(self, width: int) -> tuple[QTextLayout, QTextLayout]:
        status_width = self._status_width(width)
        status = QTextLayout(self.work.status, look.font("small"))
        _set(status, status_width)
        matter = self.work.matter
        words = QTextLayout(f"{matter}   {self.work.names}" if self.work.names else matter, look.font())
        soft = QTextCharFormat()
        soft.setForeground(look.colour("ink_soft"))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = len(matter), len(self.work.names) + 3, soft
        words.setFormats([part])
        used = look.px(self._edge + _SIGN + _ARROW + _GAP) + (0 if self._stacked else status_width)
        _set(words, max(width - used, look.px(80)))
        return words, status


def _set(layout: QTextLayout, width: int) -> None:
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
