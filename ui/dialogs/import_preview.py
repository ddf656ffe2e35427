"""The lines of a member list before they are taken in: new, known, faulty, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.common.messages import problem_sentence
from app.domain.types import show_date
from app.errors import Problem
from app.services.import_preview import ImportPreview, ImportRow
from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.covering import covered
from ui.models.record_table import Column, RecordTable
from ui.texts import members as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.chips import Chip, ChipRow
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView

NUMBER: Final = "card_number"
_STATES: Final = {"new": State.DONE, "known": State.NOT_APPLICABLE, "faulty": State.BLOCKED}
_STORED_DATE: Final = re.compile(r"\d{4}(-\d{2}){0,2}")
_CONDITIONS: Final[dict[str, Callable[[ImportRow], bool]]] = {
    "all": lambda _row: True,
    "new": lambda row: row.status == "new",
    "known": lambda row: row.status == "known",
    "faulty": lambda row: row.status == "faulty",
}


def _value(field: str) -> Callable[[ImportRow], str]:
    return lambda row: row.values.get(field, "")


def _date(field: str) -> Callable[[ImportRow], str]:
    # A faulty line may keep what stands in the file: only what was understood as a date is turned round.
    def shown(row: ImportRow) -> str:
        value = row.values.get(field, "")
        return show_date(value) if _STORED_DATE.fullmatch(value) else value

    return shown


def result(row: ImportRow, *, shown: bool = True) -> str:
    """Return what will become of a line, with what was noticed in it; numbers are covered unless `shown`."""
    noticed = (*row.problems, *row.notes)
    said = [_placed(problem if shown else _with_covered_number(problem)) for problem in noticed]
    if row.status == "known":
        text = words.IS_KNOWN_ROW if row.known_row else words.IS_KNOWN
        said.insert(0, text.format(name=row.known_as, row=row.known_row))
    elif row.status == "new" and not said:
        said.append(words.IS_NEW)
    return " ".join(said)


def _with_covered_number(problem: Problem) -> Problem:
    if problem.field != NUMBER:
        return problem
    params = {
        name: covered(value) if isinstance(value, str) else value for name, value in problem.params.items()
    }
    return Problem(problem.field, problem.code, params)


def _names_number(row: ImportRow) -> bool:
    return any(problem.field == NUMBER for problem in (*row.problems, *row.notes))


def _placed(problem: Problem) -> str:
    value = problem.params.get("value", "")
    return (words.AT_COLUMN if value else words.AT_EMPTY).format(
        column=problem.params.get("column", ""), value=value, sentence=problem_sentence(problem)
    )


COLUMNS: Final = (
    Column[ImportRow]("row", words.ROW, lambda row: str(row.row), width=64, sort=lambda row: row.row),
    Column[ImportRow]("full_name", words.NAME, _value("full_name"), width=170),
    Column[ImportRow]("born_on", words.BORN, _date("born_on"), width=100),
    Column[ImportRow]("admitted_on", words.ADMITTED, _date("admitted_on"), width=116),
    Column[ImportRow](
        "result",
        words.RESULT,
        result,
        state=lambda row: _STATES[row.status],
        covered=lambda row: result(row, shown=False),
    ),
)


class ImportPreviewDialog(SheetDialog):
    """Looks a file through; `taken` tells the numbers of the lines to store."""

    taken = Signal(object)

    def __init__(self, preview: ImportPreview, parent: QWidget | None = None) -> None:
        super().__init__(words.PREVIEW_TITLE, 900, parent)
        self.setObjectName("importPreview")
        self._preview = preview
        self._numbers = preview.numbers("new")
        self._faulty = preview.count("faulty")
        self._table: RecordTable[ImportRow] = RecordTable(COLUMNS, lambda row: str(row.row), self)
        self._view = RecordView("previewList", words.PREVIEW_TITLE)
        self._skip = QCheckBox(words.SKIP_FAULTY.format(count=self._faulty))
        self._skip.setObjectName("skipFaulty")
        self._whole = Text(role="small", tone="soft", name="wholeResult")
        self._take = Button("", kind="primary", glyph="check", name="takeIn", changes=True)
        self._eye = Button(shared.SHOW_NUMBER, glyph="eye", name="showNumbers")
        self._eye.clicked.connect(self._on_eye)
        self._build()
        self._show_take()

    def _build(self) -> None:
        preview = self._preview
        counts = {code: preview.count(code) for code in ("new", "known", "faulty")}
        facts = words.PREVIEW_FACTS.format(file=preview.file_name, total=len(preview.rows), **counts)
        if preview.skipped:
            facts += " " + words.PREVIEW_SKIPPED.format(count=len(preview.skipped))
        self.body.addWidget(Text(facts, name="previewFacts"))
        chips = ChipRow()
        chips.set_chips(
            [
                Chip(code, text, len(preview.rows) if code == "all" else counts[code])
                for code, text in words.PREVIEW_CHIPS.items()
            ],
            "all",
        )
        chips.chosen.connect(lambda code: self._table.set_condition(_CONDITIONS[code]))
        filters = QHBoxLayout()
        filters.addWidget(chips, 1)
        filters.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(filters)
        self._eye.setHidden(not any(_names_number(row) for row in preview.rows))
        self._table.set_records(preview.rows)
        self._view.show_rows(self._table, [column.width for column in COLUMNS], len(COLUMNS) - 1)
        self._view.setMinimumHeight(look.px(36 * 6))
        self._view.current_changed.connect(self._on_current)
        self._on_current(self._view.current())
        self.body.addWidget(self._view, 1)
        self.body.addWidget(self._whole)
        self._skip.setVisible(self._faulty > 0)
        self._skip.toggled.connect(lambda _on: self._show_take())
        self.body.addWidget(self._skip)
        self.body.addWidget(Text(words.PREVIEW_NOTE, role="small", tone="soft"))
        cancel = Button(shared.CANCEL, name="cancelImport")
        cancel.clicked.connect(self.reject)
        self._take.clicked.connect(self._on_take)
        self.add_buttons(cancel, self._take)

    def _on_current(self, number: str) -> None:
        """Say under the list, in full, what was noticed in the line the cursor is on."""
        row = self._table.row_of(number) if number else -1
        said = result(self._table.record(row), shown=self._table.uncovered) if row >= 0 else ""
        self._whole.setText(words.WHOLE.format(row=number, result=said) if said else "")

    def _on_eye(self) -> None:
        shown = not self._table.uncovered
        self._table.uncover(shown)
        self._eye.turn(shared.COVER_NUMBER if shown else shared.SHOW_NUMBER, "eye-slash" if shown else "eye")
        self._on_current(self._view.current())

    def _show_take(self) -> None:
        count = len(self._numbers)
        self._take.setText(words.TAKE_IN.format(count=count) if count else words.NOTHING_NEW)
        self._take.setEnabled(count > 0 and (self._faulty == 0 or self._skip.isChecked()))

    def _on_take(self) -> None:
        self.accept()
        self.taken.emit(self._numbers)
