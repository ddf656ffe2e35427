"""The left navigation: a glyph and a word for every page that works, the current place marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.styled import hairline, spaced


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the navigation: code, words (and shorter ones), glyph, the key that leads there."""

    code: str
    words: str
    short: str
    glyph: str
    key: str = ""


class PlaceButton(QAbstractButton):
    """One row of the navigation."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._narrow = False
        self.setObjectName(f"nav_{place.code}")
        self.setText(place.words)
        self.setAccessibleName(place.words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click needs no frame to show where it was
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def rename(self, words: str) -> None:
        """Be called otherwise."""
        self.place = replace(self.place, words=words, short=words)
        self.setText(words)
        self.setAccessibleName(words)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one question of a narrow layout
        """Take less room."""
        self._narrow = narrow
        self.setText(self.place.short if narrow else self.place.words)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look.px(100), look.px(36 if self._narrow else 40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        current = self.isChecked()
        glyph = look.pixmap(self.place.glyph, "accent" if current else "ink_soft", 20, filled=current)
        left = look.px(8 if self._narrow else 16)
        painter.drawPixmap(left, (self.height() - look.px(20)) // 2, glyph)
        words_at = look.px(33 if self._narrow else 46)
        painter.setFont(look.font(bold=current))
        painter.setPen(look.colour("ink"))
        area = QRect(words_at, 0, self.width() - words_at, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        self._paint_key(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("sheet"))
            painter.fillRect(0, 0, 3, self.height(), look.colour("accent"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_key(self, painter: QPainter) -> None:
        if self._narrow or not self.place.key:
            return
        painter.setFont(look.font("hint"))
        width = painter.fontMetrics().horizontalAdvance(self.place.key) + look.px(14)
        height = look.px(20)
        frame = QRect(self.width() - width - look.px(12), (self.height() - height) // 2, width, height)
        painter.setPen(look.colour("hairline_strong"))
        painter.setBrush(look.colour("table_head"))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(look.colour("ink_soft"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.place.key)


class Navigation(QFrame):
    """Pages above, settings and help below; scrolls when the type is too high for the window."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], lower: Sequence[Place], label: str) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAccessibleName(label)
        self._buttons = {place.code: PlaceButton(place) for place in [*places, *lower]}
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        spaced(self._column, 0, (0, look.px(8), 0, look.px(8)))
        for place in places:
            self._column.addWidget(self._buttons[place.code])
        self._column.addStretch(1)
        self._column.addWidget(hairline())
        for place in lower:
            self._column.addWidget(self._buttons[place.code])
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        spaced(column, 0, (0, 0, 1, 0))
        column.addWidget(scroll)
        for code, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))

    def go_to(self, code: str) -> None:
        """Mark the current place."""
        self._buttons[code].setChecked(True)

    def rename(self, code: str, words: str) -> None:
        """Call a place otherwise, as the year in sight does."""
        self._buttons[code].rename(words)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  the one question of a narrow layout
        """Take 132 instead of 220."""
        self.setFixedWidth(look.px(132 if narrow else 220))
        space = look.px(0 if narrow else 8)
        self._column.setContentsMargins(0, space, 0, space)
        for button in self._buttons.values():
            button.set_narrow(narrow)
