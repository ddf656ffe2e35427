"""Trích yếu that is longer than a line: broken where a typist would break it, near its middle.

Left to itself the line ends wherever it is full, and "năm 2017" or half a word stands alone below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.papers.content import Block, Document, Paragraph, Run, Style, plain
from app.papers.fonts import text_width_mm

_STYLE = "subject"


def balanced(document: Document, breaks_before: Sequence[str]) -> Document:
    """Return the paper with a subject of two lines broken after a comma or before one of the words named."""
    style, room = document.style(_STYLE), document.page.text_width_mm
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.style == _STYLE:
            blocks += _in_two(block, style, room, breaks_before)
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _in_two(subject: Paragraph, style: Style, room: float, breaks_before: Sequence[str]) -> list[Paragraph]:
    """Return the halves nearest to each other in length; the whole where it fits or no place is good."""
    text = plain(subject)
    if text_width_mm(text, style) <= room:
        return [subject]
    measured = [(pair, [text_width_mm(half, style) for half in pair]) for pair in _pairs(text, breaks_before)]
    fitting = [(abs(upper - lower), pair) for pair, (upper, lower) in measured if max(upper, lower) <= room]
    if not fitting:
        return [subject]
    return [Paragraph((Run(half),), _STYLE) for half in min(fitting)[1]]


def _pairs(text: str, breaks_before: Sequence[str]) -> Iterator[tuple[str, str]]:
    words = text.split()
    for place in range(1, len(words)):
        if words[place - 1].endswith(",") or words[place] in breaks_before:
            yield " ".join(words[:place]), " ".join(words[place:])
