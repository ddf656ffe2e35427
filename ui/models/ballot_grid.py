"""A tally as a grid: votes by level for each one voted on, lines left out, and their sum checked."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from ui.texts import conference as words
from ui.theme.roles import CellLook, CellRole
from ui.theme.signs import State

_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_LINE = 10
"""Letters in a line of a head: the numbers below are short, and the sums must stay in sight beside them."""
BLANK, SUM = "blank", "sum"
Cells = Mapping[tuple[str, str], str]
"""Texts by target and level."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Whom the vote is on as (target, name), and the levels as (code, short words, whole words)."""

    rows: Sequence[tuple[str, str]] = ()
    levels: Sequence[tuple[str, str, str]] = ()


class BallotGrid(QAbstractTableModel):
    """Totals only: nothing here joins a voter and a vote."""

    edited = Signal()

    def __init__(self, tip: Callable[[str], str], parent: QObject | None = None) -> None:
        """Make an empty grid; `tip` makes of words what a tooltip shows letter for letter."""
        super().__init__(parent)
        self._tip = tip
        self._tally = Tally()
        self._cells: dict[tuple[str, str], str] = {}
        self._valid = 0
        self.can_edit = True

    def show_tally(self, tally: Tally, cells: Cells) -> None:
        """Show a tally and what stands in it."""
        self.beginResetModel()
        self._tally, self._cells = tally, dict(cells)
        self.endResetModel()

    def check_against(self, valid: int) -> None:
        """Hold each sum against the number of valid ballots."""
        self._valid = valid
        self._told()

    def cells(self) -> dict[tuple[str, str], str]:
        """Return what stands in the grid."""
        return {place: text for place, text in self._cells.items() if text.strip()}

    def lines(self) -> list[dict[str, object]]:
        """Return the lines as they are stored; rows in which nothing stands are none."""
        found: list[dict[str, object]] = []
        for target, _name in self._tally.rows:
            own = {level: text for (of, level), text in self.cells().items() if of == target}
            if own:
                votes = {level: text for level, text in own.items() if level != BLANK}
                found.append({"target": target, "votes": votes, "blank": own.get(BLANK, "0")})
        return found

    def faulty(self) -> list[str]:
        """Return the names of the lines that do not add up to the valid ballots."""
        typed = {target for target, _level in self.cells()}
        return [
            name for target, name in self._tally.rows if target in typed and self._sum(target) != self._valid
        ]

    def head_lines(self, column: int) -> list[str]:
        """Return the head of a column in short lines."""
        parts = self._head(column)[0].replace(", ", ",\n").split("\n")
        return [line for part in parts for line in textwrap.wrap(part, _LINE)]

    def place(self, index: _Index) -> tuple[str, str]:
        """Return target and level of a cell."""
        return self._tally.rows[index.row()][0], self.columns()[index.column()]

    def columns(self) -> list[str]:
        """Return the codes of the columns."""
        return [*(code for code, _short, _name in self._tally.levels), BLANK, SUM]

    def put(self, cells: Cells) -> None:
        """Type into cells."""
        self._cells.update({place: text.strip() for place, text in cells.items()})
        self._told()
        self.edited.emit()

    def _sum(self, target: str) -> int | None:
        own = [text for (of, _level), text in self.cells().items() if of == target]
        return sum(map(int, own)) if all(text.isdecimal() for text in own) else None

    def _told(self) -> None:
        if self._tally.rows:
            last = self.index(len(self._tally.rows) - 1, len(self.columns()) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._tally.rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns())

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_open = self.can_edit and self.place(index)[1] != SUM
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        target, level = self.place(index)
        said = self._sum_words(target) if level == SUM else self._cells.get((target, level), "")
        if role == CellRole.LOOK:
            return CellLook(
                said, self._state(target, level), "carried" if level == SUM else "", to_right=False
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name, head = self._tally.rows[index.row()][1], self._head(index.column())[1]
            return words.ROLL_SPOKEN.format(name=name, column=head, text=said or words.NOTHING)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(said)
        return said if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole} else None

    def _state(self, target: str, level: str) -> State | None:
        if level == SUM:
            wrong = any(of == target for of, _level in self.cells()) and self._sum(target) != self._valid
            return State.BLOCKED if wrong else None
        text = self._cells.get((target, level), "")
        return State.BLOCKED if text and not text.isdecimal() else None

    def _sum_words(self, target: str) -> str:
        if all(of != target for of, _level in self.cells()):
            return ""
        total = self._sum(target)
        said = words.VOTE_SUM_RIGHT if total == self._valid else words.VOTE_SUM_WRONG
        return said.format(sum="?" if total is None else total, valid=self._valid)

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        self.put({self.place(index): str(value)})
        return True

    def _head(self, column: int) -> tuple[str, str]:
        levels = [(short, name) for _code, short, name in self._tally.levels]
        return [*levels, (words.VOTE_BLANK, words.VOTE_BLANK), (words.VOTE_SUM, words.VOTE_SUM)][column]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_row = orientation == Qt.Orientation.Vertical
        if section >= (len(self._tally.rows) if is_row else len(self.columns())):
            return None
        name = self._tally.rows[section][1] if is_row else ""
        whole = name if is_row else self._head(section)[1]
        short = name if is_row else "\n".join(self.head_lines(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(whole)
        return short if role == Qt.ItemDataRole.DisplayRole else None
