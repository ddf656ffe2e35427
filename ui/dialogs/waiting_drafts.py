"""Bản nháp chưa lưu: what was typed and not saved, a line each, and the way to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import start_notes as words
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.styled import spaced
from ui.widgets.work_row import Work, WorkRow


class WaitingDraftsDialog(SheetDialog):
    """The drafts as lines to click, with the time when each was last kept."""

    chosen = Signal(int)
    """The number of the draft in the given order."""

    def __init__(
        self, drafts: Sequence[tuple[str, dt.datetime | None]], parent: QWidget | None = None
    ) -> None:
        super().__init__(words.TITLE, 560, parent)
        self.setObjectName("waitingDrafts")
        self.body.addWidget(Text(words.WORDS, role="small", tone="soft"))
        lines = QVBoxLayout()
        spaced(lines, 0)
        for at, (title, kept_at) in enumerate(drafts):
            lines.addWidget(self._line(at, title, kept_at))
        self.body.addLayout(lines)
        self.body.addStretch(1)
        later = Button(words.LATER, name="later")
        later.setDefault(True)
        later.clicked.connect(self.reject)
        self.add_buttons(later)
        later.setFocus()

    def _line(self, at: int, title: str, kept_at: dt.datetime | None) -> WorkRow:
        kept = words.KEPT_AT.format(at=kept_at.astimezone()) if kept_at else ""
        row = WorkRow(Work(State.OPEN, title, status=kept), name=f"draft{at}")
        row.clicked.connect(lambda: self._on_chosen(at))
        return row

    def _on_chosen(self, at: int) -> None:
        self.accept()
        self.chosen.emit(at)
