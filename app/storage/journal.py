"""What a transaction did, row by row, recorded by the database itself.

Temporary triggers on the write connection put the row before and after into a table in memory, so that
nothing that storage writes, by whatever statement, escapes undo, audit and change notice (decisions.md 2.5).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table

from app.errors import ChangedElsewhere
from app.storage.connections import raw_of
from app.storage.tables import ROWS, table_of

CHANGED_SINCE = "L-003"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, as JSON objects of stored values; None where there is no row."""

    table: str
    uid: str
    before: str | None
    after: str | None

    def inverse(self) -> RowChange:
        """Return the change that takes this one back."""
        return RowChange(self.table, self.uid, self.after, self.before)

    def size(self) -> int:
        """Return about how many bytes of memory the change holds."""
        return len(self.before or "") + len(self.after or "")


def watch(connection: Connection) -> None:
    """Record every row that `connection` writes from now on."""
    connection.exec_driver_sql(
        "CREATE TEMP TABLE journal (seq INTEGER PRIMARY KEY, tbl TEXT, uid TEXT, before TEXT, after TEXT)"
    )
    for table in map(table_of, ROWS):
        for statement in _triggers(table):
            connection.exec_driver_sql(statement)


def _triggers(table: Table) -> Iterator[str]:
    name = table.name
    old, new = _image(table, "OLD."), _image(table, "NEW.")
    for event, uid, before, after in (
        ("INSERT", "NEW.uid", "NULL", new),
        ("UPDATE", "NEW.uid", old, new),
        ("DELETE", "OLD.uid", old, "NULL"),
    ):
        values = f"'{name}', {uid}, {before}, {after}"
        record = f"INSERT INTO journal (tbl, uid, before, after) VALUES ({values})"  # noqa: S608  our names
        yield f"CREATE TEMP TRIGGER journal_{name}_{event} AFTER {event} ON main.{name} BEGIN {record}; END"


def _image(table: Table, prefix: str = "") -> str:
    if any(isinstance(column.type, LargeBinary) for column in table.columns):
        raise TypeError(f"{table.name}: a BLOB cannot be journalled")
    pairs = ", ".join(f"'{column.name}', {prefix}{column.name}" for column in table.columns)
    return f"json_object({pairs})"


def take(connection: Connection) -> tuple[RowChange, ...]:
    """Return what the open transaction has changed so far, in order, and forget it."""
    rows = connection.exec_driver_sql("SELECT tbl, uid, before, after FROM journal ORDER BY seq").all()
    connection.exec_driver_sql("DELETE FROM journal")
    return tuple(RowChange(*row) for row in rows if row[2] != row[3])


def differs(changes: Iterable[RowChange]) -> bool:
    """Return whether any row is other than before, once all of `changes` are done."""
    first: dict[tuple[str, str], str | None] = {}
    last: dict[tuple[str, str], str | None] = {}
    for change in changes:
        first.setdefault((change.table, change.uid), change.before)
        last[change.table, change.uid] = change.after
    return first != last


def replay(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Write the `after` of each change in order.

    Raises `ChangedElsewhere` when a row is no longer as `before` says; the caller's transaction rolls back.
    """
    # A parent may come back after its child: references are checked when the transaction ends.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    images = {table.name: _image(table) for table in map(table_of, ROWS)}
    cursor = raw_of(connection).cursor()  # thousands of rows: the driver alone takes a third of the time
    for change in changes:
        query = f"SELECT {images[change.table]} FROM {change.table} WHERE uid = ?"  # noqa: S608  our names
        found = cursor.execute(query, (change.uid,)).fetchone()
        if (found[0] if found else None) != change.before:
            raise ChangedElsewhere(CHANGED_SINCE, table=change.table, uid=change.uid)
        cursor.execute(*_statement(change))


def _statement(change: RowChange) -> tuple[str, tuple[Any, ...]]:
    table = change.table
    if change.after is None:
        return f"DELETE FROM {table} WHERE uid = ?", (change.uid,)  # noqa: S608  our names
    values: dict[str, Any] = json.loads(change.after)
    if change.before is None:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        return f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())  # noqa: S608  our names
    pairs = ", ".join(f"{name} = ?" for name in values)
    return f"UPDATE {table} SET {pairs} WHERE uid = ?", (*values.values(), change.uid)  # noqa: S608  our names


def inverted(changes: Sequence[RowChange]) -> tuple[RowChange, ...]:
    """Return the changes that take `changes` back, last first."""
    return tuple(change.inverse() for change in reversed(changes))


def encode(changes: Iterable[RowChange]) -> str:
    """Return `changes` as the JSON text that the audit keeps."""
    rows = [[change.table, change.uid, change.before, change.after] for change in changes]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
