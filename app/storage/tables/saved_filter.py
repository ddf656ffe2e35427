"""The table of the secretary's own filters."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlmodel import Field

from app.common.text import text_key
from app.domain.saved_filters import SavedFilter
from app.domain.types import Record
from app.storage.tables.row import Row


class SavedFilterRow(Row, SavedFilter, table=True):
    """A filter, with the key that sorts it by name in Vietnamese order."""

    __tablename__ = "saved_filter"
    sorted_by: ClassVar[tuple[str, ...]] = ("name_key",)

    name_key: str = Field()

    @classmethod
    def stored(cls, record: Record) -> dict[str, Any]:
        """Return the filter's columns and its sorting key."""
        values = record.model_dump()
        return {**values, "name_key": text_key(values["name"])}
