"""A form of the upper committee as it looks, and the marks that say what is written where.

The view is for the eye: paragraphs, tables, sheets, and in them the places where something can be written.
A place is known by its address inside the file, which never changes, because a form is stored as it came.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

FORMAT = 1
"""Grows when stored marks change shape."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face; with `at` it is a place, with `name` one that the form itself gives a name."""

    text: str
    at: str = ""
    name: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    quiet: bool = False
    """A place that nobody would look for: an empty cell without lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `at` is its address, by which a piece of its text becomes a place."""

    at: str
    pieces: tuple[Piece, ...]
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table or of a sheet; `down` 0 is covered by the one above."""

    lines: tuple[Line, ...]
    across: int = 1
    down: int = 1
    grid: tuple[Grid, ...] = ()
    """Tables inside the cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; with `at` it may be repeated, `spare` rows below it are as empty and are used up first."""

    at: str
    boxes: tuple[Box, ...]
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or a sheet; widths are shares, `is_sheet` one shows letters and numbers at its edges."""

    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    is_sheet: bool = False


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Part:
    """The text of a Word file, its head or foot, or one sheet."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """The whole form; `format` is "docx" or "xlsx"."""

    format: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A place to which the form itself gives a name: a control, a merge field, a word in braces."""

    at: str
    name: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What is written where: field by place; the rows that are repeated, and the lines that stand in each."""

    places: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    """The places to which the form gives names, by their addresses; found when it was taken in."""

    def encode(self) -> str:
        """Return the marks as they are stored."""
        value = {
            "format": FORMAT,
            "places": dict(sorted(self.places.items())),
            "rows": {at: list(lines) for at, lines in sorted(self.rows.items())},
            "named": dict(sorted(self.named.items())),
        }
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def row_of(self, at: str) -> str:
        """Return the repeated row that a place stands in, empty where it stands in none."""
        line = line_of(at)
        return next((row for row, lines in self.rows.items() if line in lines), "")


def marks_of(stored: str) -> Marks:
    """Return the marks that `Marks.encode` gave; none of an empty text."""
    if not stored:
        return Marks()
    value = json.loads(stored)
    rows = {at: tuple(lines) for at, lines in value["rows"].items()}
    return Marks(dict(value["places"]), rows, dict(value["named"]))


def line_of(at: str) -> str:
    """Return the line that a place stands in."""
    return at.rpartition("/")[0]


def span_of(at: str) -> tuple[int, int]:
    """Return from which letter of its line to which a place reaches."""
    start, _, end = at.rpartition("/")[2].partition("+")[0].partition("-")
    return int(start), int(end)


def lines_in(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield the lines of a form, those in tables too."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for line in lines_in_row(row))


def lines_in_row(row: Row) -> Iterator[Line]:
    """Yield the lines of a row, those of tables inside it too."""
    for box in row.boxes:
        yield from box.lines
        yield from lines_in(box.grid)


def rows_in(blocks: Iterable[Block]) -> Iterator[Row]:
    """Yield the rows of a form, those of tables in tables too."""
    for block in blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                yield row
                for box in row.boxes:
                    yield from rows_in(box.grid)


def used_up(blocks: Iterable[Block], at: str) -> frozenset[str]:
    """Return the rows that go with a repeated one: itself, empty ones below it, those of tables inside."""
    for block in blocks:
        if isinstance(block, Line):
            continue
        for place, row in enumerate(block.rows):
            if row.at == at:
                return frozenset(one.at for one in rows_in([Grid(block.rows[place : place + 1 + row.spare])]))
            for box in row.boxes:
                if found := used_up(box.grid, at):
                    return found
    return frozenset()


def spare_lines(blocks: Iterable[Block], at: str) -> frozenset[str]:
    """Return the lines in the empty rows that a repeated row uses up: what is marked there is not printed."""
    grids = [block for block in blocks if isinstance(block, Grid)]
    for grid in grids:
        for place, row in enumerate(grid.rows):
            if row.at == at:
                spare = grid.rows[place + 1 : place + 1 + row.spare]
                return frozenset(line.at for one in spare for line in lines_in_row(one))
            if found := spare_lines([one for box in row.boxes for one in box.grid], at):
                return found
    return frozenset()


def plain(value: FormView) -> dict[str, Any]:
    """Return a view as plain values, for the way from the child process."""
    return asdict(value)


def view_of(told: Mapping[str, Any]) -> FormView:
    """Return the view that `plain` was given."""
    return FormView(
        told["format"], tuple(Part(one["title"], _blocks(one["blocks"])) for one in told["parts"])
    )


def _blocks(told: list[Mapping[str, Any]]) -> tuple[Block, ...]:
    return tuple(_grid(one) if "rows" in one else _line(one) for one in told)


def _line(told: Mapping[str, Any]) -> Line:
    return Line(told["at"], tuple(Piece(**one) for one in told["pieces"]), told["align"])


def _grid(told: Mapping[str, Any]) -> Grid:
    rows = tuple(Row(one["at"], tuple(map(_box, one["boxes"])), one["spare"]) for one in told["rows"])
    return Grid(rows, tuple(told["widths"]), told["is_sheet"])


def _box(told: Mapping[str, Any]) -> Box:
    inside = tuple(_grid(one) for one in told["grid"])
    return Box(tuple(_line(one) for one in told["lines"]), told["across"], told["down"], inside)
