"""Mends what the logical checks found, on a copy and never in the data themselves (reliability.md A22).

What leads nowhere is cleared, or taken out where the row means nothing without it; what storage derives is
derived again. Everything else needs a person. The copy is a verified backup set, which the user may restore.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, delete, select, update

from app.common.files import PARTIAL, told
from app.storage import audit, backup, backup_sets, journal
from app.storage.backup_sets import BackupSet
from app.storage.connections import connect, disconnect, raw_of, transaction
from app.storage.data_checks import fitting, is_orphan
from app.storage.database import Database, Place
from app.storage.failures import told as driver_told
from app.storage.references import Reference, references
from app.storage.tables import ROW_OF, table_of

MENDABLE = frozenset({"orphan", "stale"})
"""The kinds of damage that need nobody's decision."""
_COPY = "chi-bo.sua.db"


def mended_copy(database: Database) -> BackupSet:
    """Return a backup set of the open data with everything mended that can be; the data stay as they are.

    Raises `EnvironmentFailed` when the disk says no, or L-221, L-222 when the copy is not whole.
    """
    with database.idle() as connection, _private_copy(connection, database.place) as path:
        copy = connect(path, database.place.key, "make")
        try:
            with driver_told():
                _mend(copy, database.place)
            return backup.copy(copy, database.place, "mended")
        finally:
            disconnect(copy)


@contextlib.contextmanager
def _private_copy(connection: Connection, place: Place) -> Iterator[Path]:
    folder = backup_sets.folder_of(place.folder)
    path = folder / f"{_COPY}{PARTIAL}"
    with told():
        folder.mkdir(exist_ok=True)
    with backup.removed_on_failure(path):
        raw_of(connection).execute("VACUUM INTO ?", (str(path),))
        yield path
    with told():
        path.unlink()


def _mend(copy: Connection, place: Place) -> None:
    with transaction(copy):
        journal.watch(copy)
        head = audit.head_of(copy)
        # What is taken out may have had parts of its own.
        while any(_mend_reference(copy, reference) for reference in references()):
            pass
        _derive_again(copy)
        audit.append(copy, head, audit.Act("database.mend"), journal.take(copy), place.clock.utc())


def _mend_reference(copy: Connection, reference: Reference) -> bool:
    """Return whether anything led nowhere and was cleared or taken out."""
    table, wrong = reference.child, is_orphan(reference)
    found = copy.execute(select(table.c.uid).where(wrong)).first() is not None
    if found and reference.is_optional:
        copy.execute(update(table).where(wrong).values({reference.column: ""}))
    elif found:
        copy.execute(delete(table).where(wrong))
    return found


def _derive_again(copy: Connection) -> None:
    for kind, row in ROW_OF.items():
        table = table_of(row)
        if not any(column.name not in kind.model_fields for column in table.c):
            continue
        for found in copy.execute(select(table)).all():
            right = fitting(kind, row, found)
            if any(getattr(found, name) != value for name, value in right.items()):
                copy.execute(update(table).where(table.c.uid == found.uid).values(right))
