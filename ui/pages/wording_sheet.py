"""Câu chữ của văn bản in Cài đặt: how many texts of its own the cell has, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.bootstrap import Core
from ui.texts import wording as words
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.sheet import Sheet


class WordingSheet(Sheet):
    """A line or two; `asked` when the texts are to be seen."""

    asked = Signal()

    def __init__(self, core: Core) -> None:
        super().__init__()
        self._core, self._year = core, 0
        self.head(words.TITLE)
        self._count = Text(role="strong", name="wordingCount")
        go = Button(words.OPEN, glyph="pencil-simple", name="openWording")
        go.clicked.connect(self.asked)
        row = FlowRow()
        row.add(go)
        for widget in (self._count, Text(words.SHEET_WORDS, role="small", tone="soft"), row):
            self.body.addWidget(widget)

    def show_year(self, year: int) -> None:
        """Show the texts of another year."""
        self._year = year
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        if self._year:
            count = self._core.review.own_wording.count(self._year)
            self._count.say(words.SHEET_COUNT.format(year=self._year, count=count))
            self._count.setVisible(bool(count))
