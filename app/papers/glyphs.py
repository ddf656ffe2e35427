"""Characters that every paper font draws; all others become a visible "□" before either format is written.

So Word and PDF show the same, and no reader meets a silent empty box (reliability.md E05).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from app.common.text import clean_text
from app.papers.content import Block, Cell, Document, Field, Leader, Paragraph, Rule, SideBySide, Table

MISSING = "□"
# The common part of Windows Glyph List 4, which Times New Roman and Liberation Serif both draw in all four
# faces, with the Vietnamese letters and their marks; letters written from right to left are left out.
COVERED = (
    *((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x17F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0)),
    *((0x300, 0x303), (0x306, 0x306), (0x309, 0x309), (0x31B, 0x31B), (0x323, 0x323)),
    *((0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE), (0x400, 0x45F), (0x490, 0x491)),
    *((0x1EA0, 0x1EF9), (0x2013, 0x2015), (0x2017, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026)),
    *((0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x203C, 0x203C), (0x2044, 0x2044)),
    *((0x207F, 0x207F), (0x20AB, 0x20AC), (0x2113, 0x2113), (0x2116, 0x2116), (0x2122, 0x2122)),
    *((0x2190, 0x2195), (0x2202, 0x2202), (0x2211, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E)),
    *((0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x25A0, 0x25A1), (0x25AA, 0x25AB)),
    *((0x25CA, 0x25CB), (0x25CF, 0x25CF)),
)
_DRAWN = frozenset(chr(code) for first, last in COVERED for code in range(first, last + 1))
_LOOK_ALIKES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u25e6": "•"})
_SPACES = re.compile(r"\s+")


def as_drawn(text: str) -> str:
    """Return clean `text` with the signs that every font has in place of those that look like them."""
    return text.translate(_LOOK_ALIKES)


def undrawable(text: str) -> str:
    """Return the letters of `text` that no paper font has, each once."""
    return "".join(sorted({*as_drawn(text)} - _DRAWN - {"\n"}))


def drawable(document: Document) -> Document:
    """Return `document` with clean, drawable text; `replaced` names the characters that were not."""
    lost: set[str] = set()

    def draw(text: str) -> str:
        return drawn(_SPACES.sub(" ", clean_text(text)), lost)

    return replace(
        document,
        title=draw(document.title),
        band=draw(document.band),
        blocks=tuple(_block(block, draw) for block in document.blocks),
        replaced="".join(sorted(lost)),
    )


def drawn(text: str, lost: set[str]) -> str:
    """Return clean text in characters that the paper fonts have; those they have not go into `lost`."""
    text = as_drawn(text)
    lost.update(set(text) - _DRAWN)
    return "".join(char if char in _DRAWN else MISSING for char in text)


def _block(block: Block, draw: Callable[[str], str]) -> Block:
    match block:
        case Paragraph():
            return _paragraph(block, draw)
        case Rule():
            return replace(block, text=draw(block.text))
        case Leader():
            return replace(block, label=draw(block.label))
        case Field():
            return _field(block, draw)
        case Table():
            return replace(block, rows=tuple(tuple(_cell(cell, draw) for cell in row) for row in block.rows))
        case SideBySide():
            return replace(block, left=_lines(block.left, draw), right=_lines(block.right, draw))
        case _:
            assert_never(block)


def _lines(lines: tuple[Paragraph | Rule, ...], draw: Callable[[str], str]) -> tuple[Paragraph | Rule, ...]:
    return tuple(
        _paragraph(line, draw) if isinstance(line, Paragraph) else replace(line, text=draw(line.text))
        for line in lines
    )


def _cell(cell: Cell, draw: Callable[[str], str]) -> Cell:
    shown = tuple(_paragraph(paragraph, draw) for paragraph in cell.paragraphs)
    return replace(cell, paragraphs=shown, field=_field(cell.field, draw) if cell.field else None)


def _field(field: Field, draw: Callable[[str], str]) -> Field:
    return replace(
        field,
        title=draw(field.title),
        hint=draw(field.hint),
        text="\n".join(map(draw, field.text.split("\n"))),
        label=draw(field.label),
        choices=tuple(map(draw, field.choices)),
    )


def _paragraph(paragraph: Paragraph, draw: Callable[[str], str]) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, text=draw(run.text)) for run in paragraph.runs))
