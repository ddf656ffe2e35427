"""The parts of an Excel file: its sheets in their order, shared texts, what cells look like."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from app.papers.committee.sheet_merges import Area, Merges
from app.papers.layout_check.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WORKBOOK, STRINGS, STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_SIDES = ("left", "right", "top", "bottom")
_TEXT_FORMAT = 49
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like, as far as a page of ours can show it."""

    edges: frozenset[str] = frozenset()
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size_pt: float = 11
    align: str = ""
    vertical: str = "bottom"
    wraps: bool = False
    is_text: bool = False
    """Whether what stands in it is text, whatever it looks like."""
    number_format: int = 0


class Sheet:
    """One sheet: its cells by row and column."""

    def __init__(self, name: str, part: str, root: _Element, *, is_hidden: bool) -> None:
        self.name = name
        self.part = part
        self.root = root
        self.is_hidden = is_hidden
        self._merges: Merges | None = None

    def rows(self) -> dict[int, _Element]:
        """Return the rows by number."""
        found: dict[int, _Element] = {}
        number = 0
        for row in self.root.iterfind(f"{S}sheetData/{S}row"):
            number = int(row.get("r", number + 1))
            found[number] = row
        return found

    def merges(self) -> Merges:
        """Return the merged cells."""
        if self._merges is None:
            found = self.root.iterfind(f"{S}mergeCells/{S}mergeCell")
            areas = [area for one in found if (area := area_of(str(one.get("ref", ""))))]
            self._merges = Merges(areas)
        return self._merges

    def merges_changed(self) -> None:
        """Read the merged cells again when they are next asked for."""
        self._merges = None

    def widths(self) -> dict[int, float]:
        """Return the widths of columns that the sheet sets, in letters."""
        found: dict[int, float] = {}
        for col in self.root.iterfind(f"{S}cols/{S}col"):
            first, last = int(col.get("min", 1)), int(col.get("max", 1))
            hidden = col.get("hidden") in {"1", "true"}
            for column in range(first, min(last, first + 200) + 1):
                found[column] = 0.0 if hidden else float(col.get("width", 8.43))
        return found


class Book:
    """An Excel file, opened without trusting it."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.workbook = self.package.part(WORKBOOK)
        self.sheets = tuple(self._sheets())

    def _sheets(self) -> Iterator[Sheet]:
        rels = {
            str(one.get("Id", "")): str(one.get("Target", ""))
            for one in self.package.part("xl/_rels/workbook.xml.rels")
        }
        for one in self.workbook.iterfind(f"{S}sheets/{S}sheet"):
            target = rels.get(str(one.get(R_ID, "")), "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            if "worksheets" in part:
                hidden = one.get("state", "visible") != "visible"
                yield Sheet(str(one.get("name", "")), part, self.package.part(part), is_hidden=hidden)

    @cached_property
    def strings(self) -> list[_Element]:
        """Return the shared texts, each with its runs."""
        return list(self.package.part(STRINGS).iterfind(f"{S}si"))

    def text_element(self, cell: _Element) -> _Element | None:
        """Return what holds the text of a cell with its runs, None for numbers and empty cells."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return cell.find(f"{S}is")
        value = cell.find(f"{S}v")
        if kind == "s" and value is not None and (value.text or "").isdigit():
            at = int(value.text or 0)
            return self.strings[at] if at < len(self.strings) else None
        return None

    def text(self, cell: _Element) -> str:
        """Return what a cell says: its text, or its number as the file has it."""
        element = self.text_element(cell)
        if element is not None:
            return "".join(one.text or "" for one in letters_of(element))
        value = cell.find(f"{S}v")
        return value.text or "" if value is not None and cell.get("t", "n") != "e" else ""

    @cached_property
    def _looks(self) -> list[Look]:
        root = self.package.part(STYLES)
        fonts = list(root.iterfind(f"{S}fonts/{S}font"))
        borders = list(root.iterfind(f"{S}borders/{S}border"))
        return [_look(xf, fonts, borders) for xf in root.iterfind(f"{S}cellXfs/{S}xf")]

    @property
    def look_count(self) -> int:
        """Return how many looks cells can have."""
        return len(self._looks)

    def look(self, cell: _Element | None) -> Look:
        """Return what a cell looks like."""
        at = int(cell.get("s", 0)) if cell is not None else 0
        return self._looks[at] if at < len(self._looks) else Look()


def letters_of(element: _Element) -> list[_Element]:
    """Return the elements that bear the letters of a text, without its reading aids."""
    own = [one for one in element if one.tag == f"{S}t"]
    return own or [text for run in element.iterfind(f"{S}r") for text in run.iterfind(f"{S}t")]


def _look(xf: _Element, fonts: list[_Element], borders: list[_Element]) -> Look:
    font, border = _at(fonts, xf.get("fontId")), _at(borders, xf.get("borderId"))
    align = xf.find(f"{S}alignment")
    values = {str(name): str(value) for name, value in align.attrib.items()} if align is not None else {}
    edges = frozenset(side for side in _SIDES if border is not None and _is_drawn(border.find(f"{S}{side}")))
    size = font.find(f"{S}sz") if font is not None else None
    format_ = int(xf.get("numFmtId", 0))
    return Look(
        edges,
        _has(font, "b"),
        _has(font, "i"),
        _has(font, "u"),
        float(size.get("val", 11)) if size is not None else 11,
        str(values.get("horizontal", "")),
        str(values.get("vertical", "bottom")),
        values.get("wrapText") in {"1", "true"},
        format_ == _TEXT_FORMAT,
        format_,
    )


def _at(found: list[_Element], place: str | None) -> _Element | None:
    at = int(place or 0)
    return found[at] if at < len(found) else None


def _has(font: _Element | None, name: str) -> bool:
    found = font.find(f"{S}{name}") if font is not None else None
    return found is not None and found.get("val", "1") not in {"0", "false", "none"}


def _is_drawn(side: _Element | None) -> bool:
    return side is not None and side.get("style", "none") != "none"


def cells_of(row: _Element) -> dict[int, _Element]:
    """Return the cells of a row by column."""
    found: dict[int, _Element] = {}
    column = 0
    for cell in row.iterfind(f"{S}c"):
        place = place_of(str(cell.get("r", "")))
        column = place[0] if place else column + 1
        found[column] = cell
    return found


def place_of(ref: str) -> tuple[int, int] | None:
    """Return column and row of "B7", from 1; None for what is no cell."""
    match = _REF.fullmatch(ref)
    return (column_of(match[1]), int(match[2])) if match else None


def column_of(letters: str) -> int:
    """Return the number of a column: "A" is 1."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def letters_for(column: int) -> str:
    """Return how a column is called: 27 is "AA"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def area_of(ref: str) -> Area | None:
    """Return the rectangle of "A1:B2" or "A1"; None for what is none."""
    first, _, last = ref.partition(":")
    start, end = place_of(first), place_of(last or first)
    return Area(start[0], start[1], end[0], end[1]) if start and end else None


def ref_of(area: Area) -> str:
    """Return how a rectangle is called."""
    first = f"{letters_for(area.left)}{area.top}"
    last = f"{letters_for(area.right)}{area.bottom}"
    return first if first == last else f"{first}:{last}"
