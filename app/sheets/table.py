"""A table as any file format yields it: numbered rows of typed cells, nothing evaluated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.errors import Refused

CellKind: TypeAlias = Literal["text", "number", "date", "formula", "error"]

MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_TABLES = 30
MAX_SPANS = 20_000
"""A list merges a few cells of its head, a drawing by cells merges all; those beyond are taken as apart."""


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

    def filled(self) -> list[int]:
        """Return the columns in which something stands."""
        return [column for column, cell in enumerate(self.cells) if cell.text.strip()]


@dataclass(frozen=True, slots=True)
class Span:
    """Cells merged into one, whose words stand in the upper left of them; row numbers, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook, or one table of a text document, whose title is its number from 1."""

    title: str
    rows: tuple[TableRow, ...]
    serial_epoch: str = "1899-12-30"
    """Day 0 of date serials: ``1904-01-01`` in workbooks that come from old Macs."""
    spans: tuple[Span, ...] = ()
    in_document: bool = False

    def column_name(self, column: int) -> str:
        """Return how people find the column counted from 0: Excel's letter, in a document its number."""
        return str(column + 1) if self.in_document else column_letter(column)


@dataclass(frozen=True, slots=True)
class Book:
    """All tables of a file, and whether it leads to other files or addresses, which are never followed."""

    tables: tuple[Table, ...]
    has_links: bool = False


def within_limits(*, rows: int = 0, columns: int = 0) -> None:
    """Refuse a table larger than any list of members: `Refused` L-509 (rows) or L-510 (columns)."""
    if rows > MAX_ROWS:
        raise Refused("L-509", limit=MAX_ROWS)
    if columns > MAX_COLUMNS:
        raise Refused("L-510", limit=MAX_COLUMNS)


def column_letter(column: int) -> str:
    """Return the name that Excel shows for the column counted from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
