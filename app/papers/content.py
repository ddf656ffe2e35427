"""The content of a paper as one frozen value; both writers read it, neither decides anything.

All wording, dates, names and sums are already in it. Text is NFC. Lengths are millimetres, sizes points.
There is no escape hatch for one format (architecture.md 5.12).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

CONTENT_FORMAT = 1
"""Grows when a stored content value changes shape; writers read every older one (decisions.md 2.8)."""

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of paragraph looks; `line_pt` is exact, so that both formats mean the same by it.

    `level` 1 and up makes the paragraph a bookmark of the PDF and a heading of the Word file.
    """

    name: str
    label: str
    size_pt: float
    line_pt: float
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    before_pt: float = 0
    after_pt: float = 0
    first_line_mm: float = 0
    indent_mm: float = 0
    keep_with_next: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in one named style of the document; a run adds its face to the face of the style."""

    runs: tuple[Run, ...]
    style: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A solid line as long as `text` set in `style`, centred in its block (HD 36, component 1)."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Leader:
    """A dotted line to write on by hand, from `label` to the end of the line, for what is not entered yet."""

    label: str
    style: str
    lines: int = 1


CELL_SIDE_MM = 1.5
CELL_EDGE_PT = 2.0
"""Room inside a table cell, at its sides and over and under its text, the same in both formats."""
RULE_GAP_PT = 1.5
"""From the text down to the `Rule` that is as long."""
RULE_PT = 0.75
RULE_LINE_PT = 1.0
"""What the line under the heading takes of the page, below its own thickness."""


@dataclass(frozen=True, slots=True)
class Field:
    """A place that whoever gets the file fills in: a content control of Word, dotted lines on paper.

    `text` is what stands in it already, a paragraph a line; without it Word shows the `hint`, which goes at
    the first letter. `label` stands before it. With `choices` one of them is chosen from a list.
    """

    tag: str
    title: str
    hint: str
    style: str
    text: str = ""
    lines: int = 3
    label: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; of one that is filled in, `paragraphs` are what paper shows."""

    paragraphs: tuple[Paragraph, ...]
    colspan: int = 1
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under repeated header rows; a row never splits over pages."""

    widths_mm: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    least_row_mm: float = 0
    """Rows under the header are at least this high: room for handwriting in a blank form."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two columns without borders that stay together: the head and the signature block.

    `keep_with_previous` holds the block to the last two lines before it, so that a signature is never alone.
    """

    left: tuple[Paragraph | Rule, ...]
    right: tuple[Paragraph | Rule, ...]
    left_mm: float
    right_mm: float
    keep_with_previous: bool = False


Still: TypeAlias = Paragraph | Rule | Leader | Table | SideBySide
"""What both formats show alike."""
Block: TypeAlias = Still | Field


def plain(paragraph: Paragraph) -> str:
    """Return the paragraph's text without its faces."""
    return "".join(run.text for run in paragraph.runs)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins; the page number stands `number_from_top_mm` from the edge, from page 2."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    number_from_top_mm: float
    orientation: Literal["portrait", "landscape"] = "portrait"

    @property
    def text_width_mm(self) -> float:
        """Return the width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper: title for the file's properties, page, the styles it uses, and blocks.

    The styles travel with the paper, so that a reprint in five years needs no file of this version.
    """

    title: str
    profile: str
    page: PageSetup
    styles: tuple[Style, ...]
    blocks: tuple[Block, ...]
    band: str = ""
    """Printed small at the foot of every page ("TÀI LIỆU LUYỆN TẬP"), empty for real papers."""
    stamp: str = ""
    """What a given-out form says of itself inside the Word file, unseen (`app.papers.given_forms.stamp`)."""
    replaced: str = ""
    """Characters that no paper font has and that "□" stands for (`app.papers.glyphs`), each once."""

    def style(self, name: str) -> Style:
        """Return the style called `name`; `KeyError` if the paper does not carry it."""
        for style in self.styles:
            if style.name == name:
                return style
        raise KeyError(name)
