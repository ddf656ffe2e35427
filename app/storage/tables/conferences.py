"""The tables of conferences."""

from __future__ import annotations

from typing import ClassVar

from app.domain.conferences import (
    Attendance,
    Conference,
    DefectTag,
    Guest,
    Opinion,
    Reservation,
    ReviewTurn,
    Sitting,
    SuggestionConclusion,
)
from app.storage.tables.row import Row


class ConferenceRow(Row, Conference, table=True):
    """Hội nghị kiểm điểm."""

    __tablename__ = "conference"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "round_number", "body")


class SittingRow(Row, Sitting, table=True):
    """A sitting of a conference."""

    __tablename__ = "sitting"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "conference", "position")


class AttendanceRow(Row, Attendance, table=True):
    """Điểm danh of one member."""

    __tablename__ = "attendance"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class GuestRow(Row, Guest, table=True):
    """A guest of the conference."""

    __tablename__ = "guest"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class ReviewTurnRow(Row, ReviewTurn, table=True):
    """A turn."""

    __tablename__ = "review_turn"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "conference", "position")


class OpinionRow(Row, Opinion, table=True):
    """Ý kiến góp ý."""

    __tablename__ = "opinion"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "conference", "position")


class SuggestionConclusionRow(Row, SuggestionConclusion, table=True):
    """Kết luận on a suggested matter."""

    __tablename__ = "suggestion_conclusion"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class ReservationRow(Row, Reservation, table=True):
    """A reserved opinion."""

    __tablename__ = "reservation"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class DefectTagRow(Row, DefectTag, table=True):
    """A named defect."""

    __tablename__ = "defect_tag"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)
