"""The one mapping between records and rows: what a block of `Database.read` or `Database.write` can do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Row, Select, Table, delete, func, insert, select, update

from app.domain.types import Record
from app.errors import ChangedElsewhere, NotFound
from app.storage.journal import CHANGED_SINCE
from app.storage.tables import ROW_OF, table_of

R = TypeVar("R", bound=Record)
GONE = "L-004"


class Reader:
    """Finds records; what it returns is frozen and outlives the block."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        """For the joins of `app.storage.queries`; never handed out of storage."""

    def get(self, kind: type[R], uid: str) -> R:
        """Return the record of this `kind`; raises `NotFound`."""
        table = table_of(ROW_OF[kind])
        row = self.connection.execute(_query(kind).where(table.c.uid == uid)).one_or_none()
        if row is None:
            raise NotFound(GONE, kind=table.name, uid=uid)
        return _record(kind, row)

    def rows(self, kind: type[R], **equal: object) -> list[R]:
        """Return the records whose fields equal the given values, in the order their lists are shown."""
        row_type = ROW_OF[kind]
        table = table_of(row_type)
        query = _where(_query(kind), table, equal)
        query = query.order_by(*(table.c[name] for name in (*row_type.sorted_by, "uid")))
        return [_record(kind, row) for row in self.connection.execute(query)]

    def count(self, kind: type[R], **equal: object) -> int:
        """Return how many records have these values."""
        table = table_of(ROW_OF[kind])
        query = _where(select(func.count()).select_from(table), table, equal)
        return int(self.connection.execute(query).scalar_one())


class Work(Reader):
    """Reads and writes inside one transaction; everything it did is one undo step."""

    def add(self, record: Record) -> None:
        """Store a new record."""
        self.add_all((record,))

    def add_all(self, records: Iterable[Record]) -> None:
        """Store new records, thousands of them at once if need be."""
        by_kind: dict[type[Record], list[dict[str, Any]]] = {}
        for record in records:
            by_kind.setdefault(type(record), []).append(ROW_OF[type(record)].stored(record))
        for kind, values in by_kind.items():
            self.connection.execute(insert(table_of(ROW_OF[kind])), values)

    def change(self, kind: type[R], uid: str, rev: int, /, **values: object) -> R:
        """Store new values of a record and return it with its next `rev`; same values write nothing.

        `values` are clean values of the record's fields. Raises `NotFound`, and `ChangedElsewhere` when the
        record was saved since it had this `rev`.
        """
        current = self.get(kind, uid)
        if current.rev != rev:
            raise ChangedElsewhere(CHANGED_SINCE, table=table_of(ROW_OF[kind]).name, uid=uid)
        _refuse_unknown(kind, values)
        wanted = current.model_copy(update=values)
        if wanted == current:
            return current
        changed = wanted.model_copy(update={"rev": rev + 1})
        self.replace(changed)
        return changed

    def replace(self, record: Record) -> None:
        """Store `record` as it stands, its `rev` included, over the one with its uid; raises `NotFound`."""
        table = table_of(ROW_OF[type(record)])
        values = ROW_OF[type(record)].stored(record)
        done = self.connection.execute(update(table).where(table.c.uid == record.uid).values(values))
        if done.rowcount != 1:
            raise NotFound(GONE, kind=table.name, uid=record.uid)

    def remove(self, kind: type[R], uid: str) -> None:
        """Remove the record for good (not into the trash); raises `NotFound`."""
        table = table_of(ROW_OF[kind])
        if self.connection.execute(delete(table).where(table.c.uid == uid)).rowcount != 1:
            raise NotFound(GONE, kind=table.name, uid=uid)


def _query(kind: type[Record]) -> Select[Any]:
    table = table_of(ROW_OF[kind])
    return select(*(table.c[name] for name in kind.model_fields))


def _where(query: Select[Any], table: Table, equal: dict[str, object]) -> Select[Any]:
    for name, value in equal.items():
        query = query.where(table.c[name] == value)
    return query


def _record(kind: type[R], row: Row[Any]) -> R:
    # Checked on the way in; a rule made stricter since must not keep an older record from being read.
    return cast("R", kind.model_construct(**row._mapping))  # noqa: SLF001  documented; it only looks private


def _refuse_unknown(kind: type[Record], values: dict[str, object]) -> None:
    unknown = values.keys() - kind.model_fields.keys() | values.keys() & {"uid", "rev"}
    if unknown:
        raise TypeError(f"{kind.__name__} has no field to change: {sorted(unknown)}")
