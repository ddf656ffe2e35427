"""The tables of correction of shortcomings."""

from __future__ import annotations

from typing import ClassVar

from app.domain.remediation import Inspection, RemediationItem, RemediationStep
from app.storage.tables.row import Row


class RemediationItemRow(Row, RemediationItem, table=True):
    """Mục khắc phục."""

    __tablename__ = "remediation_item"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "position")


class RemediationStepRow(Row, RemediationStep, table=True):
    """Mốc khắc phục."""

    __tablename__ = "remediation_step"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "item", "position")


class InspectionRow(Row, Inspection, table=True):
    """Đợt kiểm tra."""

    __tablename__ = "inspection"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)
