"""Stacks, columns and grids of pieces, and the filling of pages with them.

A piece knows its width from the start, so that heights, breaks and what must stay together are settled
before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, Self

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from app.papers.content import CELL_EDGE_PT
from app.papers.writers.pdf_pieces import ROUNDING_PT, Dots, Piece, Text

GRID_PT = 0.5
_HEADING_NEEDS_PT = 40


class Stack(Piece):
    """Pieces one under the other, each below its own gap; the first gap is dropped."""

    def __init__(self, pieces: Sequence[tuple[float, Piece]]) -> None:
        self._pieces = [(0 if place == 0 else gap, piece) for place, (gap, piece) in enumerate(pieces)]
        self.height = sum(gap + piece.height for gap, piece in self._pieces)

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        for gap, piece in self._pieces:
            piece.draw(canvas, x, top - gap)
            top -= gap + piece.height

    @override
    def split(self, room: float) -> tuple[Stack, Stack]:
        for place, (gap, piece) in enumerate(self._pieces):
            if gap + piece.height > room + ROUNDING_PT:
                parts = piece.split(room - gap)
                first = [*self._pieces[:place], *([(gap, parts[0])] if parts else [])]
                rest = [(0.0, parts[1] if parts else piece), *self._pieces[place + 1 :]]
                return Stack(first), Stack(rest)
            room -= gap + piece.height
        return self, Stack([])


class Columns(Piece):
    """Stacks side by side that stay together, unless a whole page cannot hold them."""

    def __init__(self, stacks: Sequence[Stack], widths: Sequence[float], full: float) -> None:
        self._stacks, self._widths, self._full = stacks, widths, full
        self.height = max(stack.height for stack in stacks)

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        for stack, width in zip(self._stacks, self._widths, strict=True):
            stack.draw(canvas, x, top)
            x += width

    @override
    def split(self, room: float) -> tuple[Columns, Columns] | None:
        if self.height <= self._full:
            return None
        parts = [stack.split(room) for stack in self._stacks]
        first, rest = (Columns([pair[side] for pair in parts], self._widths, self._full) for side in (0, 1))
        return (first, rest) if first.height > 0 else None


class GridRow(Protocol):
    """A row of a grid, or rows that cells hold together."""

    @property
    def height(self) -> float:
        """Return the height with everything around the text."""

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the text and the lines around it."""

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Return the row cut at `room`, for a row that no page can hold."""


@dataclass(frozen=True)
class Row:
    """One row of a grid: a stack and a width for each cell."""

    stacks: tuple[Stack, ...]
    widths: tuple[float, ...]
    inset: float
    middle: bool = False
    least: float = 0

    @cached_property
    def height(self) -> float:
        """Return the height with the room around the text and its line; `least` counts the line in."""
        return max(self.least, max(stack.height for stack in self.stacks) + 2 * CELL_EDGE_PT + GRID_PT)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the cells' text and the lines around them."""
        bottom = top - self.height
        for stack, width in zip(self.stacks, self.widths, strict=True):
            free = self.height - 2 * CELL_EDGE_PT - stack.height
            stack.draw(canvas, x + self.inset, top - CELL_EDGE_PT - (free / 2 if self.middle else 0))
            canvas.rect(x, bottom, width, self.height)
            x += width

    def split(self, room: float) -> tuple[Row, Row] | None:
        """Return the row cut at `room`, for a row that no page can hold."""
        parts = [stack.split(room - 2 * CELL_EDGE_PT) for stack in self.stacks]
        if all(first.height == 0 for first, _ in parts):
            return None
        return (
            replace(self, stacks=tuple(first for first, _ in parts)),
            replace(self, stacks=tuple(rest for _, rest in parts)),
        )


