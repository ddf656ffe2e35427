"""Levels typed one after the other for the whole cell, kept in one step: proposed, or of one decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.levels import RecognisedLevelFields
from app.domain.review_checks import review_problems
from app.errors import Problem
from app.services.level_tables import LevelLine, LevelTable
from ui.forms.binder import DraftKeeper, Values
from ui.forms.grid_draft import GridBinder
from ui.forms.record_form import RecordForm
from ui.models.level_grid import PROPOSE, RECOGNISE, TYPED, LevelGrid
from ui.pages.level_kinds import last_decision
from ui.texts import levels as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.grid_view import GridView
from ui.widgets.labels import StateLine, Text
from ui.widgets.pasting import offer
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced
from ui.widgets.tips import plain

Keep = Callable[[str, Values], None]
"""Writes what is typed in a mode away."""
CELLS, DECISION = "cells", "decision"
_WIDTHS = {0: 170, 1: 190}


class LevelEntry(QWidget):
    """The decision above where there is one, the grid, and what is wrong with the cell in sight."""

    saved = Signal()
    left = Signal()
    dropped = Signal()

    def __init__(self, mode: str, keep: Keep) -> None:
        super().__init__()
        self.mode = mode
        self.year = 0
        self.grid = LevelGrid(mode, plain, self)
        self.view = GridView(f"{mode}Grid", words.ENTRY_GRID, words.NAME)
        self.form = RecordForm(
            RecognisedLevelFields, words.DECISION_FIELDS, review_problems, prefix="decision_"
        )
        self._title = Text(words.ENTRY_TITLES[mode], role="section", name=f"{mode}Title")
        self._how = Text(role="small", tone="soft", name=f"{mode}How")
        self._fault = StateLine(State.BLOCKED)
        self._state = Text(role="small", tone="soft", name=f"{mode}State")
        self._save = Button(
            words.ENTRY_SAVE_NONE, kind="primary", glyph="check", name=f"{mode}Save", changes=True
        )
        self._take = Button(words.ENTRY_AS_PROPOSED, glyph="check-square", name=f"{mode}Take", changes=True)
        self._drop = Button(words.ENTRY_DROP, glyph="x", name=f"{mode}Drop", changes=True)
        self._back = Button(words.ENTRY_BACK, kind="link", glyph="caret-left", name=f"{mode}Back")
        self._column = QVBoxLayout(self)
        binder = GridBinder(self.values, self)
        self.keeper = DraftKeeper(lambda values: keep(mode, values), binder)
        for edited in (self.grid.edited, self.view.cells.typed, self.form.binder.edited):
            edited.connect(binder.edited)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = self._column
        spaced(column, look.px(8))
        table = Sheet(padding=0, spacing=0)
        table.body.addWidget(self.view, 1)
        acts = FlowRow(to_right=True)
        acts.add(self._drop, self._take, self._save)
        head = QHBoxLayout()
        spaced(head, look.px(8))
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addWidget(self._how)
        column.addWidget(table, 1)
        column.addWidget(self._fault)
        column.addWidget(self._state)
        column.addWidget(acts)
        self.form.set_columns(len(words.DECISION_FIELDS))
        self.form.setVisible(self.mode == RECOGNISE)
        self._take.setVisible(self.mode == RECOGNISE)

    def _connect(self) -> None:
        self.view.has_steps = self.grid.has_steps
        self.view.taken_back.connect(self.grid.take_back)
        self.view.current_changed.connect(self._show_state)
        self.view.cleared.connect(self._on_clear)
        self.view.pasted.connect(self._on_paste)
        self.view.copied.connect(self._on_copy)
        self.grid.edited.connect(self._show_state)
        self._save.clicked.connect(self.saved)
        self._back.clicked.connect(self.left)
        self._drop.clicked.connect(self.dropped)
        self._take.clicked.connect(lambda: self.grid.put(self.grid.as_proposed()))
        QShortcut(
            QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self.saved)

    # What the page asks -------------------------------------------------------------------------------------

    def begin(self, table: LevelTable, lines: list[LevelLine], draft: Mapping[str, object]) -> None:
        """Show the subjects with what is stored; what was typed and not saved stands over it."""
        self.year = table.year
        cells, decision = draft.get(CELLS), draft.get(DECISION)
        self.form.given = {"year": table.year}
        self.form.binder.load(last_decision(table))
        if isinstance(decision, dict) and any(decision.values()):
            self.form.binder.offer(decision)
        self._show(table, lines, cells if isinstance(cells, dict) else {})
        levels = table.member_levels
        keys = ", ".join(words.ENTRY_KEY.format(at=at, level=one.brief) for at, one in enumerate(levels, 1))
        self._how.setText(words.ENTRY_HOW.format(keys=keys))

    def refresh(self, table: LevelTable, lines: list[LevelLine]) -> None:
        """Show the subjects as they now are; what is being typed stays."""
        self.view.settle()
        self._show(table, lines, self.grid.typed())

    def values(self) -> Values:
        """Return what is typed and not saved."""
        cells = self.grid.typed()
        writing = self.view.cells.open_text()
        if writing and writing[0].isValid():
            cells[self.grid.target(self.grid.index(writing[0].row(), TYPED))] = writing[1]
        decision = self.form.binder.values() if self.mode == RECOGNISE and cells else {}
        return {CELLS: cells, DECISION: decision}

    def decision(self) -> Values:
        """Return number, day and issuer as they stand in the fields."""
        return self.form.binder.values()

    def problems(self) -> list[Problem]:
        """Return what is wrong with the decision."""
        return self.form.problems() if self.mode == RECOGNISE else []

    def go_to_fault(self) -> int:
        """Put the cursor into the first cell that is no level; return how many there are."""
        self.view.settle()
        faults = self.grid.faults()
        if faults:
            self.go_to(faults[0])
        return len(faults)

    def go_to(self, target: str) -> None:
        """Put the cursor into the cell of a subject."""
        self.view.go_to(self.grid.index_of(target))
        self.view.setFocus()

    def begin_typing(self) -> None:
        """Put the cursor where typing begins: the decision's number, else the first cell."""
        if self.mode == RECOGNISE and not self.decision()["number"]:
            self.form.binder.focus("number")
        elif self.grid.rowCount():
            self.view.go_to(self.grid.index(0, TYPED))
            self.view.setFocus()

    def allow(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let levels be typed, or only be looked at."""
        self.view.let_edit(allowed)
        self.form.fix(not allowed)

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller."""
        self._how.setVisible(room >= Room.MEDIUM)
        self._column.setSpacing(look.px(8 if room >= Room.MEDIUM else 4))

    # Showing and typing -------------------------------------------------------------------------------------

    def _show(self, table: LevelTable, lines: list[LevelLine], typed: Mapping[str, str]) -> None:
        here = self.grid.target(self.view.currentIndex())
        self.grid.show_lines(table, lines, typed)
        self.view.show_cells(self.grid, _WIDTHS, {1: 1})
        if here:
            self.view.go_to(self.grid.index_of(here))
        self._show_state()

    def _show_state(self) -> None:
        typed, faults = self.grid.typed(), self.grid.faults()
        said = [words.ENTRY_FACTS.format(count=len(typed))] if typed else []
        said += [words.ENTRY_FAULTS.format(count=len(faults))] if faults else []
        self._state.setText(" ".join(said))
        self._state.setVisible(bool(said))
        self._save.say(words.ENTRY_SAVE.format(count=len(typed)) if typed else words.ENTRY_SAVE_NONE)
        self._save.setEnabled(bool(typed))
        self._drop.setVisible(bool(typed))
        fault = self.grid.fault_words(self.grid.target(self.view.currentIndex()))
        self._fault.say(State.BLOCKED, fault)
        self._fault.setVisible(bool(fault))

    def _on_clear(self) -> None:
        self.grid.put({self.grid.target(one): "" for one in self.view.chosen() if one.column() == TYPED})

    def _on_paste(self) -> None:
        first = max(self.view.currentIndex().row(), 0)
        text = QGuiApplication.clipboard().text()
        self._put_from(first, text)
        offer(self.view, text, lambda after: self._put_from(first, after))

    def _put_from(self, first: int, text: str) -> None:
        texts = text.splitlines()
        rows = range(first, min(first + len(texts), self.grid.rowCount()))
        given = zip(rows, texts, strict=False)
        self.grid.put({self.grid.target(self.grid.index(row, TYPED)): text for row, text in given})

    def _on_copy(self) -> None:
        said = [str(one.data()) for one in self.view.chosen()]
        QGuiApplication.clipboard().setText("\n".join(said))


__all__ = ["PROPOSE", "RECOGNISE", "LevelEntry"]
