"""Pieces that only the files of others need: tabs, lines below text, tables with merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from app.papers.content import RULE_PT
from app.papers.word_reading.model import Edges
from app.papers.writers.pdf_layout import GRID_PT, Stack
from app.papers.writers.pdf_pieces import ROUNDING_PT, Line, Piece

_DOTS_PT = [0.0, 3.0]


@dataclass(frozen=True)
class Filled:
    """A line below text, or the way to a tab: from where to where, and how far below the top."""

    start: float
    end: float
    down: float
    dotted: bool = False


class TabbedText(Piece):
    """Texts at their tab stops; the last one may go on over several lines."""

    def __init__(self, lines: Sequence[Line], filled: Sequence[Filled], last: Piece | None) -> None:
        self._lines, self._filled, self._last = lines, filled, last
        self._first = max(line.height for line in lines)
        self.height = max(self._first, last.height if last else 0)

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        for line in self._lines:
            line.draw(canvas, x, top)
        canvas.saveState()
        canvas.setLineWidth(RULE_PT)
        for one in self._filled:
            canvas.setLineCap(1 if one.dotted else 0)
            canvas.setDash(_DOTS_PT if one.dotted else [])
            canvas.line(x + one.start, top - one.down, x + one.end, top - one.down)
        canvas.restoreState()
        if self._last:
            self._last.draw(canvas, x, top)

    @override
    def split(self, room: float) -> tuple[Piece, Piece] | None:
        parts = self._last.split(room) if self._last else None
        return (TabbedText(self._lines, self._filled, parts[0]), parts[1]) if parts else None


class Ruled(Piece):
    """A piece with a line drawn below it, or through the top of an empty one."""

    def __init__(self, piece: Piece, span: tuple[float, float], *, below: bool) -> None:
        """Take as `span` where the line starts and ends."""
        self._piece, self._span, self._below = piece, span, below
        self.height = piece.height + (2 * RULE_PT if below else 0)

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        self._piece.draw(canvas, x, top)
        y = top - (self._piece.height + RULE_PT if self._below else RULE_PT)
        canvas.setLineWidth(RULE_PT)
        canvas.line(x + self._span[0], y, x + self._span[1], y)


class Shifted(Piece):
    """A piece that begins further in: a table that is not at the edge."""

    def __init__(self, piece: Piece, by: float) -> None:
        self._piece, self._by = piece, by
        self.height = piece.height

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        self._piece.draw(canvas, x + self._by, top)

    @override
    def split(self, room: float) -> tuple[Piece, Piece] | None:
        parts = self._piece.split(room)
        return (Shifted(parts[0], self._by), Shifted(parts[1], self._by)) if parts else None

    @override
    def on_new_page(self) -> Piece:
        return Shifted(self._piece.on_new_page(), self._by)


@dataclass(frozen=True)
class Box:
    """A cell on the page: where it begins, over how many rows, its text and its lines."""

    row: int
    rows: int
    x: float
    width: float
    stack: Stack
    edges: Edges
    stands: str
    side: float
    edge: float


@dataclass(frozen=True)
class Bound:
    """Rows that cells over several of them hold together; mostly it is one row."""

    boxes: tuple[Box, ...]
    least: tuple[float, ...]
    """The least height of each row."""

    @cached_property
    def heights(self) -> tuple[float, ...]:
        """Return the height of each row; what a merged cell needs beyond them goes to its last row."""
        found = list(self.least)
        for box in sorted(self.boxes, key=lambda one: one.rows):
            needed = box.stack.height + 2 * box.edge + GRID_PT
            last = min(box.row + box.rows, len(found)) - 1
            found[last] += max(needed - sum(found[box.row : last + 1]), 0)
        return tuple(found)

    @property
    def height(self) -> float:
        """Return the height of all rows."""
        return sum(self.heights)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the cells' text and the lines around them."""
        for box in self.boxes:
            upper = top - sum(self.heights[: box.row])
            height = sum(self.heights[box.row : box.row + box.rows])
            free = max(height - box.stack.height - 2 * box.edge, 0)
            down = {"center": free / 2, "bottom": free}.get(box.stands, 0.0)
            box.stack.draw(canvas, x + box.x + box.side, upper - box.edge - down)
            _draw_edges(canvas, box, (x + box.x, upper), height)

    def split(self, room: float) -> tuple[Bound, Bound] | None:
        """Return the rows cut at `room`: between two of them, else through the first."""
        fit, left = 0, room
        while fit < len(self.heights) and self.heights[fit] <= left + ROUNDING_PT:
            left -= self.heights[fit]
            fit += 1
        if 0 < fit < len(self.heights):
            return self._between(fit)
        first = [box.stack.split(room - 2 * box.edge) for box in self.boxes if box.row == 0]
        if all(parts[0].height == 0 for parts in first):
            return None
        return self._through(room)

    def _between(self, cut: int) -> tuple[Bound, Bound]:
        above = sum(self.heights[:cut])
        upper, lower = [], []
        for box in self.boxes:
            if box.row >= cut:
                lower.append(replace(box, row=box.row - cut))
            elif box.row + box.rows <= cut:
                upper.append(box)
            else:
                parts = box.stack.split(above - sum(self.heights[: box.row]) - 2 * box.edge)
                upper.append(replace(box, rows=cut - box.row, stack=parts[0]))
                lower.append(replace(box, row=0, rows=box.row + box.rows - cut, stack=parts[1]))
        return Bound(tuple(upper), self.least[:cut]), Bound(tuple(lower), self.least[cut:])

    def _through(self, room: float) -> tuple[Bound, Bound]:
        upper, lower = [], []
        for box in self.boxes:
            if box.row > 0:
                lower.append(box)
                continue
            parts = box.stack.split(room - 2 * box.edge)
            upper.append(replace(box, rows=1, stack=parts[0]))
            lower.append(replace(box, stack=parts[1]))
        return Bound(tuple(upper), (0.0,)), Bound(tuple(lower), (0.0, *self.least[1:]))


def _draw_edges(canvas: Canvas, box: Box, corner: tuple[float, float], height: float) -> None:
    (left, top), right = corner, corner[0] + box.width
    bottom = top - height
    canvas.setLineWidth(GRID_PT)
    for drawn, ends in (
        (box.edges.top, (left, top, right, top)),
        (box.edges.bottom, (left, bottom, right, bottom)),
        (box.edges.left, (left, top, left, bottom)),
        (box.edges.right, (right, top, right, bottom)),
    ):
        if drawn:
            canvas.line(*ends)
