"""One of a few kinds, each with its key: the chosen one has frame, ground and bold, and no colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.choice_frame import paint_choice
from ui.widgets.flow import FlowRow

_HEIGHT, _EDGE, _GAP = 36, 8, 8


class KindButton(QAbstractButton):
    """A key in a small frame and the words of a kind."""

    def __init__(self, value: object, words: str, key: str) -> None:
        super().__init__()
        self.value = value
        self._key = key
        self.setObjectName(f"kind_{value}")
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(look.font(bold=True)).horizontalAdvance(self.text())
        return QSize(look.px(2 * _EDGE + _GAP) + self._key_width() + words, look.px(_HEIGHT))

    def _key_width(self) -> int:
        return QFontMetrics(look.font("hint")).horizontalAdvance(self._key) + look.px(12)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_choice(self, painter, "outline")
        key = QRectF(look.px(_EDGE), (self.height() - look.px(20)) / 2, self._key_width(), look.px(20))
        painter.setPen(QPen(look.colour("hairline_strong"), 1))
        painter.setBrush(look.colour("table_head"))
        painter.drawRoundedRect(key, 3, 3)
        painter.setPen(look.colour("ink_soft"))
        painter.setFont(look.font("hint"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(bold=self.isChecked()))
        left = look.px(_EDGE + _GAP) + self._key_width()
        painter.drawText(left, 0, self.width(), self.height(), Qt.AlignmentFlag.AlignVCenter, self.text())


class KindChoice(FlowRow):
    """The kinds side by side; the chosen one stays chosen for the next opinion."""

    chosen = Signal()

    def __init__(self, kinds: Sequence[tuple[object, str, str]]) -> None:
        """Make it of (value, words, key); the first is chosen."""
        super().__init__()
        self._buttons = [KindButton(*kind) for kind in kinds]
        self.add(*self._buttons)
        for button in self._buttons:
            button.clicked.connect(self.chosen)
        self._buttons[0].setChecked(True)

    def value(self) -> object:
        """Return the chosen kind."""
        return next(button.value for button in self._buttons if button.isChecked())

    def set_value(self, value: object) -> None:
        """Choose a kind; an unknown one leaves the choice."""
        for button in self._buttons:
            if button.value == value:
                button.setChecked(True)
