"""A pasted table of earlier years before it is stored: each row, whom it is about, what it changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.services.earlier_pasting import Pasted, PastedRow
from ui.dialogs.beside_below import WIDTH, BesideBelow
from ui.dialogs.pasted_choice import PastedChoice
from ui.dialogs.pasted_lines import asked, change_words, columns, problem_words
from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.earlier_heads import column_title, subject_name
from ui.models.record_table import RecordTable
from ui.texts import earlier as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.chips import Chip, ChipRow
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import StateLine, Text
from ui.widgets.record_view import RecordView
from ui.widgets.sheet import Scroll
from ui.widgets.styled import emptied, spaced
from ui.widgets.tab_order import order_tabs

_DETAIL, _LOW = 340, 150


class PastedPreviewDialog(SheetDialog):
    """Looks a pasted table through; `taken` tells what is to be stored, by subject and column."""

    taken = Signal(object)

    def __init__(self, pasted: Pasted, parent: QWidget | None = None) -> None:
        super().__init__(words.PREVIEW_TITLE, WIDTH, parent)
        self.setObjectName("pastedPreview")
        self.choice = PastedChoice(pasted)
        self._pasted = pasted
        self._table: RecordTable[PastedRow] = RecordTable(
            columns(self.choice), lambda row: str(row.number), self
        )
        self._view = RecordView("pastedList", words.PREVIEW_TITLE)
        self._chips = ChipRow()
        self._chip, self._codes = "all", {"all"}
        self._detail = QVBoxLayout()
        self._skip = QCheckBox()
        self._skip.setObjectName("skipFaulty")
        self._take = Button("", kind="primary", glyph="check", name="takePasted", changes=True)
        self._build()
        self._connect()
        self._show_choice()

    def _build(self) -> None:
        read = [
            column_title(self._pasted.table, one) for one in self._pasted.head.fields if self._is_column(one)
        ]
        total = len(self._pasted.rows)
        self.body.addWidget(
            Text(words.PREVIEW_FACTS.format(total=total, read=", ".join(read)), name="pastedFacts")
        )
        if self._pasted.old_font:
            self.body.addWidget(StateLine(State.NOTE, words.OLD_FONT.format(kind=self._pasted.old_font)))
        if self._pasted.unread:
            titles = ", ".join(f"“{title}”" for title in self._pasted.unread)
            self.body.addWidget(StateLine(State.NOTE, words.UNREAD.format(titles=titles)))
        self.body.addWidget(self._skip)
        self.body.addWidget(self._chips)
        self._table.set_records(self._pasted.rows)
        widths = [column.width for column in columns(self.choice)]
        self._view.show_rows(self._table, widths, len(widths) - 1)
        self._view.setMinimumHeight(look.px(35 + 36 * 5))
        self._side = Scroll(spacing=6)
        self._side.body.addLayout(self._detail)
        self._side.body.addStretch(1)
        spaced(self._detail, look.px(6))
        self.body.addWidget(BesideBelow(self._view, self._side, _DETAIL, _LOW), 1)
        self.body.addWidget(Text(words.PREVIEW_NOTE, role="small", tone="soft"))
        cancel = Button(shared.CANCEL, name="cancelPasted")
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, self._take)

    def _is_column(self, field: str) -> bool:
        return field in self._pasted.table.columns

    def _connect(self) -> None:
        self._view.current_changed.connect(lambda _number: self._show_current())
        self._view.opened.connect(lambda _number: self._turn())
        self._chips.chosen.connect(self._on_chip)
        self._skip.toggled.connect(lambda _on: self._show_choice())
        self._take.clicked.connect(self._on_take)
        rows = self._pasted.rows
        first = [row for row in rows if self.choice.act(row) in {"faulty", "open"}]
        self._view.go_to(str((*first, *rows)[0].number) if rows else "")
        self._view.setFocus()
        self._show_current()

    def _current(self) -> PastedRow | None:
        number = self._view.current()
        row = self._table.row_of(number) if number else -1
        return self._table.record(row) if row >= 0 else None

    def _on_chip(self, code: str) -> None:
        self._chip = code
        self._table.set_condition(_shown(self.choice, code))
        self._show_current()

    def _turn(self) -> None:
        row = self._current()
        if row and self.choice.target(row):
            self.choice.turn(row)
            self._show_choice()
            self._show_current()

    def _on_who(self, row: PastedRow, field: ChoiceField) -> None:
        self.choice.choose(row, str(field.value()))
        self._show_choice()
        self._show_changes(row)

    def _show_current(self) -> None:
        """Show beside the list whom the row is about, and all that it changes."""
        emptied(self._detail)
        row = self._current()
        if row is None:
            return
        name = row.name or words.NO_NAME
        self._detail.addWidget(Text(words.LINE_OF.format(number=row.number, name=name), role="strong"))
        if not row.target:
            self._detail.addWidget(StateLine(State.ASKED, asked(row)))
        self._detail.addWidget(Text(words.IS_WHO, role="small", tone="soft"))
        field = ChoiceField(self._subjects(row))
        field.setObjectName("isWho")
        field.setAccessibleName(words.IS_WHO)
        field.set_value(self.choice.target(row))
        field.edited.connect(partial(self._on_who, row, field))
        self._detail.addWidget(field)
        self._lines = QVBoxLayout()
        spaced(self._lines, look.px(6))
        self._detail.addLayout(self._lines)
        self._show_changes(row)
        order_tabs(self)

    def _subjects(self, row: PastedRow) -> list[tuple[object, str]]:
        """Return whom the row may be about: those it may name first, and nobody."""
        table = self._pasted.table
        likely = [table.row(one) for one in row.candidates]
        others = [one for one in table.rows if one.target not in row.candidates]
        named = [(one.target, subject_name(one, with_birth=True)) for one in (*likely, *others)]
        return [("", words.TAKE_NONE), *named]

    def _show_changes(self, row: PastedRow) -> None:
        emptied(self._lines)
        for problem in self.choice.problems(row):
            self._lines.addWidget(StateLine(State.BLOCKED, problem_words(self.choice, problem)))
        changes = [one for one in self.choice.changes(row) if not one.problem]
        for change in changes:
            self._lines.addWidget(Text(change_words(self._pasted.table, change), role="small"))
        if self.choice.act(row) == "same":
            self._lines.addWidget(Text(words.CHANGES_NOTHING, role="small", tone="soft"))

    def _show_choice(self) -> None:
        counts = {code: sum(map(_shown(self.choice, code), self._pasted.rows)) for code in words.CHIPS}
        self._codes |= {code for code, count in counts.items() if count}
        chips = [Chip(code, text, counts[code]) for code, text in words.CHIPS.items() if code in self._codes]
        self._chips.set_chips(chips, self._chip)
        order_tabs(self)
        self._view.viewport().update()
        faulty, taken = counts["faulty"], counts["taken"]
        self._skip.setText(words.SKIP_FAULTY.format(count=faulty))
        self._skip.setHidden(not faulty)
        self._take.setText(words.TAKE.format(count=taken) if taken else words.TAKE_NOTHING)
        waits = bool(taken and faulty and not self._skip.isChecked())
        self._take.setEnabled(bool(taken) and not waits)
        self.say_why(shared.SKIP_FIRST.format(tick=self._skip.text()) if waits else "")

    def _on_take(self) -> None:
        self.accept()
        self.taken.emit(self.choice.edits())


def _shown(choice: PastedChoice, code: str) -> Callable[[PastedRow], bool]:
    """Return which rows a chip shows."""
    return lambda row: code == "all" or choice.act(row) == code
