"""Kết quả các năm trước: one table for a first year, pasted from Excel or typed, stored in one step."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.domain.earlier_years import DUE, PROMISE, SHORTCOMING, TEXT_COLUMNS
from app.errors import AppError, Invalid
from app.services.earlier_changes import Edits
from app.services.earlier_pasting import Pasted
from app.services.earlier_table import EarlierTable
from ui.desktop.dialogs import Question
from ui.dialogs.pasted_preview import PastedPreviewDialog
from ui.forms.binder import DraftKeeper, Values
from ui.forms.grid_draft import GridBinder
from ui.models.earlier_grid import EarlierGrid
from ui.models.earlier_heads import column_title
from ui.pages.earlier_cell import EarlierCell
from ui.pages.earlier_paste import block_at
from ui.pages.page import Desk, Page
from ui.pages.whereabouts import Here
from ui.texts import earlier as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.grid_view import GridView
from ui.widgets.labels import StateLine, Text
from ui.widgets.page_head import PageHead
from ui.widgets.pasting import offer
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced
from ui.widgets.tips import plain

FORM = "earlier"
CELLS = "cells"
"""What the draft calls the typed cells: lists of target, column and text."""
_LEVEL, _WIDTHS = 88, {SHORTCOMING: 180, PROMISE: 160, DUE: 100}
_SHARES = {SHORTCOMING: 6, PROMISE: 5}
MOST_PASTED = 1_000_000
"""Letters; a table of sixty members with long sentences has some fifty thousand."""


class EarlierPage(Page):
    """Every member and the cell, five years and last year's matters."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {"member", "cell", "cycle", "past_level", "earlier_shortcoming", "commitment", "commitment_item"}
        | {"remediation_item"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._grid = EarlierGrid(plain, self)
        self._view = GridView("earlierGrid", words.GRID, words.NAME)
        self._cell = EarlierCell()
        self._carried = StateLine(State.NOTE)
        self._how = Text(words.HOW, role="small", tone="soft", name="earlierHow")
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="toMembers")
        self._paste = Button(words.PASTE, glyph="upload-simple", name="pasteTable", changes=True)
        self._drop = Button(words.DROP, glyph="x", name="dropCells", changes=True)
        self._save = Button(words.SAVE, kind="primary", glyph="check", name="saveCells", changes=True)
        self._head = PageHead(words.TITLE, [self._back, self._drop, self._paste, self._save])
        self._stack = QStackedWidget()
        binder = GridBinder(self._typed, self)
        self.keeper = DraftKeeper(self._keep, binder)
        self._grid.edited.connect(binder.edited)
        self._view.cells.typed.connect(binder.edited)
        self._build()
        self._connect()

    @override
    def show_year(self, year: int) -> None:
        self.leave()
        self._year = year
        self._load(self._drafted())

    @override
    def refresh(self) -> None:
        self._view.settle()
        self._load(self._grid.typed())

    @override
    def open_at(self, subject: str, field: str) -> None:
        columns = self._grid.table.columns
        if columns:
            self._view.go_to(self._grid.index_of(subject, field if field in columns else columns[0]))
            self._view.setFocus()

    @override
    def here(self) -> Here:
        index = self._view.currentIndex()
        return Here(*self._grid.place(index)) if index.isValid() else Here("")

    @override
    def fit(self, room: Room) -> None:
        self._how.setVisible(room >= Room.MEDIUM)
        self._cell.be_low(room < Room.MEDIUM)
        for button in (self._back, self._drop, self._paste):
            button.shorten(room < Room.NARROW)

    @override
    def leave(self) -> None:
        self._view.settle()
        self.keeper.flush()

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self._view.let_edit(allowed)

    def _build(self) -> None:
        table = Sheet(padding=0, spacing=0)
        table.body.addWidget(self._view, 1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        spaced(column, look.px(8))
        column.addWidget(self._how)
        column.addWidget(self._carried)
        column.addWidget(table, 1)
        column.addWidget(self._cell)
        empty = EmptyState(words.EMPTY, words.OPEN_MEMBERS, glyph="users", step_glyph="arrow-right")
        empty.chosen.connect(lambda: self.opened.emit("members", "", ""))
        self._stack.addWidget(filled)
        self._stack.addWidget(empty)
        self.column.addWidget(self._head)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.keeper.kept.connect(self.draft_kept)
        self.keeper.failed.connect(self.draft_failed)
        self._grid.edited.connect(self._show_state)
        self._view.has_steps = self._grid.has_steps
        self._view.current_changed.connect(self._show_cell)
        self._view.pasted.connect(self._on_paste)
        self._view.copied.connect(self._on_copy)
        self._view.cleared.connect(self._on_clear)
        self._view.taken_back.connect(self._grid.take_back)
        self._paste.clicked.connect(self._on_paste)
        self._drop.clicked.connect(self._on_drop)
        self._save.clicked.connect(self._on_save)
        self._back.clicked.connect(lambda: self.opened.emit("members", "", ""))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_save)

    # Showing ------------------------------------------------------------------------------------------------

    def _load(self, typed: dict[tuple[str, str], str]) -> None:
        here = self.here()
        table: EarlierTable = self._core.review.earlier_years.table(self._year)
        self._grid.show_table(table, typed)
        widths = {at: _WIDTHS.get(one, _LEVEL) for at, one in enumerate(table.columns)}
        growing = {at: _SHARES.get(one, 0) for at, one in enumerate(table.columns)}
        self._view.cells.prose = frozenset(at for at, one in enumerate(table.columns) if one in TEXT_COLUMNS)
        self._view.show_cells(self._grid, widths, growing)
        has_members = any(row.member for row in table.rows)
        self._stack.setCurrentIndex(0 if has_members else 1)
        for button in (self._paste, self._save):
            button.setVisible(has_members)
        if here.subject:
            self._view.go_to(self._grid.index_of(here.subject, here.field))
        carried = ", ".join(column_title(table, one) for one in table.columns if one in table.carried)
        self._carried.say(State.NOTE, words.CARRIED.format(columns=carried))
        self._carried.setVisible(bool(carried))
        self._show_state()

    def _show_state(self) -> None:
        table, typed, faults = self._grid.table, self._grid.typed(), self._grid.faults()
        filled = sum(len(row.cells) for row in table.rows)
        has_members = any(row.member for row in table.rows)
        said = [words.FACTS.format(rows=len(table.rows), filled=filled)] if has_members else []
        said += [words.UNSAVED.format(count=len(typed))] if typed else []
        said += [words.FAULTY.format(count=len(faults))] if faults else []
        self._head.say(" ".join(said))
        self._save.say(words.SAVE_COUNT.format(count=len(typed)) if typed else words.SAVE)
        self._save.setEnabled(bool(typed))
        self._drop.setVisible(bool(typed))
        self._show_cell()

    def _show_cell(self) -> None:
        self._cell.show_cell(self._grid, self._view.currentIndex())

    # Typing and pasting -------------------------------------------------------------------------------------

    def _on_paste(self) -> None:
        if not self.can_change:
            return
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._desk.notifier.mind(words.NOTHING_COPIED)
            return
        if len(text) > MOST_PASTED:
            self._desk.notifier.mind(words.TOO_MUCH.format(count=f"{len(text):,}".replace(",", ".")))
            return
        pasted = self._core.review.earlier_years.read(self._year, text)
        if pasted:
            self._look_through(pasted)
            return
        start = self._view.currentIndex()
        self._put(start, text)
        offer(self._view, text, lambda after: self._put(start, after))

    def _put(self, start: QModelIndex, text: str) -> None:
        block = block_at(self._grid, start, self._core.review.earlier_years.cells(text))
        if block.names_somebody:
            self._desk.notifier.mind(words.NAMES_WITHOUT_HEAD)
            return
        self._grid.put(block.cells)
        said = words.BEYOND if block.beyond else words.PASTED
        self._desk.notifier.note(said.format(count=block.beyond or len(block.cells)))

    def _look_through(self, pasted: Pasted) -> None:
        dialog = PastedPreviewDialog(pasted, self.window())
        dialog.taken.connect(self._store)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_copy(self) -> None:
        chosen = self._view.chosen()
        rows = sorted({index.row() for index in chosen})
        lines = [
            "\t".join(_quoted(self._grid.whole(one)) for one in chosen if one.row() == row) for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _on_clear(self) -> None:
        if self.can_change:
            self._grid.put({self._grid.place(index): "" for index in self._view.chosen()})

    # Keeping ------------------------------------------------------------------------------------------------

    def _typed(self) -> Values:
        cells = self._grid.typed()
        writing = self._view.cells.open_text()
        if writing and writing[0].isValid():
            cells[self._grid.place(writing[0])] = writing[1]
        return {CELLS: [[*place, text] for place, text in cells.items()]}

    def _keep(self, values: Values) -> None:
        if values[CELLS]:
            self._core.drafts.keep(FORM, str(self._year), values)
        else:
            self._core.drafts.drop(FORM, str(self._year))

    def _drafted(self) -> dict[tuple[str, str], str]:
        draft = self._core.drafts.find(FORM, str(self._year)) or {}
        cells = draft.get(CELLS, [])
        return {(one[0], one[1]): one[2] for one in cells} if isinstance(cells, list) else {}

    def _on_drop(self) -> None:
        count = len(self._grid.typed())
        question = Question(
            words.DROP_TITLE.format(count=count), words.DROP_WORDS, words.DROP, words.KEEP, danger=True
        )
        if self._desk.dialogs.ask(question):
            self._forget()
            self._load({})
            self._desk.notifier.done(words.DROPPED.format(count=count))

    def _on_save(self) -> None:
        self._view.settle()
        faults = self._grid.faults()
        if faults:
            self._view.go_to(self._grid.index_of(*faults[0]))
            self._view.setFocus()
            self._desk.notifier.mind(words.FIRST_FAULT.format(count=len(faults)))
        elif not self._grid.typed():
            self._desk.notifier.mind(words.NOTHING_TO_SAVE)
        elif self._store(self._grid.edits()):
            self._forget()
            self._load({})

    def _store(self, edits: Edits) -> bool:
        try:
            changes = self._core.review.earlier_years.apply(self._year, edits)
        except Invalid:  # what is stored changed meanwhile; the cells say what is wrong now
            self._load(self._grid.typed())
            self._desk.notifier.mind(words.CHANGED_MEANWHILE)
            return False
        except AppError as error:
            self._desk.notifier.show(error)
            return False
        self._desk.notifier.done(words.SAVED.format(count=len(changes)), shared.UNDO, self.undo_asked.emit)
        return True

    def _forget(self) -> None:
        self.keeper.forget()
        self._core.drafts.drop(FORM, str(self._year))


def _quoted(text: str) -> str:
    """Return a cell as Excel reads it from the clipboard."""
    return '"' + text.replace('"', '""') + '"' if "\n" in text else text
