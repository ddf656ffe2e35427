"""A filled Excel form as pages: its cells as a table of the model that Word files are read into.

Texts that run on into empty cells do so here; a sheet wider than its paper is made smaller, as when printed
to the width of a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from app.papers.committee.catalogue import page_note
from app.papers.committee.sheet_book import Book, Look, S, area_of, cells_of, letters_for
from app.papers.committee.sheet_form import Table, tables_of
from app.papers.committee.sheet_merges import Area
from app.papers.committee.sheet_values import Values
from app.papers.word_reading.model import (
    Align,
    Bands,
    Edges,
    Para,
    Span,
    WordCell,
    WordReading,
    WordRow,
    WordSection,
    WordTable,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_MM_A_LETTER, _MM_A_CELL, _WIDTH = 1.852, 1.3, 8.43
_MM_A_POINT, _MM_AN_INCH = 0.3528, 25.4
_LINE = 1.2
_ALIGNS: dict[str, Align] = {"center": "center", "centerContinuous": "center", "right": "right"}
_STANDS = {"top": "top", "center": "center", "justify": "top"}
_LANDSCAPE, _PORTRAIT = (297.0, 210.0), (210.0, 297.0)
_LEAST = 0.4
_NAMED_REFS = 6


def read(data: bytes) -> tuple[WordReading, list[str]]:
    """Return the sheets as pages, and sentences on what those do not show."""
    book = Book(data)
    computed = _computed(book)
    tables = [_printed(one) for one in tables_of(book)]
    sections = tuple(_section(one) for one in tables)
    return WordReading(sections or (WordSection(()),)), list(_notes(tables, computed))


def _computed(book: Book) -> set[_Element]:
    """Let cells of simple formulas say what they come to; return those that only Excel can tell."""
    values, left = Values(book), set()
    for index, sheet in enumerate(book.sheets):
        for number, row in sheet.rows().items():
            for column, cell in cells_of(row).items():
                stored = cell.find(f"{S}v")
                if cell.find(f"{S}f") is None or (stored is not None and stored.text):
                    continue
                value = values.of(index, column, number)
                if value is None:
                    left.add(cell)
                    continue
                told = stored if stored is not None else etree.SubElement(cell, f"{S}v")
                told.text = f"{value:.10g}"
    return left


def _notes(tables: list[Table], left: set[_Element]) -> Iterator[str]:
    refs = [
        f"{letters_for(column)}{number}"
        for table in tables
        for number, row in table.cells.items()
        for column, cell in row.items()
        if cell in left
    ]
    if refs:
        shown = ", ".join(refs[:_NAMED_REFS]) + ("\u2026" if len(refs) > _NAMED_REFS else "")
        yield page_note("formulas", cells=shown)
    if any(one.sheet.root.find(f"{S}drawing") is not None for one in tables):
        yield page_note("drawings")
    if any(one.sheet.root.find(f"{S}conditionalFormatting") is not None for one in tables):
        yield page_note("conditions")


def _printed(table: Table) -> Table:
    """Return what of a sheet is printed: its print area where it has one."""
    areas = [
        area
        for one in table.book.workbook.iterfind(f"{S}definedNames/{S}definedName")
        if one.get("name") == "_xlnm.Print_Area" and one.get("localSheetId") == str(table.index)
        if (area := area_of((one.text or "").rpartition("!")[2].replace("$", "")))
    ]
    if not areas:
        return table
    last_row, last_column = min(areas[0].bottom, table.last_row), min(areas[0].right, table.last_column)
    return Table(table.book, table.sheet, table.index, table.cells, last_row, last_column)


def _section(table: Table) -> WordSection:
    setup, margins = table.sheet.root.find(f"{S}pageSetup"), table.sheet.root.find(f"{S}pageMargins")
    landscape = setup is not None and setup.get("orientation") == "landscape"
    width, height = _LANDSCAPE if landscape else _PORTRAIT
    sides = {name: _inches(margins, name) for name in ("left", "right", "top", "bottom")}
    grid = _grid(table, width - sides["left"] - sides["right"])
    return WordSection(
        (grid,),
        width,
        height,
        sides["top"],
        sides["bottom"],
        sides["left"],
        sides["right"],
        header=Bands(),
        footer=Bands(),
    )


def _inches(margins: _Element | None, name: str) -> float:
    try:
        return float(margins.get(name, 0.7)) * _MM_AN_INCH if margins is not None else 0.7 * _MM_AN_INCH
    except ValueError:
        return 0.7 * _MM_AN_INCH


def _grid(table: Table, room: float) -> WordTable:
    own = table.sheet.widths()
    widths = [
        own.get(column, _WIDTH) * _MM_A_LETTER + _MM_A_CELL for column in range(1, table.last_column + 1)
    ]
    scale = max(min(room / sum(widths), 1.0), _LEAST) if widths else 1.0
    rows = tuple(_row(table, number, widths, scale) for number in range(1, table.last_row + 1))
    return WordTable(tuple(one * scale for one in widths), rows, side_mm=0.7 * scale)


def _row(table: Table, number: int, widths: list[float], scale: float) -> WordRow:
    cells: list[tuple[int, WordCell]] = []
    column = 1
    while column <= table.last_column:
        area = table.sheet.merges().at(column, number)
        if area and area.top < number:
            column = area.right + 1
            continue
        across = _across(table, column, number, area, widths)
        cells.append((column - 1, _cell(table, column, number, area, across, scale)))
        column += across
    row = table.sheet.rows().get(number)
    height = float(row.get("ht", 0)) if row is not None else 0.0
    return WordRow(tuple(cells), least_mm=(height or 15.0) * _MM_A_POINT * scale)


def _across(table: Table, column: int, number: int, area: Area | None, widths: list[float]) -> int:
    """Return over how many columns a cell reaches, empty ones that its text runs into among them."""
    if area:
        return min(area.right, table.last_column) - column + 1
    look, text = _look(table, column, number), table.text(column, number)
    if look.wraps or look.edges or look.align in {"right", "center"} or not text:
        return 1
    across, needed = 1, len(text) * _MM_A_LETTER * look.size_pt / 11
    while (
        sum(widths[column - 1 : column - 1 + across]) < needed
        and column + across <= table.last_column
        and not table.text(column + across, number)
        and not table.is_ruled(column + across, number)
        and table.sheet.merges().at(column + across, number) is None
    ):
        across += 1
    return across


def _look(table: Table, column: int, number: int) -> Look:
    return table.book.look(table.cells.get(number, {}).get(column))


def _cell(table: Table, column: int, number: int, area: Area | None, across: int, scale: float) -> WordCell:
    look, text = _look(table, column, number), table.text(column, number)
    down = min(area.bottom, table.last_row) - number + 1 if area else 1
    edges = look.edges
    if area:
        ends = _look(table, area.right, area.bottom).edges
        edges = edges | (ends & {"right", "bottom"})
    size = look.size_pt * scale
    align = _ALIGNS.get(look.align, "left")
    if text and _is_number(table, column, number):
        text = text.replace(".", ",")
        align = align if look.align else "right"
    paras = tuple(
        Para(
            (Span(part, size, look.bold, look.italic, look.underline),) if part else (),
            size,
            size * _LINE,
            align,
        )
        for part in text.split("\n")
    )
    stands = _STANDS.get(look.vertical, "bottom")
    drawn = Edges("top" in edges, "left" in edges, "bottom" in edges, "right" in edges)
    return WordCell(paras, across, max(down, 1), drawn, stands)  # type: ignore[arg-type]  # one of the three


def _is_number(table: Table, column: int, number: int) -> bool:
    cell = table.cells.get(number, {}).get(column)
    return cell is not None and cell.get("t", "n") == "n"
