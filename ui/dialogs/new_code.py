"""A new recovery code: the password, then the code; it is in force only once it is known to be on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError
from ui.desktop.printing import Printing
from ui.desktop.recovery_sheet import SheetFacts
from ui.dialogs.busy_dialog import BusyDialog
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.refused_keys import tell
from ui.forms.recovery_code import RecoveryCodeForm
from ui.texts import recovery as words
from ui.texts import shared, unlock
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.secret_field import SecretField
from ui.widgets.styled import spaced


class NewCodeDialog(BusyDialog):
    """`asked` tells the password, `confirmed` the code on paper; whoever hears it says how it went."""

    asked = Signal(str)
    confirmed = Signal(str)

    def __init__(self, printing: Printing, parent: QWidget | None = None) -> None:
        super().__init__(words.NEW_TITLE, 600, parent)
        self.setObjectName("newCodeDialog")
        self._secret = SecretField(unlock.SHOW_PASSWORD, "codePassword")
        self._password = FieldRow(words.PASSWORD, self._secret, name="codePassword")
        self._form = RecoveryCodeForm(printing)
        self._failure = StateLine(State.BLOCKED)
        self._failure.hide()
        self._asking = QWidget()
        self._cancel = Button(shared.CANCEL, name="cancelCode")
        self._act = Button(words.MAKE, kind="primary", glyph="key", name="makeCode")
        self._build()
        self._secret.edited.connect(lambda: self._password.show_problem(""))
        self._secret.entered.connect(self._on_act)
        self._form.entered.connect(self._on_act)
        self._cancel.clicked.connect(self.reject)
        self._act.clicked.connect(self._on_act)
        self._secret.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self._asking)
        spaced(column, look.px(12))
        column.addWidget(Text(words.NEW_WORDS))
        column.addWidget(Text(words.NEW_LIMIT, role="small", tone="soft"))
        column.addWidget(self._password)
        for part in (self._asking, self._form, self._failure, self.wait_for(self._act)):
            self.body.addWidget(part)
        self._form.hide()
        self.body.addStretch(1)
        self.add_buttons(self._cancel, self._act)
        help_on_f1(self, "keys")

    def show_code(self, code: str, facts: SheetFacts) -> None:
        """Show the new code, which opens nothing yet."""
        self._set_busy(busy=False)
        self._form.show_code(code, facts)
        self._asking.hide()
        self._form.show()
        self._act.setText(words.USE)
        self.fit()
        self._form.focus()

    def show_failure(self, error: AppError) -> None:
        """Say what was wrong and let it be tried again; the old code is in force."""
        self._set_busy(busy=False)
        tell(error, self._password, self._failure)

    def finish(self) -> None:
        """Close: the new code is in force."""
        self._set_busy(busy=False)
        self.accept()

    def _on_act(self) -> None:
        if not self._act.isEnabled():
            return
        if not self._form.code():
            self._set_busy(busy=True)
            self.asked.emit(str(self._secret.value()))
        elif self._form.is_on_paper():
            self._set_busy(busy=True)
            self.confirmed.emit(self._form.code())

    def _set_busy(self, *, busy: bool) -> None:
        self._failure.hide()
        self.be_busy((self._asking, self._form, self._cancel, self._act), busy=busy)
        waiting, ready = (words.USING, words.USE) if self._form.code() else (words.MAKING, words.MAKE)
        self._act.setText(waiting if busy else ready)
