"""Sections of a paper: headings, what somebody wrote, facts with their labels, boxes to tick.

What is not entered yet is a dotted line, so that a pen can finish the paper (rulings.md 6).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.papers.blocks import line, prose
from app.papers.content import Block, Cell, Leader, PageSetup, Paragraph, Run, Table
from app.papers.wording import wording

_BLANK_LINES = 3


def heading(text: str) -> Paragraph:
    """Return the heading of a section: "I. Ưu điểm, kết quả đạt được"."""
    return line(text, "article")


def subheading(text: str) -> Paragraph:
    """Return a heading below another one, in bold italics."""
    return Paragraph((Run(text, bold=True, italic=True),), "clause_title")


def written(text: str, lines: int = _BLANK_LINES) -> tuple[Block, ...]:
    """Return what somebody wrote, a paragraph a line; nothing written yet is `lines` dotted lines."""
    return prose(text) or (Leader("", "body", lines=lines),)


def fact(label: str, value: str, lines: int = 1) -> Block:
    """Return "Họ và tên: Nguyễn Văn A" on a line of its own; without a value the rest of it is dotted."""
    if value.strip():
        return Paragraph((Run(f"{label} "), Run(" ".join(value.split()))), "body")
    return Leader(label, "body", lines=lines)


def bullets(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return each text as a paragraph behind a dash; a text of several lines is several paragraphs."""
    return tuple(line(f"- {part.removeprefix('- ')}", "body") for text in texts for part in _lines(text))


def _lines(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n") if part.strip()]


def ended(text: str) -> str:
    """Return a text on one line as a sentence, with a full stop unless it ends with a sign of its own."""
    said = " ".join(text.split())
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


def below_text(table: Table) -> tuple[Block, Block]:
    """Return a table with a little room between it and the text above."""
    return Paragraph((), "table_gap"), table


def ticked(names: Sequence[str], chosen: str, page: PageSetup) -> Table:
    """Return the boxes of a choice: the names in one row, a cross below the one that is `chosen`."""
    cross = wording("shared").text("chosen")
    width = page.text_width_mm / len(names)
    heads = tuple(Cell((line(name, "table_head"),)) for name in names)
    marks = tuple(Cell((line(cross if name == chosen else "", "table_center"),)) for name in names)
    return Table((width,) * len(names), (heads, marks), least_row_mm=8)
