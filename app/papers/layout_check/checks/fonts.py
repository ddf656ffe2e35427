"""The font and the colour of all letters (documents-and-meetings.md 1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from app.common.old_fonts import is_old_font, kind_of
from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper
from app.papers.styles import Profile


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield lines in another font or colour, and lines typed for fonts of the years before Unicode."""
    for line in paper.file.lines:
        yield from _font(line, profile.words["font"])
        if any(piece.colour for piece in line.written()):
            yield ruled("font", "colour", line)


def _font(line: Line, wanted: str) -> Iterator[Found]:
    fonts = {piece.font for piece in line.written() if any(char.isalnum() for char in piece.text)}
    others = sorted(font for font in fonts if font.casefold() != wanted.casefold())
    old = [font for font in others if is_old_font(font)]
    kind = is_old_font(old[0]) if old else kind_of(line.text)
    if kind:
        yield ruled("font", "old", line, kind=kind)
    elif others:
        yield Found("font", "face", "words.font", line, {"found": others[0], "wanted": wanted})
