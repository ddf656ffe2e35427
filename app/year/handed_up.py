"""What leaves with the package for programs of the upper committee: ``nop-cap-tren.json`` (rulings.md 7).

Only facts that stand on a submitted paper or feed an official total. Card and identity numbers, drafts, the
trash, notes and everything of the seat never get in; ``resources/schemas/nop-cap-tren.schema.json`` describes
the rest.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from app.domain.member_counts import counts
from app.domain.members import ListedMember, Member, MemberFields
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.people import strength_on
from app.year.review_year import ReviewYear

FORMAT = 3
_CELL = ("uid", "name", "upper_organisation", "upper_committee", "is_practice")
_MEMBER = ("full_name", "sex", "born_on", "admitted_on", "official_on", "post")
_PAPER = ("uid", "kind", "number", "type_code", "symbol", "dated_on")


@dataclasses.dataclass(frozen=True, slots=True)
class Submitted:
    """What is in the package: its papers in dossier order, and whom the member list among them names."""

    package_id: str
    papers: Sequence[OutgoingPaper]
    listed: Sequence[ListedMember] | None
    """As the paper states them, not as they are today; None when no list is submitted."""
    ratings: dict[str, Any] | None = None
    """What the submitted summary of levels says; None when there is none in the package."""
    dossier: Sequence[dict[str, Any]] = ()
    """What the contents list says of each part of the dossier, in its order."""


def handed_up(year: ReviewYear, submitted: Submitted) -> str:
    """Return the facts as JSON text; members are named only if their list is among the papers."""
    members = _counted(year, submitted) if submitted.listed is None else submitted.listed
    value = {
        "format": FORMAT,
        "package_id": submitted.package_id,
        "year": year.year,
        "cell": year.cell.model_dump(mode="json", include=set(_CELL)),
        "totals": _totals(members),
        "members": _named(submitted.listed or (), year.members),
        "ratings": submitted.ratings,
        "dossier": list(submitted.dossier),
        "papers": [paper.model_dump(mode="json", include=set(_PAPER)) for paper in submitted.papers],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _counted(year: ReviewYear, submitted: Submitted) -> list[Member]:
    """Return who counted to the strength of the cell on the day of the newest paper submitted."""
    day = max((paper.dated_on for paper in submitted.papers), default=dt.date(year.year, 12, 31))
    return strength_on(year.people(), day)


def _totals(members: Sequence[MemberFields]) -> dict[str, Any]:
    numbers = dataclasses.asdict(counts(members))
    return {"members": numbers.pop("total"), **numbers}


def _named(listed: Sequence[ListedMember], members: Sequence[Member]) -> list[dict[str, Any]]:
    """Return the facts of each listed member, with the identity of the one it is, where that is certain."""
    named = []
    for one in listed:
        same = [member for member in members if _is_same(one, member)]
        uid = {"uid": same[0].uid} if len(same) == 1 else {}
        named.append({**uid, **one.model_dump(mode="json", include=set(_MEMBER))})
    return named


def _is_same(one: MemberFields, member: Member) -> bool:
    if one.card_number and member.card_number:
        return one.card_number == member.card_number
    return (one.full_name, one.born_on) == (member.full_name, member.born_on)
