"""When the program locks itself, in Cài đặt, and the button that locks it now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from ui.desktop.seat import LOCK_MINUTES, Seat
from ui.texts import locking as words
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.sheet import Sheet


class LockSheet(Sheet):
    """A choice of minutes; there is no "never"."""

    lock_asked = Signal()

    def __init__(self, seat: Seat, *, is_practice: bool) -> None:
        super().__init__()
        self._seat = seat
        self._choices = QButtonGroup(self)
        self.head(words.SHEET)
        said = words.PRACTICE if is_practice else words.SHEET_WORDS
        self.body.addWidget(Text(said, role="small", tone="soft"))
        after = Text(words.MINUTES, role="small", tone="soft")
        self.body.addWidget(after)
        row = FlowRow()
        for minutes in LOCK_MINUTES:
            choice = QRadioButton(words.MINUTES_CHOICE.format(minutes=minutes))
            choice.setObjectName(f"lockAfter{minutes}")
            choice.setAccessibleName(f"{words.MINUTES} {choice.text()}")
            choice.setChecked(minutes == seat.lock_minutes)
            self._choices.addButton(choice, minutes)
            row.add(choice)
        self.body.addWidget(row)
        now = Button(words.LOCK_NOW, glyph="lock-simple", name="lockFromSettings")
        now.clicked.connect(self.lock_asked)
        self.body.addWidget(now)
        for widget in (after, row, now):
            widget.setHidden(is_practice)
        self._choices.idClicked.connect(self._on_chosen)

    def _on_chosen(self, minutes: int) -> None:
        self._seat.lock_minutes = minutes
