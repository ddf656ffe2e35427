"""The tables of shortcomings."""

from __future__ import annotations

from typing import ClassVar

from app.domain.shortcomings import Responsibility, Shortcoming
from app.storage.tables.row import Row


class ShortcomingRow(Row, Shortcoming, table=True):
    """A shortcoming."""

    __tablename__ = "shortcoming"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "target", "position")


class ResponsibilityRow(Row, Responsibility, table=True):
    """A member's part in a shortcoming."""

    __tablename__ = "responsibility"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)