class Grid(Piece):
    """Rows under header rows that stand again on every page; a row is split only if no page can hold it."""

    def __init__(
        self, head: Sequence[GridRow], rows: Sequence[GridRow], full: float, *, headed: bool = True
    ) -> None:
        self.head, self.rows, self._full, self._headed = head, rows, full, headed
        self._head_height = sum(row.height for row in head)
        self.height = sum(row.height for row in rows) + (self._head_height if headed else 0)

    @override
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        canvas.setLineWidth(GRID_PT)
        for row in (*(self.head if self._headed else ()), *self.rows):
            row.draw(canvas, x, top)
            top -= row.height

    @override
    def split(self, room: float) -> tuple[Grid, Grid] | None:
        room -= self._head_height if self._headed else 0
        fit = self._fitting(room)
        if fit:
            return self._cut(self.rows[:fit], self.rows[fit:])
        tallest = self._full - self._head_height
        parts = self.rows[0].split(room) if self.rows and self.rows[0].height > tallest else None
        return self._cut([parts[0]], [parts[1], *self.rows[1:]]) if parts else None

    def without_last_row(self) -> tuple[Grid, Grid]:
        """Return the grid before its last row, and that row, headed only at the top of a page."""
        first, rest = self._cut(self.rows[:-1], self.rows[-1:])
        return first, Grid(rest.head, rest.rows, self._full, headed=False)

    @override
    def on_new_page(self) -> Grid:
        return self if self._headed else Grid(self.head, self.rows, self._full)

    def _fitting(self, room: float) -> int:
        for place, row in enumerate(self.rows):
            room -= row.height
            if room < -ROUNDING_PT:
                return place
        return len(self.rows)

    def _cut(self, first: Sequence[GridRow], rest: Sequence[GridRow]) -> tuple[Grid, Grid]:
        return Grid(self.head, first, self._full, headed=self._headed), Grid(self.head, rest, self._full)


@dataclass(frozen=True)
class Placed:
    """A piece in the flow: the `gap` before it falls away at the top of a page.

    `need` is the room that must be left for it and what belongs to it; without it the page ends before it.
    """

    piece: Piece
    gap: float = 0
    need: float = 0
    mark: Callable[[Canvas, float], None] | None = None
    """Called with the upper edge when the piece is drawn, to set a bookmark."""
    leads: bool = False
    """A heading: it never ends a page."""


@dataclass(frozen=True)
class Area:
    """What lies between the margins of a page."""

    top: float
    bottom: float
    left: float
    width: float

    @property
    def height(self) -> float:
        """Return the height that a page offers."""
        return self.top - self.bottom


class PageFiller:
    """Fills pages from top to bottom; `start_page` draws what stands on every page."""

    def __init__(self, canvas: Canvas, area: Area, start_page: Callable[[], None]) -> None:
        self._canvas, self._start_page = canvas, start_page
        self._top, self._bottom, self._left = area.top, area.bottom, area.left
        self._y = area.top

    def fill(self, flow: Sequence[Placed]) -> None:
        """Draw the whole flow; the last page is ended too."""
        self._start_page()
        for placed in flow:
            self._place(placed)
        self._canvas.showPage()

    def _place(self, placed: Placed) -> None:
        piece, gap, full = placed.piece, placed.gap, self._top - self._bottom
        if self._room < gap + placed.need <= full and self._y < self._top:
            piece, gap = self._turn(piece), 0
        gap = 0 if self._y == self._top else gap
        if placed.mark:
            placed.mark(self._canvas, self._y - gap)
        while gap + piece.height > self._room + ROUNDING_PT:
            parts = piece.split(self._room - gap)
            if parts:
                self._draw(parts[0], gap)
                piece = parts[1]
            elif self._y == self._top:
                break  # a single line higher than a page: drawn over the edge rather than lost
            piece, gap = self._turn(piece), 0
        self._draw(piece, gap)

    @property
    def _room(self) -> float:
        return self._y - self._bottom

    def _turn(self, piece: Piece) -> Piece:
        self._canvas.showPage()
        self._start_page()
        self._y = self._top
        return piece.on_new_page()

    def _draw(self, piece: Piece, gap: float) -> None:
        piece.draw(self._canvas, self._left, self._y - gap)
        self._y -= gap + piece.height


def held(flow: Sequence[Placed]) -> list[Placed]:
    """Return the flow in which every heading needs room for two lines of what follows.

    What a signature block holds before it is held as one: its heading goes along.
    """
    kept = list(flow[-1:])
    for placed in reversed(flow[:-1]):
        follower = kept[0]
        least = follower.need or _least(follower.piece)
        with_follower = placed.piece.height + follower.gap + least if placed.leads else 0
        kept.insert(0, replace(placed, need=max(placed.need, with_follower)))
    return kept


def _least(piece: Piece) -> float:
    """Return what of a piece must stand on the page of its heading: two lines, or a row below the head."""
    if isinstance(piece, Grid):
        return sum(row.height for row in (*piece.head, *piece.rows[:1]))
    if isinstance(piece, Dots | Text):
        return piece.least
    return min(piece.height, _HEADING_NEEDS_PT)
