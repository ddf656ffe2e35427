"""Where the body of a section, or some words, stand on the pages of a PDF.

A section stands below its heading, which is a bookmark; words are found letter by letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pypdfium2

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the lower left corner."""
_PlaceOf = tuple[int, float]


def boxes_below(document: pypdfium2.PdfDocument, heading: str) -> dict[int, list[Box]]:
    """Return by page the lines of text between the bookmark called `heading` and the next one."""
    marks = list(_places(document))
    at = next((at for at, (title, _) in enumerate(marks) if title == heading), None)
    if at is None:
        return {}
    (first, top) = marks[at][1]
    last, bottom = marks[at + 1][1] if at + 1 < len(marks) else (len(document) - 1, 0.0)
    found: dict[int, list[Box]] = {}
    left_of_heading = len(_bare(heading))
    for number in range(first, last + 1):
        upper = top if number == first else float("inf")
        lower = bottom if number == last else 0.0
        page = document[number]
        text = page.get_textpage()
        for box in _lines(text, lower, upper):
            if left_of_heading > 0:
                left_of_heading -= len(_bare(text.get_text_bounded(*box)))
            else:
                found.setdefault(number, []).append(box)
        text.close()
        page.close()
    return found


def boxes_of(document: pypdfium2.PdfDocument, words: str) -> dict[int, list[Box]]:
    """Return by page the lines of text that hold `words`, where they stand for the first time."""
    wanted = _bare(words)
    for number in range(len(document) if wanted else 0):
        page = document[number]
        text = page.get_textpage()
        letters = [(at, char) for at, char in _letters(text) if not char.isspace()]
        begin = "".join(char for _, char in letters).find(wanted)
        found: list[Box] = []
        if begin >= 0:
            first, last = letters[begin][0], letters[begin + len(wanted) - 1][0]
            text.count_rects()  # the library asks for it before a range
            found = [text.get_rect(at) for at in range(text.count_rects(first, last - first + 1))]
        text.close()
        page.close()
        if found:
            return {number: found}
    return {}


def _letters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Yield each letter with its place among the letters of the page."""
    for at in range(text.count_chars()):
        for char in unicodedata.normalize("NFC", text.get_text_range(at, 1)):
            yield at, char


def _places(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, _PlaceOf]]:
    for mark in document.get_toc():
        place = mark.get_dest()
        if place is None:
            continue
        _mode, view = place.get_view()
        # A horizontal bookmark has its upper edge alone, others have it second.
        yield mark.get_title(), (place.get_index() or 0, view[-1] if len(view) == 1 else view[1])


def _lines(text: pypdfium2.PdfTextPage, lower: float, upper: float) -> Iterator[Box]:
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        if lower < (bottom + top) / 2 < upper:
            yield left, bottom, right, top


def _bare(text: str) -> str:
    return "".join(text.split())
