"""Two or three tabs in words, the current one underlined; left and right keys change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTabBar
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.styled import styled

_BESIDE, _FRAME = 12, 2
"""Room beside the words of a tab and width of its frame, as the style sheet has them."""


class Tabs(QTabBar):
    """A row of tabs without a frame."""

    chosen = Signal(int)

    def __init__(self, titles: list[str], name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(look.px(36))
        for title in titles:
            self.addTab(title)
        self.currentChanged.connect(self.chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A narrow card has room for all its tabs only where they stand closer together.
        metrics = QFontMetrics(look.font(bold=True))
        titles = (metrics.horizontalAdvance(self.tabText(at)) for at in range(self.count()))
        wanted = sum(titles) + self.count() * (2 * look.px(_BESIDE) + 2 * _FRAME)
        styled(self, tight="yes" if wanted > self.width() else "no")

    def current(self) -> int:
        """Return the number of the current tab, from 0."""
        return self.currentIndex()

    def choose(self, at: int) -> None:
        """Go to a tab."""
        self.setCurrentIndex(at)
