"""Page setups of a Word file and what stands at the head and the foot of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.papers.layout_check.package import Package, W
from app.papers.layout_check.reader import WRAPS
from app.papers.word_reading.model import Bands, Block, WordSection
from app.papers.word_reading.text import length

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = frozenset({"0", "false", "off"})
_LEAST_MM, _MOST_MM = 50.0, 1000.0
_LEAST_TEXT_MM = 20.0
Blocks = Callable[[Iterable["_Element"], float], tuple[Block, ...]]
_KINDS = ("default", "first", "even")


def setups(package: Package, body: _Element, blocks: Blocks) -> list[WordSection]:
    """Return the sections in order, still without their text; a band not named is that of the one before."""
    found: list[WordSection] = []
    parts: dict[tuple[str, str], tuple[Block, ...]] = {}
    pairs = _is_on(package.part("word/settings.xml").find(f"{W}evenAndOddHeaders"))
    for setup in _ends(body):
        section = _section(setup)
        for where in ("header", "footer"):
            for reference in setup.findall(f"{W}{where}Reference"):
                kind = str(reference.get(f"{W}type", "default"))
                parts[where, kind] = blocks(package.referred(reference), section.text_width_mm)
        first = _is_on(setup.find(f"{W}titlePg"))
        bands = {where: _bands(parts, where, first=first, pairs=pairs) for where in ("header", "footer")}
        found.append(replace(section, header=bands["header"], footer=bands["footer"]))
    return found


def flat(parent: _Element) -> Iterator[_Element]:
    """Yield what stands in the body, what is wrapped in content controls too."""
    for child in parent:
        if child.tag in WRAPS:
            yield from flat(child)
        else:
            yield child


def ends_section(block: _Element) -> _Element | None:
    """Return the page setup that a paragraph ends a section with; an earlier one kept beside it is none."""
    return block.find(f"{W}pPr/{W}sectPr")


def _ends(body: _Element) -> Iterator[_Element]:
    for block in flat(body):
        setup = block if block.tag == f"{W}sectPr" else ends_section(block)
        if setup is not None:
            yield setup


def _bands(parts: dict[tuple[str, str], tuple[Block, ...]], where: str, *, first: bool, pairs: bool) -> Bands:
    other, on_first, on_even = (parts.get((where, kind), ()) for kind in _KINDS)
    return Bands(other, on_first if first else None, on_even if pairs else None)


def _section(setup: _Element) -> WordSection:
    size, edges = setup.find(f"{W}pgSz"), setup.find(f"{W}pgMar")
    width, height = (_within(_told(size, side)) for side in ("w", "h"))
    plain = WordSection(())
    if not (width and height):
        width, height = plain.width_mm, plain.height_mm
    top, bottom, right = (abs(_told(edges, side)) for side in ("top", "bottom", "right"))
    left = _told(edges, "left") + _told(edges, "gutter")
    if width - left - right < _LEAST_TEXT_MM or left < 0:
        left, right = width / 10, width / 10
    if height - top - bottom < _LEAST_TEXT_MM:
        top, bottom = height / 10, height / 10
    kind, numbers = setup.find(f"{W}type"), setup.find(f"{W}pgNumType")
    start = str(numbers.get(f"{W}start", "")) if numbers is not None else ""
    return WordSection(
        (),
        width,
        height,
        top,
        bottom,
        left,
        right,
        abs(_told(edges, "header")),
        abs(_told(edges, "footer")),
        continues=kind is not None and kind.get(f"{W}val") == "continuous",
        first_number=int(start) if start.isdigit() and len(start) <= len(str(99_999)) else None,
    )


def _told(element: _Element | None, name: str) -> float:
    return length(element.get(f"{W}{name}")) if element is not None else 0


def _within(mm: float) -> float:
    return min(max(mm, _LEAST_MM), _MOST_MM) if mm > 0 else 0


def _is_on(flag: _Element | None) -> bool:
    return flag is not None and flag.get(f"{W}val", "1") not in _OFF
