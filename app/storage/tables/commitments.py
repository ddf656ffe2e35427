"""The tables of commitments, programme and tasks."""

from __future__ import annotations

from typing import ClassVar

from app.domain.commitments import (
    AssignedTask,
    Commitment,
    CommitmentItem,
    Programme,
    ProgrammeItem,
    TaskAssignment,
)
from app.storage.tables.row import Row


class CommitmentRow(Row, Commitment, table=True):
    """A member's commitment."""

    __tablename__ = "commitment"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class CommitmentItemRow(Row, CommitmentItem, table=True):
    """Mục cam kết."""

    __tablename__ = "commitment_item"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "commitment", "position")


class ProgrammeRow(Row, Programme, table=True):
    """The year's programme of action."""

    __tablename__ = "programme"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class ProgrammeItemRow(Row, ProgrammeItem, table=True):
    """Nhiệm vụ of the programme."""

    __tablename__ = "programme_item"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "position")


class TaskAssignmentRow(Row, TaskAssignment, table=True):
    """Nghị quyết phân công công tác đảng viên."""

    __tablename__ = "task_assignment"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class AssignedTaskRow(Row, AssignedTask, table=True):
    """Nhiệm vụ được phân công."""

    __tablename__ = "assigned_task"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "target", "position")
