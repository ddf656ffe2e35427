"""Đổi khóa: the password in use, the new one twice, the steps, then the new code and what is still old."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError
from ui.desktop.printing import Printing
from ui.desktop.recovery_sheet import SheetFacts
from ui.dialogs.busy_dialog import BusyDialog
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.refused_keys import tell
from ui.forms.new_password import NewPassword
from ui.forms.recovery_code import RecoveryCodeForm
from ui.texts import key_change as words
from ui.texts import shared, unlock
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.progress_line import ProgressLine
from ui.widgets.secret_field import SecretField
from ui.widgets.styled import spaced


class KeyChangeDialog(BusyDialog):
    """`asked` tells the old and the new password; `on_paper` that the new code is printed or written."""

    asked = Signal(str, str)
    on_paper = Signal()

    def __init__(self, printing: Printing, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 600, parent)
        self.setObjectName("keyChangeDialog")
        self._secret = SecretField(unlock.SHOW_PASSWORD, "old")
        self._old = FieldRow(words.OLD_PASSWORD, self._secret, name="oldPassword")
        self._new = NewPassword(words.NEW_PASSWORD, words.AGAIN)
        self._progress = ProgressLine("keyChange")
        self._failure = StateLine(State.BLOCKED)
        self._form = RecoveryCodeForm(printing)
        self._facts = QVBoxLayout()
        self._cancel = Button(shared.CANCEL, name="cancelKeyChange")
        self._act = Button(words.ACT, kind="primary", glyph="key", name="changeKey")
        self._asking, self._done = QWidget(), QWidget()
        self._build()
        self._connect()
        self._secret.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self._asking)
        spaced(column, look.px(12))
        for widget in (Text(words.WORDS), self._old, self._new):
            column.addWidget(widget)
        column.addWidget(Text(words.STEPS_WORDS, role="small", tone="soft"))
        done = QVBoxLayout(self._done)
        spaced(done, look.px(12))
        spaced(self._facts, look.px(6))
        done.addLayout(self._facts)
        done.addWidget(self._form)
        wait = self.wait_for(self._act)
        for part in (self._asking, self._progress, self._failure, wait, self._done):
            self.body.addWidget(part)
        for part in (self._progress, self._failure, self._done):
            part.hide()
        self.body.addStretch(1)
        self.add_buttons(self._cancel, self._act)
        help_on_f1(self, "keys")

    def _connect(self) -> None:
        self._secret.edited.connect(lambda: self._old.show_problem(""))
        self._new.entered.connect(self._on_act)
        self._form.entered.connect(self._on_act)
        self._cancel.clicked.connect(self.reject)
        self._act.clicked.connect(self._on_act)

    def step(self, done: int, total: int, _label: str) -> None:
        """Show how far it is."""
        said = words.STEPS[min(done, len(words.STEPS) - 1)]
        self._progress.step(said, (done, total), words.STEP_COUNT.format(done=done, total=total))

    def show_failure(self, error: AppError) -> None:
        """Say what was wrong, under the field it belongs to; everything is as before."""
        self._set_busy(busy=False)
        tell(error, self._old, self._failure, self._new)

    def show_done(self, code: str, facts: SheetFacts, said: list[tuple[State, str]]) -> None:
        """Show the new code, and in lines what else is to be known."""
        self._set_busy(busy=False)
        self._asking.hide()
        self.set_title(words.DONE_TITLE)
        for state, sentence_ in [(State.DONE, words.DONE_WORDS), *said]:
            self._facts.addWidget(StateLine(state, sentence_, role="base"))
        self._form.show_code(code, facts)
        self._done.show()
        self._cancel.setText(words.LATER)
        self._act.setText(words.FINISH)
        self.fit()
        self._form.focus()

    def is_done(self) -> bool:
        """Return whether the key was changed."""
        return bool(self._form.code())

    def _on_act(self) -> None:
        if self.is_done():
            if self._form.is_on_paper():
                self.on_paper.emit()
                self.accept()
            return
        new = self._new.password() if self._act.isEnabled() else None
        if new is not None:
            self._set_busy(busy=True)
            self.asked.emit(str(self._secret.value()), new)

    def _set_busy(self, *, busy: bool) -> None:
        self._failure.hide()
        self.be_busy((self._asking, self._cancel, self._act), busy=busy)
        self._progress.setVisible(busy)
        if busy:
            self._progress.begin(words.STEPS[0])
        self._act.setText(words.WORKING if busy else words.ACT)
        self.fit()
