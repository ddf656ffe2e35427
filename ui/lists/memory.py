"""What this laptop remembers of a list: columns, order, filter, and the record one was at.

No searched words and no names: the file lies on the disk in plain text.
"""

from __future__ import annotations

from typing import Any

from ui.desktop.seat import Seat
from ui.lists.kind import ALL, ListKind
from ui.models.list_layout import ListLayout, first_layout, from_text, to_text


class ListMemory:
    """The settings of one list at this seat."""

    def __init__(self, seat: Seat, name: str) -> None:
        self._seat = seat
        self._name = name

    def layout(self, kind: ListKind[Any]) -> ListLayout:
        """Return the columns as they were left."""
        kept = self._seat.kept(self._name, "columns")
        return from_text(kept, kind.columns) if kept else first_layout(kind.columns)

    def keep_layout(self, layout: ListLayout, kind: ListKind[Any]) -> None:
        """Remember the columns; the list's own are remembered by forgetting others."""
        first = first_layout(kind.columns)
        self._seat.keep(self._name, "columns", "" if layout == first else to_text(layout))

    @property
    def order(self) -> tuple[str, bool]:
        """Return the key of the column of the order, or "", and whether it was turned."""
        kept = self._seat.kept(self._name, "order")
        return kept.removeprefix("-"), kept.startswith("-")

    @order.setter
    def order(self, order: tuple[str, bool]) -> None:
        key, turned = order
        self._seat.keep(self._name, "order", f"-{key}" if turned else key)

    @property
    def chip(self) -> str:
        """Return the code of the pressed filter."""
        return self._seat.kept(self._name, "filter") or ALL

    @chip.setter
    def chip(self, code: str) -> None:
        self._seat.keep(self._name, "filter", code)

    @property
    def current(self) -> str:
        """Return the record one was at, or ""."""
        return self._seat.kept(self._name, "current")

    @current.setter
    def current(self, identity: str) -> None:
        self._seat.keep(self._name, "current", identity)
