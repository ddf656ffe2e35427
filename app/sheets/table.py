"""A table as any file format yields it: numbered rows of typed cells, nothing evaluated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.errors import Refused

CellKind: TypeAlias = Literal["text", "number", "date", "formula", "error"]

MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_TABLES = 30
MAX_SPANS = 20_000
"""A list merges a few cells of its head, a drawing by cells merges all; those beyond are taken as apart."""


_LOOKED_AT = 100
"""Rows of a table with too many columns that are kept, to tell whether it is the list at all."""


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
    hidden: frozenset[int] = frozenset()
    """Numbers of rows that are hidden or filtered away where the user looks at them."""
    over: Refused | None = None
    """Why the table is larger than any list; the rows are then only its beginning."""
    from_row: int = 0
    """Row that a second list of the same table begins with, 0 for the first."""

    def column_name(self, column: int) -> str:
        """Return how people find the column counted from 0."""
        return column_name(column, in_document=self.in_document)


@dataclass(frozen=True, slots=True)
class Book:
    """All tables of a file, and whether it leads to other files or addresses, which are never followed."""

    tables: tuple[Table, ...]
    has_links: bool = False
    old_font: str = ""
    """The kind of font for which it was typed ("TCVN3", "VNI"); its text here is in Unicode."""


def within_limits(
    rows: Iterable[TableRow], *, in_document: bool = False
) -> tuple[tuple[TableRow, ...], Refused | None]:
    """Return the rows of a table and, where it is larger than any list of members, the refusal of it.

    L-509 (rows) or L-510 (columns). It refuses the file only when the table is the list: a wide sheet of
    attendance beside the list is no hindrance.
    """
    kept: list[TableRow] = []
    over: Refused | None = None
    for row in rows:
        if len(kept) == MAX_ROWS:
            return tuple(kept), Refused("L-509", limit=MAX_ROWS)
        if len(row.cells) > MAX_COLUMNS:
            far = column_name(len(row.cells) - 1, in_document=in_document)
            over = over or Refused("L-510", limit=MAX_COLUMNS, row=row.number, column=far)
            row = TableRow(row.number, row.cells[:MAX_COLUMNS])  # noqa: PLW2901  its beginning stands for it
        kept.append(row)
        if over and len(kept) >= _LOOKED_AT:
            break
    return tuple(kept), over


def column_name(column: int, *, in_document: bool) -> str:
    """Return how people find the column counted from 0: Excel's letter, in a document its number."""
    return str(column + 1) if in_document else column_letter(column)


def column_letter(column: int) -> str:
    """Return the name that Excel shows for the column counted from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
