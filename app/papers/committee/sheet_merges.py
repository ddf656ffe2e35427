"""Merged cells of a sheet, found by cell without looking at all the others: forms have thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_INDEXED = 4_096
"""Rows that are looked up at once: more than a form that can be marked has; an area may reach far below."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, from 1."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, column: int, row: int) -> bool:
        """Return whether a cell lies in it."""
        return self.left <= column <= self.right and self.top <= row <= self.bottom


class Merges:
    """The merged cells of one sheet."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._areas = areas
        self._by_row: defaultdict[int, list[Area]] = defaultdict(list)
        for one in areas:
            for row in range(one.top, min(one.bottom, _INDEXED) + 1):
                self._by_row[row].append(one)

    def at(self, column: int, row: int) -> Area | None:
        """Return the merged cell that a cell is part of, None where it stands alone."""
        return next((one for one in self.of_row(row) if one.left <= column <= one.right), None)

    def of_row(self, row: int) -> Sequence[Area]:
        """Return the merged cells that reach into a row."""
        if row <= _INDEXED:
            return self._by_row.get(row, ())
        return [one for one in self._areas if one.top <= row <= one.bottom]
