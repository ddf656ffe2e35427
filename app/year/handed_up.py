"""What leaves with the package for programs of the upper committee: ``nop-cap-tren.json`` (rulings.md 7).

Only facts that stand on a submitted paper or feed an official total. Card and identity numbers, drafts, the
trash, notes and everything of the seat never get in; ``resources/schemas/nop-cap-tren.schema.json`` describes
the rest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from app.domain.members import Member, Sex
from app.domain.outgoing_papers import OutgoingPaper
from app.year.review_year import ReviewYear

FORMAT = 1
_CELL = ("uid", "name", "upper_organisation", "upper_committee", "is_practice")
_MEMBER = ("uid", "full_name", "sex", "born_on", "admitted_on", "official_on", "post")
_PAPER = ("uid", "kind", "number", "type_code", "symbol", "dated_on")


def handed_up(year: ReviewYear, submitted: Sequence[OutgoingPaper], package_id: str) -> str:
    """Return the facts as JSON text; `submitted` are the papers in the package, in dossier order.

    Members are named only if their list is among the papers.
    """
    is_listed = any(paper.kind == "member_list" for paper in submitted)
    members = sorted(year.members, key=lambda member: member.uid) if is_listed else []
    value = {
        "format": FORMAT,
        "package_id": package_id,
        "year": year.year,
        "cell": year.cell.model_dump(mode="json", include=set(_CELL)),
        "totals": _totals(year.members),
        "members": [member.model_dump(mode="json", include=set(_MEMBER)) for member in members],
        "papers": [paper.model_dump(mode="json", include=set(_PAPER)) for paper in submitted],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _totals(members: Sequence[Member]) -> dict[str, Any]:
    official = sum(1 for member in members if member.is_official)
    return {
        "members": len(members),
        "official": official,
        "probationary": len(members) - official,
        "women": sum(1 for member in members if member.sex == Sex.FEMALE),
    }
