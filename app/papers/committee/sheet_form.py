"""An Excel form as it looks: every sheet with its letters and numbers, and the cells that wait for a pen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.papers.committee.blanks import blanks_of, is_unwritten
from app.papers.committee.model import Box, FormView, Grid, Line, Named, Part, Piece, Row
from app.papers.committee.sheet_book import Book, S, Sheet, cells_of, letters_for, place_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_RULED_BELOW = 60
"""Ruled empty rows that are shown below the last text: forms have them to row 1000."""
_ALIGNS = {"center": "center", "centerContinuous": "center", "right": "right", "justify": "justify"}
_MOST_RULED_COLUMNS = 30


@dataclass(frozen=True)
class Table:
    """The used part of a sheet."""

    book: Book
    sheet: Sheet
    index: int
    cells: Mapping[int, Mapping[int, _Element]]
    last_row: int
    last_column: int

    def text(self, column: int, row: int) -> str:
        """Return what a cell says."""
        cell = self.cells.get(row, {}).get(column)
        return self.book.text(cell) if cell is not None else ""

    def has_formula(self, column: int, row: int) -> bool:
        """Return whether a cell is computed."""
        cell = self.cells.get(row, {}).get(column)
        return cell is not None and cell.find(f"{S}f") is not None

    def is_ruled(self, column: int, row: int) -> bool:
        """Return whether a cell has a line at a side."""
        return bool(self.book.look(self.cells.get(row, {}).get(column)).edges)


def tables_of(book: Book) -> list[Table]:
    """Return the visible sheets that hold anything."""
    found = [_table(book, sheet, index) for index, sheet in enumerate(book.sheets) if not sheet.is_hidden]
    return [one for one in found if one.last_row]


def _table(book: Book, sheet: Sheet, index: int) -> Table:
    cells = {number: cells_of(row) for number, row in sheet.rows().items()}
    texts = [
        (column, number)
        for number, row in cells.items()
        for column, cell in row.items()
        if book.text(cell).strip() or cell.find(f"{S}f") is not None
    ]
    last = max((number for _, number in texts), default=0)
    ruled = [
        (column, number)
        for number, row in cells.items()
        if number <= last + _RULED_BELOW
        for column, cell in row.items()
        if column <= _MOST_RULED_COLUMNS and book.look(cell).edges
    ]
    used = [*texts, *(ruled if texts else ())]
    last_column = max((column for column, _ in used), default=0)
    return Table(book, sheet, index, cells, max((row for _, row in used), default=0), last_column)


def view(book: Book) -> FormView:
    """Return the form as it looks."""
    return FormView("xlsx", tuple(Part(one.sheet.name, (_grid(one),)) for one in tables_of(book)))


def named_places(book: Book) -> tuple[Named, ...]:
    """Return the places to which the form gives names: words in braces, cells with names of their own."""
    found: list[Named] = []
    for table in tables_of(book):
        for row in range(1, table.last_row + 1):
            for column in range(1, table.last_column + 1):
                found += [Named(one.at, one.name) for one in _pieces(table, column, row) if one.name]
    return (*found, *_named_cells(book))


def _named_cells(book: Book) -> Iterator[Named]:
    tables = {table.sheet.name: table for table in tables_of(book)}
    for one in book.workbook.iterfind(f"{S}definedNames/{S}definedName"):
        name, target = str(one.get("name", "")), (one.text or "").replace("$", "")
        sheet, _, ref = target.rpartition("!")
        table = tables.get(sheet.strip("'").replace("''", "'"))
        if table and not name.startswith("_xlnm") and ref.isalnum():
            text = next((t for _, _, t in _cells_at(table, ref)), None)
            if text is not None:
                yield Named(f"{table.index}/{ref}/0-{len(text)}", name)


def _cells_at(table: Table, ref: str) -> Iterator[tuple[int, int, str]]:
    column, row = place_of(ref) or (0, 0)
    is_there = 1 <= row <= table.last_row and 1 <= column <= table.last_column
    if is_there and not table.has_formula(column, row):
        yield column, row, table.text(column, row)


def _grid(table: Table) -> Grid:
    widths = table.sheet.widths()
    shares = [3.0, *(widths.get(column, 8.43) or 1.0 for column in range(1, table.last_column + 1))]
    letters = [_head(""), *(_head(letters_for(column)) for column in range(1, table.last_column + 1))]
    spares = _spares(table)
    rows = (_row(table, number, spares[number]) for number in range(1, table.last_row + 1))
    return Grid((Row("", tuple(letters)), *rows), tuple(shares), is_sheet=True)


def _head(text: str) -> Box:
    return Box((Line("", (Piece(text),), "center"),))


def _row(table: Table, number: int, spare: int) -> Row:
    boxes = [_head(str(number))]
    column = 1
    while column <= table.last_column:
        box = _box(table, column, number)
        boxes.append(box)
        column += box.across
    return Row(f"{table.index}/row/{number}", tuple(boxes), spare)


def _box(table: Table, column: int, row: int) -> Box:
    area = table.sheet.merges().at(column, row)
    across = min(area.right, table.last_column) - column + 1 if area else 1
    if area and (area.top < row or area.left < column):
        return Box((), max(across, 1), 0)
    down = min(area.bottom, table.last_row) - row + 1 if area else 1
    look = table.book.look(table.cells.get(row, {}).get(column))
    align = _ALIGNS.get(look.align, "left")
    line = Line(f"{table.index}/{letters_for(column)}{row}", tuple(_pieces(table, column, row)), align)
    return Box((line,), max(across, 1), max(down, 1))


def _pieces(table: Table, column: int, row: int) -> Iterator[Piece]:
    area = table.sheet.merges().at(column, row)
    if area and (area.left, area.top) != (column, row):
        return
    at, text = f"{table.index}/{letters_for(column)}{row}", table.text(column, row)
    look = table.book.look(table.cells.get(row, {}).get(column))
    face = (look.bold, look.italic, look.underline)
    if table.has_formula(column, row):
        formula = table.cells[row][column].find(f"{S}f")
        yield Piece(f"={formula.text or text}" if formula is not None else text, "", "", *face)
        return
    if is_unwritten(text):
        yield Piece(text, f"{at}/0-{len(text)}", "", *face, quiet=_is_quiet(table, column, row, text))
        return
    done = 0
    for place in blanks_of(text):
        if place.start == place.end:
            continue  # what follows a colon is written into the next cell
        yield Piece(text[done : place.start], "", "", *face)
        yield Piece(text[place.start : place.end], f"{at}/{place.start}-{place.end}", place.name)
        done = place.end
    yield Piece(text[done:], "", "", *face)


def _is_quiet(table: Table, column: int, row: int, text: str) -> bool:
    """Return whether an empty cell is nothing one would look for: without lines, and behind no label."""
    before = table.text(column - 1, row).rstrip() if column > 1 else ""
    return not (text.strip() or table.is_ruled(column, row) or before.endswith(":"))


def spare_below(table: Table, row: int) -> int:
    """Return how many rows below one are ruled like it and still empty."""
    own, count = _shape(table, row), 0
    for below in range(row + 1, table.last_row + 1 if own[0] else 0):
        if _shape(table, below) != own or not _is_empty(table, own, below):
            break
        count += 1
    return count


def _spares(table: Table) -> dict[int, int]:
    """Return the same for every row of a sheet, each looked at once."""
    shapes = {row: _shape(table, row) for row in range(1, table.last_row + 1)}
    found: dict[int, int] = {}
    for row in range(table.last_row, 0, -1):
        goes_on = (
            shapes[row][0] and shapes[row] == shapes.get(row + 1) and _is_empty(table, shapes[row], row + 1)
        )
        found[row] = found[row + 1] + 1 if goes_on else 0
    return found


_Shape = tuple[list[int], list[int], list[tuple[int, int, int]]]


def _shape(table: Table, row: int) -> _Shape:
    """Return what rows have in common that can stand for each other: lines, formulas, merged cells."""
    columns = range(1, table.last_column + 1)
    ruled = [column for column in columns if table.is_ruled(column, row)]
    computed = [column for column in columns if table.has_formula(column, row)]
    return ruled, computed, _spans(table, row)


def _is_empty(table: Table, shape: _Shape, below: int) -> bool:
    written = (column for column in range(1, table.last_column + 1) if column not in shape[1])
    return all(is_unwritten(table.text(column, below)) for column in written)


def _spans(table: Table, row: int) -> list[tuple[int, int, int]]:
    """Return the merged cells of a row, each with how far down it reaches from there."""
    return sorted((one.left, one.right, one.bottom - one.top) for one in table.sheet.merges().of_row(row))
