"""The form of a paper that came in: a new line of the register, or the chosen one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from app.domain.incoming_papers import IncomingPaperFields
from app.domain.review_checks import review_problems
from app.errors import Problem
from app.services.incoming_papers import IncomingLine
from ui.forms.binder import DraftKeeper, Values
from ui.forms.record_form import RecordForm
from ui.pages.incoming_list import subject_of
from ui.texts import registers as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced

Keep = Callable[[str, Values], None]
"""Writes a draft of a line away."""
_DAYS = ("dated_on", "due_on", "handled_on")
_NUMBER = "register_number"


class IncomingForm(RecordForm):
    """The fields of a line; days may be empty, and the number, which the register then gives."""

    year = 0

    def __init__(self) -> None:
        super().__init__(IncomingPaperFields, words.INCOMING, review_problems)

    @override
    def _problems(self, values: Mapping[str, object]) -> list[Problem]:
        given = as_stored(values)
        return super()._problems({**given, _NUMBER: given.get(_NUMBER, 1)})

    @override
    def _unseen(self) -> dict[str, object]:
        return {"year": self.year}


def as_stored(values: Mapping[str, object]) -> Values:
    """Return what stands in the fields as the register takes it."""
    given = {**values, **{name: values.get(name) or None for name in _DAYS}}
    if not given.get(_NUMBER):
        given.pop(_NUMBER, None)
    return given


class IncomingEditor(Sheet):
    """Title, notes, fields, and what the paper is in the review."""

    saved = Signal()
    cancelled = Signal()
    removed = Signal()
    begun = Signal()
    """Something was typed."""

    def __init__(self, keep: Keep, today: Callable[[], dt.date]) -> None:
        super().__init__(spacing=10)
        self.line: IncomingLine | None = None
        self._today = today
        self._title = Text(role="section", name="incomingTitle")
        self._note = StateLine(State.NOTE)
        self.form = IncomingForm()
        self._as = ChoiceField([("", words.ENTER_NONE), *words.ENTERED.items()])
        self._as_row = FieldRow(words.ENTER_AS, self._as, name="enteredAs")
        self._save = Button(words.SAVE, kind="primary", glyph="check", name="saveIncoming", changes=True)
        self._cancel = Button(words.CANCEL, name="cancelIncoming")
        self._remove = Button(words.REMOVE, kind="danger", glyph="trash", name="removeIncoming", changes=True)
        self.keeper = DraftKeeper(lambda values: keep(self.subject(), values), self.form.binder)
        self._build()
        self._save.clicked.connect(self.saved)
        self._cancel.clicked.connect(self.cancelled)
        self._remove.clicked.connect(self.removed)
        self.form.binder.edited.connect(self.begun)
        self._as_row.edited.connect(self.begun)
        self.show_line(None, 0, None)

    def _build(self) -> None:
        scroll, buttons = Scroll(), QHBoxLayout()
        spaced(buttons, look.px(8))
        self.form.set_columns(1)
        for part in (self._note, self.form, self._as_row):
            scroll.body.addWidget(part)
        # What is seldom asked for scrolls, so that a low window keeps room for fields and "Lưu".
        scroll.body.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addStretch(1)
        for button in (self._save, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self._title)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(buttons)

    def subject(self) -> str:
        """Return whose draft is kept: the line in sight, or a new one of the year."""
        return self.line.uid if self.line else f"new-{self.form.year}"

    def show_line(self, line: IncomingLine | None, year: int, draft: Mapping[str, object] | None) -> None:
        """Show a line, or an empty form for a new one; what was typed and not saved stands over it."""
        self.line, self.form.year = line, year
        binder = self.form.binder
        binder.load(_shown(line) if line else {"received_on": self._today()})
        if draft:
            binder.offer(draft)
        number = line.number if line else None
        title = words.NEW_TITLE if number is None else words.EDIT_TITLE.format(number=number)
        self._title.setText(title)
        self._as.set_value("")
        self._as_row.setVisible(not (line and line.entered_as))
        # A number once given stays; the title says it.
        binder.row(_NUMBER).setVisible(number is None)
        self._remove.setVisible(number is not None)
        self._say(line, has_draft=bool(draft))

    def entered_as(self) -> str:
        """Return what the paper shall be in the review as well, empty for nothing."""
        return str(self._as.value())

    def values(self) -> Values:
        """Return what stands in the fields."""
        return as_stored(self.form.binder.values())

    def is_new(self) -> bool:
        """Return whether what is in sight is not in the register yet."""
        return self.line is None or self.line.number is None

    def is_being_typed(self) -> bool:
        """Return whether something stands in the fields that is not saved."""
        return self.form.binder.dirty() or bool(self._as.value())

    def offer_save(self, offered: bool) -> None:  # noqa: FBT001  the one question
        """Show the buttons that end the typing."""
        self._save.setVisible(offered)
        self._cancel.setVisible(offered)

    def _say(self, line: IncomingLine | None, *, has_draft: bool) -> None:
        state, said = State.NOTE, ""
        if line and line.entered_as:
            kind = words.ENTERED[line.entered_as].lower()
            said = words.LETTER_NOTE if line.number is None else words.ENTERED_NOTE.format(kind=kind)
        if has_draft:
            state, said = State.LACKING, words.DRAFT_SHOWN
        self._note.say(state, said)
        self._note.setVisible(bool(said))


def _shown(line: IncomingLine) -> Values:
    facts = {name: line.facts.get(name, "") for name in words.INCOMING}
    return {**facts, "subject_line": subject_of(line), _NUMBER: str(line.number or "")}
