"""Which column names a record of another table, as the fields say (`app.domain.references`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Table

from app.domain.references import namings
from app.storage.tables import ROW_OF, ROWS, table_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose value is the uid of a row in one of `parents`, or names none."""

    child: Table
    column: str
    parents: tuple[Table, ...]
    is_optional: bool
    """Whether the row means something without it."""


def references() -> Iterator[Reference]:
    """Yield every reference between the tables of records."""
    tables = {table.name: table for table in map(table_of, ROWS)}
    for kind, row in ROW_OF.items():
        for one in namings(kind):
            parents = tuple(tables[name] for name in one.names if name in tables)
            if parents:
                yield Reference(table_of(row), one.field, parents, not one.is_part)
