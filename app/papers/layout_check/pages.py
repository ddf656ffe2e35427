"""Page setups of a Word file, with the headers and footers that hold numbers of pages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from app.papers.layout_check.model import Band, Line, Section
from app.papers.layout_check.package import Package, W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_TWIPS_A_MM = 1440 / 25.4
_PAGE = re.compile(r"\bPAGE\b")
_OFF = frozenset({"0", "false", "off"})


class Lines(Protocol):
    """Reads the lines of a part."""

    def lines(self, parent: Iterable[_Element]) -> Iterator[Line]:
        """Yield the lines below `parent`."""


def sections(package: Package, body: _Element, reader: Lines) -> tuple[Section, ...]:
    """Return the sections in order; a header not named is that of the section before."""
    found: list[Section] = []
    bands: dict[tuple[str, str], Band] = {}
    for setup in body.iter(f"{W}sectPr"):
        for where in ("header", "footer"):
            for reference in setup.findall(f"{W}{where}Reference"):
                kind = str(reference.get(f"{W}type", "default"))
                bands[where, kind] = _band(package.referred(reference), reader)
        found.append(_section(setup, bands))
    return tuple(found)


def _section(setup: _Element, bands: dict[tuple[str, str], Band]) -> Section:
    size, edges = _numbers(setup.find(f"{W}pgSz")), _numbers(setup.find(f"{W}pgMar"))
    title = setup.find(f"{W}titlePg")
    differs = title is not None and title.get(f"{W}val", "1") not in _OFF
    none = Band()
    return Section(
        width_mm=size.get("w", 12240 / _TWIPS_A_MM),
        height_mm=size.get("h", 15840 / _TWIPS_A_MM),
        top_mm=abs(edges.get("top", 0)),
        bottom_mm=abs(edges.get("bottom", 0)),
        left_mm=edges.get("left", 0) + edges.get("gutter", 0),
        right_mm=edges.get("right", 0),
        header_mm=edges.get("header", 0),
        header=bands.get(("header", "default"), none),
        footer=bands.get(("footer", "default"), none),
        first_header=bands.get(("header", "first"), none) if differs else None,
        first_footer=bands.get(("footer", "first"), none) if differs else None,
    )


def _numbers(element: _Element | None) -> dict[str, float]:
    if element is None:
        return {}
    values = {str(key).removeprefix(W): str(value) for key, value in element.attrib.items()}
    return {
        key: float(value) / _TWIPS_A_MM
        for key, value in values.items()
        if value.lstrip("-").replace(".", "", 1).isdigit()
    }


def _band(root: _Element, reader: Lines) -> Band:
    """Return the lines of the paragraphs that compute a number of the page."""
    numbered: list[Line] = []
    for paragraph in root.iter(f"{W}p"):
        codes = "".join(str(code.text or "") for code in paragraph.iter(f"{W}instrText"))
        codes += " ".join(str(one.get(f"{W}instr", "")) for one in paragraph.iter(f"{W}fldSimple"))
        if not _PAGE.search(codes):
            continue
        lines = [line for line in reader.lines([paragraph]) if not line.is_empty][:1]
        placed = _is_placed(paragraph)
        numbered += [replace(line, shares=True) for line in lines] if placed else lines
    return Band(tuple(numbered))


def _is_placed(paragraph: _Element) -> bool:
    """Return whether a tab or a box puts the number where it stands, so that its alignment says nothing."""
    boxed = any(True for _ in paragraph.iterancestors(f"{W}txbxContent"))
    return boxed or any(
        True for run in paragraph.iter(f"{W}r") for _ in run.iterchildren(f"{W}tab", f"{W}ptab")
    )
