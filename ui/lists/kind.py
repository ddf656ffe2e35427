"""What makes one list differ from another: its columns, its ready filters, its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui.models.record_table import Column
from ui.texts.lists import ListWords

R = TypeVar("R")
ALL, TRASH = "all", "trash"
"""Codes of the filters that every list has: what is not thrown away, and what is."""


@dataclass(frozen=True)  # no slots: as with Column, a frozen generic with slots cannot be made on 3.11
class ReadyFilter(Generic[R]):
    """A filter in plain words; one that is not `always` there comes with the first record it lets through."""

    code: str
    words: str
    keep: Callable[[R], bool]
    always: bool = True
    columns: tuple[str, ...] = ()
    """Keys of the columns shown while it is pressed, in place of the chosen ones."""


@dataclass(frozen=True)
class ListKind(Generic[R]):
    """A list: `name` is its name in settings, saved filters and tests."""

    name: str
    columns: tuple[Column[R], ...]
    filters: tuple[ReadyFilter[R], ...]
    identity: Callable[[R], str]
    words: ListWords
    first_to_go: tuple[str, ...] = ()
    """Keys of the columns that give way on narrow windows while nobody chose others, in this order."""
    can_erase: bool = False
    """Whether what lies in the trash can be erased for good."""
    empty_glyph: str = "tray"
    step_glyph: str = "plus"

    @property
    def has_trash(self) -> bool:
        """Return whether its records can be thrown away."""
        return any(one.code == TRASH for one in self.filters)

    def filter(self, code: str) -> ReadyFilter[R]:
        """Return the ready filter with this code, the first one where there is none."""
        return next((one for one in self.filters if one.code == code), self.filters[0])

    def column(self, key: str) -> Column[R]:
        """Return the column with this key."""
        return next(column for column in self.columns if column.key == key)
