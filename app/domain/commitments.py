"""Promises and tasks of the year: commitments, programme of action, tasks assigned to members."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from app.domain.targets import Link, Number, Position, Sheets, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate


class Degree(StrEnum):
    """How far a promised item was carried out; empty: not assessed yet."""

    UNKNOWN = ""
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


class Outcome(StrEnum):
    """How a task ended (QĐ 366 Điều 11 counts these); empty: not entered yet."""

    UNKNOWN = ""
    ON_TIME = "on_time"
    LATE = "late"
    NOT_DONE = "not_done"


class CommitmentFields(Fields):
    """Bản cam kết tu dưỡng, rèn luyện, phấn đấu of one member and year (CV 2952)."""

    year: Year
    member_uid: Link
    signed_on: WholeDate | None = None
    received_on: WholeDate | None = None
    on_paper: bool = False
    sheets: Sheets = 0
    summary: Prose = ""
    """Result in general at the end of the year."""
    missing_reason: Line = ""
    """Why there is none (R1-05)."""


class Commitment(YearRecord, CommitmentFields):
    """A member's commitment."""


class CommitmentItemFields(Fields):
    """One promise: content, goal, measure, time, and at the end of the year its result."""

    year: Year
    commitment: Link
    position: Position = 1
    content: Prose
    goal: Line = ""
    measure: Prose = ""
    due: Line = ""
    result: Prose = ""
    degree: Degree = Degree.UNKNOWN
    sign_group: int = Field(default=0, ge=0, le=3)
    sign_number: int = Field(default=0, ge=0, le=9)
    """The sign of NQ 04-NQ/TW that it helps to prevent ("phòng ngừa"), 0 for none (rulings.md 2.6)."""
    carried_from: Link = ""


class CommitmentItem(YearRecord, CommitmentItemFields):
    """Mục cam kết."""

    @property
    def is_answered(self) -> bool:
        """Return whether it is written what became of it."""
        return self.degree is not Degree.UNKNOWN or bool(self.result.strip())


class ProgrammeFields(Fields):
    """Chương trình hành động of the collective (R1-06)."""

    year: Year
    adopted_on: WholeDate | None = None
    goals: Prose = ""
    measures: Prose = ""


class Programme(YearRecord, ProgrammeFields):
    """The year's programme of action."""


class ProgrammeItemFields(Fields):
    """One task of the programme with target and result."""

    year: Year
    position: Position = 1
    task: Prose
    indicator: Line = ""
    """Chỉ tiêu."""
    is_main: bool = False
    """Chỉ tiêu chính (R4-04)."""
    lead: Line = ""
    together_with: Line = ""
    due_on: WholeDate | None = None
    result: Prose = ""
    outcome: Outcome = Outcome.UNKNOWN
    exceeded: bool = False


class ProgrammeItem(YearRecord, ProgrammeItemFields):
    """Nhiệm vụ of the programme."""


class TaskAssignmentFields(Fields):
    """The resolution that gives every member a task as the year starts (HD 38 IV.2; rulings.md 5)."""

    year: Year
    number: Number = ""
    dated_on: WholeDate | None = None


class TaskAssignment(YearRecord, TaskAssignmentFields):
    """Nghị quyết phân công công tác đảng viên."""


class AssignedTaskFields(Fields):
    """One task of one member, with the outcome that later counts (QĐ 366 Điều 11)."""

    year: Year
    target: Target
    position: Position = 1
    task: Prose
    product: Line = ""
    due_on: WholeDate | None = None
    result: Prose = ""
    outcome: Outcome = Outcome.UNKNOWN
    exceeded: bool = False


class AssignedTask(YearRecord, AssignedTaskFields):
    """Nhiệm vụ được phân công."""
