"""What a list tells its painter about a cell besides the text; models set these roles, views read them."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt

from ui.theme.signs import State


class CellLook(NamedTuple):
    """A cell as it is painted, asked for in one call, because a list is painted at every key."""

    words: str
    state: State | None
    tone: str
    to_right: bool
    hits: tuple[tuple[int, int], ...] = ()
    """Where the searched words stand, as (start, length)."""


class CellRole(IntEnum):
    """Roles of a record list."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    """The frozen record of the row."""
    STATE = Qt.ItemDataRole.UserRole + 2
    """The `State` whose sign stands before the text, or nothing."""
    TONE = Qt.ItemDataRole.UserRole + 3
    """The tone of the text ("", "soft", "danger" …)."""
    SORT = Qt.ItemDataRole.UserRole + 4
    """The value the column sorts by."""
    LOOK = Qt.ItemDataRole.UserRole + 5
    """All that the painter needs, as one `CellLook`."""
