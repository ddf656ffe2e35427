"""Which column names a record of another table, also where the schema does not say so.

The parts of a review name what they belong to by its uid; the type of the field (`Link`, `Target`) tells such
a column from a text, and its name tells whom it names. An empty one names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_type_hints

from sqlalchemy import Table

from app.domain.targets import CELL, COLLECTIVE, Link, Target
from app.storage.tables import ROW_OF, ROWS, table_of

NAMES_NONE = ("", COLLECTIVE, CELL)
"""What stands in such a column and names no record."""
_BY_COLUMN = {
    "letter": ("suggestion_letter",),
    "point": ("suggestion_point",),
    "line": ("ballot_line",),
    "sheet": ("score_sheet",),
    "item": ("remediation_item",),
    "owner": ("self_review", "collective_report"),
    "target": ("member",),
    "speaker": ("member",),
    "chair": ("member",),
    "chair_for_secretary": ("member",),
    "recorder": ("member",),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose value is the uid of a row in one of `parents`, or one of `NAMES_NONE`."""

    child: Table
    column: str
    parents: tuple[Table, ...]
    is_optional: bool
    """Whether the row means something without it."""


def references() -> Iterator[Reference]:
    """Yield every reference between the tables of records."""
    tables = {table.name: table for table in map(table_of, ROWS)}
    for kind, row in ROW_OF.items():
        hints = get_type_hints(kind, include_extras=True)
        for column in table_of(row).columns:
            is_link = hints.get(column.name) in {Link, Target} or column.name.endswith("_uid")
            named = _BY_COLUMN.get(column.name, (column.name.removesuffix("_uid"),))
            parents = tuple(tables[name] for name in named if name in tables)
            if is_link and parents:
                is_optional = (
                    column.name in kind.model_fields and not kind.model_fields[column.name].is_required()
                )
                yield Reference(table_of(row), column.name, parents, is_optional)
