"""A member list before it is taken in: every line with what becomes of it, its reason, and the choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from app.services.import_preview import ImportPreview, ImportRow
from ui.dialogs.beside_below import WIDTH, BesideBelow
from ui.dialogs.import_choice import ImportChoice
from ui.dialogs.import_columns import is_open, titles
from ui.dialogs.import_detail import ImportDetail
from ui.dialogs.import_lines import columns, names_number
from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.record_table import RecordTable
from ui.texts import importing as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.chips import Chip, ChipRow
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import StateLine, Text
from ui.widgets.record_view import RecordView

_DETAIL = 330
_ALL_COLUMNS, _FIRST_TO_GO = 720, "admitted_on"
"""Below this width the day of admission gives way; the line in full has it."""
_CONDITIONS: Final[dict[str, Callable[[ImportRow], bool]]] = {
    "all": lambda _row: True,
    "new": lambda row: row.status == "new",
    "changed": lambda row: bool(row.changes),
    "known": lambda row: row.status == "known",
    "faulty": lambda row: row.status == "faulty",
    "skipped": lambda row: row.status == "skipped",
}


class ImportPreviewDialog(SheetDialog):
    """Looks a file through; `taken` tells what is to be stored (`Chosen`)."""

    taken = Signal(object)
    columns_asked = Signal()
    table_asked = Signal(int)
    """Another table of the same file is to be read."""

    def __init__(self, preview: ImportPreview, parent: QWidget | None = None) -> None:
        super().__init__(words.PREVIEW_TITLE, WIDTH, parent)
        self.setObjectName("importPreview")
        self.preview = preview
        self.choice = ImportChoice(preview)
        self._faulty = preview.count("faulty")
        self._columns = columns(self.choice)
        self._table: RecordTable[ImportRow] = RecordTable(self._columns, lambda row: str(row.row), self)
        self._view = RecordView("previewList", words.PREVIEW_TITLE)
        self._detail = ImportDetail(self.choice, self._view)
        self._skip = QCheckBox(words.SKIP_FAULTY.format(count=self._faulty))
        self._skip.setObjectName("skipFaulty")
        self._take = Button("", kind="primary", glyph="check", name="takeIn", changes=True)
        self._take_all = Button(words.TAKE_ALL, name="takeAll")
        self._eye = Button(shared.SHOW_NUMBER, glyph="eye", name="showNumbers")
        self._build()
        self._connect()
        self._show_choice()

    def _build(self) -> None:
        self._build_facts()
        self._build_list()
        self.body.addWidget(Text(words.PREVIEW_NOTE, role="small", tone="soft"))
        cancel = Button(shared.CANCEL, name="cancelImport")
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, self._take_all, self._take)
        self._take_all.setHidden(not self.preview.replacements())

    def _build_facts(self) -> None:
        preview = self.preview
        place = words.TABLE if preview.in_document else words.SHEET
        counts = {code: preview.count(code) for code in ("new", "known", "faulty")}
        facts = words.PREVIEW_FACTS.format(
            file=preview.file_name, place=place.format(name=preview.sheet), total=len(preview.rows), **counts
        )
        self.body.addWidget(Text(facts, name="previewFacts"))
        if len(preview.tables) > 1:
            self.body.addLayout(self._tables(place))
        left_out = [column for column in preview.head if column.field == "left_out"]
        if left_out:
            said = words.LEFT_OUT.format(titles=titles(left_out))
            self.body.addWidget(Text(said, role="small", tone="soft", name="leftOut"))
        if preview.old_font:
            said = words.OLD_FONT.format(kind=preview.old_font)
            self.body.addWidget(StateLine(State.NOTE, said))
        if preview.has_links:
            self.body.addWidget(StateLine(State.NOTE, words.HAS_LINKS))
        self._build_columns()
        self.body.addWidget(self._skip)
        self._skip.setHidden(not self._faulty)

    def _build_columns(self) -> None:
        open_ones = [column for column in self.preview.head if is_open(column)]
        unknown = [column for column in open_ones if not column.assigned]
        if not open_ones:
            return
        row = QHBoxLayout()
        if unknown:
            said = words.UNKNOWN_COLUMNS.format(count=len(unknown), titles=titles(unknown))
            row.addWidget(StateLine(State.ASKED, said), 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addStretch(1)
        ask = Button(words.ASSIGN if unknown else words.REASSIGN, name="assignColumns")
        ask.clicked.connect(self.columns_asked)
        row.addWidget(ask, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _tables(self, place: str) -> QHBoxLayout:
        choices = [
            (
                one.place,
                (words.TABLE_FROM if one.from_row else words.TABLE_ROWS).format(
                    place=place.format(name=one.title), row=one.from_row, count=one.rows
                ),
            )
            for one in self.preview.tables
        ]
        field = ChoiceField(choices)
        field.set_value(self.preview.table)
        field.edited.connect(lambda: self.table_asked.emit(int(str(field.value()))))
        field.setObjectName("whichTable")
        field.setMinimumWidth(look.px(300))
        field.setAccessibleName(words.WHICH_TABLE)
        row = QHBoxLayout()
        row.addWidget(Text(words.WHICH_TABLE, wrap=False))
        row.addWidget(field)
        row.addStretch(1)
        return row

    def _build_list(self) -> None:
        lines = self.preview.lines()
        chips = ChipRow()
        counts = {code: sum(map(condition, lines)) for code, condition in _CONDITIONS.items()}
        shown = {code for code, count in counts.items() if count} | {"all"}
        chips.set_chips(
            [Chip(code, text, counts[code]) for code, text in words.PREVIEW_CHIPS.items() if code in shown],
            "all",
        )
        chips.chosen.connect(lambda code: self._table.set_condition(_CONDITIONS[code]))
        filters = QHBoxLayout()
        filters.addWidget(chips, 1)
        filters.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(filters)
        self._eye.setHidden(not any(names_number(row) for row in self.preview.rows))
        self._table.set_records(lines)
        widths = [column.width for column in self._columns]
        self._view.show_rows(self._table, widths, len(widths) - 1)
        self._view.setMinimumHeight(look.px(35 + 36 * 5))
        self.body.addWidget(BesideBelow(self._view, self._detail, _DETAIL), 1)

    def _connect(self) -> None:
        self._view.current_changed.connect(lambda _number: self._show_current())
        self._view.opened.connect(self._on_opened)
        self._detail.turned.connect(self._show_choice)
        self._skip.toggled.connect(lambda _on: self._show_choice())
        self._eye.clicked.connect(self._on_eye)
        self._take_all.clicked.connect(self._on_take_all)
        self._take.clicked.connect(self._on_take)
        self._view.go_to(self._first())
        self._view.setFocus()
        self._show_current()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for at, column in enumerate(self._columns):
            if column.key == _FIRST_TO_GO:
                self._view.setColumnHidden(at, self.width() < look.px(_ALL_COLUMNS))

    def _first(self) -> str:
        """Return the line that is looked at first: one with a fault, one with changes, or any."""
        rows = self.preview.rows
        asked = [row for row in rows if row.status == "faulty"] + [row for row in rows if row.changes]
        return str((*asked, *rows)[0].row) if rows else ""

    def _current(self) -> ImportRow | None:
        number = self._view.current()
        row = self._table.row_of(number) if number else -1
        return self._table.record(row) if row >= 0 else None

    def _show_current(self) -> None:
        """Say under the list, in full, what was noticed in the line the cursor is on."""
        self._detail.show_row(self._current(), uncovered=self._table.uncovered)

    def _on_opened(self, _number: str) -> None:
        row = self._current()
        if row:
            self.choice.turn(row)
            self._show_current()
            self._show_choice()

    def _on_eye(self) -> None:
        shown = not self._table.uncovered
        self._table.uncover(shown)
        self._eye.say(shared.COVER_NUMBER if shown else shared.SHOW_NUMBER, "eye-slash" if shown else "eye")
        self._show_current()

    def _on_take_all(self) -> None:
        self.choice.take_all()
        self._show_current()
        self._show_choice()

    def _show_choice(self) -> None:
        self._view.viewport().update()
        new, changed = len(self.choice.chosen().rows), self.choice.changed_people()
        text = words.TAKE_BOTH if new and changed else words.TAKE_IN if new else words.CHANGE
        self._take.setText(text.format(new=new, changed=changed) if new or changed else words.NOTHING_NEW)
        waits = bool((new or changed) and self._faulty and not self._skip.isChecked())
        self._take.setEnabled(bool(new or changed) and not waits)
        self.say_why(shared.SKIP_FIRST.format(tick=self._skip.text()) if waits else "")

    def _on_take(self) -> None:
        self.accept()
        self.taken.emit(self.choice.chosen())
