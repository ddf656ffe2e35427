"""What is written into a cell of an Excel sheet: text that stays text, numbers where the form counts."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from app.papers.committee.sheet_book import S, letters_of
from app.papers.committee.word_text import XML_SPACE, Written, clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,10})?")


def put_number(cell: _Element, text: str) -> bool:
    """Write a number as one; return whether the text is one."""
    if not _NUMBER.fullmatch(text):
        return False
    _emptied(cell)
    value = float(text.replace(",", "."))
    etree.SubElement(cell, f"{S}v").text = f"{value:g}" if abs(value) < 10**15 else text
    return True


def put_text(cell: _Element, present: _Element | None, pieces: Sequence[Written]) -> None:
    """Write over pieces of what a cell says; it becomes text of its own, in the faces of its runs.

    Text is never a formula, whatever it begins with.
    """
    inside = etree.Element(f"{S}is")
    if present is not None:
        for child in present:
            if child.tag in {f"{S}t", f"{S}r"}:
                inside.append(copy.deepcopy(child))
    if not letters_of(inside):
        etree.SubElement(inside, f"{S}t").text = ""
    for piece in sorted(pieces, key=lambda one: -one.start):
        _write(letters_of(inside), piece)
    _emptied(cell)
    cell.set("t", "inlineStr")
    cell.append(inside)


def _write(letters: list[_Element], piece: Written) -> None:
    start, touched = 0, []
    for one in letters:
        end = start + len(one.text or "")
        if (start < piece.end and end > piece.start) or (start <= piece.start == piece.end <= end):
            touched.append((one, start))
        start = end
    for place, (one, begins) in enumerate(touched):
        text = one.text or ""
        before, after = text[: max(piece.start - begins, 0)], text[max(piece.end - begins, 0) :]
        one.text = before + (clean(piece.text) if place == 0 else "") + after
        one.set(XML_SPACE, "preserve")
        if piece.start == piece.end:
            break


def _emptied(cell: _Element) -> None:
    for child in [one for one in cell if one.tag in {f"{S}v", f"{S}is", f"{S}f"}]:
        cell.remove(child)
    cell.attrib.pop("t", "")


def empty(cell: _Element) -> None:
    """Let a cell say nothing; it keeps its looks."""
    _emptied(cell)
