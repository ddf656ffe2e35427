"""The facts of a self-review or report beside its texts: how far it is, when it was handed in, the level."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.self_reviews import CollectiveReportFields, SelfReviewFields
from app.domain.types import Fields
from app.services.writing import WritingSheet
from ui.forms.record_form import RecordForm
from ui.forms.record_values import Values, shown_values, stored_values
from ui.texts import writing as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.styled import spaced

_CHOSEN = ("state", "self_level", "self_sub_reason")


class WritingFacts(QWidget):
    """Saved by its button or Enter; a member and the collective have fields of their own."""

    saved = Signal(dict)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("writingFacts")
        self._is_report = False
        self._kinds: dict[bool, type[Fields]] = {False: SelfReviewFields, True: CollectiveReportFields}
        self._texts = {False: words.SELF_REVIEW, True: words.REPORT}
        self._forms = {
            is_report: RecordForm(
                self._kinds[is_report], texts, chosen=[one for one in _CHOSEN if one in texts]
            )
            for is_report, texts in self._texts.items()
        }
        self._save = Button(words.SAVE_FACTS, glyph="floppy-disk", name="saveFacts", changes=True)
        self._remove = Button(words.REMOVE, kind="danger", glyph="trash", name="removeWriting", changes=True)
        self._remove.clicked.connect(self.removed)
        buttons = FlowRow()
        buttons.add(self._save, self._remove)
        column = QVBoxLayout(self)
        spaced(column, look.px(12))
        for form in self._forms.values():
            form.set_columns(1)
            column.addWidget(form)
        column.addWidget(buttons)
        self._save.clicked.connect(self._on_save)

    @property
    def form(self) -> RecordForm:
        """Return the form that is shown."""
        return self._forms[self._is_report]

    def show_sheet(self, sheet: WritingSheet) -> None:
        """Show the facts of a piece."""
        self._is_report = sheet.piece.is_report
        for is_report, form in self._forms.items():
            form.setVisible(is_report == self._is_report)
        form = self.form
        self._remove.say(words.REMOVE_REPORT if self._is_report else words.REMOVE)
        self._remove.setVisible(sheet.record is not None)
        form.offer("state", words.STATE_CHOICES)
        form.offer("self_level", (("", words.NO_LEVEL), *sheet.levels))
        if not self._is_report:
            reasons = [one for some in sheet.sub_reasons.values() for one in some]
            form.offer("self_sub_reason", (("", words.NO_REASON), *reasons))
            form.binder.row("self_sub_reason").setVisible(bool(reasons))
        shown: Values = shown_values(sheet.record, self._texts[self._is_report]) if sheet.record else {}
        if not form.binder.dirty() or not self.isVisible():
            form.binder.load(shown)

    def _on_save(self) -> None:
        problems = self.form.problems()
        if problems:
            self.form.binder.show(problems)
            return
        typed = self.form.binder.values()
        self.saved.emit(stored_values(self._kinds[self._is_report], typed))

    def settle(self) -> None:
        """Count what stands in the fields as stored."""
        self.form.binder.settle(self.form.binder.values())
