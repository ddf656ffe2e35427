"""Tables of a Word file: columns, merged cells, lines around cells, rows that stand on every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from app.papers.layout_check.package import W
from app.papers.layout_check.properties import Styles
from app.papers.layout_check.reader import own_children
from app.papers.word_reading.model import Block, Edges, WordCell, WordRow, WordTable
from app.papers.word_reading.text import length

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_COLUMNS = 64
"""Word itself takes 63."""
_NO_LINE = frozenset({"nil", "none", ""})
_OFF = frozenset({"0", "false", "off"})
_SIDES = {"top": "top", "left": "left", "start": "left", "bottom": "bottom", "right": "right", "end": "right"}
_LEAST_MM = 2.0
_SIDE_MM = 1.9
"""Word's own room at the sides of a cell."""
Cells = Callable[["_Element", str, float], tuple[Block, ...]]


class _Read(NamedTuple):
    """A cell as it stands in its row; one that `goes_on` belongs to the one above."""

    column: int
    cell: WordCell
    goes_on: bool


def read_table(table: _Element, styles: Styles, room_mm: float, cells: Cells) -> WordTable:
    """Return a table set into `room_mm`; `cells` reads what stands in a cell, given its style and width."""
    properties = table.find(f"{W}tblPr")
    style = _value(properties, "tblStyle")
    rows = list(own_children(table, "tr"))
    widths = _widths(table, rows, room_mm)
    above = [one.find(f"{W}tblPr") for one in styles.chain(style, "table")]
    sources = [one for one in (*above, properties) if one is not None]
    reader = _Rows(widths, _lines(sources), style, _room(sources, "left", _SIDE_MM), cells)
    read = [reader.row(row, place, len(rows)) for place, row in enumerate(rows)]
    indent = properties.find(f"{W}tblInd") if properties is not None else None
    free = max(room_mm - sum(widths), 0)
    left = {"center": free / 2, "right": free, "end": free}.get(_value(properties, "jc"))
    if left is None:
        left = min(length(indent.get(f"{W}w")) if indent is not None else 0, free)
    return WordTable(widths, _merged(rows, read), left, reader.side_mm, _room(sources, "top", 0))


class _Rows:
    """Reads the rows of one table."""

    def __init__(
        self, widths: tuple[float, ...], lines: frozenset[str], style: str, side_mm: float, cells: Cells
    ) -> None:
        self._widths, self._lines, self._style, self._cells = widths, lines, style, cells
        self.side_mm = side_mm

    def row(self, row: _Element, place: int, rows: int) -> list[_Read]:
        """Return the cells of a row."""
        found: list[_Read] = []
        column = _whole(_value(row.find(f"{W}trPr"), "gridBefore"), 0)
        for cell in own_children(row, "tc"):
            if column >= len(self._widths):
                column = len(self._widths) - 1  # a row wider than its table: nothing of it is lost
            found.append(self._cell(cell, column, (place == 0, place == rows - 1)))
            column += found[-1].cell.columns
        return found

    def _cell(self, element: _Element, column: int, ends: tuple[bool, bool]) -> _Read:
        properties = element.find(f"{W}tcPr")
        columns = min(max(_whole(_value(properties, "gridSpan"), 1), 1), len(self._widths) - column)
        width = sum(self._widths[column : column + columns])
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        blocks = self._cells(element, self._style, max(width - 2 * self.side_mm, _LEAST_MM))
        outer = (column == 0, column + columns == len(self._widths))
        edges = self._edges(properties, ends, outer)
        cell = WordCell(blocks, columns, edges=edges, stands=_stands(_value(properties, "vAlign")))
        return _Read(column, cell, merge is not None and merge.get(f"{W}val", "continue") != "restart")

    def _edges(self, properties: _Element | None, ends: tuple[bool, bool], outer: tuple[bool, bool]) -> Edges:
        found = {
            "top": ("top" if ends[0] else "insideH") in self._lines,
            "bottom": ("bottom" if ends[1] else "insideH") in self._lines,
            "left": ("left" if outer[0] else "insideV") in self._lines,
            "right": ("right" if outer[1] else "insideV") in self._lines,
        }
        own = properties.find(f"{W}tcBorders") if properties is not None else None
        for side in own if own is not None else ():
            name = _SIDES.get(str(side.tag).removeprefix(W))
            if name:
                found[name] = side.get(f"{W}val", "") not in _NO_LINE
        return Edges(**found)


