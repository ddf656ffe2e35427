"""Places of a form as somebody finds them with the eye: behind some words, or in a cell of a table."""

from __future__ import annotations

from app.papers.committee.model import FormView, Grid, Line, Row, lines_in, rows_in


def lines(view: FormView) -> list[Line]:
    """Return all lines of a form."""
    return [line for part in view.parts for line in lines_in(part.blocks)]


def behind(view: FormView, words: str) -> str:
    """Return the first place behind some words in their line."""
    for line in lines(view):
        said = ""
        for piece in line.pieces:
            if piece.at and said.endswith(words):
                return piece.at
            said += piece.text
    raise LookupError(words)


def below(view: FormView, words: str) -> str:
    """Return the first place in the lines under the one that says some words."""
    found = False
    for line in lines(view):
        if found:
            for piece in line.pieces:
                if piece.at:
                    return piece.at
        found = found or words in "".join(piece.text for piece in line.pieces)
    raise LookupError(words)


def table(view: FormView, words: str) -> Grid:
    """Return the table in which some words stand."""
    for part in view.parts:
        for block in part.blocks:
            if isinstance(block, Grid) and words in text(block):
                return block
    raise LookupError(words)


def text(grid: Grid) -> str:
    """Return the words of a table."""
    return " ".join("".join(piece.text for piece in line.pieces) for line in lines_in([grid]))


def cell(row: Row, place: int) -> str:
    """Return the place in a cell of a row."""
    return next(piece.at for line in row.boxes[place].lines for piece in line.pieces if piece.at)


__all__ = ["behind", "below", "cell", "lines", "rows_in", "table", "text"]
