"""Levels of the whole cell typed in one go: what is kept as a draft, what is stored, and how it is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.services.level_tables import LevelLine, LevelTable
from ui.forms.binder import Values
from ui.models.level_grid import PROPOSE, RECOGNISE
from ui.pages.level_entry import CELLS, LevelEntry
from ui.pages.level_lists import is_rated
from ui.pages.level_tools import LevelTools
from ui.texts import levels as words
from ui.theme.room import Room

FORM = "level_entry"
"""Drafts: their subject is mode and year."""


class LevelEntries(QStackedWidget):
    """One grid for proposing, one for a decision of the upper committee."""

    left = Signal()

    def __init__(self, tools: LevelTools) -> None:
        super().__init__()
        self._tools = tools
        self._entries = {mode: LevelEntry(mode, self._keep) for mode in (PROPOSE, RECOGNISE)}
        for entry in self._entries.values():
            self.addWidget(entry)
            entry.saved.connect(partial(self._on_save, entry))
            entry.dropped.connect(partial(self._on_drop, entry))
            entry.left.connect(self._on_left)
            entry.keeper.kept.connect(tools.page.draft_kept)
            entry.keeper.failed.connect(tools.page.draft_failed)

    def open(self, mode: str, target: str = "") -> None:
        """Show the grid of a mode with what was typed and not saved, the cursor where typing begins."""
        table = self._tools.table()
        if table is None:
            return
        entry = self._entries[mode]
        draft = self._tools.core.drafts.find(FORM, _subject(mode, table.year)) or {}
        entry.begin(table, _lines(table), draft)
        self.setCurrentWidget(entry)
        if target:
            entry.go_to(target)
        else:
            entry.begin_typing()

    def refresh(self, table: LevelTable) -> None:
        """Show the lines of a table; what is being typed stays."""
        entry = self._current()
        if entry.year == table.year:
            entry.refresh(table, _lines(table))

    def place(self) -> str:
        """Return the mode in sight, as `open` takes it."""
        return self._current().mode

    def leave(self) -> None:
        """Write what is being typed away as a draft."""
        for entry in self._entries.values():
            entry.view.settle()
            entry.keeper.flush()

    def allow(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let levels be typed, or only be looked at."""
        for entry in self._entries.values():
            entry.allow(allowed)

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller."""
        for entry in self._entries.values():
            entry.fit(room)

    def _current(self) -> LevelEntry:
        return next(one for one in self._entries.values() if one is self.currentWidget())

    def _keep(self, mode: str, values: Values) -> None:
        year = self._entries[mode].year
        if values[CELLS]:
            self._tools.core.drafts.keep(FORM, _subject(mode, year), values)
        else:
            self._tools.core.drafts.drop(FORM, _subject(mode, year))

    def _on_save(self, entry: LevelEntry) -> None:
        faults = entry.go_to_fault()
        problems = entry.problems()
        levels = entry.grid.levels()
        if faults:
            self._tools.desk.notifier.mind(words.ENTRY_FIRST_FAULT.format(count=faults))
        elif problems:
            entry.form.binder.show(problems)
        elif not levels:
            self._tools.desk.notifier.mind(words.ENTRY_NOTHING)
        else:
            store = self._store(entry, levels)
            if self._tools.tried(store, words.ENTRY_SAVED[entry.mode].format(count=len(levels))):
                self._forget(entry)
                self._go_on(entry)

    def _go_on(self, entry: LevelEntry) -> None:
        """Stay while somebody has no level yet; else there is nothing left to type here."""
        table = self._tools.table()
        if table and all(_level_of(one, entry.mode) for one in _lines(table)):
            self.left.emit()
        else:
            self.open(entry.mode)

    def _store(self, entry: LevelEntry, levels: dict[str, dict[str, object]]) -> Callable[[], object]:
        service, table = self._tools.core.review.level_entry, self._tools.table()
        if entry.mode == RECOGNISE:
            return lambda: service.recognise(entry.year, entry.decision(), levels)
        return lambda: service.propose(entry.year, levels, table.round_number if table else 1)

    def _on_drop(self, entry: LevelEntry) -> None:
        typed = entry.grid.typed()
        self._forget(entry)
        self.open(entry.mode)
        said = words.ENTRY_DROPPED.format(count=len(typed))
        self._tools.desk.notifier.done(said, words.GET_BACK, lambda: entry.grid.put(typed))

    def _on_left(self) -> None:
        self.leave()
        self.left.emit()

    def _forget(self, entry: LevelEntry) -> None:
        entry.keeper.forget()
        self._tools.core.drafts.drop(FORM, _subject(entry.mode, entry.year))


def read_subject(subject: str) -> tuple[str, int]:
    """Return mode and year of a draft's subject."""
    mode, _, year = subject.partition("-")
    return mode, int(year)


def _subject(mode: str, year: int) -> str:
    return f"{mode}-{year}"


def _level_of(line: LevelLine, mode: str) -> object:
    """Return the level that a grid of this mode types."""
    return line.recognised if mode == RECOGNISE else line.proposed


def _lines(table: LevelTable) -> list[LevelLine]:
    return [one for one in table.lines if is_rated(one)]
