"""The table of earlier years as a grid: what is stored, and over it what is typed and not saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.common.messages import problem_sentence
from app.services.earlier_changes import CellChange, changes_in
from app.services.earlier_table import EarlierRow, EarlierTable
from app.services.earlier_words import short_text, whole_text
from ui.models.earlier_heads import column_title, subject_name
from ui.texts import earlier as words
from ui.theme.roles import CellLook, CellRole
from ui.theme.signs import State

_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
Cells = Mapping[tuple[str, str], str]
"""Texts by target and column."""
_MOST_STEPS = 100


class EarlierGrid(QAbstractTableModel):
    """Rows of subjects; a cell that differs from the book waits to be saved."""

    edited = Signal()

    def __init__(self, tip: Callable[[str], str], parent: QObject | None = None) -> None:
        """Make an empty grid; `tip` makes of words what a tooltip shows letter for letter."""
        super().__init__(parent)
        self._tip = tip
        self.table = EarlierTable(0, (), ())
        self._typed: dict[tuple[str, str], str] = {}
        self._changes: dict[tuple[str, str], CellChange] = {}
        self._steps: list[dict[tuple[str, str], str]] = []

    def show_table(self, table: EarlierTable, typed: Cells) -> None:
        """Show what is stored, and over it what was typed and not saved."""
        self.beginResetModel()
        self.table = table
        self._typed = dict(typed)
        self._steps.clear()
        self._look_over()
        self.endResetModel()

    def typed(self) -> dict[tuple[str, str], str]:
        """Return the texts that differ from what is stored."""
        return dict(self._typed)

    def edits(self) -> dict[str, dict[str, str]]:
        """Return them by target, as the service wants them."""
        return _by_target(self._typed)

    def faults(self) -> list[tuple[str, str]]:
        """Return the cells that cannot be stored, from the top."""
        places = [(row.target, column) for row in self.table.rows for column in self.table.columns]
        return [place for place in places if (one := self._changes.get(place)) and one.problem]

    def put(self, cells: Cells) -> None:
        """Type into cells, as one step that `take_back` takes back; carried ones stay as they are."""
        self._steps = [*self._steps[-_MOST_STEPS:], dict(self._typed)]
        self._typed.update({place: text for place, text in cells.items() if self.is_open(*place)})
        self._changed()

    def take_back(self) -> bool:
        """Take the last typing back; return whether there was any."""
        if not self._steps:
            return False
        self._typed = self._steps.pop()
        self._changed()
        return True

    def has_steps(self) -> bool:
        """Return whether something typed can be taken back."""
        return bool(self._steps)

    def is_open(self, target: str, column: str) -> bool:
        """Return whether a cell may be typed into."""
        return column not in self.table.row(target).carried

    def place(self, index: _Index) -> tuple[str, str]:
        """Return target and column of a cell."""
        return self.table.rows[index.row()].target, self.table.columns[index.column()]

    def index_of(self, target: str, column: str) -> QModelIndex:
        """Return the cell of a subject; an unknown one is no cell."""
        rows = [row.target for row in self.table.rows]
        if target not in rows or column not in self.table.columns:
            return QModelIndex()
        return self.index(rows.index(target), self.table.columns.index(column))

    def change(self, index: _Index) -> CellChange | None:
        """Return what saving would change in a cell."""
        return self._changes.get(self.place(index))

    def _text(self, index: _Index) -> str:
        """Return what stands in a cell, typed or stored."""
        target, column = self.place(index)
        return self._typed.get((target, column), self._row(index).cells.get(column, ""))

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_open(*self.place(index)) else flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.EditRole:
            return self._text(index)
        if role == CellRole.LOOK:
            return self._look(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return short_text(self._row(index), self.place(index)[1], self._text(index))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.whole(index))
        return self._spoken(index) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def whole(self, index: _Index) -> str:
        """Return a cell's text in full."""
        return whole_text(self._row(index), self.place(index)[1], self._text(index))

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self._text(index):
            return False
        self.put({self.place(index): str(value)})
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            heads = [(self._head(one), column_title(self.table, one)) for one in self.table.columns]
        else:
            heads = [(subject_name(row), subject_name(row)) for row in self.table.rows]
        if section >= len(heads):
            return None
        short, whole = heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(whole)
        texts: dict[int, str] = {
            Qt.ItemDataRole.DisplayRole: short,
            Qt.ItemDataRole.AccessibleTextRole: whole,
        }
        return texts.get(role)

    def _head(self, column: str) -> str:
        return column if column.isdigit() else column_title(self.table, column)

    def _row(self, index: _Index) -> EarlierRow:
        return self.table.rows[index.row()]

    def _look(self, index: _Index) -> CellLook:
        change = self.change(index)
        state = State.BLOCKED if change and change.problem else None
        tone = "unsaved" if change else "" if self.is_open(*self.place(index)) else "carried"
        return CellLook(str(self.data(index)), state, tone, to_right=False)

    def _spoken(self, index: _Index) -> str:
        change = self.change(index)
        said = [str(self.data(index)) or words.NOTHING]
        if change:
            said.append(problem_sentence(change.problem) if change.problem else words.SPOKEN_UNSAVED)
        row, column = self._row(index), self.place(index)[1]
        return words.SPOKEN.format(
            name=subject_name(row), column=column_title(self.table, column), text=", ".join(said)
        )

    def _changed(self) -> None:
        self._look_over()
        if self.table.rows:
            last = self.index(len(self.table.rows) - 1, len(self.table.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.edited.emit()

    def _look_over(self) -> None:
        """Hold what was typed against what is stored; what says the same waits for nothing."""
        found = changes_in(self.table, _by_target(self._typed))
        self._changes = {(one.target, one.column): one for one in found}
        self._typed = {place: text for place, text in self._typed.items() if place in self._changes}


def _by_target(cells: Cells) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for (target, column), text in cells.items():
        found.setdefault(target, {})[column] = text
    return found
