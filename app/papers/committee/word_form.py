"""A Word form as it looks, with its places: dotted lines, gaps, empty cells, what the form names itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.papers.committee.blanks import Blank, blanks_of, is_dotted, is_unwritten
from app.papers.committee.model import Block, Box, FormView, Grid, Line, Named, Part, Piece, Row
from app.papers.committee.word_tables import across, cells_of, down, number, spare_below
from app.papers.committee.word_text import Unit, has_leader_tabs, run_of, text_of, units_of
from app.papers.layout_check.package import Package, W
from app.papers.layout_check.properties import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

BODY = "document"
_TEXTS = (BODY, "header", "footer")
_MERGE_FIELD = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPANNED = (f"{W}tc", f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag")
Span = tuple[int, int]


class WordForm:
    """One Word file; its paragraphs and rows are numbered part by part in the order of the file."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.styles = Styles(self.package)
        self.roots = {_stem(name): self.package.part(name) for name in self.package.names(_TEXTS)}
        self.names = {_stem(name): name for name in self.package.names(_TEXTS)}
        self._paragraphs = {part: list(root.iter(f"{W}p")) for part, root in self.roots.items()}
        self._rows = {part: list(root.iter(f"{W}tr")) for part, root in self.roots.items()}
        self._at = {
            id(one): f"{part}/{place}"
            for part, found in self._paragraphs.items()
            for place, one in enumerate(found)
        }
        self._row_at = {
            id(one): f"{part}/row/{place}"
            for part, found in self._rows.items()
            for place, one in enumerate(found)
        }

    def paragraph(self, part: str, place: int) -> _Element | None:
        """Return a paragraph by its number."""
        found = self._paragraphs.get(part, [])
        return found[place] if place < len(found) else None

    def row(self, part: str, place: int) -> _Element | None:
        """Return a row by its number."""
        found = self._rows.get(part, [])
        return found[place] if place < len(found) else None

    def number_of(self, paragraph: _Element) -> str:
        """Return the address of a paragraph."""
        return self._at[id(paragraph)]

    def rownumber(self, row: _Element) -> str:
        """Return the address of a row."""
        return self._row_at[id(row)]


def view(data: bytes) -> FormView:
    """Return the form as it looks; raises what lxml and zipfile raise for a damaged file."""
    form = WordForm(data)
    order = sorted(form.roots, key=lambda one: (not one.startswith(BODY), one))
    parts = []
    for part in order:
        root = form.roots[part]
        body = root.find(f"{W}body")
        blocks = tuple(_blocks(form, body if body is not None else root))
        if part == BODY or any(_is_seen(one) for one in blocks):
            parts.append(Part(part, blocks))
    return FormView("docx", tuple(parts))


def named_places(data: bytes) -> tuple[Named, ...]:
    """Return the places to which the form gives names, in the order of the file."""
    form = WordForm(data)
    found: list[Named] = []
    for root in form.roots.values():
        for paragraph in root.iter(f"{W}p"):
            if _is_shown(paragraph):
                found += [Named(place.at, place.name) for place in _pieces(form, paragraph) if place.name]
    return tuple(found)


def _is_seen(block: Block) -> bool:
    return isinstance(block, Grid) or any(one.text.strip() or one.at for one in block.pieces)


def _is_shown(element: _Element) -> bool:
    return next(element.iterancestors(_FALLBACK), None) is None


def _stem(name: str) -> str:
    return name.removeprefix("word/").removesuffix(".xml")


def _blocks(form: WordForm, parent: _Element) -> Iterator[Block]:
    """Yield what stands in a body, a cell or a control; the text boxes of a paragraph follow it."""
    for child in parent:
        if child.tag == f"{W}p":
            yield _line(form, child)
            yield from _boxes(form, child)
        elif child.tag == f"{W}tbl":
            yield _table(form, child)
        elif child.tag in _SPANNED or child.tag == f"{W}ins":
            yield from _blocks(form, child)


def _boxes(form: WordForm, paragraph: _Element) -> Iterator[Block]:
    for box in paragraph.iter(f"{W}txbxContent"):
        if _is_shown(box) and next(box.iterancestors(f"{W}p")) is paragraph:
            yield from _blocks(form, box)


