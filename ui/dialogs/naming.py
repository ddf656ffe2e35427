"""Asks for a name; what is wrong with it stands under the field, and the dialog stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.common.messages import problem_sentence
from app.errors import Invalid
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.editors import LineField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text

WIDTH = 440


class NamingDialog(SheetDialog):
    """One field; `take` stores the name and raises `Invalid` for one that cannot be."""

    def __init__(
        self, title: str, label: str, name: str, take: Callable[[str], object], parent: QWidget | None
    ) -> None:
        super().__init__(title, WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._take = take
        self._field = LineField()
        self._row = FieldRow(label, self._field, name="givenName")
        self._field.set_value(name)
        self._field.selectAll()
        self._note = Text(tone="soft")
        self._note.hide()
        cancel = Button(shared.CANCEL, name="namingCancel")
        save = Button(shared.SAVE, kind="primary", glyph="check", name="namingSave")
        self.body.addWidget(self._row)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self.add_buttons(cancel, save)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._on_save)
        # One field and its act: here Enter is no answer to a question but the end of typing.
        self._field.returnPressed.connect(self._on_save)
        self._field.setFocus()

    def say(self, note: str) -> None:
        """Say below the field what the name will stand for."""
        self._note.setText(note)
        self._note.show()

    def _on_save(self) -> None:
        try:
            self._take(self._field.text())
        except Invalid as error:
            self._row.show_problem(problem_sentence(error.problems[0]))
            self._row.focus()
            self.fit()
        else:
            self.accept()
