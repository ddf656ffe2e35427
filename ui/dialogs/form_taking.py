"""Asks what a form of the committee stands in place of, who sent it and when it came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.committee_forms import CommitteeFormFields
from app.errors import Problem
from app.services.offered_kinds import KindOffered
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.forms.record_form import RecordForm
from ui.forms.record_values import stored_values
from ui.texts import committee_forms as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text

WIDTH = 560


class FormTakingDialog(SheetDialog):
    """The file is read already; `agreed` tells the kind and what stands in the fields."""

    agreed = Signal(str, object)

    def __init__(
        self, said: str, kinds: Sequence[KindOffered], given: Mapping[str, object], parent: QWidget | None
    ) -> None:
        super().__init__(words.TAKE_TITLE, WIDTH, parent)
        self.setObjectName("formTakingDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind = ChoiceField([(one.code, one.title) for one in kinds])
        self.form = RecordForm(CommitteeFormFields, words.FIELDS, prefix="form_")
        self.form.given = {"year": given["year"], "format": "docx", "version": 1, "kind": "-", "name": "-"}
        self.form.binder.load({name: given[name] for name in words.FIELDS})
        cancel = Button(shared.CANCEL, name="cancelForm")
        take = Button(words.DO_TAKE, kind="primary", glyph="check", name="takeForm", changes=True)
        self.body.addWidget(Text(said, tone="soft"))
        self.body.addWidget(FieldRow(words.KIND, self.kind, name="form_kind"))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.add_buttons(cancel, take)
        cancel.clicked.connect(self.reject)
        take.clicked.connect(self._on_take)
        help_on_f1(self, "committee_forms")
        self.kind.setFocus()

    def choose_kind(self, code: str) -> None:
        """Offer a kind first."""
        self.kind.set_value(code)

    def show_problems(self, problems: list[Problem]) -> None:
        """Show under the fields what the core refuses."""
        self.form.binder.show(problems)

    def _on_take(self) -> None:
        problems = self.form.problems()
        if problems:
            self.show_problems(problems)
        else:
            typed = stored_values(CommitteeFormFields, self.form.binder.values())
            self.agreed.emit(str(self.kind.value()), typed)
