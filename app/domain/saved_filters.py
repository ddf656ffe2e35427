"""Filters that the secretary keeps under a name of his own (bộ lọc riêng): what a list shows, and how."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from app.domain.types import Fields, Line, Prose, Record
from app.errors import Problem


class SavedFilterFields(Fields):
    """The conditions of a list, by the codes and keys that the list itself gives them."""

    list_name: Line = Field(min_length=1)
    """Which list: ``member``, ``paper``."""
    name: Line = Field(min_length=1)
    """What the secretary calls it."""
    chip: Line = ""
    """The ready filter it starts from."""
    query: Line = ""
    """The searched words."""
    columns: Prose = ""
    """Keys of the columns shown, in their order, separated by a space; empty where the list decides."""
    ordered_by: Line = ""
    """Key of the column that gives the order, with "-" before it where the order is turned round."""


class SavedFilterDraft(SavedFilterFields):
    """A filter about to be kept."""


class SavedFilter(Record, SavedFilterFields):
    """A filter as stored; it travels with the cell."""


def name_problems(draft: SavedFilterFields, others: Iterable[SavedFilter]) -> list[Problem]:
    """Return what keeps a filter from bearing its name: another of the same list has it already."""
    wanted = draft.name.casefold()
    taken = any(one.list_name == draft.list_name and one.name.casefold() == wanted for one in others)
    return [Problem("name", "saved_filter.name_taken", {"name": draft.name})] if taken else []
