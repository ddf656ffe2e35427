"""Rows that have to hold more than one line: their height, and cells that break their text."""

from __future__ import annotations

import copy
import math
from typing import TYPE_CHECKING

from lxml import etree

from app.papers.committee.sheet_book import STYLES, Book, S, Sheet

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDTH = 8.43
_LINE = 1.36
"""Height of a line to the size of its letters, as Excel makes rows."""
_ROOM = 1.5


class Heights:
    """Fits rows of one book to what was written into them; styles are copied, never changed."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.styles: _Element | None = None
        self._wrapping: dict[str, str] = {}
        self._fixed: dict[tuple[str, int], float] = {}

    def fit(self, sheet: Sheet, cell: _Element, column: int, number: int) -> None:
        """Let the row be high enough for what the cell says, and the cell break its text where it is long."""
        text = self._book.text(cell)
        look = self._book.look(cell)
        area = sheet.merges().at(column, number)
        widths = sheet.widths()
        columns = range(area.left, area.right + 1) if area else (column,)
        room = max(sum(widths.get(one, _WIDTH) for one in columns) * 11 / look.size_pt - _ROOM, 1)
        lines = sum(max(math.ceil(len(part) / room), 1) for part in text.split("\n"))
        if lines <= 1 or not (look.edges or look.wraps or "\n" in text):
            return  # what is short fits, and a text without lines around runs on into empty cells
        if not look.wraps:
            cell.set("s", self._wrapped(str(cell.get("s", "0"))))
        down = area.bottom - area.top + 1 if area else 1
        self._raise(sheet, number, lines * look.size_pt * _LINE / down, is_merged=area is not None)

    def _raise(self, sheet: Sheet, number: int, needed: float, *, is_merged: bool) -> None:
        row = sheet.rows().get(number)
        if row is None:
            return
        present = self._fixed.get((sheet.part, number), float(row.get("ht", 0)))
        is_fixed = is_merged or bool(row.get("ht"))
        if is_fixed and needed > present:
            row.set("ht", f"{needed:.2f}")
            row.set("customHeight", "1")
            self._fixed[sheet.part, number] = needed

    def _wrapped(self, style: str) -> str:
        """Return a copy of a style in which text breaks."""
        if style in self._wrapping:
            return self._wrapping[style]
        if self.styles is None:
            self.styles = self._book.package.part(STYLES)
        formats = self.styles.find(f"{S}cellXfs")
        if formats is None or int(style) >= len(formats):
            return style
        made = copy.deepcopy(formats[int(style)])
        align = made.find(f"{S}alignment")
        if align is None:
            align = etree.Element(f"{S}alignment")
            made.insert(0, align)
        align.set("wrapText", "1")
        made.set("applyAlignment", "1")
        formats.append(made)
        formats.set("count", str(len(formats)))
        self._wrapping[style] = str(len(formats) - 1)
        return self._wrapping[style]
