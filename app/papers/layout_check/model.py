"""A Word file as the eye sees it: pages, and lines of text with what fonts and styles come to in the end.

Lengths are millimetres, sizes points. Nothing of the XML is left in it, so that a check is plain arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """A cell of a table: which table of the file, row and column, from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one face."""

    text: str
    font: str = "Times New Roman"
    size_pt: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    """Six hexadecimal digits, empty for the colour of ink."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands between two breaks of a paragraph, or between two tabs of it.

    `number` is the place of the paragraph in the file from 1. `shares` says that other lines come from the
    same paragraph, whose alignment and indent then say nothing about this one.
    """

    number: int
    pieces: tuple[Piece, ...] = ()
    align: str = "left"
    first_line_mm: float = 0
    left_mm: float = 0
    line_pt: float = 18
    before_pt: float = 0
    after_pt: float = 0
    place: Place | None = None
    shares: bool = False
    listed: bool = False
    """Word puts a number or a dash of its own before it."""
    pictured: bool = False
    """A picture stands here, as of a signature."""
    rule_mm: float | None = None
    """Length of a line drawn or bordered here; 0 where it is there but cannot be measured."""
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Join the text once: every check reads it."""
        object.__setattr__(self, "text", " ".join("".join(piece.text for piece in self.pieces).split()))

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is written here."""
        return not self.text

    def all(self, face: str) -> bool:
        """Return whether every letter is in the `face` ("bold", "italic", "underline")."""
        return all(getattr(piece, face) for piece in self.written())

    def any(self, face: str) -> bool:
        """Return whether a letter is in the `face`."""
        return any(getattr(piece, face) for piece in self.written())

    def written(self) -> list[Piece]:
        """Return the pieces that hold a letter or a figure; all that are not blank where none does."""
        lettered = [piece for piece in self.pieces if any(char.isalnum() for char in piece.text)]
        return lettered or [piece for piece in self.pieces if piece.text.strip()]

    def sizes(self) -> list[float]:
        """Return the sizes of the letters, each once, in order."""
        return list(dict.fromkeys(piece.size_pt for piece in self.written()))


@dataclass(frozen=True, slots=True)
class Band:
    """A header or footer: its lines, and those of them that hold the number of the page."""

    numbers: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one setup; the bands of the first page are None where it is like the others."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    header_mm: float
    header: Band = Band()
    footer: Band = Band()
    first_header: Band | None = None
    first_footer: Band | None = None


@dataclass(frozen=True, slots=True)
class WordFile:
    """A whole file: its sections, its lines in reading order, and whether pages are set as a pair."""

    sections: tuple[Section, ...]
    lines: tuple[Line, ...]
    mirrored: bool = False
