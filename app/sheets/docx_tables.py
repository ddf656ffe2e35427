"""Reads the tables of a ``.docx`` document; text, pictures, fields and links around them are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from app.sheets.safe_zip import damage_told
from app.sheets.table import (
    MAX_COLUMNS,
    MAX_SPANS,
    MAX_TABLES,
    Span,
    Table,
    TableCell,
    TableRow,
    within_limits,
)
from app.sheets.xlsx import DAMAGE

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOT_IN_CELL = frozenset({f"{_W}tbl", f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}instrText"})
"""Tables in the cell are tables of their own; what was struck out, floats or is computed is not its text."""


def tables_of(data: bytes) -> tuple[Table, ...]:
    """Return the tables of a checked document in their order, tables inside tables too.

    Rows are numbered from 1 in each table. Raises `EnvironmentFailed` L-508 for a damaged document.
    """
    with damage_told(DAMAGE):
        tables = islice(_body(data).iter(f"{_W}tbl"), MAX_TABLES)
        return tuple(_table(number, table) for number, table in enumerate(tables, start=1))


def _body(data: bytes) -> _Element:
    import docx  # noqa: PLC0415  only the child process needs it

    body: Any = docx.Document(BytesIO(data)).element.body
    return body  # type: ignore[no-any-return]  # python-docx's elements are lxml's


class _Grid:
    """The cells of a table in a grid, with those that are merged."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self._open: dict[int, tuple[int, int]] = {}
        """By left column: first row and right column of a cell that goes on downwards."""

    def row(self, number: int, row: _Element) -> list[TableCell]:
        """Return the cells of a row, every one at its column; covered ones are empty."""
        cells: list[TableCell] = []
        cells += [TableCell()] * _number(row, "trPr", "gridBefore", 0)
        going_on: dict[int, tuple[int, int]] = {}
        for cell in _cells(row):
            left, width = len(cells), _number(cell, "tcPr", "gridSpan", 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            continues = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            if continues and left in self._open:
                going_on[left] = self._open.pop(left)
            elif merge is not None:
                going_on[left] = number, left + width - 1
            elif width > 1:
                self.spans.append(Span(number, left, number, left + width - 1))
            cells.append(TableCell() if continues else TableCell(_text(cell)))
            cells += [TableCell()] * (width - 1)
        self.close(number - 1)
        self._open = going_on
        return cells

    def close(self, last: int) -> None:
        """End the cells that do not go on after the row `last`."""
        self.spans += [
            Span(top, left, last, right)
            for left, (top, right) in self._open.items()
            if last > top or right > left
        ]
        self._open = {}


def _table(number: int, table: _Element) -> Table:
    grid = _Grid()
    rows, over = within_limits(_rows(grid, table), in_document=True)
    return Table(str(number), rows, spans=tuple(grid.spans[:MAX_SPANS]), in_document=True, over=over)


def _rows(grid: _Grid, table: _Element) -> Iterator[TableRow]:
    count = 0
    for count, row in enumerate(_own(table, "tr"), start=1):
        cells = grid.row(count, row)
        while cells and not cells[-1].text.strip():
            cells.pop()
        if cells:
            yield TableRow(count, tuple(cells))
    grid.close(count)


def _cells(row: _Element) -> Iterator[_Element]:
    return _own(row, "tc")


def _own(parent: _Element, name: str) -> Iterator[_Element]:
    """Yield the children of this name, also those that Word has put into content controls."""
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _own(child, name)


def _number(element: _Element, group: str, name: str, default: int) -> int:
    found = element.find(f"{_W}{group}/{_W}{name}")
    value = found.get(f"{_W}val", "") if found is not None else ""
    return min(max(int(value), 0), MAX_COLUMNS + 1) if value.isdigit() else default


def _text(cell: _Element) -> str:
    return "\n".join("".join(_words(paragraph)) for paragraph in _paragraphs(cell)).strip()


def _paragraphs(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in _NOT_IN_CELL:
            yield from _paragraphs(child)


def _words(parent: _Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _WORDS:
            yield _WORDS[str(child.tag)]
        elif child.tag not in _NOT_IN_CELL:
            yield from _words(child)
