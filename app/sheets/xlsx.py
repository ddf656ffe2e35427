"""Reads a plain ``.xlsx`` workbook into tables; formulas, macros and links are never followed."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.sheets.safe_zip import check_office_file, damage_told
from app.sheets.table import MAX_COLUMNS, MAX_ROWS, CellKind, Table, TableCell, TableRow

if TYPE_CHECKING:
    from openpyxl import Workbook

MAIN_PART = "xl/workbook.xml"
_LAST_EXCEL_ROW = 1_048_576
_MAX_SHEETS = 30
_ODD_KINDS: dict[str, CellKind] = {"f": "formula", "e": "error"}
# What openpyxl and the readers under it raise on files that only look like workbooks (seen by flips).
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    SyntaxError,  # both XML parsers derive their errors from it
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_workbook(data: bytes) -> tuple[Table, ...]:
    """Return the visible sheets with their rows that are not empty.

    Raises what `check_office_file` raises, and `Refused` L-509 (rows) or L-510 (columns) over the limits,
    `EnvironmentFailed` L-508 for a damaged workbook.
    """
    check_office_file(data, MAIN_PART)
    with damage_told(_DAMAGE), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and validations that we do not read
        return _tables(_opened(data))


def _opened(data: bytes) -> Workbook:
    import openpyxl  # noqa: PLC0415  only the child process needs it

    return openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)


def _tables(book: Workbook) -> tuple[Table, ...]:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    epoch = book.epoch.date().isoformat()
    return tuple(
        Table(sheet.title, tuple(_rows(sheet)), "1904-01-01" if epoch == "1904-01-01" else "1899-12-30")
        for sheet in sheets[:_MAX_SHEETS]
    )


def _rows(sheet: Any) -> Iterator[TableRow]:  # noqa: ANN401  the stubs give read-only sheets no type
    sheet.reset_dimensions()  # what the file says of its own size is not trusted
    found = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number > _LAST_EXCEL_ROW:
            raise ValueError(number)
        row = _trimmed([_cell(cell) for cell in cells])
        if not row:
            continue
        found += 1
        if found > MAX_ROWS:
            raise Refused("L-509", limit=MAX_ROWS)
        if len(row) > MAX_COLUMNS:
            raise Refused("L-510", limit=MAX_COLUMNS)
        yield TableRow(number, tuple(row))


def _trimmed(cells: list[TableCell]) -> list[TableCell]:
    while cells and not cells[-1].text.strip():
        cells.pop()
    return cells


def _cell(cell: Any) -> TableCell:  # noqa: ANN401  the stubs give read-only cells no type
    value = cell.value
    if value is None:
        return TableCell()
    if cell.data_type in _ODD_KINDS:
        return TableCell(str(getattr(value, "text", value)), _ODD_KINDS[cell.data_type])
    if isinstance(value, dt.datetime | dt.date):
        return TableCell(value.strftime("%Y-%m-%d"), "date")
    if isinstance(value, bool):
        return TableCell(str(value).upper())
    if isinstance(value, int | float):
        return TableCell(_plain_digits(value), "number")
    return TableCell(str(value))


def _plain_digits(value: float) -> str:
    """Return a number without exponent: 1.2E+11 → 120000000000, 2017.0 → 2017."""
    return str(int(value)) if float(value).is_integer() else repr(value)