def _line(form: WordForm, paragraph: _Element) -> Line:
    own, _ = form.styles.of_paragraph(_style(paragraph))
    align = _align(paragraph) or str(own.get("align", "left"))
    at = form.number_of(paragraph)
    pieces = tuple(_pieces(form, paragraph)) if not _continues(paragraph) else ()
    return Line(at, pieces, align if align in {"left", "center", "right", "justify"} else "left")


def _pieces(form: WordForm, paragraph: _Element) -> Iterator[Piece]:
    """Yield the text in its faces, cut where a place begins and ends."""
    at, text = form.number_of(paragraph), text_of(paragraph)
    places = list(_places(form, paragraph, text))
    done, end = 0, len(text.rstrip(" \u00a0"))
    for place in places:
        yield from _plain(form, paragraph, (done, place.start))
        address = f"{at}/{place.start}-{place.end}"
        more = continued(paragraph) if end <= place.end > place.start and not place.name else 0
        yield Piece(text[place.start : place.end], f"{address}+{more}" if more else address, place.name)
        done = place.end
    yield from _plain(form, paragraph, (done, len(text)))


def _plain(form: WordForm, paragraph: _Element, span: Span) -> Iterator[Piece]:
    _, faces = form.styles.of_paragraph(_style(paragraph))
    for unit in units_of(paragraph):
        start, end = max(span[0], unit.start), min(span[1], unit.start + len(unit.text))
        if start >= end:
            continue
        run = run_of(unit.element)
        values = form.styles.of_run(faces, run.find(f"{W}rPr") if run is not None else None)
        bold, italic, underline = (bool(values.get(name)) for name in ("bold", "italic", "underline"))
        shown = unit.text[start - unit.start : end - unit.start]
        yield Piece(shown, bold=bold, italic=italic, underline=underline)


def _places(form: WordForm, paragraph: _Element, text: str) -> Iterator[Blank]:
    """Yield the places of a paragraph: what is named first, then the blanks that it does not cover."""
    named = sorted(_named(paragraph), key=lambda one: one.start)
    tabbed = has_leader_tabs(paragraph, _tab_stops(form, paragraph))
    cell = paragraph.getparent()
    if not named and cell is not None and cell.tag == f"{W}tc" and _is_unwritten_cell(cell):
        if cell.find(f"{W}p") is paragraph:
            yield Blank(0, len(text))
        return
    blanks = [
        one
        for one in blanks_of(text, tabs_are_dotted=tabbed)
        if all(one.end <= known.start or one.start >= known.end for known in named)
    ]
    if blanks and not text[blanks[-1].start :].strip() and "\t" not in text and continued(paragraph):
        blanks.pop()  # what follows the colon is written on the dotted lines below
    yield from sorted([*named, *blanks], key=lambda one: one.start)


def _is_unwritten_cell(cell: _Element) -> bool:
    return cell.find(f"{W}tbl") is None and is_unwritten("".join(text_of(one) for one in cell.iter(f"{W}p")))


def _tab_stops(form: WordForm, paragraph: _Element) -> list[_Element]:
    chain = form.styles.chain(_style(paragraph), "paragraph")
    return [tab for style in chain for tab in style.iterfind(f"{W}pPr/{W}tabs/{W}tab")]


def _named(paragraph: _Element) -> Iterator[Blank]:
    """Yield controls and merge fields of a paragraph, with the letters that they show."""
    units = units_of(paragraph)
    for control in paragraph.iter(f"{W}sdt"):
        if (span := _span(units, control)) and (name := _control_name(control)):
            yield Blank(*span, name)
    around = next(paragraph.iterancestors(f"{W}sdt", f"{W}tc"), None)
    is_whole = around is not None and around.tag == f"{W}sdt" and len([*around.iter(f"{W}p")]) == 1
    if around is not None and is_whole and (name := _control_name(around)):
        yield Blank(0, sum(len(unit.text) for unit in units), name)
    for simple in paragraph.iter(f"{W}fldSimple"):
        match = _MERGE_FIELD.match(str(simple.get(f"{W}instr", "")))
        if match and (span := _span(units, simple)):
            yield Blank(*span, match[1] or match[2])
    yield from _complex_fields(paragraph)


