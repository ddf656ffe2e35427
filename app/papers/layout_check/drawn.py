"""Lines that are drawn, not typed: a border of a paragraph, a shape of today, a shape of Word 2007."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.papers.layout_check.package import W
from app.papers.layout_check.properties import Values

if TYPE_CHECKING:
    from lxml.etree import _Element

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_EMU_A_MM = 36_000
_FLAT_EMU = _EMU_A_MM
"""A box of less than a millimetre's height is a line to the eye."""
_MM_A_POINT = 25.4 / 72
_LINES = frozenset({"line", "straightConnector1"})
_CONNECTOR = "_x0000_t32"
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([\d.]+)(pt|in|mm|cm)")
_POINT = re.compile(r"(-?[\d.]+)(pt|in|mm|cm)?,")
_UNITS_MM = {"pt": _MM_A_POINT, "in": 25.4, "mm": 1.0, "cm": 10.0}
_CELL_SIDES_MM = 3.8
"""Word's own margins of a cell, left and right together."""
_TWIPS_A_MM = 1440 / 25.4


def rule_mm(paragraph: _Element, values: Values, room_mm: float) -> float | None:
    """Return how long the line is that is drawn at a paragraph; 0 if unknown, None if there is none."""
    for length in (_shape(paragraph), _old_shape(paragraph), _border(paragraph, values, room_mm)):
        if length is not None:
            return length
    return None


def is_picture(paragraph: _Element) -> bool:
    """Return whether a paragraph holds a picture or another object that takes room."""
    return any(True for name in ("drawing", "pict", "object") for _ in paragraph.iter(f"{W}{name}"))


def _shape(paragraph: _Element) -> float | None:
    for form in paragraph.iter(f"{_A}prstGeom"):
        drawing = next(form.iterancestors(f"{W}drawing"), None)
        extent = next(drawing.iter(f"{_WP}extent"), None) if drawing is not None else None
        width, height = (float(extent.get(side, "0")) if extent is not None else 0 for side in ("cx", "cy"))
        if form.get("prst") in _LINES or (width and height < _FLAT_EMU):
            return width / _EMU_A_MM
    return None


def _old_shape(paragraph: _Element) -> float | None:
    for line in paragraph.iter(f"{_V}line"):
        ends = [_POINT.match(f"{line.get(end, '')},") for end in ("from", "to")]
        lengths = [float(end[1]) * _UNITS_MM[end[2] or "pt"] for end in ends if end]
        return abs(lengths[1] - lengths[0]) if len(lengths) == len(ends) else 0
    for shape in paragraph.iter(f"{_V}shape"):
        if str(shape.get("type", "")).endswith(_CONNECTOR):
            width = _WIDTH.search(str(shape.get("style", "")))
            return float(width[1]) * _UNITS_MM[width[2]] if width else 0
    return None


def _border(paragraph: _Element, values: Values, room_mm: float) -> float | None:
    borders = paragraph.find(f"{W}pPr/{W}pBdr")
    sides = [borders.find(f"{W}{side}") for side in ("top", "bottom")] if borders is not None else []
    if all(side is None or side.get(f"{W}val") in {None, "nil", "none"} for side in sides):
        return None
    if not room_mm:
        return 0
    drawn_in = sum(float(values.get(f"ind.{side}") or 0) for side in ("left", "right")) / _TWIPS_A_MM
    return max(room_mm - drawn_in - (0 if drawn_in else _CELL_SIDES_MM), 0)
