"""The last numbers given on paper, in Cài đặt: numbers of papers go on after them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.bootstrap import Core
from app.errors import AppError, Invalid
from app.services.paper_numbers import NumberedType
from ui.pages.page import Desk
from ui.texts import numbers as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.editors import LineField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced

_WIDTH = 160


class NumberSheet(Sheet):
    """One field a type of paper; what is typed is stored when the field is left."""

    undo_asked = Signal()

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(spacing=10)
        self._core = core
        self._desk = desk
        self._rows: dict[str, FieldRow] = {}
        self._next: dict[str, Text] = {}
        self.head(words.TITLE)
        self.body.addWidget(Text(words.WORDS, role="small", tone="soft"))
        for one in core.numbers.types():
            self._add(one)

    def refresh(self) -> None:
        """Show the numbers as stored; a field that is being typed into is not touched."""
        for one in self._core.numbers.types():
            row = self._rows[one.type_code]
            if not row.has_focus():
                row.editor.set_value(_shown(one))
            self._next[one.type_code].setText(_next(one))

    def keep(self) -> None:
        """Store what is typed and was not left yet."""
        for type_code in self._rows:
            self._store(type_code)

    def fix(self, fixed: bool) -> None:  # noqa: FBT001  the one question
        """Let the numbers only be read."""
        for row in self._rows.values():
            row.set_read_only(fixed)

    def _add(self, one: NumberedType) -> None:
        field = LineField()
        field.setMaximumWidth(look.px(_WIDTH))
        label = words.TYPE.format(titles=", ".join(one.titles), code=one.type_code)
        row = FieldRow(label, field, name=f"lastNumber_{one.type_code}")
        row.left.connect(partial(self._store, one.type_code))
        field.returnPressed.connect(partial(self._store, one.type_code))
        said = Text(role="small", tone="soft", name=f"nextNumber_{one.type_code}")
        column = QVBoxLayout()
        spaced(column, look.px(2))
        column.addWidget(row)
        column.addWidget(said)
        self.body.addLayout(column)
        self._rows[one.type_code], self._next[one.type_code] = row, said

    def _store(self, type_code: str) -> None:
        row = self._rows[type_code]
        typed = str(row.editor.value()).strip()
        stored = next(one for one in self._core.numbers.types() if one.type_code == type_code)
        if typed == _shown(stored):
            row.place((), whole=False)
            return
        try:
            self._core.numbers.begin_after(type_code, typed)
        except Invalid as error:
            row.place(error.problems, whole=True)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            row.place((), whole=False)
            self._say(type_code)

    def _say(self, type_code: str) -> None:
        self.refresh()
        said = words.SAVED.format(code=type_code, next=self._next[type_code].text())
        self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)


def _shown(one: NumberedType) -> str:
    return str(one.before) if one.before else ""


def _next(one: NumberedType) -> str:
    said = [words.NEXT.format(next=one.next_words)]
    if one.given:
        said.insert(0, words.GIVEN.format(given=one.given))
    return " ".join(said)
