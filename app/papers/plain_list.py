"""A list as shown, on paper: its heading and one table, in the type and on the margins of papers.

It is no document of the Party and has no head, number or signature; what has these is a kind of its own.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from app.domain.listing import Listing, shown
from app.papers.blocks import landscape, line
from app.papers.content import CELL_SIDE_MM, Block, Cell, Document, PageSetup, Style, Table
from app.papers.fonts import text_width_mm
from app.papers.glyphs import drawable
from app.papers.styles import Profile

_MEASURED = 30
"""As many of the longest words of a column are measured; the others are shorter anyway."""
_SPARE_MM = 2 * CELL_SIDE_MM + 0.6


def build(listing: Listing, profile: Profile, band: str = "") -> Document:
    """Return the list on an upright page where its columns fit there on one line, else on one on its side."""
    wanted = _wanted_mm(listing, profile.styles)
    upright = profile.page
    page = upright if sum(wanted) <= upright.text_width_mm else landscape(upright)
    cells = [
        tuple(Cell((line(shown(value), style),)) for value, style in zip(row, _styles(listing), strict=True))
        for row in listing.rows
    ]
    head = tuple(Cell((line(column.title, "table_head"),)) for column in listing.columns)
    table = Table(_fitted(wanted, _least_mm(listing, profile.styles), page), (head, *cells))
    blocks: tuple[Block, ...] = (
        line(listing.title.upper(), "type_name"),
        *(line(note, "note") for note in listing.notes),
        table,
    )
    return drawable(Document(listing.title, profile.name, page, profile.styles, blocks, band))


def _styles(listing: Listing) -> Sequence[str]:
    return ["table_center" if column.to_right else "table_text" for column in listing.columns]


def _wanted_mm(listing: Listing, styles: Sequence[Style]) -> list[float]:
    """Return the width of each column at which nothing in it wraps but the title."""
    text = next(style for style in styles if style.name == "table_text")
    widths = []
    for place, least in enumerate(_least_mm(listing, styles)):
        longest = heapq.nlargest(_MEASURED, (shown(row[place]) for row in listing.rows), key=len)
        widths.append(max([least, *(text_width_mm(words, text) + _SPARE_MM for words in longest)]))
    return widths


def _least_mm(listing: Listing, styles: Sequence[Style]) -> list[float]:
    """Return the width of each column at which no word of its title and no date or number breaks."""
    head = next(style for style in styles if style.name == "table_head")
    return [
        max(text_width_mm(word, head) for word in column.title.split() or [""]) + _SPARE_MM
        for column in listing.columns
    ]


def _fitted(wanted: Sequence[float], least: Sequence[float], page: PageSetup) -> tuple[float, ...]:
    """Return widths that fill the page: what is over goes to all, what lacks comes from the widest first."""
    room = page.text_width_mm
    widths = list(wanted)
    if sum(widths) > room:
        widths = _cut(widths, least, room)
    stretch = room / sum(widths)
    return tuple(width * stretch for width in widths)


def _cut(widths: list[float], least: Sequence[float], room: float) -> list[float]:
    """Lower the widest columns to one common width until all of them fit."""
    low, high = 0.0, max(widths)
    for _ in range(40):
        middle = (low + high) / 2
        if sum(max(min(width, middle), floor) for width, floor in zip(widths, least, strict=True)) > room:
            high = middle
        else:
            low = middle
    return [max(min(width, low), floor) for width, floor in zip(widths, least, strict=True)]
