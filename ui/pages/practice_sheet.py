"""The way from the real cell into the practice cell, in Cài đặt."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.texts import settings as words
from ui.texts import unlock
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.sheet import Sheet


class PracticeSheet(Sheet):
    """What practising is, and the one click that leads there."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head(words.PRACTICE)
        self.body.addWidget(Text(words.PRACTICE_WORDS, role="small", tone="soft"))
        into = Button(unlock.PRACTICE, glyph="notebook", name="practiceFromSettings")
        into.clicked.connect(self.asked)
        row = FlowRow()
        row.add(into)
        self.body.addWidget(row)
