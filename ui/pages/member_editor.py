"""The form in place of the card: a member being added or edited, with its draft kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from app.domain.members import MemberFields
from app.domain.people import ENTRIES, Person
from app.errors import Problem
from ui.forms.binder import DraftKeeper, Values
from ui.forms.person_form import PersonForm
from ui.texts import members as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced

Keep = Callable[[str, Values], None]
"""Writes a draft of a subject away."""
_TWO_COLUMNS = 440
"""Least width for two columns of fields."""


class MemberEditor(Sheet):
    """Title, the note on a draft, the fields."""

    draft_dropped = Signal()
    left_by_key = Signal()
    """Esc was pressed in a field."""

    def __init__(self, today: Callable[[], dt.date], keep: Keep) -> None:
        super().__init__(spacing=10)
        self.subject = ""
        self.rev = 0
        self._title = Text(role="section", name="editorTitle")
        self._note = StateLine(State.ASKED, words.DRAFT_SHOWN)
        self._drop = Button(words.DROP_DRAFT, kind="link", name="dropDraft", changes=True)
        self._form = PersonForm(today)
        self.rearranged = self._form.rearranged
        self.keeper = DraftKeeper(lambda values: keep(self.subject, values), self._form.binder)
        self._drop.clicked.connect(self.draft_dropped)
        self._build()

    def _build(self) -> None:
        note = QHBoxLayout()
        spaced(note, look.px(8))
        note.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        note.addWidget(self._drop)
        self.body.addWidget(self._title)
        self.body.addLayout(note)
        scroll = Scroll()
        scroll.body.addWidget(self._form)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll, 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left_by_key.emit()
        else:
            super().keyPressEvent(event)

    def begin(self, person: Person | None, draft: Mapping[str, object] | None, field: str = "") -> None:
        """Edit `person`, or a new one; an unsaved draft is shown over what is stored."""
        self.subject = person.uid if person else ""
        self.rev = person.member.rev if person else 0
        title = words.EDIT_TITLE.format(name=person.member.full_name) if person else words.NEW_TITLE
        self._title.setText(title)
        binder = self._form.binder
        binder.load(_values(person) if person else {})
        if draft:
            binder.offer(draft)
        self._note.setVisible(bool(draft))
        self._drop.setVisible(bool(draft))
        binder.focus(field)

    def values(self) -> Values:
        """Return what stands in the fields."""
        return self._form.binder.values()

    def show_problems(self, problems: list[Problem]) -> None:
        """Show what was refused, each under its field."""
        self._form.binder.show(problems)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._form.set_columns(2 if self.width() >= look.px(_TWO_COLUMNS) else 1)


def _values(person: Person) -> Values:
    """Return the stored facts as the form holds them."""
    flat: Values = {name: getattr(person.member, name) for name in MemberFields.model_fields}
    lists: Values = {name: [dict(one) for one in getattr(person, name)] for name in ENTRIES}
    return {**flat, **lists}
