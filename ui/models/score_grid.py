"""A score sheet as a grid: criteria by groups, points or grade of each, and why less than the most."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.common.messages import decimal
from app.services.score_forms import ScoreRow
from ui.models.score_cells import GIVEN, MOST, REASON, TEXT, ScoreCells
from ui.texts import scores as words
from ui.theme.roles import CellLook, CellRole
from ui.theme.signs import State

_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_MOST_STEPS = 100
_POINTS = {TEXT: words.CRITERION, MOST: words.MOST, GIVEN: words.POINTS, REASON: words.REASON}
_GRADES = {**_POINTS, GIVEN: words.GRADE, REASON: words.REASON_OF_GRADE}


class ScoreGrid(QAbstractTableModel):
    """What was given is typed; the heads of groups are sums and are only read."""

    edited = Signal()

    def __init__(self, tip: Callable[[str], str], parent: QObject | None = None) -> None:
        """Make an empty grid; `tip` makes of words what a tooltip shows letter for letter."""
        super().__init__(parent)
        self._tip = tip
        self.sheet = ScoreCells()
        self._steps: list[dict[tuple[str, int], str]] = []
        self.can_edit = True

    def show_sheet(self, sheet: ScoreCells) -> None:
        """Show the criteria of a subject and what stands in them."""
        self.beginResetModel()
        self.sheet = sheet
        self._steps.clear()
        self.endResetModel()

    def put(self, cells: Mapping[tuple[str, int], str]) -> None:
        """Type into cells, as one step."""
        self._steps = [*self._steps[-_MOST_STEPS:], dict(self.sheet.texts)]
        self.sheet.take(cells)
        self._changed()

    def take_back(self) -> None:
        """Take the last typing back."""
        if self._steps:
            self.sheet.texts = self._steps.pop()
            self._changed()

    def has_steps(self) -> bool:
        """Return whether something typed can be taken back."""
        return bool(self._steps)

    def row(self, index: _Index) -> ScoreRow | None:
        """Return the criterion or head of a row."""
        rows = self.sheet.form.rows
        return rows[index.row()] if index.isValid() and index.row() < len(rows) else None

    def index_of(self, code: str) -> QModelIndex:
        """Return the cell to type into of a criterion; the first one where there is no such criterion."""
        rows = self.sheet.form.rows
        found = [at for at, one in enumerate(rows) if one.code == code]
        at = next(iter(found or [at for at, one in enumerate(rows) if not one.parts]), -1)
        return self.index(at, GIVEN) if at >= 0 else QModelIndex()

    def _changed(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, REASON))
        self.edited.emit()

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.sheet.form.rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else REASON + 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.row(index)
        is_open = self.can_edit and row is not None and not row.parts and index.column() >= GIVEN
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        said = self._said(row, index.column())
        if role == CellRole.LOOK:
            return self._look(row, index.column(), said)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.CELL.format(text=row.text, column=self._head(index.column()), said=said)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(said) or None
        return said if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole} else None

    def _said(self, row: ScoreRow, column: int) -> str:
        if column == TEXT:
            return row.text
        if column == MOST:
            return decimal(row.most) if row.most is not None else ""
        if row.parts and (self.sheet.form.grades or column == REASON):
            return ""
        return decimal(self.sheet.sum_of(row)) if row.parts else self.sheet.text(row.code, column)

    def _look(self, row: ScoreRow, column: int, said: str) -> CellLook:
        tone = "carried" if row.parts or column < GIVEN else ""
        state = None
        if column == GIVEN and row.code in self.sheet.faults():
            state = State.BLOCKED
        elif column == GIVEN and any(one is row for one, _got in self.sheet.over()):
            state = State.LACKING
        return CellLook(said, state, tone, to_right=False)

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        if role != Qt.ItemDataRole.EditRole or row is None or str(value) == self.data(index):
            return False
        self.put({(row.code, index.column()): str(value)})
        return True

    def _head(self, column: int) -> str:
        return (_GRADES if self.sheet.form.grades else _POINTS)[column]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._head(section)
        return self.sheet.form.rows[section].place if section < self.rowCount() else None
