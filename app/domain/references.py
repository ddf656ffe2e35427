"""Which fields name another record: whose part a record is, at whom it only points, what tells two apart.

The types of the fields say it (`Link`, `Target`, an owner's `member_uid`), their names say whom they name; a
new kind of record is known here without anybody thinking of it. Kinds are called as their tables are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_type_hints

from app.domain.targets import CELL, COLLECTIVE, Link, Target
from app.domain.types import Record

MEMBER = "member"
NAMES_NONE = ("", COLLECTIVE, CELL)
"""What stands in such a field and names no record."""
_BY_FIELD: Mapping[str, tuple[str, ...]] = {
    "letter": ("suggestion_letter",),
    "point": ("suggestion_point",),
    "line": ("ballot_line",),
    "sheet": ("score_sheet",),
    "item": ("remediation_item",),
    "owner": ("self_review", "collective_report"),
    "target": (MEMBER,),
    "speaker": (MEMBER,),
    "chair": (MEMBER,),
    "chair_for_secretary": (MEMBER,),
    "recorder": (MEMBER,),
    "repeats": ("earlier_shortcoming", "shortcoming"),
    "Ballot.repeats": ("ballot",),
    "OutgoingPaper.about": ("conference", "ballot", "collective_report"),
    "RemediationItem.shortcoming": ("shortcoming", "earlier_shortcoming"),
    "replaces": ("outgoing_paper",),
    "entered_as": ("suggestion_letter", "legal_basis", "guidance"),
    "opened_by": ("re_review_order",),
    "form": ("committee_form",),
    "paper": ("outgoing_paper",),
    "one": (MEMBER,),
    "other": (MEMBER,),
}
_ONLY_POINTS = frozenset({"speaker"})
"""Asked for when the record is made, and yet the record stays without it: what was said was said."""

TOLD_APART: Mapping[str, tuple[str, ...]] = {
    "work_year": ("year",),
    "cycle": ("year",),
    "population": ("year", "member_uid"),
    "commitment": ("year", "member_uid"),
    "self_review": ("year", "round_number", "member_uid"),
    "milestone": ("year", "code"),
    "round": ("year", "number"),
    "explanation": ("point",),
    "programme": ("year",),
    "task_assignment": ("year",),
    "collective_report": ("year", "round_number", "version"),
    "sitting": ("conference", "position"),
    "suggestion_conclusion": ("conference", "point"),
    "defect_tag": ("conference", "tag"),
    "remediation_step": ("item", "position"),
    "attendance": ("sitting", "member_uid"),
    "review_turn": ("conference", "target"),
    "ballot_line": ("ballot", "target"),
    "score_sheet": ("year", "round_number", "target", "scored_by"),
    "sign_check": ("year", "target", "sign_group", "sign_number"),
    "outside_opinion": ("year", "target", "body"),
    "outside_rating": ("year", "target", "body"),
    "responsibility": ("shortcoming", "member_uid"),
    "finding_answer": ("year", "finding", "target", "about"),
    "proposed_level": ("year", "round_number", "target"),
    "recognised_level": ("year", "target"),
    "past_level": ("of_year", "target"),
    "section_text": ("owner", "section"),
    "ballot_count": ("line", "level"),
    "score_item": ("sheet", "item"),
    "submission": ("package_id",),
    "incoming_paper": ("year", "register_number"),
    "dossier_note": ("year", "part"),
    "committee_form": ("year", "kind", "version"),
    "form_file": ("form",),
    "issued_file": ("paper",),
    "given_form": ("year", "member_uid", "form"),
    "word_edition": ("paper",),
    "number_gap": ("type_code", "number", "known_on"),
    "saved_filter": ("list_name", "name_key"),
}
"""By which columns rows of a table are told apart, where there may be one only."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A field whose value is the uid of a record of one of the kinds `names`, or one of `NAMES_NONE`."""

    field: str
    names: tuple[str, ...]
    is_part: bool
    """Whether the record is nothing without the one it names."""


@cache
def namings(kind: type[Record]) -> tuple[Naming, ...]:
    """Return the fields of `kind` that name a record."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        Naming(
            name,
            _named(kind, name),
            is_part=field.is_required() and name not in _ONLY_POINTS,
        )
        for name, field in kind.model_fields.items()
        if hints.get(name) in {Link, Target} or name.endswith("_uid")
    )


def _named(kind: type[Record], field: str) -> tuple[str, ...]:
    own = _BY_FIELD.get(f"{kind.__name__}.{field}")
    return own or _BY_FIELD.get(field, (field.removesuffix("_uid"),))


def parts(kind: type[Record], of: str) -> tuple[str, ...]:
    """Return the fields by which a record of `kind` is a part of, or about, a record of the kind `of`."""
    return tuple(one.field for one in namings(kind) if one.is_part and of in one.names)


def pointers(kind: type[Record], to: str) -> tuple[str, ...]:
    """Return the fields by which a record of `kind` only points at a record of the kind `to`."""
    return tuple(one.field for one in namings(kind) if not one.is_part and to in one.names)


def likeness(table: str, record: Record, field: str) -> tuple[object, ...]:
    """Return what two records of a table have in common when only one may be kept, `field` aside.

    Where more than one may be kept, only records that say the same in every field are alike.
    """
    names = TOLD_APART.get(table) or type(record).model_fields
    return tuple(getattr(record, name) for name in names if name not in {field, "uid", "rev"})
