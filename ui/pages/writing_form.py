"""One section while it is written: what it takes over, the text, the questions that help."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checking import checked
from app.domain.self_reviews import SectionTextFields
from app.errors import Invalid, Problem
from app.services.writing import SectionView
from app.services.writing_hints import writing_hints
from ui.desktop.seat import Seat
from ui.forms.binder import Binder
from ui.forms.record_values import Values
from ui.pages.writing_known import KnownPart
from ui.pages.writing_notes import WritingNotes
from ui.texts import writing as words
from ui.theme.look import look
from ui.widgets.editors import ProseField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text
from ui.widgets.styled import spaced


class SectionForm(QWidget):
    """Shows a section; its text is bound as ``text``."""

    edited = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.section: SectionView | None = None
        self._saved_at: dt.datetime | None = None
        self._heading = Text(role="section", name="sectionHeading")
        self._known = KnownPart()
        self._field = ProseField(lines=6)
        self._row = FieldRow(words.TEXT, self._field, name="text")
        self.binder = Binder(_problems, self)
        self.binder.bind("text", self._row)
        self._general = Text(role="small", tone="soft", name="generalPhrases")
        self._notes = WritingNotes(seat)
        self._build()
        self.binder.edited.connect(self._on_edited)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, look.px(12))
        for part in (self._heading, self._known, self._row, self._general, self._notes):
            column.addWidget(part)
        column.addStretch(1)

    def show_section(self, section: SectionView, *, can_write: bool) -> None:
        """Show another section, or the same one as it now is; the text being typed stays."""
        is_same = self.section is not None and self.section.code == section.code
        self.section = section
        self._heading.setText(section.heading)
        self._known.show_section(section)
        self._row.setVisible(section.is_typed)
        self._row.set_read_only(not can_write)
        if not is_same or not self.binder.dirty():
            self.binder.load({"text": section.text})
        if not is_same:
            self._saved_at = None
        self._notes.show_section(section)
        self._count()

    def show_known(self, *, shown: bool) -> None:
        """Show what is taken over, unless the records themselves stand below."""
        self._known.setVisible(shown and bool(self.section and self.section.known))

    def text(self) -> str:
        """Return what stands in the field."""
        return str(self._field.value())

    def settle(self, at: dt.datetime) -> None:
        """Count the text as stored since `at`."""
        self.binder.settle({"text": self.text()})
        self._saved_at = at
        self._count()

    def _on_edited(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        text = self.text()
        given = {"words": len(text.split()), "letters": len(text)}
        saved = self._saved_at is not None and not self.binder.dirty()
        said = words.COUNTED_SAVED if saved else words.COUNTED
        self._row.say_aside(said.format(**given, time=self._saved_at))
        hints = {one.phrase: one.advice for one in writing_hints(text)}
        told = [words.MORE_CONCRETE.format(phrase=phrase, advice=advice) for phrase, advice in hints.items()]
        self._general.setText("\n".join(told))
        self._general.setVisible(bool(told))

    def begin(self) -> None:
        """Put the cursor into the text, where this section is one to type and stands open."""
        if self.section and self.section.is_typed and not self.isHidden():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)


def _problems(values: object) -> list[Problem]:
    given: Values = dict(values) if isinstance(values, dict) else {}
    try:
        checked(SectionTextFields, {"year": 2017, "owner": "x", "section": "x", **given})
    except Invalid as error:
        return error.problems
    return []
