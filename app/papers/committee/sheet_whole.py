"""Whether an Excel form is whole: Excel would open what is checked here only after repairing it.

What a reader passes over in such a file (a cell without a place, a text that is not there) would be missing
in what is filled, and nobody would be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.papers.committee.sheet_book import Book, S, Sheet, area_of, cells_of, place_of
from app.papers.committee.sheet_merges import Area

if TYPE_CHECKING:
    from lxml.etree import _Element

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_COMPARED = 200
"""Columns in which merged cells are compared; a form that can be marked has fewer."""


class NotWhole(ValueError):
    """The file is damaged; reading turns it into the sentence of L-508."""


def check_whole(book: Book) -> None:
    """Check every sheet, hidden ones too; raises `NotWhole`."""
    for sheet in book.sheets:
        if sheet.root.tag != f"{S}worksheet":
            raise NotWhole(sheet.part)
        _check_rows(sheet)
        _check_merges(sheet)
        for cell in sheet.root.iter(f"{S}c"):
            _check_cell(book, cell)


def _check_rows(sheet: Sheet) -> None:
    """Rows and cells stand where they say, each once, in their order."""
    before = 0
    for row in sheet.root.iterfind(f"{S}sheetData/{S}row"):
        number = int(row.get("r", before + 1))
        if not before < number <= _LAST_ROW:
            raise NotWhole(sheet.part)
        float(row.get("ht", 0))
        columns = list(_columns(row, number))
        if (
            columns != sorted(set(columns))
            or columns[-1:] > [_LAST_COLUMN]
            or len(cells_of(row)) != len(columns)
        ):
            raise NotWhole(sheet.part)
        before = number


def _columns(row: _Element, number: int) -> Iterator[int]:
    column = 0
    for cell in row.iterfind(f"{S}c"):
        ref = cell.get("r")
        place = place_of(ref) if ref is not None else (column + 1, number)
        if place is None or place[1] != number:
            raise NotWhole(str(ref))
        column = place[0]
        yield column


def _check_merges(sheet: Sheet) -> None:
    """Merged cells are rectangles of which none lies over another."""
    areas: list[Area] = []
    for one in sheet.root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        area = area_of(str(one.get("ref", "")))
        if area is None or area.left > area.right or area.top > area.bottom:
            raise NotWhole(sheet.part)
        areas.append(area)
    reaches: dict[int, int] = {}
    """The last row that is merged so far, by column."""
    for area in sorted(areas, key=lambda one: one.top):
        for column in range(area.left, min(area.right, _COMPARED) + 1):
            if reaches.get(column, 0) >= area.top:
                raise NotWhole(sheet.part)
            reaches[column] = area.bottom


def _check_cell(book: Book, cell: _Element) -> None:
    """A cell has a look that the file knows, and a text that is there."""
    look, value = int(cell.get("s", 0)), cell.find(f"{S}v")
    if look and not 0 <= look < book.look_count:
        raise NotWhole(str(cell.get("r")))
    if cell.get("t") == "s" and value is not None and not 0 <= int(value.text or -1) < len(book.strings):
        raise NotWhole(str(cell.get("r")))