def _merged(rows: list[_Element], read: list[list[_Read]]) -> tuple[WordRow, ...]:
    """Return the rows with their merged cells counted together; what goes on without a beginning begins."""
    begun: dict[int, tuple[int, int]] = {}
    kept: list[list[tuple[int, WordCell]]] = []
    for place, row in enumerate(read):
        kept.append([])
        going_on: dict[int, tuple[int, int]] = {}
        for column, cell, goes_on in row:
            at = begun.get(column)
            if goes_on and at is not None and not _is_written(cell):
                first, index = at
                above = kept[first][index][1]
                kept[first][index] = (column, _grown(above, place - first + 1, cell))
                going_on[column] = at
                continue
            going_on[column] = (place, len(kept[-1]))
            kept[-1].append((column, cell))
        begun = going_on
    return tuple(
        WordRow(tuple(cells), _flag(row, "tblHeader"), _height(row))
        for row, cells in zip(rows, kept, strict=True)
    )


def _grown(cell: WordCell, rows: int, last: WordCell) -> WordCell:
    return replace(cell, rows=rows, edges=replace(cell.edges, bottom=last.edges.bottom))


def _is_written(cell: WordCell) -> bool:
    return any(not hasattr(block, "text") or block.text for block in cell.blocks)


def _widths(table: _Element, rows: list[_Element], room_mm: float) -> tuple[float, ...]:
    """Return the widths of the columns, made to fit the room that there is."""
    grid = table.find(f"{W}tblGrid")
    told = [length(one.get(f"{W}w")) for one in grid.iterfind(f"{W}gridCol")] if grid is not None else []
    count = max((_columns(row) for row in rows), default=1)
    if len(told) < max(count, 1) or not all(width > 0 for width in told):
        told = [room_mm / max(count, 1)] * max(count, 1)
    told = told[:MOST_COLUMNS]
    squeeze = min(max(room_mm, _LEAST_MM) / sum(told), 1)
    return tuple(max(width * squeeze, 0.1) for width in told)


def _columns(row: _Element) -> int:
    spans = (_whole(_value(cell.find(f"{W}tcPr"), "gridSpan"), 1) for cell in own_children(row, "tc"))
    return min(sum(max(span, 1) for span in spans), MOST_COLUMNS)


def _lines(sources: list[_Element]) -> frozenset[str]:
    """Return the sides that have a line: those of the table's own, over those of its styles."""
    found: dict[str, bool] = {}
    for source in sources:
        borders = source.find(f"{W}tblBorders")
        for side in borders if borders is not None else ():
            name = str(side.tag).removeprefix(W)
            found[_SIDES.get(name, name)] = side.get(f"{W}val", "") not in _NO_LINE
    return frozenset(name for name, has in found.items() if has)


def _room(sources: list[_Element], side: str, otherwise: float) -> float:
    for source in reversed(sources):
        told = source.find(f"{W}tblCellMar/{W}{side}")
        if told is not None:
            return min(max(length(told.get(f"{W}w")), 0), 10)
    return otherwise


def _height(row: _Element) -> float:
    told = row.find(f"{W}trPr/{W}trHeight")
    return max(length(told.get(f"{W}val")), 0) if told is not None else 0


def _flag(row: _Element, name: str) -> bool:
    flag = row.find(f"{W}trPr/{W}{name}")
    return flag is not None and flag.get(f"{W}val", "1") not in _OFF


def _stands(told: str) -> Literal["top", "center", "bottom"]:
    return "center" if told == "center" else "bottom" if told == "bottom" else "top"


def _whole(text: str, otherwise: int) -> int:
    return min(int(text), MOST_COLUMNS) if text.isdigit() else otherwise


def _value(parent: _Element | None, name: str) -> str:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return str(found.get(f"{W}val", "")) if found is not None else ""
