"""One section while it is written: what it takes over, the text, the questions that help."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.checking import checked
from app.domain.self_reviews import SectionTextFields
from app.errors import Invalid, Problem
from app.services.writing import SectionView
from app.services.writing_hints import writing_hints
from ui.desktop.seat import Seat
from ui.forms.binder import Binder
from ui.forms.record_values import Values
from ui.texts import writing as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ProseField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import emptied, spaced

_DONE = {"corrected", "explained", "done", "on_time"}
_PARTLY = {"correcting", "partly", "late"}
_GROUP, _HIDDEN = "writing", "questions_hidden"


class SectionForm(QWidget):
    """Shows a section; its text is bound as ``text``."""

    edited = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.section: SectionView | None = None
        self._saved_at: dt.datetime | None = None
        self._heading = Text(role="section", name="sectionHeading")
        self._taken = Text(role="small", tone="soft")
        self._known = QVBoxLayout()
        spaced(self._known, look.px(4))
        self._field = ProseField(lines=6)
        self._row = FieldRow(words.TEXT, self._field, name="text")
        self.binder = Binder(_problems, self)
        self.binder.bind("text", self._row)
        self._general = Text(role="small", tone="soft", name="generalPhrases")
        self._asked = Text(words.QUESTIONS, role="strong")
        self._fold = Button(words.HIDE, kind="link", name="foldQuestions")
        self._fold.setMinimumWidth(look.px(44))
        self._questions = Text(name="questions")
        self._before = Text(name="lastYear", tone="soft")
        self._build()
        self.binder.edited.connect(self._on_edited)
        self._fold.clicked.connect(self._on_fold)

    def _build(self) -> None:
        head = QHBoxLayout()
        spaced(head, look.px(8))
        head.addWidget(self._asked, 1)
        head.addWidget(self._fold)
        column = QVBoxLayout(self)
        spaced(column, look.px(10))
        for part in (self._heading, self._taken):
            column.addWidget(part)
        column.addLayout(self._known)
        column.addWidget(self._row)
        column.addWidget(self._general)
        column.addLayout(head)
        column.addWidget(self._questions)
        column.addWidget(self._before)
        column.addStretch(1)

    def show_section(self, section: SectionView, *, can_write: bool) -> None:
        """Show another section, or the same one as it now is; the text being typed stays."""
        is_same = self.section is not None and self.section.code == section.code
        self.section = section
        self._heading.setText(section.heading)
        self._show_known(section)
        self._row.setVisible(section.is_typed)
        self._row.set_read_only(not can_write)
        if not is_same or not self.binder.dirty():
            self.binder.load({"text": section.text})
        if not is_same:
            self._saved_at = None
        self._show_questions()
        self._before.setText(f"{words.LAST_YEAR}: {section.last_year}")
        self._before.setVisible(bool(section.last_year))
        self._count()

    def text(self) -> str:
        """Return what stands in the field."""
        return str(self._field.value())

    def settle(self, at: dt.datetime) -> None:
        """Count the text as stored since `at`."""
        self.binder.settle({"text": self.text()})
        self._saved_at = at
        self._count()

    def _show_known(self, section: SectionView) -> None:
        emptied(self._known)
        self._taken.setText(words.TAKEN_FROM.get(section.carries, ""))
        self._taken.setVisible(bool(section.known))
        for one in section.known:
            state = State.DONE if one.state in _DONE else State.PARTLY if one.state in _PARTLY else State.OPEN
            said = f"{one.text.rstrip('. ')}: {words.KNOWN_STATES[one.state]}"
            self._known.addWidget(StateLine(state, said, role="base"))

    def _show_questions(self) -> None:
        questions = self.section.questions if self.section else ()
        hidden = self._seat.kept(_GROUP, _HIDDEN) == "1"
        self._questions.setText("\n".join(f"• {one}" for one in questions))
        self._questions.setVisible(bool(questions) and not hidden)
        self._asked.setVisible(bool(questions))
        self._fold.setVisible(bool(questions))
        self._fold.say(words.SHOW if hidden else words.HIDE)

    def _on_fold(self) -> None:
        hidden = self._seat.kept(_GROUP, _HIDDEN) == "1"
        self._seat.keep(_GROUP, _HIDDEN, "" if hidden else "1")
        self._show_questions()

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

    def focus(self) -> None:
        """Put the cursor into the text."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)


def _problems(values: object) -> list[Problem]:
    given: Values = dict(values) if isinstance(values, dict) else {}
    try:
        checked(SectionTextFields, {"year": 2017, "owner": "x", "section": "x", **given})
    except Invalid as error:
        return error.problems
    return []
