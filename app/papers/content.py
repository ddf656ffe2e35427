"""The content of a paper as one frozen value; both writers read it, neither decides anything.

All wording, dates, names and sums are already in it. Text is NFC. Lengths are millimetres, sizes points.
There is no escape hatch for one format (architecture.md 5.12).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

CONTENT_FORMAT = 1
"""Grows when a stored content value changes shape; writers read every older one (decisions.md 2.8)."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in one named style of the layout profile."""

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


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    paragraphs: tuple[Paragraph, ...]
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under repeated header rows; a row never splits over pages."""

    widths_mm: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two columns without borders that stay together: the head and the signature block.

    `keep_with_previous` holds the block to the two paragraphs before it, so that a signature is never alone.
    """

    left: tuple[Paragraph | Rule, ...]
    right: tuple[Paragraph | Rule, ...]
    left_mm: float
    right_mm: float
    keep_with_previous: bool = False


Block: TypeAlias = Paragraph | Rule | Leader | Table | SideBySide


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
    """A whole paper: title for the file's properties, layout profile by name, page and blocks."""

    title: str
    profile: str
    page: PageSetup
    blocks: tuple[Block, ...]
    band: str = ""
    """Printed small at the foot of every page ("TÀI LIỆU LUYỆN TẬP"), empty for real papers."""
