"""The yearly cycle (đợt kiểm điểm): its rule set, bases, milestones and rounds."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from app.domain.targets import Code, Link, Number, RoundNumber, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate


class CellKind(StrEnum):
    """What kind of cell it is; decides who decides (rulings.md 3.5)."""

    AFFILIATED = "affiliated"
    """Chi bộ trực thuộc đảng ủy cơ sở: its papers say "đề nghị"."""
    BASE = "base"
    """Chi bộ cơ sở: its papers say "quyết định" where the rule set gives it the authority."""


class CollectiveSubject(StrEnum):
    """Which collective makes the collective report (rulings.md 3.5)."""

    CELL_COMMITTEE = "cell_committee"
    CELL = "cell"
    NONE = "none"


class CycleFields(Fields):
    """What the secretary settles for the year's review."""

    year: Year
    cell_kind: CellKind = CellKind.AFFILIATED
    collective_subject: CollectiveSubject = CollectiveSubject.CELL_COMMITTEE
    roster_fixed_on: WholeDate | None = None
    """Ngày chốt danh sách: statuses of members count as of this day (R0-04)."""
    focal_points: Prose = ""
    """Nội dung trọng tâm, trọng điểm, one a line (R2-09)."""
    lessons_of_last_year: Prose = ""
    """Điều đã rút kinh nghiệm năm trước (R0-03)."""
    announced_on: WholeDate | None = None
    announced_how: Line = ""
    """Ngày và hình thức công bố kết quả (R5-11)."""
    next_direction: Prose = ""


class Cycle(YearRecord, CycleFields):
    """The cycle as stored; the rule set is kept whole, so that an old year reads and prints as it did."""

    ruleset: Code
    ruleset_version: Line
    ruleset_sha256: Line
    ruleset_snapshot: str
    """The merged rule set as JSON text (regimes-2018-2026.md 9.1)."""
    finished_on: dt.date | None = None
    """Since when the year is read-only."""


class LegalBasisFields(Fields):
    """Văn bản căn cứ of the year (R0-02); bases belong to years, not to rule sets (rulings.md 3.9)."""

    year: Year
    number: Number
    dated_on: WholeDate | None = None
    issuer: Line = ""
    subject_line: Line = ""
    role: Code = ""
    """``guidance``, ``year_letter``, ``plan`` …; words of the rule set."""


class LegalBasis(YearRecord, LegalBasisFields):
    """A document that the year's papers are based on."""


class MilestoneFields(Fields):
    """A step or date of the year: when it is due, when it was done and by whom (R5-12; 9.7)."""

    year: Year
    code: Code
    due_on: WholeDate | None = None
    done_on: WholeDate | None = None
    done_by: Line = ""
    note: Line = ""


class Milestone(YearRecord, MilestoneFields):
    """A milestone of the year."""


class RoundFields(Fields):
    """One whole review; a second one is opened by an order, the first stays as it was (R5-03)."""

    year: Year
    number: RoundNumber = 1
    lessons: Prose = ""
    """Rút kinh nghiệm đợt kiểm điểm (R5-04)."""


class Round(YearRecord, RoundFields):
    """A round as stored; closed ones are never edited."""

    opened_on: dt.date
    closed_on: dt.date | None = None
    opened_by: Link = ""
    """The order that opened it."""


class ReReviewOrderFields(Fields):
    """The upper committee's demand to review again (CV 3993, point 5; R5-03)."""

    year: Year
    number: Number
    dated_on: WholeDate
    issuer: Line = ""
    reason: Prose = ""
    target: Target
    due_on: WholeDate | None = None


class ReReviewOrder(YearRecord, ReReviewOrderFields):
    """Yêu cầu kiểm điểm lại."""


class GuidanceFields(Fields):
    """What the upper committee asked for during the cycle (đôn đốc, chỉ đạo; R5-02)."""

    year: Year
    dated_on: WholeDate
    text: Prose
    due_on: WholeDate | None = None
    done_on: WholeDate | None = None


class Guidance(YearRecord, GuidanceFields):
    """An entry of the guidance log."""
