"""Where the cells of a pasted block go in the grid of earlier years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex

from app.common.text import search_form
from ui.models.earlier_grid import EarlierGrid


@dataclass(frozen=True, slots=True)
class Block:
    """The texts by target and column, and how many cells have no place in the grid.

    `names_somebody` says that the block holds names of the grid's rows: such a table wants to be matched by
    them, not laid over whoever stands there.
    """

    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    beyond: int = 0
    names_somebody: bool = False


def block_at(grid: EarlierGrid, start: QModelIndex, rows: Sequence[Sequence[str]]) -> Block:
    """Return where a block goes whose first cell is laid on `start`."""
    names = {search_form(row.name) for row in grid.table.rows}
    if any(search_form(cell.strip()) in names for row in rows for cell in row):
        return Block(names_somebody=True)
    cells: dict[tuple[str, str], str] = {}
    beyond = 0
    for down, row in enumerate(rows, max(start.row(), 0)):
        for right, text in enumerate(row, max(start.column(), 0)):
            index = grid.index(down, right)
            if index.isValid() and grid.is_open(*grid.place(index)):
                cells[grid.place(index)] = text.strip()
            else:
                beyond += bool(text.strip())
    return Block(cells, beyond)
