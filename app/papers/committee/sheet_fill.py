"""An Excel form filled in: values in their cells, rows repeated, formulas for Excel to compute anew."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from app.papers.committee.blanks import fitted, is_unwritten
from app.papers.committee.catalogue import is_number
from app.papers.committee.matching import KEEP
from app.papers.committee.model import Marks, line_of, span_of
from app.papers.committee.sheet_book import (
    WORKBOOK,
    Book,
    S,
    Sheet,
    cells_of,
    letters_for,
    place_of,
    ref_of,
)
from app.papers.committee.sheet_finish import Filling, finished
from app.papers.committee.sheet_form import spare_below, tables_of
from app.papers.committee.sheet_heights import Heights
from app.papers.committee.sheet_merges import Area
from app.papers.committee.sheet_refs import Inserted, translated
from app.papers.committee.sheet_rows import insert, merges_of_row
from app.papers.committee.sheet_text import empty, put_number, put_text
from app.papers.committee.word_fill import UNKNOWN
from app.papers.committee.word_text import Written

if TYPE_CHECKING:
    from lxml.etree import _Element

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """A mark taken apart: sheet, cell, letters, field."""

    sheet: int
    column: int
    row: int
    start: int
    end: int
    field: str


def fill(data: bytes, marks: Marks, values: Values, rows: Sequence[Values], band: str = "") -> bytes:
    """Return the form with `values` in their cells, a repeated row for each of `rows`, `band` at the foot.

    Raises `Refused` L-336 where rows have to be put in and something in the sheet cannot follow.
    """
    book = Book(data)
    work = Filling(book, values, rows, Heights(book))
    places = [_place(at, key) for at, key in marks.places.items() if key != KEEP]
    repeated = sorted((_row(at) for at in marks.rows), key=lambda one: -one[1])
    in_rows = [one for one in places if (one.sheet, one.row) in repeated]
    # Before rows are put in, so that what is written moves along; the lowest row first.
    for cell in _by_cell(one for one in places if one not in in_rows):
        _write(work, cell, values)
    for index, number in repeated:
        _repeat(work, index, number, [one for one in in_rows if (one.sheet, one.row) == (index, number)])
    return finished(data, work, band)


def _place(at: str, key: str) -> Place:
    index, _, ref = line_of(at).partition("/")
    column, row = place_of(ref) or (1, 1)
    return Place(int(index), column, row, *span_of(at), key)


def _row(at: str) -> tuple[int, int]:
    index, _, number = at.partition("/row/")
    return int(index), int(number)


def _by_cell(places: Iterable[Place]) -> list[list[Place]]:
    found: dict[tuple[int, int, int], list[Place]] = {}
    for one in places:
        found.setdefault((one.sheet, one.row, one.column), []).append(one)
    return list(found.values())


# Cells --------------------------------------------------------------------------------------------------


def _write(work: Filling, places: Sequence[Place], values: Values, row: int = 0) -> None:
    """Write what the places of one cell say into it, or into the same cell of another row."""
    sheet = work.book.sheets[places[0].sheet]
    column, number = places[0].column, row or places[0].row
    cell = cell_at(sheet, column, number)
    present, text = work.book.text_element(cell), work.book.text(cell)
    only = places[0] if len(places) == 1 and (places[0].start, places[0].end) == (0, len(text)) else None
    said = values.get(places[0].field, "").strip()
    look = work.book.look(cell)
    if only and is_number(only.field) and not look.is_text and put_number(cell, said):
        work.changed.add(sheet.part)
        return
    pieces = [piece for one in places if (piece := _piece(text, one, values))]
    if not pieces:
        return
    put_text(cell, _as_text(present, text), pieces)
    work.heights.fit(sheet, cell, column, number)
    work.changed.add(sheet.part)


def _as_text(present: _Element | None, text: str) -> _Element:
    if present is not None:
        return present
    made = etree.Element(f"{S}si")
    etree.SubElement(made, f"{S}t").text = text
    return made


def _piece(text: str, place: Place, values: Values) -> Written | None:
    said = "\n".join(part.strip() for part in values.get(place.field, "").split("\n") if part.strip())
    shown = text[place.start : place.end]
    if not said:
        is_name = any(sign in shown for sign in "{}\u00ab\u00bb")
        return Written(place.start, place.end, UNKNOWN) if is_name else None
    before, after = text[: place.start], text[place.end :]
    told = said if not after.strip() else " ".join(said.split("\n"))
    return Written(place.start, place.end, fitted(told, before, after))


def cell_at(sheet: Sheet, column: int, number: int) -> _Element:
    """Return a cell of a sheet, made where it is not there yet."""
    rows = sheet.rows()
    row = rows.get(number)
    if row is None:
        data = sheet.root.find(f"{S}sheetData")
        row = etree.Element(f"{S}row", r=str(number))
        if data is not None:
            data.insert(sum(one < number for one in rows), row)
    cells = cells_of(row)
    if column not in cells:
        cell = etree.Element(f"{S}c", r=f"{letters_for(column)}{number}")
        row.insert(sum(one < column for one in cells), cell)
        return cell
    return cells[column]


# Rows ---------------------------------------------------------------------------------------------------


def _repeat(work: Filling, index: int, number: int, own: Sequence[Place]) -> None:
    """Fill a row once for each line; empty rows below are used first, more come before the last one."""
    sheet, lines = work.book.sheets[index], work.lines
    table = next((one for one in tables_of(work.book) if one.index == index), None)
    if table is None or not lines:
        return
    spare = spare_below(table, number)
    texts = {one.column: table.text(one.column, number) for one in own}
    model = _model(sheet, number)
    if (extra := len(lines) - 1 - spare) > 0:
        _put_in(work, sheet, number, spare, extra)
    work.changed.add(sheet.part)
    for offset, line in enumerate(lines):
        for cell in _by_cell(own):
            if offset:
                _prepare(work, sheet, cell[0].column, number + offset, texts, model)
            _write(work, cell, {**work.values, **line}, number + offset)
    _clear_left(work, sheet, own, range(number + len(lines), number + spare + 1))


def _clear_left(work: Filling, sheet: Sheet, own: Sequence[Place], rows: Iterable[int]) -> None:
    """Take the numbers out of empty rows that no line needs."""
    for number in rows:
        for one in own:
            left = cell_at(sheet, one.column, number)
            if is_unwritten(work.book.text(left)):
                empty(left)


def _model(sheet: Sheet, number: int) -> _Element:
    row = sheet.rows().get(number)
    return copy.deepcopy(row) if row is not None else etree.Element(f"{S}row", r=str(number))


def _put_in(work: Filling, sheet: Sheet, number: int, spare: int, extra: int) -> None:
    """Put copies of the row in: before the last empty one below it, so that its lines stay the last."""
    at = number + spare if spare else number + 1
    model, merged = _model(sheet, number), merges_of_row(sheet, number)
    inserted = Inserted(sheet.name, at, extra, number if not spare else 0)
    work.parts |= insert(work.book, sheet, inserted)
    work.changed |= {one.part for one in work.book.sheets if next(one.root.iter(f"{S}f"), None) is not None}
    work.changed.add(WORKBOOK)
    work.has_moved = True
    data = sheet.root.find(f"{S}sheetData")
    if data is None:
        return
    place = sum(one < at for one in sheet.rows())
    for offset in range(extra):
        data.insert(place + offset, _copy_at(model, number, at + offset))
    _merge(sheet, [Area(one.left, at + n, one.right, at + n) for one in merged for n in range(extra)])


def _copy_at(model: _Element, number: int, there: int) -> _Element:
    row = copy.deepcopy(model)
    row.set("r", str(there))
    for column, cell in cells_of(row).items():
        here, target = f"{letters_for(column)}{number}", f"{letters_for(column)}{there}"
        cell.set("r", target)
        formula = cell.find(f"{S}f")
        if formula is not None and formula.text:
            formula.text = translated(formula.text, here, target)
            for name in ("t", "si", "ref"):
                formula.attrib.pop(name, "")
    return row


def _merge(sheet: Sheet, areas: Sequence[Area]) -> None:
    around = sheet.root.find(f"{S}mergeCells")
    if around is None or not areas:
        return
    for area in areas:
        etree.SubElement(around, f"{S}mergeCell", ref=ref_of(area))
    around.set("count", str(len(around)))
    sheet.merges_changed()


def _prepare(
    work: Filling, sheet: Sheet, column: int, number: int, texts: Mapping[int, str], model: _Element
) -> None:
    """Let a cell of a further row say what the model says there, in its own looks or the model's."""
    cell, own = cell_at(sheet, column, number), cells_of(model).get(column)
    if own is None:
        return
    if cell.get("s") is None and own.get("s") is not None:
        cell.set("s", str(own.get("s")))
    if work.book.text(cell) != texts[column]:
        put_text(cell, _as_text(work.book.text_element(own), texts[column]), ())
