"""Choosing the backup set that takes the place of data that do not open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from app.services.backups import BackupSet
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import restore as words
from ui.texts import shared, unlock
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text
from ui.widgets.secret_field import SecretField
from ui.widgets.wait_line import WaitLine

MOST_SETS = 12


class RestoreDialog(SheetDialog):
    """The sets of this laptop, newest first; `chosen` tells the set and the password."""

    chosen = Signal(object, str)

    def __init__(self, sets: Sequence[BackupSet], parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 520, parent)
        self.setObjectName("restoreDialog")
        self._sets = list(sets)[:MOST_SETS]
        self._choices = [QRadioButton(words_of(one)) for one in self._sets]
        self._secret = SecretField(unlock.SHOW_PASSWORD, "restorePassword")
        self._row = FieldRow(words.PASSWORD, self._secret, name="restorePassword")
        self._act = Button(words.RESTORE, glyph="clock-counter-clockwise", name="restoreSet")
        self._wait = WaitLine(self._act, "waitToRestore")
        self.finished.connect(self._wait.stop)
        self._build()

    def _build(self) -> None:
        self.body.addWidget(Text(words.WORDS if self._sets else words.NONE))
        for choice in self._choices:
            self.body.addWidget(choice)
        if self._choices:
            self._choices[0].setChecked(True)
            self.body.addWidget(self._row)
            self.body.addWidget(self._wait)
        self.body.addStretch(1)
        cancel = Button(shared.CANCEL, name="cancelRestore")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        self._act.setEnabled(bool(self._sets))
        self._act.clicked.connect(self._on_restore)
        self._secret.entered.connect(self._on_restore)
        self.add_buttons(cancel, self._act)

    def show_wrong(self, sentence: str) -> None:
        """Say under the password what is wrong."""
        self._row.show_problem(sentence)
        self._row.focus()

    def hold(self, seconds: int) -> None:
        """Let nobody try again for so many seconds; what is typed stays."""
        self._wait.hold(seconds)
        self.fit()

    def _on_restore(self) -> None:
        if not self._act.isEnabled():
            return
        at = next(at for at, choice in enumerate(self._choices) if choice.isChecked())
        self.chosen.emit(self._sets[at], str(self._secret.value()))


def words_of(one: BackupSet) -> str:
    """Return when a set was made and what is in it."""
    made = dt.datetime.fromisoformat(one.made_at).astimezone()
    counts = one.content.counts
    return words.SET.format(
        when=f"{made:%H:%M, %d/%m/%Y}",
        members=counts.get("member", 0),
        papers=counts.get("outgoing_paper", 0),
    )
