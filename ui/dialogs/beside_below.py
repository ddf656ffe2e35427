"""A list and what is said of its current line: side by side where there is room, else one below the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.styled import spaced

WIDTH = 1228
"""Of a dialog that holds both."""
_BESIDE = 1000
"""From this width on they stand side by side."""
_ANY_WIDTH = 16_777_215


class BesideBelow(QWidget):
    """Holds both; the line in full is `width` wide beside the list, and at least `low` high below it."""

    def __init__(self, view: QWidget, detail: QWidget, width: int, low: int = 0) -> None:
        super().__init__()
        self._detail, self._width, self._low = detail, width, low
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        spaced(self._box, look.px(12))
        self._box.addWidget(view, 1)
        self._box.addWidget(detail)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.window().width() >= look.px(_BESIDE)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._detail.setMinimumWidth(look.px(self._width) if beside else 0)
        self._detail.setMaximumWidth(look.px(self._width) if beside else _ANY_WIDTH)
        self._detail.setMinimumHeight(0 if beside else look.px(self._low))
