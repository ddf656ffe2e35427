"""What hangs on a record: its parts, those of its parts, and what points at them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import func, or_, select
from sqlmodel.sql.sqltypes import AutoString

from app.domain.references import MEMBER, namings, parts, pointers
from app.domain.types import Record
from app.storage.store import Reader
from app.storage.tables import ROW_OF, name_of, table_of


def about(reader: Reader, uid: str) -> list[Record]:
    """Return what is about a member, parts before the whole, each once; the member is not among it."""
    return hanging(reader, MEMBER, uid)


def hanging(reader: Reader, table: str, uid: str) -> list[Record]:
    """Return what is part of a record of `table`, parts before the whole, each once."""
    found: dict[str, Record] = {}
    for record in _parts(reader, table, uid):
        found.setdefault(record.uid, record)
    return list(found.values())


def pointing(reader: Reader, table: str, uid: str) -> Iterator[tuple[Record, str]]:
    """Yield the records that only point at a record of `table`, each with the field by which it does."""
    for kind in ROW_OF:
        for field in pointers(kind, table):
            for record in reader.rows(kind, **{field: uid}):
                yield record, field


def without(lists: Mapping[str, Collection[Record]], members: Collection[str]) -> dict[str, Any]:
    """Return lists of records without what is about `members`; what points there points at nobody."""
    gone: dict[str, set[str]] = {MEMBER: set(members)}
    kept: dict[str, list[Record]] = {name: list(records) for name, records in lists.items()}
    # The parts of a part are found in the next round.
    while any(_take_out(records, gone) for records in kept.values()):
        pass
    return {name: tuple(_pointing_at_nobody(one, gone) for one in records) for name, records in kept.items()}


def naming_in_words(reader: Reader, text: str, but: Collection[str]) -> dict[str, int]:
    """Return by table how many records hold `text` in a field, those with a uid in `but` aside."""
    counts: dict[str, int] = {}
    for row in ROW_OF.values():
        table = table_of(row)
        holds = [column.contains(text, autoescape=True) for column in table.c if _is_text(column.type)]
        query = select(func.count()).select_from(table).where(or_(*holds), table.c.uid.not_in(but))
        count = int(reader.connection.execute(query).scalar_one())
        if count:
            counts[table.name] = count
    return counts


def _parts(reader: Reader, table: str, uid: str) -> Iterator[Record]:
    for kind in ROW_OF:
        for field in parts(kind, table):
            for record in reader.rows(kind, **{field: uid}):
                yield from _parts(reader, name_of(kind), record.uid)
                yield record


def _take_out(records: list[Record], gone: dict[str, set[str]]) -> bool:
    """Take the parts of what is gone out of a list; return whether there were any."""
    going = [one for one in records if any(named.is_part for named in _named(one, gone))]
    for record in going:
        gone.setdefault(name_of(type(record)), set()).add(record.uid)
    uids = {record.uid for record in going}
    records[:] = [record for record in records if record.uid not in uids]
    return bool(going)


def _pointing_at_nobody(record: Record, gone: Mapping[str, set[str]]) -> Record:
    fields = [named.field for named in _named(record, gone)]
    return record.model_copy(update=dict.fromkeys(fields, "")) if fields else record


def _named(record: Record, gone: Mapping[str, set[str]]) -> Iterator[Any]:
    """Yield the fields by which a record names one that is gone."""
    for named in namings(type(record)):
        uid = getattr(record, named.field)
        if any(uid in gone.get(table, ()) for table in named.names):
            yield named


def _is_text(kind: object) -> bool:
    return isinstance(kind, AutoString)
