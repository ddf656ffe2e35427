"""The roll-call of a sitting as a grid: how each one was there, when he came, why he was not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.domain.conferences import Presence
from ui.texts import conference as words
from ui.theme.roles import CellLook, CellRole
from ui.theme.signs import State

_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
PRESENCE, ARRIVED, REASON = 0, 1, 2
FIELDS = ("presence", "arrived_at", "reason")
_SIGNS: Mapping[Presence, State | None] = {
    Presence.PRESENT: State.DONE,
    Presence.LATE: State.PARTLY,
    Presence.EXCUSED: State.NOT_APPLICABLE,
    Presence.UNEXCUSED: State.LACKING,
    Presence.UNKNOWN: None,
}


@dataclass(frozen=True, slots=True)
class RollRow:
    """A member at the sitting; `expected` where he is to be there."""

    uid: str
    name: str
    presence: Presence = Presence.UNKNOWN
    arrived_at: str = ""
    reason: str = ""
    expected: bool = True

    def words(self, column: int) -> str:
        """Return what stands in a column."""
        if column == PRESENCE:
            unknown = words.NOT_CALLED if self.expected else words.NOT_EXPECTED
            return words.PRESENCES[self.presence] or unknown
        return self.arrived_at if column == ARRIVED else self.reason


class RollGrid(QAbstractTableModel):
    """Shows what is stored; what is typed is told and comes back once it is stored."""

    typed = Signal(str, str, str)
    """Uid of the member, field, text."""

    def __init__(self, tip: Callable[[str], str], parent: QObject | None = None) -> None:
        """Make an empty grid; `tip` makes of words what a tooltip shows letter for letter."""
        super().__init__(parent)
        self._tip = tip
        self.shown: Sequence[RollRow] = ()
        self.can_edit = True

    def show_rows(self, rows: Sequence[RollRow]) -> None:
        """Show these members; the cursor stays where the same ones are shown."""
        if [one.uid for one in rows] == [one.uid for one in self.shown]:
            self.shown = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, REASON))
            return
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(FIELDS)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() != PRESENCE and self.can_edit
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.shown[index.row()], index.column()
        said = row.words(column)
        if role == CellRole.LOOK:
            sign = _SIGNS[row.presence] if column == PRESENCE else None
            tone = "carried" if column == PRESENCE and not row.presence else ""
            return CellLook(said, sign, tone, to_right=False)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = words.ROLL_HEADS[column]
            return words.ROLL_SPOKEN.format(name=row.name, column=head, text=said or words.NOTHING)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(said)
        return said if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole} else None

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.shown[index.row()]
        if role != Qt.ItemDataRole.EditRole or str(value) == row.words(index.column()):
            return False
        self.typed.emit(row.uid, FIELDS[index.column()], str(value))
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        heads: tuple[str, ...] = words.ROLL_HEADS
        if orientation == Qt.Orientation.Vertical:
            heads = tuple(one.name for one in self.shown)
        if section >= len(heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(heads[section])
        return heads[section] if role == Qt.ItemDataRole.DisplayRole else None
