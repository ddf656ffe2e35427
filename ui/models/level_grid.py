"""Levels of many subjects as a grid: a column of what is known, one to type into, each line its own level."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.services.level_tables import LevelLine, LevelTable
from ui.texts import levels as words
from ui.theme.roles import CellLook, CellRole
from ui.theme.signs import State

_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
SHOWN, TYPED = 0, 1
PROPOSE, RECOGNISE = "propose", "recognise"
_MOST_STEPS = 100
Level = tuple[str, str]
"""Level and sub-reason, by code."""


class LevelGrid(QAbstractTableModel):
    """Rows of subjects; what is typed and differs from the book waits to be saved."""

    edited = Signal()

    def __init__(self, mode: str, tip: Callable[[str], str], parent: QObject | None = None) -> None:
        """Make an empty grid for proposed or recognised levels; `tip` makes of words a tooltip."""
        super().__init__(parent)
        self._mode = mode
        self._tip = tip
        self._table: LevelTable | None = None
        self._lines: list[LevelLine] = []
        self._typed: dict[str, str] = {}
        self._steps: list[dict[str, str]] = []

    def show_lines(self, table: LevelTable, lines: list[LevelLine], typed: Mapping[str, str]) -> None:
        """Show what is stored, and over it what was typed and not saved."""
        self.beginResetModel()
        self._table, self._lines = table, lines
        targets = {one.target for one in lines}
        self._typed = {target: text for target, text in typed.items() if target in targets}
        self._steps.clear()
        self.endResetModel()

    def typed(self) -> dict[str, str]:
        """Return the texts that differ from what is stored, by target."""
        return dict(self._typed)

    def put(self, texts: Mapping[str, str]) -> None:
        """Take texts over, by target, as one step; those of who cannot be rated yet are left out."""
        self._steps = [*self._steps[-_MOST_STEPS:], dict(self._typed)]
        for line in self._lines:
            if line.target in texts and self.is_open(line):
                self._take(line, texts[line.target])
        self._changed()

    def take_back(self) -> None:
        """Take the last typing back."""
        if self._steps:
            self._typed = self._steps.pop()
            self._changed()

    def has_steps(self) -> bool:
        """Return whether something typed can be taken back."""
        return bool(self._steps)

    def _changed(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, TYPED))
        self.edited.emit()

    def faults(self) -> list[str]:
        """Return the targets whose text is no level, from the top."""
        return [one.target for one in self._lines if one.target in self._typed and self._read(one) is None]

    def levels(self) -> dict[str, dict[str, object]]:
        """Return level and sub-reason of what was typed, by target; nothing for an emptied cell."""
        found = {one.target: self._read(one) for one in self._lines if one.target in self._typed}
        return {
            target: {"level": level[0], "sub_reason": level[1]} for target, level in found.items() if level
        }

    def target(self, index: QModelIndex) -> str:
        """Return the target of a row."""
        return self._lines[index.row()].target if index.isValid() else ""

    def index_of(self, target: str) -> QModelIndex:
        """Return the cell to type into of a target."""
        rows = [at for at, one in enumerate(self._lines) if one.target == target]
        return self.index(rows[0], TYPED) if rows else QModelIndex()

    def fault_words(self, target: str) -> str:
        """Return what is wrong with a target's text; empty where nothing is."""
        if self._table is None or target not in self.faults():
            return ""
        names = ", ".join(one.short for one in self._table.levels_of(target))
        return words.ENTRY_FAULT.format(text=self._typed[target], year=self._table.year, levels=names)

    def is_open(self, line: LevelLine) -> bool:
        """Return whether a level can be typed: proposing needs a review (R4-01)."""
        return line.can_be_rated or self._mode == RECOGNISE

    def as_proposed(self) -> dict[str, str]:
        """Return what the cell proposed for each, where nothing is recognised yet."""
        return {
            one.target: self._brief(one, one.proposed.level)
            for one in self._lines
            if one.proposed and not one.recognised
        }

    def _take(self, line: LevelLine, text: str) -> None:
        if text.strip() and text.strip() != self._brief(line, self._stored(line)):
            self._typed[line.target] = text.strip()
        else:
            self._typed.pop(line.target, None)

    def _stored(self, line: LevelLine) -> str:
        record = line.proposed if self._mode == PROPOSE else line.recognised
        return record.level if record else ""

    def _read(self, line: LevelLine) -> Level | None:
        return self._table.read(line.target, self._typed[line.target]) if self._table else None

    def _brief(self, line: LevelLine, code: str) -> str:
        return self._table.brief_name(line.target, code) if self._table else ""

    def _text(self, line: LevelLine, column: int) -> str:
        if column == SHOWN:
            known = line.self_level if self._mode == PROPOSE else line.proposed.level if line.proposed else ""
            return self._brief(line, known)
        if line.target not in self._typed:
            return self._brief(line, self._stored(line))
        level = self._read(line)
        return self._brief(line, level[0]) if level else self._typed[line.target]

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else TYPED + 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and index.column() == TYPED and self.is_open(self._lines[index.row()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        text = self._text(line, index.column())
        if role == CellRole.LOOK:
            return self._look(line, index.column(), text)
        if role == Qt.ItemDataRole.EditRole:
            return self._typed.get(line.target, text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.fault_words(line.target)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.ENTRY_CELL.format(name=line.name or words.CELL, text=text)
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def _look(self, line: LevelLine, column: int, text: str) -> CellLook:
        if column == SHOWN:
            return CellLook(text, None, "carried", to_right=False)
        if not self.is_open(line):
            return CellLook(words.NOT_REVIEWED, None, "carried", to_right=False)
        faulty = line.target in self._typed and self._read(line) is None
        tone = "unsaved" if line.target in self._typed else ""
        return CellLook(text, State.BLOCKED if faulty else None, tone, to_right=False)

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self._lines[index.row()]
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        self.put({line.target: str(value)})
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return (words.ENTRY_SHOWN if section == SHOWN else words.ENTRY_COLUMNS)[self._mode]
        return (self._lines[section].name or words.CELL) if section < len(self._lines) else None
