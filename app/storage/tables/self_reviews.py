"""The tables of what is written for the review."""

from __future__ import annotations

from typing import ClassVar

from app.domain.self_reviews import CollectiveReport, EarlierShortcoming, SectionText, SelfReview, SignCheck
from app.storage.tables.row import Row


class SelfReviewRow(Row, SelfReview, table=True):
    """A member's self-review."""

    __tablename__ = "self_review"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class CollectiveReportRow(Row, CollectiveReport, table=True):
    """A version of the collective report."""

    __tablename__ = "collective_report"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class SectionTextRow(Row, SectionText, table=True):
    """What is written in one section."""

    __tablename__ = "section_text"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "owner", "section")


class SignCheckRow(Row, SignCheck, table=True):
    """An answer to one of the 27 signs."""

    __tablename__ = "sign_check"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "target", "sign_group", "sign_number")


class EarlierShortcomingRow(Row, EarlierShortcoming, table=True):
    """Hạn chế, khuyết điểm đã chỉ ra ở kỳ kiểm điểm trước."""

    __tablename__ = "earlier_shortcoming"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "target", "from_year", "position")
