"""Members with everything that is kept of them, read list by list and put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.domain.members import Member
from app.domain.people import OWNED, Person, people
from app.storage.store import Reader


def everybody(reader: Reader) -> tuple[Person, ...]:
    """Return all members with what they own: those outside the trash first, each group by given name."""
    members = sorted(reader.rows(Member), key=lambda member: member.trashed_on is not None)
    owned: dict[str, Any] = {name: reader.rows(kind) for name, kind in OWNED.items()}
    return people(members, **owned)


def person(reader: Reader, uid: str) -> Person:
    """Return the member with what the member owns; raises `NotFound`."""
    owned: dict[str, Any] = {name: reader.rows(kind, member_uid=uid) for name, kind in OWNED.items()}
    return people([reader.get(Member, uid)], **owned)[0]


def owned_by(reader: Reader, members: Iterable[Member]) -> dict[str, Any]:
    """Return the lists of what `members` own, by the names of `OWNED`."""
    uids = {member.uid for member in members}
    return {
        name: tuple(record for record in reader.rows(kind) if record.member_uid in uids)
        for name, kind in OWNED.items()
    }