def _complex_fields(paragraph: _Element) -> Iterator[Blank]:
    units = {id(unit.element): unit for unit in units_of(paragraph)}
    instruction, start, end, shown = "", -1, -1, False
    for element in paragraph.iter(f"{W}fldChar", f"{W}instrText", *(u.element.tag for u in units.values())):
        kind = str(element.get(f"{W}fldCharType", "")) if element.tag == f"{W}fldChar" else ""
        if kind == "begin":
            instruction, start, end, shown = "", -1, -1, False
        elif element.tag == f"{W}instrText":
            instruction += element.text or ""
        elif kind == "separate":
            shown = True
        elif kind == "end":
            match = _MERGE_FIELD.match(instruction)
            if match and start >= 0:
                yield Blank(start, end, match[1] or match[2])
            instruction, shown = "", False
        elif shown and id(element) in units:
            unit = units[id(element)]
            start = unit.start if start < 0 else start
            end = unit.start + len(unit.text)


def _span(units: Sequence[Unit], parent: _Element) -> Span | None:
    inside = [unit for unit in units if any(one is parent for one in unit.element.iterancestors())]
    if not inside:
        return None
    return inside[0].start, inside[-1].start + len(inside[-1].text)


def _control_name(control: _Element) -> str:
    """Return what a control is called: its title, else its tag; boxes to tick and pictures are no places."""
    own = control.find(f"{W}sdtPr")
    if own is None or own.find(f"{W}picture") is not None or own.find(f"{W}docPartObj") is not None:
        return ""
    for name in ("alias", "tag"):
        found = own.find(f"{W}{name}")
        if found is not None and str(found.get(f"{W}val", "")).strip():
            return str(found.get(f"{W}val")).strip()
    return ""


def continued(paragraph: _Element) -> int:
    """Return how many dotted lines follow a paragraph and belong to its place."""
    count, follows = 0, paragraph.getnext()
    while follows is not None and follows.tag == f"{W}p" and _is_rest(follows):
        count, follows = count + 1, follows.getnext()
    return count


def _is_rest(paragraph: _Element) -> bool:
    text = text_of(paragraph)
    return is_dotted(text) or (text.strip() == "" and "\t" in text and has_leader_tabs(paragraph))


def _continues(paragraph: _Element) -> bool:
    """Return whether a dotted line belongs to the place of a line above it."""
    above = paragraph.getprevious()
    return above is not None and above.tag == f"{W}p" and _is_rest(paragraph) and _ends_dotted(above)


def _ends_dotted(paragraph: _Element) -> bool:
    text = text_of(paragraph).rstrip(" \u00a0")
    blanks = blanks_of(text, tabs_are_dotted=has_leader_tabs(paragraph))
    return bool(blanks) and blanks[-1].end >= len(text) and blanks[-1].end > blanks[-1].start


def _table(form: WordForm, table: _Element) -> Grid:
    rows = [one for one in table.iter(f"{W}tr") if next(one.iterancestors(f"{W}tbl")) is table]
    widths = tuple(number(one.get(f"{W}w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    made = tuple(_row(form, rows, place) for place in range(len(rows)))
    return Grid(made, widths)


def _row(form: WordForm, rows: Sequence[_Element], place: int) -> Row:
    boxes = tuple(_box(form, rows, place, cell) for cell in cells_of(rows[place]))
    return Row(form.rownumber(rows[place]), boxes, spare_below(rows, place))


def _box(form: WordForm, rows: Sequence[_Element], place: int, cell: _Element) -> Box:
    lines: list[Line] = []
    inside: list[Grid] = []
    for block in _blocks(form, cell):
        inside.append(block) if isinstance(block, Grid) else lines.append(block)
    return Box(tuple(lines), across(cell), down(rows, place, cell), tuple(inside))


def _style(paragraph: _Element) -> str:
    own = paragraph.find(f"{W}pPr/{W}pStyle")
    return str(own.get(f"{W}val", "")) if own is not None else ""


def _align(paragraph: _Element) -> str:
    own = paragraph.find(f"{W}pPr/{W}jc")
    align = str(own.get(f"{W}val", "")) if own is not None else ""
    return {"both": "justify", "start": "left", "end": "right"}.get(align, align)
