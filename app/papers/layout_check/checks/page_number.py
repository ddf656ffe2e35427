"""Numbers of pages: on top, in the middle, from page 2 (1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from app.papers.layout_check.found import Found, number, ruled
from app.papers.layout_check.model import Line, Section
from app.papers.layout_check.parts import Paper
from app.papers.styles import Profile

_SIZE_PT = 0.25
_EDGE_MM = 3.0
"""Word sets headers 12,7 mm from the edge by itself, and papers of the centre stand there."""
_LETTERS_A_LINE = 80
_MM_A_POINT = 25.4 / 72
_SURELY = 1.35
"""So many pages of text by our own reckoning are two for certain."""


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield where numbers of pages are missing, or stand or look otherwise."""
    if not paper.file.sections:
        return
    section = paper.file.sections[0]
    if section.footer.numbers:
        yield ruled("page_number", "foot", params_of=_text(section.footer.numbers))
        yield from _first(section, section.first_footer is None)
    elif section.header.numbers:
        yield from _looks(section.header.numbers[0], profile)
        yield from _edge(section, profile)
        yield from _first(section, section.first_header is None)
    elif _pages(paper, section) > _SURELY:
        yield ruled("page_number", "missing")


def _text(lines: tuple[Line, ...]) -> str:
    return lines[0].text


def _first(section: Section, same: bool) -> Iterator[Found]:  # noqa: FBT001  a fact, not a switch
    on_first = [band for band in (section.first_header, section.first_footer) if band and band.numbers]
    if same or on_first:
        yield ruled("page_number", "first")


def _looks(line: Line, profile: Profile) -> Iterator[Found]:
    style = next(one for one in profile.styles if one.name == "page_number")
    wrong = [size for size in line.sizes() if abs(size - style.size_pt) > _SIZE_PT]
    if wrong:
        params = {"found": number(wrong[0]), "wanted": number(style.size_pt)}
        yield Found("page_number", "size", "styles.page_number.size_pt", None, params)
    if line.align != "center" and not line.shares:
        yield Found("page_number", "align", "styles.page_number.align")


def _edge(section: Section, profile: Profile) -> Iterator[Found]:
    wanted = profile.page.number_from_top_mm
    if abs(section.header_mm - wanted) > _EDGE_MM:
        params = {"found": number(section.header_mm), "wanted": number(wanted)}
        yield Found("page_number", "edge", "page.number_from_top_mm", None, params)


def _pages(paper: Paper, section: Section) -> float:
    """Return about how many pages the text takes; tables count by their rows' longest cell."""
    rows: dict[object, float] = {}
    for place, line in enumerate(paper.file.lines):
        height = (
            ceil(max(len(line.text), 1) / _LETTERS_A_LINE) * line.line_pt + line.before_pt + line.after_pt
        )
        key: object = (line.place.table, line.place.row) if line.place else place
        rows[key] = max(rows.get(key, 0), height)
    room = section.height_mm - section.top_mm - section.bottom_mm
    return sum(rows.values()) * _MM_A_POINT / room if room > 0 else 0
