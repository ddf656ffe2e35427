"""One text of a paper while it is set: the field, what may be filled in, its original and the way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.common.messages import problem_sentence
from app.errors import Problem
from app.services.own_wording import Prescribed, Sort, TextView
from ui.forms.binder import Binder
from ui.texts import wording as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField, ProseField
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import spaced

FIELD = "text"
Check = Callable[[TextView, str], list[Problem]]


class WordingForm(QWidget):
    """Shows a text; what is typed is bound as ``text``, a choice is told at once."""

    edited = Signal()
    chosen = Signal()
    back_asked = Signal()

    def __init__(self, check: Check) -> None:
        super().__init__()
        self.view: TextView | None = None
        self._subject = ""
        self._check = check
        self._saved_at: dt.datetime | None = None
        self._can_write = False
        self._label = Text(role="section", name="wordingLabel")
        self._prescribed = StateLine(State.ASKED)
        self._damage = StateLine(State.BLOCKED)
        self._field = ProseField(lines=2)
        self._row = FieldRow("", self._field, name=FIELD)
        self._choice = ChoiceField([("", "")])
        self._choice_row = FieldRow("", self._choice, name="choice")
        self._note = Text(role="small", tone="soft")
        self._slots_label = Text(words.SLOTS, role="small", tone="soft")
        self._slots = FlowRow()
        self._slot_buttons: list[Button] = []
        self._original = Text(tone="soft", name="wordingOriginal")
        self._hint = StateLine(State.NOTE)
        self._back = Button(
            words.TO_ORIGINAL, glyph="arrow-counter-clockwise", name="toOriginal", changes=True
        )
        self._up = Button(words.UP, kind="icon", glyph="arrow-up", name="lineUp", changes=True)
        self._down = Button(words.DOWN, kind="icon", glyph="arrow-down", name="lineDown", changes=True)
        self.binder = Binder(self._problems, self)
        self.binder.bind(FIELD, self._row)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, look.px(6))
        acts = FlowRow()
        acts.add(self._back, self._up, self._down)
        for part in (
            self._label,
            self._prescribed,
            self._damage,
            self._row,
            self._choice_row,
            self._hint,
            self._original,
            acts,
            self._note,
            self._slots_label,
            self._slots,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.binder.edited.connect(self._on_edited)
        self._choice.edited.connect(self.chosen)
        self._back.clicked.connect(self.back_asked)
        for button in (self._back, self._up, self._down):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click acts on what is being typed
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))

    def show_text(self, view: TextView, subject: str, *, can_write: bool) -> None:
        """Show another text, or the same one as it now is; what is being typed stays.

        `subject` tells the year, the kind and the text apart: two years word a place alike.
        """
        is_same = self.view is not None and (self._subject, self.view.place) == (subject, view.place)
        self.view, self._subject, self._can_write = view, subject, can_write
        is_choice, is_list = view.place.sort is Sort.CHOICE, view.place.sort is Sort.LINES
        self._label.say(view.place.label)
        if is_choice:
            self._choice.set_choices(list(view.place.choices))
            self._choice.set_value(view.text)
        for row, editor, is_shown in (
            (self._row, self._field, not is_choice),
            (self._choice_row, self._choice, is_choice),
        ):
            row.setVisible(is_shown)
            row.set_read_only(not can_write or view.is_gone)
            editor.setAccessibleName(view.place.label)
        text = "" if is_choice else view.text
        if not is_same or (not self.binder.dirty() and self.binder.values()[FIELD] != text):
            self._load(text, self._field.textCursor().position() if is_same else 0)
        if not is_same:
            self._saved_at = None
            self._show_slots(view)
        for button in (*self._slot_buttons, self._up, self._down):
            button.setEnabled(can_write)
        self._slots.setVisible(bool(view.slots) and can_write)
        self._slots_label.setVisible(bool(view.slots) and can_write)
        for button in (self._up, self._down):
            button.setVisible(is_list)
        self._note.setVisible(view.place.may_be_empty)
        self._say_original(view)
        self._say_source(view.place.prescribed)
        self._say_state()

    def text(self) -> str:
        """Return what stands in the field, or is chosen."""
        is_choice = self.view is not None and self.view.place.sort is Sort.CHOICE
        return str((self._choice if is_choice else self._field).value())

    def settle(self, view: TextView, at: dt.datetime) -> None:
        """Count the text as stored since `at`."""
        self.view = view
        self.binder.settle({} if view.place.sort is Sort.CHOICE else {FIELD: view.text})
        self._saved_at = at
        self._say_state()

    def give_up(self) -> None:
        """Forget what is typed and not stored."""
        if self.view:
            self.binder.load({FIELD: self.view.text})
            self._say_state()

    def begin(self) -> None:
        """Put the cursor into the field."""
        if not self.isHidden():
            (self._choice if self._row.isHidden() else self._field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self, text: str, at: int) -> None:
        self.binder.load({FIELD: text})
        cursor = self._field.textCursor()
        cursor.setPosition(min(at, len(text)))
        self._field.setTextCursor(cursor)

    def _problems(self, values: Mapping[str, object]) -> list[Problem]:
        if self.view is None or self.view.place.sort is Sort.CHOICE:
            return []
        found = self._check(self.view, str(values[FIELD]))
        return [one for one in found if one.severity == "error"]

    def _show_slots(self, view: TextView) -> None:
        for old in self._slot_buttons:
            old.hide()
            old.deleteLater()
        self._slot_buttons = []
        for slot in view.slots:
            button = Button(slot, name="insertSlot", changes=True)
            button.setAccessibleName(words.INSERT.format(slot=slot))
            # The cursor stays in the text, where the place goes.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _down=False, said=slot: self._field.insertPlainText(said))
            self._slot_buttons.append(button)
        self._slots.add(*self._slot_buttons)

    def _say_original(self, view: TextView) -> None:
        original = dict(view.place.choices).get(view.original, view.original)
        said = words.ORIGINAL.format(text=original) if original else words.ORIGINAL_NONE
        self._original.say(said)
        self._original.setVisible(not view.is_gone)
        back = (words.DROP, "trash") if view.is_gone else (words.TO_ORIGINAL, "arrow-counter-clockwise")
        self._back.say(*back)
        self._note.say(words.KEPT_FILE if view.text else f"{words.NO_LINES} {words.KEPT_FILE}")
        why = " ".join(problem_sentence(one) for one in view.damage)
        said = words.GONE if view.is_gone else words.DAMAGED.format(why=why)
        self._damage.say(State.ASKED if view.is_gone else State.BLOCKED, said)
        self._damage.setVisible(bool(view.damage) or view.is_gone)

    def _say_source(self, source: Prescribed | None) -> None:
        self._prescribed.setVisible(source is not None)
        if source:
            said = words.PRESCRIBED if source.is_verified else words.SUGGESTED
            state = State.ASKED if source.is_verified else State.NOTE
            self._prescribed.say(state, said.format(document=source.document))

    def _say_state(self) -> None:
        view, text = self.view, self.text()
        if view is None:
            return
        saved = self._saved_at is not None and not self.binder.dirty()
        said = words.COUNTED_SAVED if saved else words.COUNTED
        self._row.say_aside(said.format(letters=len(text), time=self._saved_at))
        found = self._check(view, text) if view.place.sort is not Sort.CHOICE else []
        hints = [problem_sentence(one) for one in found if one.severity == "warning"]
        is_own = view.is_own or self.binder.dirty()
        self._hint.say(State.NOTE, " ".join(hints))
        self._hint.setVisible(bool(hints) and is_own)
        self._back.setEnabled(is_own and self._can_write)

    def _on_edited(self) -> None:
        self._say_state()
        self.edited.emit()

    def _move(self, step: int) -> None:
        """Move the line the cursor is in past the next one."""
        cursor = self._field.textCursor()
        lines, at = self.text().split("\n"), cursor.blockNumber()
        if not 0 <= at + step < len(lines):
            return
        lines[at], lines[at + step] = lines[at + step], lines[at]
        self._field.setPlainText("\n".join(lines))
        cursor = self._field.textCursor()
        for _ in range(at + step):
            cursor.movePosition(cursor.MoveOperation.NextBlock)
        self._field.setTextCursor(cursor)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
