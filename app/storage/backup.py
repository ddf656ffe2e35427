"""Making a backup set and reading it back.

The live file is never copied under its side file: a set is made by ``VACUUM INTO`` and counts only after it
was opened and compared with its source, since a copy cut by a full disk can pass every integrity check as an
empty database (reliability.md, finding 9).
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from app.common.files import PARTIAL, sync_file, sync_folder, told, write_whole
from app.errors import EnvironmentFailed
from app.keys.slots import encode
from app.storage import audit, backup_sets, examining, layout, migrate, passwords
from app.storage.backup_sets import COPY, PREFIX, BackupSet, Content
from app.storage.connections import connect, disconnect, raw_of
from app.storage.database import Database, Place
from app.storage.failures import told as driver_told
from app.version import __version__

NOT_WHOLE = "L-221"
_TABLE_NAMES = """
    SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
"""


def make(database: Database, reason: str) -> BackupSet:
    """Make and verify a backup set of the open database; `reason` is one of `backup_policy.Reason`.

    Raises `EnvironmentFailed` (L-102 … L-104, L-221; L-222 when the database itself is damaged); nothing is
    left behind then and older sets stay.
    """
    with database.idle() as connection:
        return copy(connection, database.place, reason)


def copy(connection: Connection, place: Place, reason: str) -> BackupSet:
    """Make a set from `connection`, on which no transaction is open."""
    folder = backup_sets.folder_of(place.folder)
    with told():
        folder.mkdir(exist_ok=True)
    moment = place.clock.utc()
    with driver_told():
        examining.refuse_damaged_source(connection)
        raw_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        content = content_of(connection)
        name = layout.free_name(folder, f"{PREFIX}{layout.stamp(moment)}_{content.seq}", COPY).stem
        partial = folder / f"{name}{COPY}{PARTIAL}"
        with removed_on_failure(partial):
            raw_of(connection).execute("VACUUM INTO ?", (str(partial),))
            with told():
                sync_file(partial)
            refuse_different(partial, place.key, content)
            made = BackupSet(
                folder,
                name,
                moment.isoformat(timespec="seconds"),
                reason,
                content,
                sum_of(partial),
                partial.stat().st_size,
                __version__,
                backup_sets.next_number(folder),
            )
            _publish(made, partial, place)
    return made


@contextlib.contextmanager
def removed_on_failure(partial: Path) -> Iterator[None]:
    """Leave no `partial` file behind when the block fails; one from before is removed first."""
    try:
        partial.unlink(missing_ok=True)
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def _publish(made: BackupSet, partial: Path, place: Place) -> None:
    """Give the set its names; the copy comes last and makes it count."""
    try:
        write_whole(made.slots, encode(passwords.in_force(place.folder, place.key)))
        write_whole(made.record, backup_sets.encoded(made))
        with told():
            partial.replace(made.database)
            sync_folder(made.folder)
    except EnvironmentFailed:
        with contextlib.suppress(EnvironmentFailed):
            backup_sets.remove(made.folder, made.name)
        raise


def verify(chosen: BackupSet, key: bytes) -> None:
    """Read a set back and compare it with its record; raises `EnvironmentFailed` (L-221) if not whole."""
    refuse_changed(chosen)
    refuse_different(chosen.database, key, chosen.content)


def verify_older(chosen: BackupSet, key: bytes) -> None:
    """Do the same with a set that may be from before Đổi khóa: then its sum has to be enough."""
    if chosen.is_under(key):
        verify(chosen, key)
    else:
        refuse_changed(chosen)


def refuse_changed(chosen: BackupSet) -> None:
    """Raise `EnvironmentFailed` (L-221) when the copy is no longer, byte for byte, what was made."""
    with told():
        whole = chosen.database.is_file() and sum_of(chosen.database) == chosen.sha256
    if not whole:
        raise EnvironmentFailed(NOT_WHOLE, name=chosen.name)


def opens(chosen: BackupSet, key: bytes) -> bool:
    """Return whether `key` is the one of the set's copy; damage further inside does not matter here."""
    connection = connect(chosen.database, key, "read")
    try:
        return examining.key_fits(connection)
    finally:
        disconnect(connection)


def content_of(connection: Connection) -> Content:
    """Return what is in the database: the number of rows of every table and the head of the audit chain."""
    uid, schema = examining.identity(connection), migrate.schema_of(connection)
    with connection.begin():
        names = connection.exec_driver_sql(_TABLE_NAMES).scalars().all()
        counts = {name: _count(connection, name) for name in names}
        head = audit.head_of(connection)
    return Content(uid, schema, head.seq, head.hash, counts)


def _count(connection: Connection, table: str) -> int:
    query = f'SELECT count(*) FROM main."{table}"'  # noqa: S608  a name from the schema itself
    return int(connection.exec_driver_sql(query).scalar_one())


def refuse_different(path: Path, key: bytes, expected: Content) -> None:
    """Raise L-221 unless the file at `path` is whole by every check and holds exactly `expected`."""
    connection = None
    try:
        examining.examine_file(path)
        connection = connect(path, key, "read")
        examining.examine(connection, key_is_ours=True)
        whole = examining.is_sound(connection)
        with driver_told():
            same = whole and content_of(connection) == expected
    except EnvironmentFailed as error:
        if error.code == examining.NEWER:
            raise
        raise EnvironmentFailed(NOT_WHOLE, name=path.name) from error
    finally:
        if connection is not None:
            disconnect(connection)
    if not same:
        raise EnvironmentFailed(NOT_WHOLE, name=path.name)


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
