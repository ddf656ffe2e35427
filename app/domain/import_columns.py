"""What the secretary decided about a column of lists from outside (cột đã gán): kept for the next list."""

from __future__ import annotations

from pydantic import Field

from app.domain.types import Fields, Line, Record


class ImportColumnFields(Fields):
    """A column, known by the folded words of its head, and the fact of a member that is read from it."""

    title_key: Line = Field(min_length=1)
    field: Line = ""
    """Name of a field; empty where the column is not to be read, and not to be asked about again."""


class ImportColumn(Record, ImportColumnFields):
    """A decision as stored."""
