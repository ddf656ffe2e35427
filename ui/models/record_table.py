"""Lists as data: one model for every list of records, with filter and sort inside.

A list screen is a tuple of `Column`; there is no model class per list. The searched text is folded once, when
the records come in, so that a key pressed at 10,000 rows costs one pass over ready strings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.common.finding import Prepared, Query, prepared
from app.common.text import text_key
from app.domain.listing import Value
from ui.theme.roles import CellLook, CellRole
from ui.theme.signs import State

R = TypeVar("R")
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_ARROWS = {False: "  ↓", True: "  ↑"}


@dataclass(frozen=True)  # no slots: a frozen generic with slots cannot be made as Column[R](...) on 3.11
class Column(Generic[R]):
    """One column: what it says of a record, how it sorts, how wide it is at font size 14.

    Without `sort` it sorts by its words in Vietnamese order.
    """

    key: str
    title: str
    text: Callable[[R], str]
    width: int = 120
    sort: Callable[[R], Any] | None = None
    state: Callable[[R], State | None] | None = None
    tone: Callable[[R], str] | None = None
    searched: bool = False
    to_right: bool = False
    value: Callable[[R], Value] | None = None
    """What stands in a sheet where that is more than words: a number, a whole date."""
    covered: Callable[[R], str] | None = None
    """What it says while sensitive numbers are not shown."""
    grouped: bool = False
    """Sorted by this column, the first row of those that say the same stands out."""
    read: Callable[[R], str] | None = None
    """What a screen reader says of the whole record, where the row is drawn in another way."""
    optional: bool = False
    """Not shown until it is chosen."""
    roomy: int = 0
    """How wide it becomes at most where there is room to spare, as long as nobody dragged it."""
    spoken: str = ""
    """How a sentence calls it ("xếp theo tên"); without it the title in small letters."""

    @property
    def name(self) -> str:
        """Return how a sentence calls the column."""
        return self.spoken or self.title[:1].lower() + self.title[1:]


class RecordTable(QAbstractTableModel, Generic[R]):
    """Records in rows, filtered by typed words and a condition, sorted by one column."""

    def __init__(
        self, columns: Sequence[Column[R]], identity: Callable[[R], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity = identity
        self._records: list[R] = []
        self._folded: list[str] = []
        self._texts: list[Prepared] = []
        self._place: dict[str, int] = {}
        self._order: list[int] = []
        self._kept: list[int] = []
        self._rows: list[int] = []
        self.query = Query("")
        """What the rows are filtered by."""
        self._condition: Callable[[R], bool] | None = None
        self._sorted_by = 0
        self._descending = False
        self.order = (self.columns[0].key, False)
        """Key of the column the rows are sorted by, and whether from the end."""
        self.keeps_place = False
        """While records are read again: who goes away leaves his place to the next."""
        self.uncovered = False
        """Whether sensitive numbers are shown."""

    def set_records(self, records: Iterable[R]) -> None:
        """Show `records` under the filter and order that are chosen now."""
        self.keeps_place = True
        self.beginResetModel()
        self._records = list(records)
        searched = [column.text for column in self.columns if column.searched]
        self._texts = [prepared("\n".join(text(r) for text in searched)) for r in self._records]
        self._folded = [text.folded for text in self._texts]
        self._place = {self._identity(record): at for at, record in enumerate(self._records)}
        self._sort()
        self._keep()
        self._filter()
        self.endResetModel()
        self.keeps_place = False

    def uncover(self, uncovered: bool) -> None:  # noqa: FBT001  the one question
        """Show sensitive numbers, or cover them again."""
        self.uncovered = uncovered
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def words(self, record: R, column: Column[R]) -> str:
        """Return what a column says of a record now."""
        if column.covered and not self.uncovered:
            return column.covered(record)
        return column.text(record)

    def count(self, condition: Callable[[R], bool], typed: str = "") -> int:
        """Return how many records meet a condition and hold the typed words, whatever is shown."""
        met = [at for at, record in enumerate(self._records) if condition(record)]
        return len(Query(typed).keep(met, self._texts, self._folded))

    def set_query(self, typed: str) -> None:
        """Keep the rows in which every typed word occurs, anywhere (`app.common.finding`)."""
        query = Query(typed)
        narrower = query.narrows(self.query)
        self.query = query
        self.beginResetModel()
        self._filter(narrower=narrower)
        self.endResetModel()

    def set_condition(self, condition: Callable[[R], bool] | None) -> None:
        """Keep the rows that meet `condition` (the pressed chip)."""
        self._condition = condition
        self.beginResetModel()
        self._keep()
        self._filter()
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """Sort by a column; the same column again turns the order round."""
        self.set_order(self.columns[column].key, turned=column == self._sorted_by and not self._descending)

    def set_order(self, key: str, *, turned: bool) -> None:
        """Sort by the column with this key, from the end if `turned`; an unknown key changes nothing."""
        keys = [column.key for column in self.columns]
        if key not in keys:
            return
        self.beginResetModel()
        self._sorted_by, self._descending = keys.index(key), turned
        self.order = (key, turned)
        self._sort()
        self._keep()
        self._filter()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def record(self, row: int) -> R:
        """Return the record of a shown row."""
        return self._records[self._rows[row]]

    def shown(self) -> list[R]:
        """Return the records as shown: filtered, in order."""
        return [self._records[at] for at in self._rows]

    def row_of(self, identity: str) -> int:
        """Return the row of the record with this identity, or -1."""
        at = self._place.get(identity, -1)
        return self._rows.index(at) if at >= 0 and at in self._rows else -1

    def identity(self, row: int) -> str:
        """Return the identity of the record of a shown row."""
        return self._identity(self.record(row))

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record, column = self.record(index.row()), self.columns[index.column()]
        if role == CellRole.LOOK:
            return self._painted(index.row(), column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column.read:
            return column.read(record)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(record, column)
        return self._look_of(record, column, role)

    def _look_of(self, record: R, column: Column[R], role: int) -> object:
        if role == CellRole.STATE:
            return column.state(record) if column.state else None
        if role == CellRole.TONE:
            return column.tone(record) if column.tone else ""
        if role == CellRole.RECORD:
            return record
        if role == CellRole.SORT:
            return column.sort(record) if column.sort else text_key(column.text(record))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.to_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = _ARROWS[self._descending] if section == self._sorted_by else ""
            return self.columns[section].title + arrow
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.columns[section].title
        return None

    def _sort(self) -> None:
        column = self.columns[self._sorted_by]
        key = column.sort or (lambda record: text_key(column.text(record)))
        keys = [key(record) for record in self._records]
        # What is unknown stands last, whichever way the rest is turned.
        known = [at for at, value in enumerate(keys) if value not in {None, ""}]
        unknown = [at for at, value in enumerate(keys) if value in {None, ""}]
        known.sort(key=keys.__getitem__, reverse=self._descending)
        self._order = known + unknown

    def _keep(self) -> None:
        """Keep the rows of the pressed chip, once for all keys that follow."""
        condition, records = self._condition, self._records
        self._kept = [at for at in self._order if condition is None or condition(records[at])]

    def _filter(self, *, narrower: bool = False) -> None:
        rows = self._rows if narrower else self._kept
        self._rows = list(self.query.keep(rows, self._texts, self._folded))

    def _painted(self, row: int, column: Column[R]) -> CellLook:
        record = self.record(row)
        words = self.words(record, column)
        state = column.state(record) if column.state else None
        tone = column.tone(record) if column.tone else ""
        if column.grouped and self._repeats(row, column):
            tone = "soft"
        hits = self.query.hits(words) if self.query and column.searched else []
        return CellLook(words, state, tone, column.to_right, tuple(hits))

    def _repeats(self, row: int, column: Column[R]) -> bool:
        """Return whether the rows are grouped by the column and this one is not the first of its group."""
        if column.key != self.order[0] or row == 0:
            return False
        return self.words(self.record(row - 1), column) == self.words(self.record(row), column)
