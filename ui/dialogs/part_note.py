"""Asks what is to be said of a part of the dossier: that it lies there on paper, or is not needed and why."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.dossier_notes import DossierNote, DossierNoteFields, dossier_note_problems
from app.errors import Problem
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.forms.record_form import RecordForm
from ui.forms.record_values import Values, shown_values, stored_values
from ui.texts import packages as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.labels import Text


class PartNoteDialog(SheetDialog):
    """`kept` tells what stands in the fields; `taken_back` that nothing is to be said any more."""

    kept = Signal(object)
    taken_back = Signal()

    def __init__(self, title: str, note: DossierNote | None, parent: QWidget | None = None) -> None:
        super().__init__(words.NOTE_TITLE, 520, parent)
        self.setObjectName("partNoteDialog")
        self.form = RecordForm(DossierNoteFields, words.NOTE, dossier_note_problems)
        self.form.binder.load(shown_values(note, words.NOTE) if note else {"held_as": words.NOTE_FIRST})
        cancel = Button(shared.CANCEL, name="cancelPartNote")
        back = Button(words.NOTE_TAKE_BACK, name="takeBackPartNote", changes=True)
        back.setVisible(note is not None)
        keep = Button(shared.SAVE, kind="primary", glyph="check", name="keepPartNote", changes=True)
        self.body.addWidget(Text(title, role="strong"))
        self.body.addWidget(Text(words.NOTE_WORDS, role="small", tone="soft"))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.add_buttons(cancel, back, keep)
        cancel.clicked.connect(self.reject)
        back.clicked.connect(self.taken_back)
        keep.clicked.connect(self._on_keep)
        help_on_f1(self, "packages")
        self.form.binder.focus()

    def show_problems(self, problems: list[Problem]) -> None:
        """Show under the fields what the core refuses."""
        self.form.binder.show(problems)

    def _on_keep(self) -> None:
        problems = self.form.problems()
        if problems:
            self.show_problems(problems)
        else:
            self.kept.emit(self._values())

    def _values(self) -> Values:
        typed: Mapping[str, object] = self.form.binder.values()
        return stored_values(DossierNoteFields, typed)
