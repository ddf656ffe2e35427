"""What is still to find out of a person (thiếu gì): facts not written, written in part, or doubtful."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from app.common.old_fonts import old_font
from app.common.text import foreign_letters
from app.domain.members import WANTED_FACTS, Member
from app.domain.people import Person, is_guest_on, is_listed_on
from app.domain.probation import is_past_probation

USEFUL_FACTS = ("admission_decided_on", "review_category", "fee_category")
"""Nothing stops without them, but party age, form of the self-review and party fee are then not sure."""
DATED_FACTS = ("born_on", "admission_decided_on", "admitted_on", "official_on")
_WHOLE = len("2017-12-04")
_YEAR = len("2017")


class GapKind(StrEnum):
    """What is the matter with a fact."""

    LACKING = "lacking"
    """Not written, and the list of members prints it."""
    OVERDUE = "overdue"
    """Probation is over and no official date is written."""
    DOUBTFUL = "doubtful"
    """Written in letters that no name has."""
    USEFUL = "useful"
    """Not written; something is reckoned without it."""
    YEAR_ONLY = "year_only"
    MONTH_ONLY = "month_only"
    """Written as far as it was known; legal for old facts."""


URGENT = frozenset({GapKind.LACKING, GapKind.OVERDUE, GapKind.DOUBTFUL})
"""What has to be found out; the others would be good to know."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One fact to find out, by the name of its field."""

    field: str
    kind: GapKind


def gaps_of(person: Person, today: dt.date) -> tuple[Gap, ...]:
    """Return what is to find out of a person who is here today, in the order of the form; else nothing."""
    member = person.member
    if member.trashed_on or not is_listed_on(person, today):
        return ()
    found = [Gap(name, GapKind.LACKING) for name in WANTED_FACTS if not getattr(member, name)]
    if is_past_probation(member, today):
        found.append(Gap("official_on", GapKind.OVERDUE))
    if foreign_letters(member.full_name) or old_font(member.full_name):
        found.append(Gap("full_name", GapKind.DOUBTFUL))
    if not is_guest_on(person, today):
        # Of who is here only for a time, the home cell keeps these.
        found += [Gap(name, GapKind.USEFUL) for name in USEFUL_FACTS if not getattr(member, name)]
    found += [Gap(name, kind) for name in DATED_FACTS if (kind := _partial(getattr(member, name)))]
    order = list(Member.model_fields)
    return tuple(sorted(found, key=lambda gap: order.index(gap.field)))


def _partial(stored: str) -> GapKind | None:
    if not stored or len(stored) == _WHOLE:
        return None
    return GapKind.YEAR_ONLY if len(stored) == _YEAR else GapKind.MONTH_ONLY
