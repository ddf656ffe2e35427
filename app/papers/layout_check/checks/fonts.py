"""The font and the colour of all letters (documents-and-meetings.md 1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from app.common.old_fonts import is_old_font, old_font
from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line, Piece
from app.papers.layout_check.parts import Paper
from app.papers.styles import Profile

_TYPED_WORDS = 4
"""Fewer words of an old font may be names or abbreviations."""


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield lines in another font or colour, and lines typed for fonts of the years before Unicode."""
    wanted = profile.words["font"]
    for line in paper.file.lines:
        for piece in line.written():
            yield from _font(line, piece, wanted)
            if piece.colour:
                yield ruled("font", "colour", line)


def _font(line: Line, piece: Piece, wanted: str) -> Iterator[Found]:
    if not any(char.isalnum() for char in piece.text):
        return
    kind = is_old_font(piece.font) or _typed_for(line)
    if kind:
        yield ruled("font", "old", line, found=piece.font, kind=kind)
    elif piece.font.casefold() != wanted.casefold():
        yield Found("font", "face", "words.font", line, {"found": piece.font, "wanted": wanted})


def _typed_for(line: Line) -> str:
    many = len(line.text.split()) >= _TYPED_WORDS
    return (old_font(line.text) or "") if many and not line.text.isascii() else ""
