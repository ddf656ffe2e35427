"""Changing the password: the old one, the new one twice; the dialog stays until it is done or given up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from ui.dialogs.busy_dialog import BusyDialog
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.refused_keys import tell
from ui.forms.new_password import NewPassword
from ui.texts import settings as words
from ui.texts import shared, unlock
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.secret_field import SecretField


class PasswordDialog(BusyDialog):
    """`asked` tells the old and the new password; whoever hears it says how it went."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.CHANGE_PASSWORD, 480, parent)
        self.setObjectName("passwordDialog")
        self._secret = SecretField(unlock.SHOW_PASSWORD, "old")
        self._old = FieldRow(words.OLD_PASSWORD, self._secret, name="oldPassword")
        self._new = NewPassword(words.NEW_PASSWORD, words.AGAIN)
        self._failure = StateLine(State.BLOCKED)
        self._failure.hide()
        self._cancel = Button(shared.CANCEL, name="cancelPassword")
        self._act = Button(words.CHANGE_PASSWORD, kind="primary", glyph="key", name="changePassword")
        self._secret.edited.connect(lambda: self._old.show_problem(""))
        self._cancel.clicked.connect(self.reject)
        self._act.clicked.connect(self._on_act)
        self._new.entered.connect(self._on_act)
        self.body.addWidget(self._old)
        self.body.addWidget(self._new)
        self.body.addWidget(Text(words.PASSWORD_WORDS, role="small", tone="soft"))
        self.body.addWidget(self._failure)
        self.body.addWidget(self.wait_for(self._act))
        self.body.addStretch(1)
        self.add_buttons(self._cancel, self._act)
        self._secret.setFocus()
        help_on_f1(self, "keys")

    def show_failure(self, error: AppError) -> None:
        """Say what was wrong, under the field it belongs to, and let it be tried again."""
        self._set_busy(busy=False)
        tell(error, self._old, self._failure, self._new)

    def finish(self) -> None:
        """Close: the password is changed."""
        self._set_busy(busy=False)
        self.accept()

    def _on_act(self) -> None:
        new = self._new.password() if self._act.isEnabled() else None
        if new is not None:
            self._set_busy(busy=True)
            self.asked.emit(str(self._secret.value()), new)

    def _set_busy(self, *, busy: bool) -> None:
        self._failure.hide()
        self.be_busy((self._old, self._new, self._cancel, self._act), busy=busy)
        self._act.setText(words.CHANGING if busy else words.CHANGE_PASSWORD)
