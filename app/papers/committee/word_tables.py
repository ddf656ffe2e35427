"""Rows and cells of a Word table: how far they reach, and which rows wait for a pen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.papers.committee.blanks import is_unwritten
from app.papers.committee.word_text import text_of
from app.papers.layout_check.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element


def cells_of(row: _Element) -> list[_Element]:
    """Return the cells of a row, those inside controls too."""
    return [one for one in row.iter(f"{W}tc") if next(one.iterancestors(f"{W}tr")) is row]


def spare_below(rows: Sequence[_Element], place: int) -> int:
    """Return how many rows below one of a table are made like it and still empty."""
    shape = [across(cell) for cell in cells_of(rows[place])]
    count = 0
    for row in rows[place + 1 :]:
        cells = cells_of(row)
        texts = ["".join(text_of(one) for one in cell.iter(f"{W}p")) for cell in cells]
        if [across(cell) for cell in cells] != shape or not all(map(is_unwritten, texts)):
            break
        count += 1
    return count


def across(cell: _Element) -> int:
    """Return over how many columns a cell reaches."""
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return max(int(number(found.get(f"{W}val"))), 1) if found is not None else 1


def down(rows: Sequence[_Element], place: int, cell: _Element) -> int:
    """Return over how many rows a cell reaches; 0 where it is covered by one above."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    if merged is None:
        return 1
    if merged.get(f"{W}val", "continue") != "restart":
        return 0
    column, count = _column(rows[place], cell), 1
    for row in rows[place + 1 :]:
        below = next((one for one in cells_of(row) if _column(row, one) == column), None)
        follows = below.find(f"{W}tcPr/{W}vMerge") if below is not None else None
        if follows is None or follows.get(f"{W}val", "continue") == "restart":
            break
        count += 1
    return count


def _column(row: _Element, cell: _Element) -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    at = int(number(before.get(f"{W}val"))) if before is not None else 0
    for one in cells_of(row):
        if one is cell:
            break
        at += across(one)
    return at


def number(text: object) -> float:
    """Return a number as the file has it; 0 for what is none."""
    try:
        return float(str(text))
    except ValueError:
        return 0.0
