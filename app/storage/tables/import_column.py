"""The table of decisions about columns of lists from outside."""

from __future__ import annotations

from typing import ClassVar

from app.domain.import_columns import ImportColumn
from app.storage.tables.row import Row


class ImportColumnRow(Row, ImportColumn, table=True):
    """A decision; there is one for each head of a column."""

    __tablename__ = "import_column"
    sorted_by: ClassVar[tuple[str, ...]] = ("title_key",)
