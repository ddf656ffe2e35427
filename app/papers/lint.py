"""What is wrong with a built paper, before it is written: for the user if it is data, a bug otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from app.errors import Problem
from app.papers.content import Block, Document, Field, Leader, Paragraph, Rule, SideBySide, Table

_TOLERANCE_MM = 0.05


def problems(document: Document) -> list[Problem]:
    """Return every problem once; an error means that the paper must not be written."""
    return [*_structure(document), *_characters(document)]


def _characters(document: Document) -> Iterator[Problem]:
    if document.replaced:
        shown = " ".join(document.replaced)
        yield Problem("body", "paper.characters_replaced", {"characters": shown}, "warning")


def _structure(document: Document) -> Iterator[Problem]:
    known = {style.name for style in document.styles}
    for style in sorted(_styles(document) - known):
        yield Problem("layout", "paper.unknown_style", {"style": style})
    for block in document.blocks:
        yield from _measures(block, document.page.text_width_mm)


def _styles(document: Document) -> set[str]:
    found = {"page_number", "band"}
    for block in document.blocks:
        found |= set(_styles_of(block))
    return found


def _styles_of(block: Block) -> list[str]:
    match block:
        case Paragraph() | Rule() | Leader() | Field():
            return [block.style]
        case Table():
            return [one.style for row in block.rows for cell in row for one in cell.paragraphs]
        case SideBySide():
            return [one.style for one in (*block.left, *block.right)]
        case _:
            assert_never(block)


def _measures(block: Block, text_width_mm: float) -> Iterator[Problem]:
    match block:
        case Table():
            yield from _width(sum(block.widths_mm), text_width_mm)
            for row in block.rows:
                if sum(cell.colspan for cell in row) != len(block.widths_mm):
                    yield Problem("layout", "paper.cells_do_not_fill_row")
        case SideBySide():
            yield from _width(block.left_mm + block.right_mm, text_width_mm)
        case Paragraph() | Rule() | Leader() | Field():
            return
        case _:
            assert_never(block)


def _width(found: float, wanted: float) -> Iterator[Problem]:
    if abs(found - wanted) > _TOLERANCE_MM:
        yield Problem("layout", "paper.width_not_text_width", {"found": round(found, 1), "wanted": wanted})
