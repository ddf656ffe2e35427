"""The tables of the cell and the years it works in."""

from __future__ import annotations

from typing import ClassVar

from app.domain.cells import Cell, WorkYear
from app.storage.tables.row import Row


class CellRow(Row, Cell, table=True):
    """The cell."""

    __tablename__ = "cell"


class WorkYearRow(Row, WorkYear, table=True):
    """A year the cell works in."""

    __tablename__ = "work_year"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)
