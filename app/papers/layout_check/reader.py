"""Reads a Word file, whoever made it, into lines as the eye sees them.

What was struck out, what a field computes from and what stands twice for older programs is left out; text
boxes stand before the paragraph they hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.papers.layout_check import drawn, pages
from app.papers.layout_check.model import Line, Piece, Place, WordFile
from app.papers.layout_check.package import MAIN_PART, Package, W
from app.papers.layout_check.properties import Styles, Values, paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element

TWIPS_A_MM = 1440 / 25.4
_NATURAL = 1.15
"""Height of a line of Times set solid, as a part of its size."""
_TAB_MM = 12.7
_DEFAULT_FONT = "Times New Roman"
_ASCII = 0x7F
_BREAKS = re.compile("([\n\t])")
_BOX = f"{W}txbxContent"
_PASSED_OVER = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}rPr", f"{W}pPr", _BOX})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LETTERS = {f"{W}noBreakHyphen": "-", f"{W}ptab": "\t", f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}
WRAPS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"})


def read(data: bytes) -> WordFile:
    """Return the file that `data` hold; raises what lxml and zipfile raise for damaged ones."""
    package = Package(data)
    reader = LineReader(Styles(package))
    body = package.part(MAIN_PART).find(f"{W}body")
    if body is None:
        return WordFile((), ())
    lines = tuple(reader.lines(body))
    settings = package.part("word/settings.xml")
    mirrored = settings.find(f"{W}mirrorMargins") is not None
    return WordFile(pages.sections(package, body, reader), lines, mirrored)


@dataclass(frozen=True, slots=True)
class _Where:
    """In which cell of which table a paragraph stands, and how wide that is."""

    place: Place | None = None
    table_style: str = ""
    width_mm: float = 0


class LineReader:
    """Gives out the lines of bodies, headers and cells; counts paragraphs and tables as it goes."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._paragraphs = 0
        self._tables = 0

    def lines(self, parent: Iterable[_Element], where: _Where | None = None) -> Iterator[Line]:
        """Yield the lines below `parent` in reading order."""
        where = where or _Where()
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, where)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in WRAPS:
                yield from self.lines(child, where)

    def _table(self, table: _Element) -> Iterator[Line]:
        number, self._tables = self._tables, self._tables + 1
        style = table.find(f"{W}tblPr/{W}tblStyle")
        named = str(style.get(f"{W}val", "")) if style is not None else ""
        for row, cells in enumerate(own_children(table, "tr")):
            column = 0
            for cell in own_children(cells, "tc"):
                width = cell.find(f"{W}tcPr/{W}tcW")
                room = mm(width.get(f"{W}w", "")) if width is not None else 0
                yield from self.lines(cell, _Where(Place(number, row, column), named, room))
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                column += int(span.get(f"{W}val", "1")) if span is not None else 1

    def _paragraph(self, element: _Element, where: _Where) -> Iterator[Line]:
        for box in boxes(element):
            yield from self.lines(box)
        self._paragraphs += 1
        own = element.find(f"{W}pPr")
        style = own.find(f"{W}pStyle") if own is not None else None
        named = str(style.get(f"{W}val", "")) if style is not None else ""
        values, faces = self._styles.of_paragraph(named, where.table_style)
        values |= paragraph(own)
        pieces = list(self._pieces(element, faces))
        line = self._line(values, faces, pieces, where)
        rule = drawn.rule_mm(element, values, where.width_mm)
        line = replace(line, pictured=drawn.is_picture(element))
        parts = _parted(pieces)
        for place, part in enumerate(parts):
            mark = rule if place == len(parts) - 1 else None
            yield replace(line, pieces=tuple(part), shares=len(parts) > 1, rule_mm=mark)

    def _line(self, values: Values, faces: Values, pieces: list[Piece], where: _Where) -> Line:
        size = max((piece.size_pt for piece in pieces if piece.text.strip()), default=faces["size"])
        hanging = mm(values.get("ind.hanging", ""))
        first = -hanging if hanging else mm(values.get("ind.firstLine", ""))
        if pieces and pieces[0].text.startswith("\t") and not first:
            first = _TAB_MM
        return Line(
            self._paragraphs,
            align=values.get("align", "left"),
            first_line_mm=first,
            left_mm=mm(values.get("ind.left", values.get("ind.start", ""))),
            line_pt=pitch(values, size),
            before_pt=gap(values, "before"),
            after_pt=gap(values, "after"),
            place=where.place,
            listed=bool(values.get("listed")),
        )

    def _pieces(self, element: _Element, faces: Values) -> Iterator[Piece]:
        for run in runs(element):
            text = "".join(_words(run))
            if text:
                yield from _pieces_of(text, self._styles.of_run(faces, run.find(f"{W}rPr")))


def mm(twips: str | None) -> float:
    """Return a length of the file in millimetres; 0 where it says nothing."""
    try:
        return float(twips or 0) / TWIPS_A_MM
    except ValueError:
        return 0


def own_children(parent: _Element, name: str) -> Iterator[_Element]:
    """Yield the children called `name`, those in controls and insertions too."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in WRAPS:
            yield from own_children(child, name)


def boxes(element: _Element) -> Iterator[_Element]:
    """Yield the text boxes that hang on a paragraph, each once: the copy for older programs is left out."""
    for box in element.iter(_BOX):
        if not any(above.tag in {_FALLBACK, _BOX} for above in box.iterancestors()):
            yield box


def runs(parent: _Element) -> Iterator[_Element]:
    """Yield the runs of a paragraph in order, without what was struck out."""
    for child in parent:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from runs(child)


def _words(run: _Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _LETTERS:
            yield _LETTERS[str(child.tag)]


def _pieces_of(text: str, values: Values) -> Iterator[Piece]:
    """Yield the text in its faces; where letters beyond ASCII have a font of their own, in two."""
    text = text.upper() if values.get("caps") else text
    plain, wide = (values.get(script) or _DEFAULT_FONT for script in ("ascii", "hAnsi"))
    font = wide if plain == wide or any(ord(char) > _ASCII for char in text) else plain
    yield Piece(
        text,
        str(font),
        float(values["size"]),
        bool(values.get("bold")),
        bool(values.get("italic")),
        bool(values.get("underline")),
        _ink(values.get("colour", "auto")),
    )


def _ink(colour: Any) -> str:  # noqa: ANN401  an attribute of the file
    return "" if str(colour).lower() in {"auto", "000000"} else str(colour)


def _parted(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces line by line: broken at line breaks, and at tabs between two texts."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        for text in _BREAKS.split(piece.text):
            if text == "\n" or (text == "\t" and any(one.text.strip() for one in parts[-1])):
                parts.append([])
            elif text and text != "\t":
                parts[-1].append(replace(piece, text=text))
    if len(parts) > 1 and not any(one.text.strip() for one in parts[-1]):
        parts.pop()
    return parts


def pitch(values: Values, size: float) -> float:
    """Return the distance from line to line in points."""
    line = values.get("spacing.line")
    natural = size * _NATURAL
    if line is None:
        return natural
    rule = values.get("spacing.lineRule", "auto")
    if rule == "auto":
        return float(line) / 240 * natural
    return float(line) / 20 if rule == "exact" else max(float(line) / 20, natural)


def gap(values: Values, side: str) -> float:
    """Return the room "before" or "after" a paragraph in points."""
    if values.get("contextual"):
        return 0
    if values.get(f"spacing.{side}Autospacing") in {"1", "true", "on"}:
        return 14
    return float(values.get(f"spacing.{side}", 0)) / 20
