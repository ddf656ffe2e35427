"""Asks for the password of a closed package that is to be checked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import closing as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text
from ui.widgets.secret_field import SecretField


class PackagePasswordDialog(SheetDialog):
    """`given` tells what was typed."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, again: bool = False) -> None:
        super().__init__(words.ASK_TITLE, 480, parent)
        self.setObjectName("packagePasswordDialog")
        self._secret = SecretField(words.SHOW, "givenPackagePassword")
        self._field = FieldRow(words.ASK_LABEL, self._secret, name="givenPackagePassword")
        cancel = Button(shared.CANCEL, name="cancelCheck")
        act = Button(words.CHECK, kind="primary", glyph="shield-check", name="openPackage")
        self.body.addWidget(Text(words.ASK_WORDS))
        self.body.addWidget(self._field)
        self.body.addStretch(1)
        self.add_buttons(cancel, act)
        self._secret.edited.connect(lambda: self._field.show_problem(""))
        self._secret.entered.connect(self._on_act)
        cancel.clicked.connect(self.reject)
        act.clicked.connect(self._on_act)
        help_on_f1(self, "closed")
        if again:
            self._field.show_problem(words.ASK_WRONG)
        self._secret.setFocus()

    def _on_act(self) -> None:
        typed = str(self._secret.value()).strip()
        if typed:
            self.accept()
            self.given.emit(typed)
