"""Xóa vĩnh viễn: a member in the trash goes for good, with everything that is about him or her."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.backup_policy import Protect, expires_on
from app.domain.members import Member
from app.domain.references import KEPT_WITHOUT, owner_field, parent_fields, pointer_fields
from app.domain.types import Record
from app.errors import Refused
from app.storage.database import Database
from app.storage.erasing import erase_traces, forget_free_pages
from app.storage.store import Reader, Work
from app.storage.tables import ROW_OF, table_of


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure takes, by table, and the day from which no backup holds the person any more."""

    names: tuple[str, ...]
    records: Mapping[str, int]
    backups_until: dt.date


class ErasureService:
    """Takes members out of the open database for good; nothing here can be undone."""

    def __init__(self, database: Database, clock: Clock, protect: Protect) -> None:
        self._database = database
        self._clock = clock
        self._protect = protect

    def look(self, uids: Collection[str]) -> Erasure:
        """Return what `erase` would take, and change nothing; raises `NotFound`, `Refused` L-015."""
        with self._database.read() as reader:
            members = _in_trash(reader, uids)
            going = [record for member in members for record in _about(reader, member.uid)]
        counted = Counter(table_of(ROW_OF[type(one)]).name for one in going)
        return Erasure(
            names=tuple(member.full_name for member in members),
            records=dict(counted),
            # The set made right before the act is the last one that holds the person.
            backups_until=expires_on(self._clock.today()),
        )

    def erase(self, uids: Collection[str]) -> None:
        """Erase members that lie in the trash; not undoable.

        Their records of every year go, pointers at them become empty, audit details and drafts that speak of
        them are removed, and the file is rewritten so that nothing of them lies in free pages. Issued papers
        keep what they said. Raises `NotFound`, `Refused` L-015 for a member outside the trash, and what the
        backup before it raises.
        """
        self._protect("erasure")
        with self._database.write("member.erase", undoable=False, traceless=True) as work:
            gone: list[Record] = []
            for member in _in_trash(work, uids):
                gone += [*_about(work, member.uid), member]
                _blank_pointers(work, member.uid)
            for record in gone:
                work.remove(type(record), record.uid)
            # The audit knows a section's text by the section, not by whose it was.
            erase_traces(work, [record.uid for record in gone])
        forget_free_pages(self._database)


def _in_trash(reader: Reader, uids: Collection[str]) -> list[Member]:
    members = [reader.get(Member, uid) for uid in uids]
    for member in members:
        if member.trashed_on is None:
            raise Refused("L-015", name=member.full_name)
    return members


def _about(reader: Reader, uid: str) -> Iterator[Record]:
    """Yield what is about the member, parts before the whole, each once."""
    seen: set[str] = set()
    for kind in ROW_OF:
        field = owner_field(kind)
        for record in reader.rows(kind, **{field: uid}) if field else ():
            yield from _with_parts(reader, record, seen)


def _with_parts(reader: Reader, record: Record, seen: set[str]) -> Iterator[Record]:
    for kind in ROW_OF:
        if table_of(ROW_OF[kind]).name in KEPT_WITHOUT:
            continue
        for field in parent_fields(kind):
            for part in reader.rows(kind, **{field: record.uid}):
                yield from _with_parts(reader, part, seen)
    if record.uid not in seen:
        seen.add(record.uid)
        yield record


def _blank_pointers(work: Work, uid: str) -> None:
    for kind in ROW_OF:
        for field in pointer_fields(kind):
            for record in work.rows(kind, **{field: uid}):
                work.change(kind, record.uid, record.rev, **{field: ""})
