"""Files that came back, before anything is taken: whose each is, what is in it, what becomes of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.form_files import FileState, FormFile, OfferState, Returned
from ui.dialogs.beside_below import WIDTH
from ui.dialogs.form_choice import FormChoice
from ui.dialogs.form_detail import FormDetail, said_of
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.record_table import Column, RecordTable
from ui.texts import member_forms as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.chips import Chip, ChipRow
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView
from ui.widgets.styled import spaced

_LIST_SHARE, _DETAIL_SHARE = 5, 6
"""Of the width: what stands in a file is read, the list is only walked through."""
_FURTHER = ("file", "kind", "result")
"""Columns that are shown where there is room for them, this one first; the file in full has what they say."""
_SEVERAL, _FILE_AT = 2, 1
_LEAST_LIST, _LEAST_DETAIL = 35 + 36 * 3, 120
_STATES = {
    FileState.NEW: State.DONE,
    FileState.DIFFERS: State.ASKED,
    FileState.SAME: State.NOT_APPLICABLE,
    FileState.EMPTY: State.OPEN,
    FileState.OLDER: State.NOT_APPLICABLE,
    FileState.REFUSED: State.BLOCKED,
}


class FormsPreviewDialog(SheetDialog):
    """Looks files through; `taken` gives what is to be stored, a list of `Choice`."""

    taken = Signal(object)

    def __init__(self, returned: Returned, parent: QWidget | None = None) -> None:
        super().__init__(words.PREVIEW, WIDTH, parent)
        self.setObjectName("formsPreview")
        self.returned = returned
        self.choice = FormChoice(returned)
        self._columns = _columns(self.choice, self._of)
        self._table: RecordTable[FormFile] = RecordTable(self._columns, lambda file: str(file.path), self)
        self._view = RecordView("returnedList", words.PREVIEW)
        self._detail = FormDetail(self.choice, self._view)
        self._take = Button("", kind="primary", glyph="check", name="takeForms", changes=True)
        self._take_all = Button(words.TAKE_ALL, name="takeAllForms")
        self._build()
        self._connect()
        self._show_choice()
        help_on_f1(self, "forms")

    def _build(self) -> None:
        facts = words.PREVIEW_FACTS.format(count=len(self.returned.files))
        self.body.addWidget(Text(facts, name="returnedFacts"))
        self.body.addWidget(self._chips())
        self._table.set_records(self.returned.files)
        self._view.show_rows(self._table, [column.width for column in self._columns], 0)
        self.let_fill(self._view, _LEAST_LIST)
        self.let_fill(self._detail, _LEAST_DETAIL)
        beside = QHBoxLayout()
        spaced(beside, look.px(12))
        beside.addWidget(self._view, _LIST_SHARE)
        beside.addWidget(self._detail, _DETAIL_SHARE)
        self.body.addLayout(beside, 1)
        self.body.addWidget(Text(words.PREVIEW_NOTE, role="small", tone="soft"))
        cancel = Button(shared.CANCEL, name="cancelForms")
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, self._take_all, self._take)
        self._take_all.setHidden(not any(one.of(OfferState.DIFFERS) for one in self.returned.files))

    def _chips(self) -> ChipRow:
        chips = ChipRow()
        counts = {"all": len(self.returned.files)}
        counts |= {state.value: self.returned.count(state) for state in FileState}
        shown = [Chip(code, text, counts[code]) for code, text in words.FILE_CHIPS.items() if counts[code]]
        chips.set_chips(shown, "all")
        chips.chosen.connect(lambda code: self._table.set_condition(_condition(code)))
        return chips

    def _connect(self) -> None:
        self._view.resized.connect(self._show_columns)
        self._view.current_changed.connect(lambda _path: self._show_current())
        self._view.opened.connect(lambda _path: self._turn())
        self._detail.turned.connect(self._show_choice)
        self._take_all.clicked.connect(self._on_take_all)
        self._take.clicked.connect(self._on_take)
        if self.returned.files:
            self._view.go_to(str(self.returned.files[0].path))
        self._view.setFocus()
        self._show_current()

    def _of(self, file: FormFile) -> str:
        """Return whose it is; of nobody's file its name, where the column of the names has no room."""
        return file.name or (file.path.name if self._view.isColumnHidden(_FILE_AT) else "")

    def _show_columns(self) -> None:
        kinds = {one.kind for one in self.returned.files} - {None}
        always = sum(one.width for one in self._columns if one.key not in _FURTHER)
        left = self._view.width() - look.px(always)
        for at, column in enumerate(self._columns):
            if column.key in _FURTHER:
                wanted = column.key != "kind" or len(kinds) >= _SEVERAL
                left -= look.px(column.width) if wanted else 0
                self._view.setColumnHidden(at, not wanted or left < 0)

    def _current(self) -> FormFile | None:
        path = self._view.current()
        row = self._table.row_of(path) if path else -1
        return self._table.record(row) if row >= 0 else None

    def _show_current(self) -> None:
        self._detail.show_file(self._current())

    def _turn(self) -> None:
        file = self._current()
        if file is not None:
            self.choice.turn(file)
            self._show_current()
            self._show_choice()

    def _on_take_all(self) -> None:
        self.choice.take_all()
        self._show_current()
        self._show_choice()

    def _show_choice(self) -> None:
        self._view.viewport().update()
        count = len(self.choice.choices())
        self._take.setText(words.TAKE_IN.format(count=count) if count else words.NOTHING)
        self._take.setEnabled(bool(count))

    def _on_take(self) -> None:
        self.accept()
        self.taken.emit(self.choice.choices())


def _condition(code: str) -> Callable[[FormFile], bool]:
    return lambda file: code in {"all", file.state.value}


def _columns(choice: FormChoice, of: Callable[[FormFile], str]) -> tuple[Column[FormFile], ...]:
    return (
        Column[FormFile]("of", words.OF, of, width=160),
        Column[FormFile]("file", words.FILE, lambda file: file.path.name, width=160),
        Column[FormFile](
            "kind", words.KIND, lambda file: words.KINDS[file.kind] if file.kind else "", width=92
        ),
        Column[FormFile](
            "act",
            words.ACT,
            lambda file: _act(file, choice),
            width=120,
            state=lambda file: _state(file, choice),
        ),
        Column[FormFile]("result", words.RESULT, said_of, width=200),
    )


def _act(file: FormFile, choice: FormChoice) -> str:
    taken = choice.taken(file)
    filled = len(file.of(OfferState.NEW, OfferState.DIFFERS))
    return words.ACT_PLACES.format(taken=taken, all=filled) if taken else words.ACT_NONE


def _state(file: FormFile, choice: FormChoice) -> State:
    if choice.taken(file) and file.state in {FileState.DIFFERS, FileState.OLDER}:
        left = len(file.of(OfferState.NEW, OfferState.DIFFERS)) - choice.taken(file)
        return State.PARTLY if left else State.DONE
    if file.state is FileState.NEW and not choice.taken(file):
        return State.NOT_APPLICABLE
    return _STATES[file.state]
