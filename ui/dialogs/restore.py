"""Choosing the backup set that takes the place of data that do not open, or that were on another laptop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.services.backups import BackupSet
from ui.dialogs.sheet_dialog import SheetDialog
from ui.forms.backup_lines import lines, table_of_sets
from ui.texts import restore as words
from ui.texts import shared, unlock
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.secret_field import SecretField
from ui.widgets.two_line_view import TWO_LINES, TwoLineView
from ui.widgets.wait_line import WaitLine

MOST_ROWS = 4


class RestoreDialog(SheetDialog):
    """The sets of this laptop or of a folder, newest first; `chosen` tells the set and the password."""

    chosen = Signal(object, str)
    elsewhere_asked = Signal()
    """The sets lie in another folder, as on the stick of the second place."""

    def __init__(self, sets: Sequence[BackupSet], parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 560, parent)
        self.setObjectName("restoreDialog")
        self._said = Text(name="restoreWords")
        self._table = table_of_sets(lines)
        self._table.setParent(self)
        self._view = TwoLineView("restoreSets", words.SETS, lines)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.show_model(self._table)
        self._elsewhere = Button(words.ELSEWHERE, glyph="folder-open", name="elsewhere")
        self._secret = SecretField(unlock.SHOW_PASSWORD, "restorePassword")
        self._row = FieldRow(words.PASSWORD, self._secret, name="restorePassword")
        self._act = Button(words.RESTORE, glyph="clock-counter-clockwise", name="restoreSet")
        self._wait = WaitLine(self._act, "waitToRestore")
        self.finished.connect(self._wait.stop)
        self._build()
        self.show_sets(sets, words.WORDS if sets else words.NONE)

    def _build(self) -> None:
        elsewhere = FlowRow()
        elsewhere.add(self._elsewhere)
        for widget in (self._said, self._view, elsewhere, self._row, self._wait):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        cancel = Button(shared.CANCEL, name="cancelRestore")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        self._elsewhere.clicked.connect(self.elsewhere_asked)
        self._act.clicked.connect(self._on_restore)
        self._secret.entered.connect(self._on_restore)
        self.add_buttons(cancel, self._act)

    def show_sets(self, sets: Sequence[BackupSet], said: str) -> None:
        """Offer these sets, the newest chosen; `said` stands above them."""
        self._said.setText(said)
        self._table.set_records(sets)
        self._view.setFixedHeight(look.px(TWO_LINES) * min(len(sets), MOST_ROWS))
        if sets:
            self._view.go_to(self._table.identity(0))
        for widget in (self._view, self._row):
            widget.setVisible(bool(sets))
        self._act.setEnabled(bool(sets) and not self._wait.holds())
        self.fit()

    def show_wrong(self, sentence: str) -> None:
        """Say under the password what is wrong."""
        self._row.show_problem(sentence)
        self._row.focus()

    def hold(self, seconds: int) -> None:
        """Let nobody try again for so many seconds; what is typed stays."""
        self._wait.hold(seconds)
        self.fit()

    def _on_restore(self) -> None:
        row = self._table.row_of(self._view.current())
        if self._act.isEnabled() and row >= 0:
            self.chosen.emit(self._table.record(row), str(self._secret.value()))
