"""Tables whose columns a paper finds by itself, as one for each level; a cell may have several paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.papers.blocks import line
from app.papers.content import Cell, PageSetup, Paragraph, Table
from app.papers.wording import Wording


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, and whether its text stands in the middle."""

    head: str
    width_mm: float
    is_centred: bool = False


def columns_of(words: Wording) -> tuple[Column, ...]:
    """Return the fixed columns of a form as its wording lists them."""
    named = zip(words.texts("columns"), words.widths("widths_mm"), words.values["centred"], strict=True)
    return tuple(Column(*one) for one in named)


def grid(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], page: PageSetup, least_row_mm: float = 0
) -> Table:
    """Return the table, stretched to the page; each line of a text is a paragraph of its cell."""
    stretch = page.text_width_mm / sum(one.width_mm for one in columns)
    heads = tuple(Cell((line(one.head, "table_head"),)) for one in columns)
    styles = ["table_center" if one.is_centred else "table_text" for one in columns]
    body = (
        tuple(Cell(_paragraphs(text, style)) for text, style in zip(row, styles, strict=True)) for row in rows
    )
    widths = tuple(one.width_mm * stretch for one in columns)
    return Table(widths, (heads, *body), least_row_mm=least_row_mm)


def blank_rows(columns: Sequence[Column], count: int) -> list[list[str]]:
    """Return so many empty rows for a pen."""
    return [[""] * len(columns) for _ in range(count)]


def _paragraphs(text: str, style: str) -> tuple[Paragraph, ...]:
    lines = [part.strip() for part in text.split("\n") if part.strip()]
    return tuple(line(part, style) for part in lines or [""])
