"""Who is reviewed and who is rated (diện kiểm điểm, diện đánh giá), one disposition of each per member."""

from __future__ import annotations

from enum import StrEnum

from app.domain.targets import Code, Link, Year, YearRecord
from app.domain.types import Fields, Line, WholeDate


class ReviewDisposition(StrEnum):
    """Whether a member reviews himself this year (rulings.md 3.4); empty: not decided yet."""

    UNDECIDED = ""
    YES = "yes"
    NO = "no"
    LATER = "later"
    """Kiểm điểm bổ sung sau."""


class RatingDisposition(StrEnum):
    """Whether a member is rated this year (rulings.md 3.4); empty: not decided yet."""

    UNDECIDED = ""
    YES = "yes"
    EXEMPT = "exempt"
    """Được miễn đánh giá."""
    NOT_YET = "not_yet"
    """Chưa đánh giá."""


class PopulationFields(Fields):
    """One member's place in the year's population."""

    year: Year
    member_uid: Link
    review: ReviewDisposition = ReviewDisposition.UNDECIDED
    rating: RatingDisposition = RatingDisposition.UNDECIDED
    reason: Code = ""
    """Why not reviewed or not rated: a reason of the rule set."""
    reason_note: Line = ""
    """Further words; health and pending discipline stay out of lists (rulings.md 2.8)."""
    object_type: Code = ""
    """Which form and standards apply: an object type of the rule set."""
    is_leader: bool = False
    """Giữ chức vụ lãnh đạo, quản lý as far as this review is concerned."""
    civil_rating_due: bool = False
    """Whether a rating as official or public employee is expected."""
    residence_comment_due: bool = False
    """Whether a comment of the residence committee is expected."""
    supplement_received_on: WholeDate | None = None
    """Ngày nhận phiếu bổ sung hồ sơ đảng viên (R1-09)."""


class Population(YearRecord, PopulationFields):
    """A member's two dispositions of the year (R0-04)."""
