"""A table from the clipboard, as Excel, Word and LibreOffice put it there: tabs, lines, quoted cells."""

from __future__ import annotations

from collections.abc import Iterator

_QUOTE, _TAB = '"', "\t"
_ENDS = (_TAB, "\n")


def cells_in(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of pasted text, row by row; an empty text has none.

    Excel puts a cell of several lines into quotes and doubles those inside; a quote that closes nowhere is a
    letter like any other.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = [tuple(row) for row in _rows(unified)]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return tuple(rows)


def as_pasted(rows: tuple[tuple[str, ...], ...]) -> str:
    """Return cells as Excel puts them into the clipboard."""
    return "\n".join(_TAB.join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    if not any(mark in cell for mark in (*_ENDS, _QUOTE)):
        return cell
    return _QUOTE + cell.replace(_QUOTE, _QUOTE * 2) + _QUOTE


def _rows(text: str) -> Iterator[list[str]]:
    at, row = 0, list[str]()
    while at <= len(text):
        cell, at = _cell(text, at)
        row.append(cell)
        if at >= len(text) or text[at] == "\n":
            yield row
            row = []
        at += 1


def _cell(text: str, start: int) -> tuple[str, int]:
    """Return the cell that begins at `start`, and where it ends."""
    if text.startswith(_QUOTE, start):
        end = _closing(text, start + 1)
        if end >= 0:
            return text[start + 1 : end].replace(_QUOTE * 2, _QUOTE), end + 1
    ends = [place for mark in _ENDS if (place := text.find(mark, start)) >= 0]
    end = min(ends, default=len(text))
    return text[start:end], end


def _closing(text: str, at: int) -> int:
    """Return where the quote stands that ends the cell, or -1 for a quote that only stands in the text."""
    while (at := text.find(_QUOTE, at)) >= 0:
        if text.startswith(_QUOTE, at + 1):
            at += 2
        elif at + 1 == len(text) or text[at + 1] in _ENDS:
            return at
        else:
            return -1
    return -1
