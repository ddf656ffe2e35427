"""The smallest pieces of a PDF page: lines, paragraphs, rules and dots that know their height.

Lengths are points; `top` counts from the foot of the page as PDF does.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from typing_extensions import override

from app.papers.content import RULE_GAP_PT, RULE_LINE_PT, RULE_PT

_DOT_EVERY_PT = 3.0
ROUNDING_PT = 0.01
_ENDLESS_PT = 1e9
_LINES_TOGETHER = 2
_PARTED_FROM = 3
"""Dotted lines up to this many stay together, as a word processor keeps so short a paragraph whole."""


class Piece:
    """Something of known height; one that is not split goes to the next page whole."""

    height: float = 0

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw it with its upper left corner at `x`, `top`; the base draws nothing, it is blank room."""

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Return what fits in `room` and the rest, None when no part of it may stand alone."""
        del room
        return None

    def on_new_page(self) -> Piece:
        """Return it as it looks at the top of a page."""
        return self


class Blank(Piece):
    """Empty lines, as those for the signature."""

    def __init__(self, height: float) -> None:
        self.height = height


class Line(Piece):
    """One line of text in one face, drawn without the cost of a paragraph."""

    def __init__(self, text: str, face: str, size: float, drop: tuple[float, float], offset: float) -> None:
        """Take the line height and the fall of the base line from the top as `drop`."""
        self.height, self._fall = drop
        self._text, self._face, self._size, self._offset = text, face, size, offset

    def without_text(self) -> Line:
        """Return an empty line of the same height."""
        return Line("", self._face, self._size, (self.height, self._fall), 0)

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        canvas.setFont(self._face, self._size)
        canvas.drawString(x + self._offset, top - self._fall, self._text)


class WrappedText(Paragraph):
    """A paragraph broken into lines once; parts of it are drawn without breaking them again."""

    blPara: Any  # noqa: N815  the library's own name for the broken lines
    bulletText: Any  # noqa: N815  and for what stands before the first of them

    def break_lines(self, width: float) -> int:
        """Return into how many lines the text falls."""
        self.wrap(width, _ENDLESS_PT)
        return len(self.blPara.lines)

    def lines_from(self, first: int, last: int) -> WrappedText:
        """Return the lines from `first` up to `last`, as they stand in the whole."""
        part = copy(self)
        part.keep_lines(first, last)
        return part

    def keep_lines(self, first: int, last: int) -> None:
        """Forget all lines but these; only the end of the whole text is not justified."""
        lines = self.blPara.lines
        self._JustifyLast = last < len(lines) or getattr(self, "_JustifyLast", False)
        self.blPara = copy(self.blPara)
        self.blPara.lines = lines[first:last]
        self.height = (last - first) * self.style.leading
        if first > 0:
            self.bulletText = None
            self.style = self.style.clone(self.style.name, firstLineIndent=0)


class Text(Piece):
    """A paragraph that wraps; at least two of its lines stand together at a page break."""

    def __init__(self, paragraph: WrappedText, lines: int, shift: float) -> None:
        """Take as `shift` how far below the library's own the base lines are to stand."""
        self._paragraph, self.lines, self._shift = paragraph, lines, shift
        self._leading = float(paragraph.style.leading)
        self.height = lines * self._leading

    @property
    def least(self) -> float:
        """Return the height that is never parted: two lines, or all three."""
        return self._leading * (self.lines if self.lines < 2 * _LINES_TOGETHER else _LINES_TOGETHER)

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        self._paragraph.drawOn(canvas, x, top - self.height - self._shift)

    @override
    def split(self, room: float) -> tuple[Text, Text] | None:
        fitting = int((room + ROUNDING_PT) / self._leading)
        return self._cut(min(fitting, self.lines - _LINES_TOGETHER))

    def without_last_lines(self, count: int) -> tuple[Text, Text] | None:
        """Return the text before its last `count` lines, and those; None when too little would be left."""
        return self._cut(self.lines - count)

    def _cut(self, place: int) -> tuple[Text, Text] | None:
        if place < _LINES_TOGETHER:
            return None
        first, rest = self._paragraph.lines_from(0, place), self._paragraph.lines_from(place, self.lines)
        return Text(first, place, self._shift), Text(rest, self.lines - place, self._shift)


class RuleLine(Piece):
    """The solid line under the heading, as long as its text."""

    def __init__(self, length: float, width: float) -> None:
        self.height = RULE_GAP_PT + RULE_PT + RULE_LINE_PT
        self._length, self._width = length, width

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        start, y = x + (self._width - self._length) / 2, top - RULE_GAP_PT
        canvas.setLineWidth(RULE_PT)
        canvas.line(start, y, start + self._length, y)


class Dots(Piece):
    """A label and a dotted line to the end of the line, then whole dotted lines; two stay together."""

    def __init__(self, label: Line, start: float, width: float, lines: int) -> None:
        self.height = label.height * lines
        self._label, self._start, self._width, self._lines = label, start, width, lines

    @property
    def least(self) -> float:
        """Return the height that is never parted: two lines, or all three."""
        return self._label.height * (self._lines if self._lines <= _PARTED_FROM else _LINES_TOGETHER)

    @override
    def split(self, room: float) -> tuple[Dots, Dots] | None:
        fit = min(int((room + ROUNDING_PT) // self._label.height), self._lines - _LINES_TOGETHER)
        if fit < _LINES_TOGETHER:
            return None
        rest = Dots(self._label.without_text(), 0, self._width, self._lines - fit)
        return Dots(self._label, self._start, self._width, fit), rest

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        self._label.draw(canvas, x, top)
        canvas.saveState()
        canvas.setLineCap(1)
        canvas.setLineWidth(RULE_PT)
        canvas.setDash([0, _DOT_EVERY_PT])
        for line in range(self._lines):
            y = top - (line + 0.75) * self._label.height
            canvas.line(x + (self._start if line == 0 else 0), y, x + self._width, y)
        canvas.restoreState()
