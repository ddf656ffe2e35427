"""Reads a plain ``.xlsx`` workbook into tables; formulas, macros and links are never followed."""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from app.sheets.safe_zip import damage_told
from app.sheets.table import (
    MAX_SPANS,
    MAX_TABLES,
    CellKind,
    Span,
    Table,
    TableCell,
    TableRow,
    within_limits,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

MAIN_PART = "xl/workbook.xml"
_CHUNK = 1 << 20
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]{0,200}?\bref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})[\"']"
)
_LAST_EXCEL_ROW = 1_048_576
_ODD_KINDS: dict[str, CellKind] = {"f": "formula", "e": "error"}
# What openpyxl and the readers under it raise on files that only look like workbooks (seen by flips).
DAMAGE = (
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


def tables_of(data: bytes) -> tuple[Table, ...]:
    """Return the visible sheets of a checked workbook with their rows that are not empty.

    Raises `Refused` L-509 (rows) or L-510 (columns) over the limits, `EnvironmentFailed` L-508 for a damaged
    workbook.
    """
    with damage_told(DAMAGE), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and validations that we do not read
        return _tables(_opened(data))


def _opened(data: bytes) -> Workbook:
    import openpyxl  # noqa: PLC0415  only the child process needs it

    return openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)


def _tables(book: Workbook) -> tuple[Table, ...]:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    epoch = book.epoch.date().isoformat()
    return tuple(
        Table(
            sheet.title,
            tuple(_rows(sheet)),
            "1904-01-01" if epoch == "1904-01-01" else "1899-12-30",
            tuple(islice(_spans(sheet), MAX_SPANS)),
        )
        for sheet in sheets[:MAX_TABLES]
    )


def _spans(sheet: Any) -> Iterator[Span]:  # noqa: ANN401  the stubs give read-only sheets no type
    """Yield the merged cells, which openpyxl passes over when it reads row by row."""
    with sheet._get_source() as part:  # noqa: SLF001  the only way to the sheet's own part
        tail = b""
        while chunk := part.read(_CHUNK):
            window = tail + chunk
            cut = window.rfind(b"<")
            window, tail = window[:cut], window[cut:]
            for found in _MERGED.finditer(window):
                first, _, last = found[1].decode().partition(":")
                (top, left), (bottom, right) = _place(first), _place(last or first)
                yield Span(top, left, bottom, right)


def _place(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]), column - 1


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
        within_limits(rows=found, columns=len(row))
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
