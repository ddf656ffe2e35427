"""Reads a plain ``.xlsx`` workbook into tables; formulas, macros and links are never followed."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from app.common.zip_faults import READ_FAULTS
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
_HIDDEN = re.compile(rb"<(?:\w+:)?row\b[^>]{0,400}?\bhidden=[\"'](?:1|true)[\"'][^>]{0,400}")
_ROW_NUMBER = re.compile(rb"\br=[\"'](\d{1,7})[\"']")
_LAST_EXCEL_ROW = 1_048_576
_ODD_KINDS: dict[str, CellKind] = {"f": "formula", "e": "error"}
# What openpyxl and the readers under it raise on files that only look like workbooks (seen by flips).
DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,  # both XML parsers derive their errors from it
    TypeError,
    *READ_FAULTS,
)


def tables_of(data: bytes) -> tuple[Table, ...]:
    """Return the visible sheets of a checked workbook with their rows that are not empty.

    Raises `EnvironmentFailed` L-508 for a damaged workbook.
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
    day_0 = "1904-01-01" if epoch == "1904-01-01" else "1899-12-30"
    return tuple(_table(sheet, day_0) for sheet in sheets[:MAX_TABLES])


def _table(sheet: Any, epoch: str) -> Table:  # noqa: ANN401  the stubs give read-only sheets no type
    rows, over = within_limits(_rows(sheet))
    unread = _unread(sheet)
    return Table(sheet.title, rows, epoch, unread.spans, hidden=unread.hidden, over=over)


class _Unread(NamedTuple):
    """What openpyxl passes over when it reads row by row: merged cells, hidden rows."""

    spans: tuple[Span, ...]
    hidden: frozenset[int]


def _unread(sheet: Any) -> _Unread:  # noqa: ANN401  the stubs give read-only sheets no type
    spans: list[Span] = []
    hidden: set[int] = set()
    for window in _windows(sheet):
        spans += map(_span, islice(_MERGED.finditer(window), MAX_SPANS - len(spans)))
        numbers = (_ROW_NUMBER.search(found[0]) for found in _HIDDEN.finditer(window))
        hidden |= {int(number[1]) for number in numbers if number}
    return _Unread(tuple(spans), frozenset(hidden))


def _windows(sheet: Any) -> Iterator[bytes]:  # noqa: ANN401  the stubs give read-only sheets no type
    """Yield the sheet's own part in pieces that end between two elements."""
    with sheet._get_source() as part:  # noqa: SLF001  the only way to the sheet's own part
        tail = b""
        while chunk := part.read(_CHUNK):
            window = tail + chunk
            cut = window.rfind(b"<")
            window, tail = window[:cut], window[cut:]
            yield window


def _span(found: re.Match[bytes]) -> Span:
    first, _, last = found[1].decode().partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return Span(top, left, bottom, right)


def _place(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]), column - 1


def _rows(sheet: Any) -> Iterator[TableRow]:  # noqa: ANN401  the stubs give read-only sheets no type
    sheet.reset_dimensions()  # what the file says of its own size is not trusted
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number > _LAST_EXCEL_ROW:
            raise ValueError(number)
        row = _trimmed([_cell(cell) for cell in cells])
        if row:
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
