"""The tables of the population."""

from __future__ import annotations

from typing import ClassVar

from app.domain.population import Population
from app.storage.tables.row import Row


class PopulationRow(Row, Population, table=True):
    """A member's two dispositions of the year (R0-04)."""

    __tablename__ = "population"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)
