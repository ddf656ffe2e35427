"""The password of a package that is about to be written: made by the program, or one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from app.common.messages import message
from app.errors import AppError
from app.services.packages import generated_password, own_password
from ui.desktop import clipboard
from ui.desktop.password_sheet import PasswordSheetFacts, password_sheet
from ui.desktop.printing import Printing
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import closing as words
from ui.texts import shared
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import FlowRow
from ui.widgets.guarded import GuardedText
from ui.widgets.labels import StateLine, Text
from ui.widgets.secret_field import SecretField


class ClosingDialog(SheetDialog):
    """`chosen` tells the password once it is known to be on paper, or was thought of by the user."""

    chosen = Signal(str)

    def __init__(self, printing: Printing, facts: PasswordSheetFacts, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 620, parent)
        self.setObjectName("closingDialog")
        self._printing = printing
        self._facts = facts
        self._password = generated_password()
        self._made, self._own = QRadioButton(words.MADE), QRadioButton(words.OWN)
        self._shown = GuardedText(self._password, role="title", name="packagePassword", wrap=False)
        self._copy = Button(words.COPY, glyph="files", name="copyPassword")
        self._print = Button(words.PRINT, glyph="printer", name="printPassword")
        self._note = StateLine(State.DONE)
        self._kept = QCheckBox(words.KEPT)
        self._missing = StateLine(State.LACKING, words.KEPT_FIRST)
        self._secret = SecretField(words.SHOW, "ownPackagePassword")
        self._field = FieldRow(
            words.OWN_LABEL, self._secret, help_text=words.OWN_HELP, name="ownPackagePassword"
        )
        self._cancel = Button(shared.CANCEL, name="cancelClosing")
        self._act = Button(words.WRITE, kind="primary", glyph="archive", name="closePackage")
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self._made.setObjectName("madePassword")
        self._own.setObjectName("ownPassword")
        self._kept.setObjectName("passwordKept")
        self._made.setChecked(True)
        self._buttons_row = FlowRow()
        self._buttons_row.add(self._copy, self._print)
        parts = (self._made, self._shown, self._buttons_row, self._note, self._kept, self._missing)
        for widget in (Text(words.WORDS), *parts, self._own, self._field):
            self.body.addWidget(widget)
        self._note.hide()
        self._missing.hide()
        self.body.addStretch(1)
        self.add_buttons(self._cancel, self._act)
        help_on_f1(self, "closed")

    def _connect(self) -> None:
        self._made.toggled.connect(self._show)
        self._shown.copied.connect(clipboard.copy)
        self._copy.clicked.connect(self._on_copy)
        self._print.clicked.connect(self._on_print)
        self._kept.toggled.connect(self._missing.hide)
        self._secret.edited.connect(lambda: self._field.show_problem(""))
        self._secret.entered.connect(self._on_act)
        self._cancel.clicked.connect(self.reject)
        self._act.clicked.connect(self._on_act)

    def _show(self) -> None:
        made = self._made.isChecked()
        for widget in (self._shown, self._buttons_row, self._kept):
            widget.setVisible(made)
        if not made:
            self._note.hide()
            self._missing.hide()
        self._field.setVisible(not made)
        self.fit()

    def _on_copy(self) -> None:
        clipboard.copy(self._password)
        self._say(words.COPIED)

    def _on_print(self) -> None:
        printer = self._printing.choose(self)
        if printer:
            self._printing.print(printer, [password_sheet(self._facts, self._password)])
            self._say(words.PRINTED)

    def _say(self, said: str) -> None:
        self._note.say(State.DONE, said)
        self._note.show()
        self.fit()

    def _on_act(self) -> None:
        password = self._password if self._made.isChecked() else self._typed()
        if not password:
            return
        if self._made.isChecked() and not self._kept.isChecked():
            self._missing.show()
            self._kept.setFocus()
            self.fit()
            return
        self.accept()
        self.chosen.emit(password)

    def _typed(self) -> str:
        try:
            return own_password(str(self._secret.value()))
        except AppError as error:
            self._field.show_problem(message(error).what)
            self._field.focus()
            return ""
