"""Correction of shortcomings (khắc phục): one ledger for the collective and for persons; inspections."""

from __future__ import annotations

from enum import StrEnum

from app.domain.targets import Link, Number, Position, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate


class RemediationState(StrEnum):
    """States of R5-06; overdue is computed, never stored."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    PARTLY_DONE = "partly_done"
    DONE = "done"


class RemediationItemFields(Fields):
    """One matter to put right, with measure, owner and time."""

    year: Year
    position: Position = 1
    target: Target
    shortcoming: Link = ""
    inspection: Link = ""
    """The inspection that demanded it (R5-10)."""
    text: Prose
    measure: Prose = ""
    owner: Line = ""
    checker: Line = ""
    due_on: WholeDate | None = None
    state: RemediationState = RemediationState.NOT_STARTED
    result: Prose = ""
    evidence: Line = ""
    finished_on: WholeDate | None = None
    signed_off_by: Line = ""


class RemediationItem(YearRecord, RemediationItemFields):
    """Mục khắc phục."""

    carried_from: Link = ""
    """The same matter in last year's ledger."""


class RemediationStepFields(Fields):
    """A milestone of one matter."""

    year: Year
    item: Link
    position: Position = 1
    text: Line
    due_on: WholeDate | None = None
    done_on: WholeDate | None = None


class RemediationStep(YearRecord, RemediationStepFields):
    """Mốc khắc phục."""


class InspectionFields(Fields):
    """An inspection of the review or of the correction (CV 3993, point 5; R5-10)."""

    year: Year
    number: Number = ""
    dated_on: WholeDate | None = None
    issuer: Line = ""
    conclusion: Prose = ""


class Inspection(YearRecord, InspectionFields):
    """Đợt kiểm tra."""
