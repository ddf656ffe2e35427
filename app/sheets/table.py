"""A table as any file format yields it: numbered rows of typed cells, nothing evaluated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

CellKind: TypeAlias = Literal["text", "number", "date", "formula", "error"]

MAX_ROWS = 20_000
MAX_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands in one cell: numbers in plain digits, dates as ``2017-03-02``, formulas unevaluated."""

    text: str = ""
    kind: CellKind = "text"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that is not empty, with its number as the user's own program shows it."""

    number: int
    cells: tuple[TableCell, ...]

    def cell(self, column: int) -> TableCell:
        """Return the cell of the column counted from 0; an empty one beyond the row's end."""
        return self.cells[column] if column < len(self.cells) else TableCell()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook, or one table of a text document."""

    title: str
    rows: tuple[TableRow, ...]
    serial_epoch: str = "1899-12-30"
    """Day 0 of date serials: ``1904-01-01`` in workbooks that come from old Macs."""


def column_letter(column: int) -> str:
    """Return the name that Excel shows for the column counted from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
