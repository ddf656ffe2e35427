"""Whose row and which column of a table a paragraph stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.papers.word_reading.model import Block, Para, WordCell, WordRow, WordSection, WordTable
from app.papers.word_reading.reader import paragraphs

_NUMBER = re.compile(r"\(?(?:\d+|[IVXLC]+)[.)]?")
_SHORTEST = 2
"""A single letter is a cross in a box."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph; outside a list in columns `row` and `column` are empty."""

    para: Para
    row: str = ""
    """What its row begins with: "3. Hoàng Văn Cúc"; what the cell says itself is left out."""
    column: str = ""
    """What stands at the head of its column."""

    @property
    def text(self) -> str:
        """Return its words."""
        return self.para.text


def placed(sections: Iterable[WordSection]) -> Iterator[Placed]:
    """Yield the paragraphs of the body in reading order, each with its place."""
    for section in sections:
        yield from _blocks(section.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[Placed]:
    for block in blocks:
        if isinstance(block, Para):
            yield Placed(block)
        elif isinstance(block, WordTable):
            yield from _list(block) if _is_list(block) else _cells(block)


def _cells(table: WordTable) -> Iterator[Placed]:
    for row in table.rows:
        for _, cell in row.cells:
            yield from _blocks(cell.blocks)


def _is_list(table: WordTable) -> bool:
    """Return whether rows say something of what they begin with: heads and signatures have no lines."""
    cells = [cell for row in table.rows for _, cell in row.cells]
    lined = sum(cell.edges.top or cell.edges.bottom for cell in cells)
    return len(table.widths_mm) > 1 and 2 * lined > len(cells)


def _list(table: WordTable) -> Iterator[Placed]:
    heads: dict[int, str] = {}
    above: list[tuple[int, WordCell, int]] = []
    for at, row in enumerate(table.rows):
        if row.is_head or at == 0:
            heads |= {column: _words(cell) for column, cell in row.cells}
            for _, cell in row.cells:
                yield from (Placed(para) for para in paragraphs(cell.blocks))
            continue
        # A cell over several rows begins each of them.
        above = [one for one in above if one[2] > at]
        whole = sorted([*((column, cell) for column, cell, _ in above), *row.cells], key=lambda one: one[0])
        yield from _row(row, whole, heads)
        above += [(column, cell, at + cell.rows) for column, cell in row.cells if cell.rows > 1]


def _row(row: WordRow, whole: list[tuple[int, WordCell]], heads: dict[int, str]) -> Iterator[Placed]:
    begins = [cell for _, cell in whole if _words(cell)][:2]
    if begins and not _NUMBER.fullmatch(_words(begins[0])):
        begins = begins[:1]
    if len(begins) == 1 and len(_words(begins[0])) < _SHORTEST and not _words(begins[0]).isdigit():
        begins = []
    for column, cell in row.cells:
        label = ". ".join(_words(one).strip("().") for one in begins if one is not cell)
        title = heads.get(column, "") if label else ""
        yield from (Placed(para, label, title) for para in paragraphs(cell.blocks))


def _words(cell: WordCell) -> str:
    text = " ".join(para.text for para in paragraphs(cell.blocks) if para.text)
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + "…"
