"""The table of explained gaps in the numbers."""

from __future__ import annotations

from typing import ClassVar

from app.domain.number_gaps import NumberGap
from app.storage.tables.row import Row


class NumberGapRow(Row, NumberGap, table=True):
    """A number that the register does not have."""

    __tablename__ = "number_gap"
    sorted_by: ClassVar[tuple[str, ...]] = ("type_code", "number")
