"""A Word file of anybody's as blocks that can be set on pages; lengths are millimetres, sizes points.

Wider than `app.papers.content`, which holds what our own papers need: here a run has its size, a table its
edges, a section its page. Nothing of the XML is left in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one face; "\\n" and "\\t" in it are breaks and tabs."""

    text: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    raised: Literal["", "super", "sub"] = ""
    field: Literal["", "page", "pages"] = ""
    """The number of the page, or how many there are, in place of the text."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A stop: its place from the left edge of the text, how text stands at it, what fills the way to it."""

    at_mm: float
    align: Literal["left", "center", "right"] = "left"
    leader: Literal["", "dot", "line"] = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `label` is what Word puts before it by itself: "1.", "a)", "-"."""

    spans: tuple[Span, ...]
    size_pt: float = 14
    """Of the largest letters; of an empty paragraph that of its mark."""
    line_pt: float = 16.1
    align: Align = "left"
    before_pt: float = 0
    after_pt: float = 0
    left_mm: float = 0
    right_mm: float = 0
    first_line_mm: float = 0
    label: tuple[Span, ...] = ()
    tabs: tuple[Tab, ...] = ()
    keep_with_next: bool = False
    on_new_page: bool = False
    outline: int = 0
    """1 for a heading of the first level; 0 for text."""
    rule_mm: float | None = None
    """Length of a line drawn below it; 0 for one as long as the text is wide."""

    @property
    def text(self) -> str:
        """Return the words with the label, breaks and tabs as single spaces."""
        return " ".join("".join(span.text for span in (*self.label, *_apart(self))).split())


def _apart(para: Para) -> tuple[Span, ...]:
    return (Span(" ", para.size_pt), *para.spans) if para.label else para.spans


@dataclass(frozen=True, slots=True)
class Edges:
    """Which sides of a cell have a line."""

    top: bool = False
    left: bool = False
    bottom: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell over one or more columns and rows."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    edges: Edges = Edges()
    stands: Literal["top", "center", "bottom"] = "top"


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row: the cells that begin in it, each with its first column."""

    cells: tuple[tuple[int, WordCell], ...]
    is_head: bool = False
    """Stands again on every page."""
    least_mm: float = 0


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table; `left_mm` is where it begins, from the edge of the text."""

    widths_mm: tuple[float, ...]
    rows: tuple[WordRow, ...]
    left_mm: float = 0
    side_mm: float = 1.9
    """Room at the sides of a cell's text."""
    edge_mm: float = 0


@dataclass(frozen=True, slots=True)
class NewPage:
    """Here a new page begins."""


Block: TypeAlias = Para | WordTable | NewPage


@dataclass(frozen=True, slots=True)
class Bands:
    """What stands at the head or at the foot of pages; None on the first or on even pages is "as others"."""

    other: tuple[Block, ...] = ()
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None

    def on(self, page: int, *, first: bool) -> tuple[Block, ...]:
        """Return what stands on `page`, which may be the first of its section."""
        if first and self.first is not None:
            return self.first
        return self.even if self.even is not None and page % 2 == 0 else self.other


@dataclass(frozen=True, slots=True)
class WordSection:
    """Pages of one setup and what stands on them."""

    blocks: tuple[Block, ...]
    width_mm: float = 210
    height_mm: float = 297
    top_mm: float = 20
    bottom_mm: float = 20
    left_mm: float = 30
    right_mm: float = 15
    header_mm: float = 10
    footer_mm: float = 10
    header: Bands = Bands()
    footer: Bands = Bands()
    continues: bool = False
    """Begins on the page where the section before ended."""
    first_number: int | None = None

    @property
    def text_width_mm(self) -> float:
        """Return the width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True, slots=True)
class NotShown:
    """What of the file does not appear on our pages, or not as it was: a code and how often.

    `loses` says that something a reader would miss is not there; else it only looks different.
    """

    code: str
    times: int = 1
    what: str = ""
    """The font, or the characters."""
    loses: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds besides its text, which whoever takes it in must know."""

    tracked: int = 0
    """Changes that nobody accepted or refused yet."""
    comments: int = 0
    author: str = ""
    hidden: str = ""
    """Words that Word neither shows nor prints, and that everybody who gets the file can call up."""
    embedded: int = 0
    """Files within the file: sheets behind charts, objects."""


@dataclass(frozen=True, slots=True)
class WordReading:
    """A whole file: sections, what of it is not shown, and what else is in it."""

    sections: tuple[WordSection, ...]
    not_shown: tuple[NotShown, ...] = ()
    found: Found = Found()

    @property
    def is_whole(self) -> bool:
        """Return whether everything a reader would miss is on our pages."""
        return not any(one.loses for one in self.not_shown)
