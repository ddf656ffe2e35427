"""Reads a Word file into sections of blocks, and counts what of it our pages cannot show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from app.common.text import clean_text
from app.errors import Refused
from app.papers.layout_check.package import MAIN_PART, Package, W
from app.papers.layout_check.properties import Styles
from app.papers.layout_check.reader import WRAPS, boxes
from app.papers.word_reading import lacking
from app.papers.word_reading.bands import ends_section, flat, setups
from app.papers.word_reading.lacking import Lacking, shown_elements
from app.papers.word_reading.model import Block, Found, NewPage, Para, WordReading, WordSection, WordTable
from app.papers.word_reading.numbering import Numbering
from app.papers.word_reading.tables import read_table
from app.papers.word_reading.text import PAGE_BREAK, TextReader

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_PARAGRAPHS = 30_000
"""Some 1,000 pages: more is no paper of a cell."""
_DEEPEST = 8
_EMBEDDED = "word/embeddings/"
_DEFAULT_WIDTH_MM = 165.0
_AUTHOR = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"


def read(data: bytes) -> WordReading:
    """Return the file that `data` hold.

    Raises `Refused` L-314 for one longer or deeper than any paper, what lxml and zipfile raise for damaged
    ones.
    """
    package = Package(data)
    counts = Lacking()
    body = package.part(MAIN_PART).find(f"{W}body")
    if body is None:
        return WordReading((WordSection(()),))
    text = TextReader(Styles(package), Numbering(package), counts)
    reader = _Blocks(text, Styles(package), counts)
    parts = [body, *(package.part(name) for name in package.names(("header", "footer")))]
    for part in parts:
        counts.look(part)
    pages = setups(package, body, reader.blocks)
    sections = tuple(_sections(body, reader, pages))
    text.tell()
    counts.add("text", times=_letters_lost(body, sections, counts.hidden))
    # Changes in notes, too, bear the name of who made them.
    parts += [package.part(name) for name in package.names(("footnotes", "endnotes"))]
    found = Found(
        lacking.tracked(parts),
        _comments(package),
        _author(package),
        " ".join(counts.hidden.split()),
        sum(name.startswith(_EMBEDDED) for name in package.everything()),
    )
    return WordReading(sections, counts.all(), found)


def _sections(body: _Element, reader: _Blocks, pages: list[WordSection]) -> Iterator[WordSection]:
    """Yield the sections: each ends with the paragraph that holds its setup, the last with the body."""
    waiting: list[_Element] = []
    left = list(pages)
    for child in flat(body):
        if child.tag == f"{W}sectPr":
            continue
        waiting.append(child)
        if len(left) > 1 and ends_section(child) is not None:
            setup = left.pop(0)
            yield replace(setup, blocks=reader.blocks(waiting, setup.text_width_mm))
            waiting = []
    last = left[0] if left else WordSection(())
    yield replace(last, blocks=reader.blocks(waiting, last.text_width_mm))


@dataclass(slots=True)
class _Blocks:
    """Gives out the blocks of bodies, headers and cells."""

    text: TextReader
    styles: Styles
    counts: Lacking
    paragraphs: int = 0
    depth: int = 0

    def blocks(
        self, parent: Iterable[_Element], width_mm: float = _DEFAULT_WIDTH_MM, style: str = ""
    ) -> tuple[Block, ...]:
        """Return the blocks below `parent` in reading order."""
        return tuple(self._blocks(parent, style, width_mm))

    def _blocks(self, parent: Iterable[_Element], style: str, width_mm: float) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, style, width_mm)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, width_mm)
            elif child.tag in WRAPS:
                yield from self._blocks(child, style, width_mm)

    def _table(self, element: _Element, width_mm: float) -> Iterator[Block]:
        if self.depth >= _DEEPEST:
            raise _too_long()
        self.depth += 1
        table = read_table(element, self.styles, width_mm, self._cell)
        self.depth -= 1
        if any(row.cells for row in table.rows):
            yield table

    def _cell(self, element: _Element, style: str, width_mm: float) -> tuple[Block, ...]:
        found = tuple(self._blocks(element, style, width_mm))
        # Word wants a paragraph after a table in a cell; it takes no line of its own.
        if len(found) > 1 and isinstance(found[-2], WordTable) and not getattr(found[-1], "text", "x"):
            return found[:-1]
        return found

    def _paragraph(self, element: _Element, style: str, width_mm: float) -> Iterator[Block]:
        for box in boxes(element):
            yield from self._blocks(box, style, width_mm)
        self.paragraphs += 1
        if self.paragraphs > _MOST_PARAGRAPHS:
            raise _too_long()
        yield from _parted(self.text.read(element, style, width_mm))


def _too_long() -> Refused:
    return Refused("L-314")


def _parted(para: Para) -> Iterator[Block]:
    """Yield a paragraph, in parts where pages begin within it."""
    if para.on_new_page:
        yield NewPage()
        para = replace(para, on_new_page=False)
    breaks = [place for place, span in enumerate(para.spans) if span.text == PAGE_BREAK]
    first = 0
    for at in breaks:
        if at > first:
            yield replace(para, spans=para.spans[first:at], after_pt=0)
        yield NewPage()
        para, first = replace(para, label=(), before_pt=0, first_line_mm=0), at + 1
    if not breaks or first < len(para.spans):
        yield replace(para, spans=para.spans[first:])


def texts(sections: Iterable[WordSection]) -> Iterator[Para]:
    """Yield the paragraphs of the body in reading order, those of cells too."""
    for section in sections:
        yield from paragraphs(section.blocks)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Para]:
    """Yield the paragraphs of `blocks` in reading order."""
    for block in blocks:
        if isinstance(block, Para):
            yield block
        elif isinstance(block, WordTable):
            for row in block.rows:
                for _, cell in row.cells:
                    yield from paragraphs(cell.blocks)


def _letters_lost(body: _Element, sections: Iterable[WordSection], hidden: str) -> int:
    """Return how many letters of the body were not read: what a program of tomorrow wraps them in is new."""
    wanted = (one.text or "" for one in shown_elements(body) if one.tag == f"{W}t")
    read_ = "".join(span.text for para in texts(sections) for span in para.spans)
    return sum((_letters("".join(wanted)) - _letters(read_ + hidden)).values())


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in clean_text(text).casefold() if char.isalnum() and char.isascii())


def _comments(package: Package) -> int:
    return sum(1 for name in package.names(("comments",)) for _ in package.part(name).iter(f"{W}comment"))


def _author(package: Package) -> str:
    try:
        told = package.part("docProps/core.xml").find(_AUTHOR)
    except etree.XMLSyntaxError:
        return ""
    return (told.text or "").strip() if told is not None else ""
