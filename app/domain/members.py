"""Members of the cell (đảng viên): their fields, declared once, and the rules between those fields."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from app.common.old_fonts import old_font
from app.common.text import foreign_letters
from app.domain.types import (
    CardNumber,
    Fields,
    Line,
    PartialDate,
    PersonName,
    Prose,
    Record,
    earliest_day,
    latest_day,
)
from app.errors import Problem

ADMISSION_AGE = 18
"""Least age in full years at admission (Điều lệ Đảng, Điều 1; documents-and-meetings.md 5.5)."""

WANTED_FACTS = ("born_on", "sex", "admitted_on", "card_number")
"""What the list of members prints of everybody; without it there still is something to find out."""

SHARED_FIELDS = ("review_category", "fee_category", "political_theory", "residence_cell")
"""What many members can have in common, so that it may be set for several at once."""


TRASH_DAYS = 30
"""Days that a member lies in the trash before it is proposed to erase the person for good (product.md 8)."""


class Sex(StrEnum):
    """Sex as the national member sheet writes it; empty where the old list does not say."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = ""


class PoliticalTheory(StrEnum):
    """Level of political theory (trình độ lý luận chính trị)."""

    UNKNOWN = ""
    NONE = "none"
    PRIMARY = "primary"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    BACHELOR = "bachelor"


class ReviewCategory(StrEnum):
    """Which kind of self-review the member writes; the rules of a year say which form that is."""

    UNKNOWN = ""
    LEADER = "leader"
    STAFF = "staff"
    OUTSIDE = "outside"
    """Works outside the political system: retired, studying, farming, in a private firm."""


class FeeCategory(StrEnum):
    """By what the party fee is reckoned (01-QĐ/TW of 2026; documents-and-meetings.md 5.7)."""

    UNKNOWN = ""
    INSURED = "insured"
    PENSIONER = "pensioner"
    STUDENT = "student"
    UNINSURED = "uninsured"
    OVER_AGE = "over_age"
    """Over the retirement age without a pension."""
    EXEMPT = "exempt"


class MemberFields(Fields):
    """What the secretary keeps of a member: a working list, not a second member's file (294-QĐ/TW 6.2.4)."""

    full_name: PersonName
    sex: Sex = Sex.UNKNOWN
    born_on: PartialDate = ""
    admission_decided_on: PartialDate = ""
    """Day the decision of admission was signed; party age counts from it (rulings.md 3.8)."""
    admitted_on: PartialDate = ""
    """Day of the ceremony; probation counts from it."""
    official_on: PartialDate = ""
    card_number: CardNumber = ""
    political_theory: PoliticalTheory = PoliticalTheory.UNKNOWN
    review_category: ReviewCategory = ReviewCategory.UNKNOWN
    fee_category: FeeCategory = FeeCategory.UNKNOWN
    phone: Line = ""
    residence_cell: Line = ""
    """The cell at the member's residence, which is asked for its comment."""
    residence_contact: Line = ""
    note: Prose = ""


class MemberDraft(MemberFields):
    """A member being typed, before anything is stored."""


class ListedMember(MemberFields):
    """A member as a list states it, with the posts in words."""

    post: Line = ""


class Member(Record, MemberFields):
    """A member as stored; `trashed_on` tells since when it lies in the trash (30 days)."""

    trashed_on: dt.date | None = None

    @property
    def is_official(self) -> bool:
        """Return whether the member has been recognised as official (đảng viên chính thức)."""
        return bool(self.official_on)


def days_left_in_trash(member: Member, today: dt.date) -> int:
    """Return how many of the 30 days are left; 0 or less says since when erasing is proposed.

    A clock that went back gives nobody more than 30 days.
    """
    since = member.trashed_on or today
    return min(TRASH_DAYS - (today - since).days, TRASH_DAYS)


OLD_FONTS = {"TCVN3": "name.tcvn3", "VNI": "name.vni"}
"""What is said of a name that was typed for a font of the years before Unicode."""


def lacking_facts(member: MemberFields) -> tuple[str, ...]:
    """Return the names of the wanted facts that are still unknown, in the order they are asked for."""
    return tuple(name for name in WANTED_FACTS if not getattr(member, name))


def member_problems(draft: MemberFields, today: dt.date) -> list[Problem]:
    """Return what cannot be true together; empty dates are unknown, and unknown is no problem.

    A partial date is given the benefit of the doubt: only what is impossible is a problem. A name with
    letters of another alphabet, or typed for an old font, is stored, with a warning.
    """
    problems = [
        Problem(name, "date.future")
        for name in ("born_on", "admission_decided_on", "admitted_on", "official_on")
        if (value := getattr(draft, name)) and earliest_day(value) > today
    ]
    if letters := foreign_letters(draft.full_name):
        problems.append(Problem("full_name", "name.foreign_letters", {"letters": letters}, "warning"))
    if kind := old_font(draft.full_name):
        problems.append(Problem("full_name", OLD_FONTS[kind], {}, "warning"))
    if draft.born_on and draft.admitted_on and _age_at_most(draft) < ADMISSION_AGE:
        problems.append(Problem("admitted_on", "member.admitted_too_young", {"age": ADMISSION_AGE}))
    if _before(draft.admitted_on, draft.admission_decided_on):
        problems.append(Problem("admitted_on", "member.ceremony_before_decision"))
    if _before(draft.official_on, draft.admitted_on):
        problems.append(Problem("official_on", "member.official_before_admission"))
    return problems


def _age_at_most(draft: MemberFields) -> int:
    born, admitted = earliest_day(draft.born_on), latest_day(draft.admitted_on)
    return admitted.year - born.year - ((admitted.month, admitted.day) < (born.month, born.day))


def _before(first: str, second: str) -> bool:
    """Return whether both are known and the first is surely earlier."""
    return bool(first and second) and latest_day(first) < earliest_day(second)
