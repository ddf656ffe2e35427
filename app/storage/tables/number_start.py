"""The table of numbers given before the program was there."""

from __future__ import annotations

from typing import ClassVar

from app.domain.number_starts import NumberStart
from app.storage.tables.row import Row


class NumberStartRow(Row, NumberStart, table=True):
    """The last number of a type of paper."""

    __tablename__ = "number_start"
    sorted_by: ClassVar[tuple[str, ...]] = ("type_code",)
