"""What is written for the review: self-reviews, collective report, signs, earlier shortcomings."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from app.domain.targets import Code, Link, Position, RoundNumber, Sheets, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate


class WritingState(StrEnum):
    """How far a written piece has come."""

    DRAFT = "draft"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    FINAL = "final"


class ReportVersion(StrEnum):
    """The collective report is written twice (HD 27 I.2; R3-04)."""

    DRAFT = "draft"
    FINAL = "final"


class SelfReviewFields(Fields):
    """Bản kiểm điểm cá nhân of a member; on paper only its facts are kept (rulings.md 6)."""

    year: Year
    round_number: RoundNumber = 1
    member_uid: Link
    state: WritingState = WritingState.DRAFT
    on_paper: bool = False
    sheets: Sheets = 0
    handed_in_on: WholeDate | None = None
    returned_reason: Prose = ""
    self_level: Code = ""
    self_sub_reason: Code = ""


class SelfReview(YearRecord, SelfReviewFields):
    """A member's self-review; its texts are `SectionText`."""


class CollectiveReportFields(Fields):
    """Báo cáo kiểm điểm tập thể in one of its versions."""

    year: Year
    round_number: RoundNumber = 1
    version: ReportVersion = ReportVersion.DRAFT
    state: WritingState = WritingState.DRAFT
    sent_on: WholeDate | None = None
    """When the draft went to the members (R2-06)."""
    adopted_on: WholeDate | None = None
    self_level: Code = ""


class CollectiveReport(YearRecord, CollectiveReportFields):
    """A version of the collective report; its texts are `SectionText`."""


class SectionTextFields(Fields):
    """One section of a form: the code comes from the rule set (decisions.md 2.4)."""

    year: Year
    owner: Link
    """The self-review or report it belongs to."""
    section: Code
    text: Prose = ""


class SectionText(YearRecord, SectionTextFields):
    """What is written in one section."""


class SignCheckFields(Fields):
    """A member's own check against one sign of NQ 04-NQ/TW; for the secretary alone (rulings.md 2.6)."""

    year: Year
    target: Target
    sign_group: int = Field(ge=1, le=3)
    sign_number: int = Field(ge=1, le=9)
    has_sign: bool = False
    degree_note: Line = ""
    measure: Prose = ""


class SignCheck(YearRecord, SignCheckFields):
    """An answer to one of the 27 signs."""


class CorrectionState(StrEnum):
    """How far an earlier shortcoming was corrected; empty: not answered yet."""

    UNKNOWN = ""
    CORRECTED = "corrected"
    CORRECTING = "correcting"
    NOT_CORRECTED = "not_corrected"


class EarlierShortcomingFields(Fields):
    """A shortcoming of an earlier review that this year must answer (R5-08)."""

    year: Year
    target: Target
    position: Position = 1
    text: Prose
    from_year: int = Field(ge=1990, le=2100)
    correction: CorrectionState = CorrectionState.UNKNOWN
    result: Prose = ""
    """Kết quả khắc phục, as the self-review and the report print it."""
    evidence: Line = ""


class EarlierShortcoming(YearRecord, EarlierShortcomingFields):
    """Hạn chế, khuyết điểm đã chỉ ra ở kỳ kiểm điểm trước."""

    carried_from: Link = ""
    """The shortcoming of last year's records; empty when entered in the first-year table."""
