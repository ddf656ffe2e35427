"""Puts together what stands in several columns: split names, split dates, birth under Nam or Nữ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.sheets.headers import HeadColumn
from app.sheets.table import TableCell, TableRow

_DATE = ("day", "month", "year")
_SEXES = frozenset({"male", "female"})


@dataclass(frozen=True, slots=True)
class Whole:
    """One fact of a line: the column it is told by, its cell, the sex its column stands for.

    `both` says that it stands under Nam and under Nữ.
    """

    column: int
    cell: TableCell
    sex: str = ""
    both: bool = False


def whole_of(row: TableRow, columns: Sequence[HeadColumn]) -> Whole:
    """Return what a line says in the columns of one field."""
    parts = {one.part for one in columns}
    if parts & _SEXES:
        return _under_sexes(row, columns)
    first = columns[0].column
    if len(columns) == 1:
        return Whole(first, row.cell(first))
    if parts & set(_DATE):
        ordered = sorted(columns, key=lambda one: _DATE.index(one.part) if one.part in _DATE else 0)
        return Whole(first, _joined(row, ordered, "/"))
    return Whole(first, _joined(row, columns, ", " if columns[0].field == "post" else " "))


def _under_sexes(row: TableRow, columns: Sequence[HeadColumn]) -> Whole:
    filled = [one for one in columns if row.cell(one.column).text.strip()]
    if not filled:
        return Whole(columns[0].column, TableCell())
    chosen = filled[0]
    return Whole(chosen.column, row.cell(chosen.column), chosen.part, both=len(filled) > 1)


def _joined(row: TableRow, columns: Sequence[HeadColumn], between: str) -> TableCell:
    cells = [row.cell(one.column) for one in columns]
    odd = [cell.kind for cell in cells if cell.kind in {"formula", "error"}]
    text = between.join(cell.text.strip() for cell in cells if cell.text.strip())
    return TableCell(text, odd[0] if odd else "text")
