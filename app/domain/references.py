"""Where a member is named by other records: what belongs to the member, what only points at him or her."""

from __future__ import annotations

from app.domain.types import Record

OWNER_FIELDS = ("member_uid", "member", "target")
"""A record with the member in one of these is about the member and goes with him or her."""
POINTER_FIELDS = ("speaker", "chair", "chair_for_secretary", "recorder")
"""These only point: the record stays, the pointer becomes empty or another."""
PARENT_FIELDS = (
    "letter",
    "point",
    "commitment",
    "owner",
    "sheet",
    "line",
    "item",
    "shortcoming",
)
"""A record with a removed record's uid here was a part of it."""
KEPT_WITHOUT = {"opinion", "remediation_item"}
"""Tables whose records stay when the shortcoming they point at goes."""
ONE_PER_MEMBER = frozenset(
    {
        "population",
        "commitment",
        "self_review",
        "proposed_level",
        "recognised_level",
        "past_level",
    }
)
"""Tables with at most one record of a member in a year (and round)."""


def owner_field(kind: type[Record]) -> str | None:
    """Return the field by which a record of `kind` is about a member, if any."""
    return next((name for name in OWNER_FIELDS if name in kind.model_fields), None)


def pointer_fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields by which a record of `kind` only points at a member."""
    return tuple(name for name in POINTER_FIELDS if name in kind.model_fields)


def parent_fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields by which a record of `kind` may be a part of another."""
    return tuple(name for name in PARENT_FIELDS if name in kind.model_fields)
