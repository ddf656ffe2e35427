"""What a first year cannot know: levels of five years, last year's shortcomings and promises still open.

They are asked for once, in one table; later years carry them from the finished one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.common.text import clean_line, clean_text

YEARS_BACK = 5
"""Five years are looked at (R4-08; HD 27, titles of five years running)."""
SHORTCOMING, PROMISE, DUE = "shortcoming", "promise", "due"
TEXT_COLUMNS = (SHORTCOMING, PROMISE, DUE)
"""Columns of last year besides its level."""
ENTERED = "entered"
"""Stands in `carried_from` of a promise that was entered from last year's papers, which left no record."""

_MARK = re.compile(r"^(?:[-+*•–—]|\d{1,2}[.)/])\s*(?=\S)")


def years_before(year: int) -> tuple[int, ...]:
    """Return the years whose levels are kept for `year`, the oldest first."""
    return tuple(range(year - YEARS_BACK, year))


def columns_of(year: int) -> tuple[str, ...]:
    """Return the columns of the table: each year by its digits, then last year's matters."""
    return (*map(str, years_before(year)), *TEXT_COLUMNS)


def items_in(text: str) -> tuple[str, ...]:
    """Return the matters that a cell names, one a line.

    A line with a dash, a dot or a number before it begins one. In a cell without such marks every line does,
    but one that begins with a small letter goes on with the line above: Excel breaks long lines so.
    """
    lines = [line for line in map(clean_line, clean_text(text).split("\n")) if line]
    marked = any(_MARK.match(line) for line in lines)
    found: list[str] = []
    for line in lines:
        begins = bool(_MARK.match(line)) if marked else not line[:1].islower()
        if begins or not found:
            found.append(clean_line(_MARK.sub("", line)))
        else:
            found[-1] = f"{found[-1]} {line}"
    return tuple(filter(None, found))


def as_cell(items: Sequence[str]) -> str:
    """Return matters as a cell shows them, so that `items_in` finds the same again."""
    lines = [clean_line(one) for one in items]
    if len(lines) == 1 and not _MARK.match(lines[0]):
        return lines[0]
    return "\n".join(f"- {line}" for line in lines)
