"""The review conference: sittings, attendance, turns, opinions; who said what, never who voted what."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from app.common.text import clean_line
from app.domain.targets import Code, Link, Position, RoundNumber, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate

_CLOCK = r"^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$"
_TYPED_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:.hg]|gi\w)\s*(?:(\d{1,2})\s*(?:p\w*)?)?", re.IGNORECASE)


def parse_clock(typed: object) -> object:
    """Return a typed hour as it is stored: ``7:30``, ``7h30``, ``7.30`` are ``07:30``, ``19h`` is ``19:00``.

    Raises `PydanticCustomError` (``clock.shape``).
    """
    if not isinstance(typed, str):
        return typed
    text = clean_line(typed)
    match = _TYPED_CLOCK.fullmatch(text)
    stored = f"{int(match[1]):02d}:{int(match[2] or 0):02d}" if match else text
    if not re.fullmatch(_CLOCK, stored):
        raise PydanticCustomError("clock.shape", "clock.shape")
    return stored


ClockTime = Annotated[str, StringConstraints(pattern=_CLOCK), BeforeValidator(parse_clock)]
"""``07:30``; empty while unknown."""


class ConferenceBody(StrEnum):
    """Which body meets."""

    CELL_COMMITTEE = "cell_committee"
    PARTY_GROUP = "party_group"
    CELL = "cell"


class ConferenceState(StrEnum):
    """How far the conference has come."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class Presence(StrEnum):
    """A member at a sitting; empty: not called yet."""

    UNKNOWN = ""
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"


class TurnState(StrEnum):
    """How far the review of one subject has come."""

    WAITING = "waiting"
    UNDER_REVIEW = "under_review"
    DONE = "done"
    POSTPONED = "postponed"


class OpinionKind(StrEnum):
    """Kinds of rulings.md 8."""

    STRENGTH = "strength"
    SHORTCOMING = "shortcoming"
    PROPOSAL = "proposal"
    QUESTION = "question"
    """Yêu cầu làm rõ."""


class ConferenceFields(Fields):
    """One conference of a body, over one or several sittings (R3-12)."""

    year: Year
    round_number: RoundNumber = 1
    body: ConferenceBody = ConferenceBody.CELL
    party_group: Line = ""
    """Name of the tổ đảng."""
    chair: Link = ""
    chair_for_secretary: Link = ""
    """Who chairs while the cell secretary is under review (rulings.md 3.6)."""
    recorder: Link = ""
    counting_team: Prose = ""
    """Tổ kiểm phiếu, one name a line, its head first."""
    order_reason: Line = ""
    """Why the order differs (R3-03)."""
    general_note: Prose = ""
    """Nhận xét chung về tinh thần, thái độ (R3-15)."""
    general_conclusion: Prose = ""
    read_back: bool = False
    """Minutes were read to the conference and adopted before the close (rulings.md 3.6)."""


class Conference(YearRecord, ConferenceFields):
    """Hội nghị kiểm điểm."""

    state: ConferenceState = ConferenceState.PLANNED


class SittingFields(Fields):
    """Buổi họp."""

    year: Year
    conference: Link
    position: Position = 1
    held_on: WholeDate | None = None
    started_at: ClockTime = ""
    ended_at: ClockTime = ""
    place: Line = ""


class Sitting(YearRecord, SittingFields):
    """A sitting of a conference."""


class AttendanceFields(Fields):
    """A member at a sitting (R3-02)."""

    year: Year
    sitting: Link
    member_uid: Link
    presence: Presence = Presence.UNKNOWN
    arrived_at: ClockTime = ""
    reason: Line = ""


class Attendance(YearRecord, AttendanceFields):
    """Điểm danh of one member."""


class GuestFields(Fields):
    """Who came from outside, above all the upper committee's member (R5-01), and what he directed."""

    year: Year
    conference: Link
    name: Line
    post: Line = ""
    from_upper_committee: bool = False
    duty: Line = ""
    guidance: Prose = ""


class Guest(YearRecord, GuestFields):
    """A guest of the conference."""


class ReviewTurnFields(Fields):
    """The review of one subject in a conference: presented, spoken on, answered, concluded (R3-08, R3-09)."""

    year: Year
    conference: Link
    position: Position = 1
    target: Target
    started_at: ClockTime = ""
    ended_at: ClockTime = ""
    minutes_spent: int = Field(default=0, ge=0, le=999)
    bases_shown: bool = False
    """Commitment, signs and earlier shortcomings were looked at (R3-10)."""
    answer: Prose = ""
    """Tiếp thu, giải trình của người được góp ý."""
    conclusion: Prose = ""
    role_and_responsibility: Prose = ""


class ReviewTurn(YearRecord, ReviewTurnFields):
    """A turn; it starts only where R2-03 lets it (rulings.md 1.4)."""

    state: TurnState = TurnState.WAITING


class OpinionFields(Fields):
    """What one member said to one subject (R3-05)."""

    year: Year
    conference: Link
    position: Position = 1
    speaker: Link
    target: Target
    kind: OpinionKind
    text: Prose
    in_writing: bool = False
    said_at: ClockTime = ""


class Opinion(YearRecord, OpinionFields):
    """Ý kiến góp ý."""

    shortcoming: Link = ""
    """The concluded shortcoming it was taken into."""
    withdrawn: bool = False


class SuggestionConclusionFields(Fields):
    """What the conference concluded on a suggested point (R2-05)."""

    year: Year
    conference: Link
    point: Link
    text: Prose


class SuggestionConclusion(YearRecord, SuggestionConclusionFields):
    """Kết luận on a suggested matter."""


class ReservationFields(Fields):
    """Bảo lưu ý kiến at the member's own wish (rulings.md 3.6)."""

    year: Year
    conference: Link
    member_uid: Link
    text: Prose


class Reservation(YearRecord, ReservationFields):
    """A reserved opinion."""


class DefectTagFields(Fields):
    """A defect of the meeting that the chair named himself (R3-13); in no package (rulings.md 7)."""

    year: Year
    conference: Link
    tag: Code
    note: Line = ""


class DefectTag(YearRecord, DefectTagFields):
    """A named defect."""
