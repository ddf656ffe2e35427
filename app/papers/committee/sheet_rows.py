"""Rows put into a sheet of an Excel file: what stands below moves down, and whatever names it follows.

What cannot follow safely is refused: a table of Excel's own, a pivot table, notes at cells below.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from app.errors import Refused
from app.papers.committee.catalogue import blocked_by
from app.papers.committee.sheet_book import Book, S, Sheet, area_of, cells_of, letters_for, place_of
from app.papers.committee.sheet_merges import Area
from app.papers.committee.sheet_refs import Inserted, is_readable, moved, translated

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_BY_REF = (
    ("mergeCells/{S}mergeCell", "ref"),
    ("hyperlinks/{S}hyperlink", "ref"),
    ("autoFilter", "ref"),
    ("dimension", "ref"),
    ("conditionalFormatting", "sqref"),
    ("dataValidations/{S}dataValidation", "sqref"),
    ("protectedRanges/{S}protectedRange", "sqref"),
    ("ignoredErrors/{S}ignoredError", "sqref"),
)
_CONDITIONS = ("conditionalFormatting/{S}cfRule/{S}formula", "dataValidations/{S}dataValidation/{S}formula1",
               "dataValidations/{S}dataValidation/{S}formula2")  # fmt: skip
_BLOCKING = {"table": "table", "pivotTable": "pivot", "comments": "comments", "threadedComment": "comments"}


def insert(book: Book, sheet: Sheet, inserted: Inserted) -> dict[str, bytes]:
    """Move what stands below down, in `sheet` and wherever it is named; return other parts that changed.

    Raises `Refused` L-336 for what cannot follow.
    """
    _refuse_blocked(book, sheet, inserted)
    for one in book.sheets:
        _expand_shared(one)
    _move_rows(sheet, inserted)
    _move_refs(sheet, inserted)
    _move_breaks(sheet, inserted)
    for one in book.sheets:
        _move_formulas(one, inserted)
    for name in book.workbook.iterfind(f"{S}definedNames/{S}definedName"):
        if name.text and "#REF!" not in name.text:
            name.text = moved(name.text, inserted, "")
    return _move_drawings(book, sheet, inserted)


def _refuse_blocked(book: Book, sheet: Sheet, inserted: Inserted) -> None:
    for kind, target in _relations(book, sheet.part):
        what = _BLOCKING.get(kind)
        if what and (what != "comments" or _has_notes_below(book, target, inserted)):
            raise _blocked(sheet, what)
    for one in book.sheets:
        if not all(is_readable(formula.text or "") for formula in one.root.iter(f"{S}f")):
            raise _blocked(one, "formula")
    for formula in sheet.root.iter(f"{S}f"):
        area = area_of(str(formula.get("ref", ""))) if formula.get("t") == "array" else None
        if area and area.top < inserted.at <= area.bottom:
            raise _blocked(sheet, "array")


def _blocked(sheet: Sheet, what: str) -> Refused:
    return Refused("L-336", sheet=sheet.name, what=blocked_by(what))


def _has_notes_below(book: Book, target: str, inserted: Inserted) -> bool:
    places = (place_of(str(one.get("ref", ""))) for one in book.package.part(target).iter() if one.get("ref"))
    return any(place and place[1] >= inserted.at for place in places)


def _relations(book: Book, part: str) -> Iterator[tuple[str, str]]:
    folder, _, name = part.rpartition("/")
    for one in book.package.part(f"{folder}/_rels/{name}.rels"):
        target = str(one.get("Target", ""))
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        yield str(one.get("Type", "")).rpartition("/")[2], whole


def _expand_shared(sheet: Sheet) -> None:
    """Give every cell that shares a formula its own, since rows put in between part them."""
    masters: dict[str, tuple[str, str]] = {}
    for cell in sheet.root.iter(f"{S}c"):
        formula = cell.find(f"{S}f")
        if formula is None or formula.get("t") != "shared":
            continue
        index, ref = str(formula.get("si", "")), str(cell.get("r", ""))
        if formula.text:
            masters[index] = (formula.text, ref)
        elif index in masters:
            formula.text = translated(*masters[index], ref)
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, "")


def _move_rows(sheet: Sheet, inserted: Inserted) -> None:
    for number, row in sheet.rows().items():
        if number < inserted.at:
            continue
        there = inserted.row(number)
        for column, cell in cells_of(row).items():
            cell.set("r", f"{letters_for(column)}{there}")
        row.set("r", str(there))


def _move_refs(sheet: Sheet, inserted: Inserted) -> None:
    for path, name in _BY_REF:
        for one in sheet.root.iterfind(f"{S}{path.replace('{S}', S)}"):
            one.set(name, inserted.refs(str(one.get(name, ""))))
    sheet.merges_changed()
    for path in _CONDITIONS:
        for one in sheet.root.iterfind(f"{S}{path.replace('{S}', S)}"):
            if one.text:
                one.text = moved(one.text, inserted, sheet.name)


def _move_breaks(sheet: Sheet, inserted: Inserted) -> None:
    for one in sheet.root.iterfind(f"{S}rowBreaks/{S}brk"):
        one.set("id", str(inserted.row(int(one.get("id", 0)) + 1) - 1))


def _move_formulas(sheet: Sheet, inserted: Inserted) -> None:
    for formula in sheet.root.iter(f"{S}f"):
        if formula.text:
            formula.text = moved(formula.text, inserted, sheet.name)
        if formula.get("ref") and sheet.name == inserted.sheet:
            formula.set("ref", inserted.refs(str(formula.get("ref"))))


def _move_drawings(book: Book, sheet: Sheet, inserted: Inserted) -> dict[str, bytes]:
    changed: dict[str, bytes] = {}
    for kind, target in _relations(book, sheet.part):
        if kind != "drawing":
            continue
        root = book.package.part(target)
        for row in root.iter(f"{_DRAWING}row"):
            row.text = str(inserted.row(int(row.text or 0) + 1) - 1)
        changed[target] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return changed


def merges_of_row(sheet: Sheet, number: int) -> list[Area]:
    """Return the merged cells that lie within one row."""
    return [one for one in sheet.merges().of_row(number) if one.top == one.bottom]


def row_of(sheet: Sheet, number: int) -> _Element | None:
    """Return a row of a sheet."""
    return sheet.rows().get(number)
