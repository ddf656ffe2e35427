"""Tables whose columns are data: a form names them by key, rows give the text of each key they have.

Beside plain rows there are rows in bold, as sums and groups are, and rows of one text across the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.papers.content import Cell, PageSetup, Paragraph, Run, Table
from app.papers.wording import Wording


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its rows call it, its head, its share of the width."""

    key: str
    head: str
    width_mm: float
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its texts by column, each line of a text a paragraph; `across` is one text over all columns."""

    cells: Mapping[str, str] = field(default_factory=dict)
    is_bold: bool = False
    across: str = ""


def columns(words: Wording) -> tuple[Column, ...]:
    """Return the columns that the wording names under ``keys``, ``columns``, ``widths_mm``, ``centred``."""
    parts = (words.texts("keys"), words.texts("columns"), words.widths("widths_mm"), words.values["centred"])
    return tuple(Column(*one) for one in zip(*parts, strict=True))


def table(
    wanted: Sequence[Column],
    rows: Sequence[Row],
    page: PageSetup,
    words: Wording,
) -> Table:
    """Return the table stretched to the page; without rows the empty ones of the form, for a pen."""
    stretch = page.text_width_mm / sum(one.width_mm for one in wanted)
    shown = rows or [Row()] * words.values["blank_rows"]
    head = tuple(Cell((Paragraph((Run(one.head),), "table_head"),)) for one in wanted)
    return Table(
        tuple(one.width_mm * stretch for one in wanted),
        (head, *(_cells(row, wanted) for row in shown)),
        least_row_mm=0 if rows else words.values["blank_row_mm"],
    )


def _cells(row: Row, wanted: Sequence[Column]) -> tuple[Cell, ...]:
    if row.across:
        return (Cell(_paragraphs(row.across, "table_text", is_bold=row.is_bold), colspan=len(wanted)),)
    styles = ["table_center" if one.is_centred else "table_text" for one in wanted]
    return tuple(
        Cell(_paragraphs(row.cells.get(one.key, ""), style, is_bold=row.is_bold))
        for one, style in zip(wanted, styles, strict=True)
    )


def _paragraphs(text: str, style: str, *, is_bold: bool) -> tuple[Paragraph, ...]:
    parts = [part.strip() for part in text.split("\n") if part.strip()] or [""]
    return tuple(Paragraph((Run(part, bold=is_bold),), style) for part in parts)
