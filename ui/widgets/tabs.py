"""Two or three tabs in words, the current one underlined; left and right keys change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar

from ui.theme.look import look


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

    def current(self) -> int:
        """Return the number of the current tab, from 0."""
        return self.currentIndex()

    def choose(self, at: int) -> None:
        """Go to a tab."""
        self.setCurrentIndex(at)
