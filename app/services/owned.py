"""What a member owns, between the lines of a form and the records stored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.people import OWNED, Person, PersonDraft
from app.domain.types import Entry, Owned, new_uid
from app.storage.store import Work


def entries_of(person: Person) -> dict[str, object]:
    """Return the lists of `person` as a form and a draft hold them."""
    return {name: [_entry(record) for record in getattr(person, name)] for name in OWNED}


def records_of(draft: PersonDraft, member_uid: str) -> Iterator[Owned]:
    """Yield new records of the member for all lines of the draft."""
    for name, kind in OWNED.items():
        for entry in getattr(draft, name):
            yield _record(kind, entry, member_uid)


def put_owned(work: Work, person: Person, draft: PersonDraft) -> bool:
    """Make the stored lists of `person` equal to those of the draft; return whether anything changed.

    A line that is gone from the store meanwhile is stored anew.
    """
    done = [_put_list(work, kind, person, getattr(draft, name), name) for name, kind in OWNED.items()]
    return any(done)


def _put_list(work: Work, kind: type[Owned], person: Person, entries: tuple[Entry, ...], name: str) -> bool:
    present: dict[str, Owned] = {record.uid: record for record in getattr(person, name)}
    kept = {entry.uid: entry for entry in entries if entry.uid in present}
    added = [_record(kind, entry, person.uid) for entry in entries if entry is not kept.get(entry.uid)]
    changed = False
    for uid, record in present.items():
        if uid not in kept:
            work.remove(kind, uid)
            changed = True
        else:
            changed |= work.change(kind, uid, record.rev, **_facts(kept[uid])) != record
    work.add_all(added)
    return changed or bool(added)


def _record(kind: type[Owned], entry: Entry, member_uid: str) -> Owned:
    return kind(uid=new_uid(), member_uid=member_uid, **_facts(entry))


def _entry(record: Owned) -> dict[str, Any]:
    return record.model_dump(exclude={"rev", "member_uid"})


def _facts(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(exclude={"uid"})
