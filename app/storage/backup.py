"""Backup sets: a verified encrypted copy, the slots that open it and a record of what is in it.

The live file is never copied under its side file: a set is made by ``VACUUM INTO`` and counts only it
was opened and compared with its source, since a copy cut by a full disk can pass every integrity check as an
empty database (reliability.md, finding 9).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.common.files import PARTIAL, sync_file, sync_folder, told, write_whole
from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.keys.slots import encode
from app.storage import audit, examining, layout, mark, migrate
from app.storage.connections import connect, disconnect, raw_of
from app.storage.database import Database, Place
from app.storage.failures import told as driver_told
from app.storage.lock import FolderLock
from app.version import __version__

_ENDING = ".json"
_BAD = "L-221"
_TABLE_NAMES = """
    SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
"""


@dataclass(frozen=True, slots=True)
class Content:
    """What must be equal between a database and its copy."""

    uid: str
    schema: int
    seq: int
    head: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class BackupSet:
    """A set as its record describes it; `name` is that of its files without ending."""

    folder: Path
    name: str
    made_at: str
    """UTC, ISO."""
    reason: str
    content: Content
    sha256: str
    size: int
    app_version: str

    @property
    def database(self) -> Path:
        """Return the encrypted copy."""
        return self.folder / f"{self.name}.db"


def make(database: Database, reason: str) -> BackupSet:
    """Make and verify a backup set of the open database; `reason` is a word as "daily" or "import".

    Raises `EnvironmentFailed` (L-102 … L-104, L-221); nothing is left behind then and older sets stay.
    """
    with database.idle() as connection:
        return copy(connection, database.place, reason)


def copy(connection: Connection, place: Place, reason: str) -> BackupSet:
    """Make a set from `connection`, on which no transaction is open."""
    folder = place.folder / layout.BACKUPS
    with told():
        folder.mkdir(exist_ok=True)
    moment = place.clock.utc()
    with driver_told():
        content = content_of(connection)
        name = layout.free_name(folder, f"sao-luu_{layout.stamp(moment)}_{content.seq}", ".db").stem
        partial = folder / f"{name}.db{PARTIAL}"
        with _removed_on_failure(partial):
            raw_of(connection).execute("VACUUM INTO ?", (str(partial),))
            with told():
                sync_file(partial)
            _refuse_different(partial, place.key, content)
            made = BackupSet(
                folder,
                name,
                moment.isoformat(timespec="seconds"),
                reason,
                content,
                _sha256(partial),
                partial.stat().st_size,
                __version__,
            )
            _publish(made, partial, place)
    return made


@contextlib.contextmanager
def _removed_on_failure(partial: Path) -> Iterator[None]:
    try:
        partial.unlink(missing_ok=True)
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def _publish(made: BackupSet, partial: Path, place: Place) -> None:
    """Give the set its names; the record comes last and makes it count."""
    slots = slot_files.read(place.folder).slots
    write_whole(made.folder / f"{made.name}{slot_files.BACKUP_ENDING}", encode(slots))
    with told():
        partial.replace(made.database)
        sync_folder(made.folder)
    write_whole(made.folder / f"{made.name}{_ENDING}", _record(made))


def _record(made: BackupSet) -> bytes:
    fields = {name: value for name, value in asdict(made).items() if name not in {"folder", "name"}}
    return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True).encode()


def sets(folder: Path) -> list[BackupSet]:
    """Return the sets of a data folder, newest first; records that cannot be read are passed over."""
    records = (folder / layout.BACKUPS).glob(f"sao-luu_*{_ENDING}")
    found = [made for path in records if (made := _read_record(path)) is not None]
    return sorted(found, key=lambda made: (made.made_at, made.content.seq, made.name), reverse=True)


def _read_record(path: Path) -> BackupSet | None:
    try:
        fields: dict[str, Any] = json.loads(path.read_bytes())
        content = Content(**fields.pop("content"))
        return BackupSet(folder=path.parent, name=path.stem, content=content, **fields)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def verify(chosen: BackupSet, key: bytes) -> None:
    """Read a set back and compare it with its record; raises `EnvironmentFailed` (L-221) if not whole."""
    with told():
        whole = chosen.database.is_file() and _sha256(chosen.database) == chosen.sha256
    if not whole:
        raise EnvironmentFailed(_BAD, name=chosen.name)
    _refuse_different(chosen.database, key, chosen.content)


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


def _refuse_different(path: Path, key: bytes, expected: Content) -> None:
    """Raise L-221 unless the file at `path` is whole by every check and holds exactly `expected`."""
    connection = None
    try:
        examining.examine_file(path)
        connection = connect(path, key, "read")
        examining.examine(connection, key_is_ours=True)
        raw = raw_of(connection)
        whole = raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        whole = whole and not raw.execute("PRAGMA foreign_key_check").fetchall()
        with driver_told():
            same = whole and content_of(connection) == expected
    except EnvironmentFailed as error:
        raise EnvironmentFailed(_BAD, name=path.name) from error
    finally:
        if connection is not None:
            disconnect(connection)
    if not same:
        raise EnvironmentFailed(_BAD, name=path.name)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore(database: Database, chosen: BackupSet) -> None:
    """Put the set in the place of the open database; windows hear of it as one change of everything.

    The current state is set aside first, as it is. Raises `EnvironmentFailed` (L-221 when the set is not
    whole); the current database is then open as before.
    """
    verify(chosen, database.place.key)
    database.replaced_by(lambda: _replace(database.place, chosen))
    database.note("database.restore")


def restore_closed(place: Place, chosen: BackupSet) -> None:
    """Put the set in the place of a database that does not open; raises as `restore` does."""
    lock = FolderLock(place.folder)
    try:
        verify(chosen, place.key)
        _replace(place, chosen)
        head = audit.Head(chosen.content.seq, chosen.content.head)
        # Last, so that a crash before this line is told as missing changes and not passed over.
        mark.write(place.folder, place.key, mark.Mark(chosen.content.uid, head))
    finally:
        lock.release()


def _replace(place: Place, chosen: BackupSet) -> None:
    layout.set_aside(place.folder, "truoc-khoi-phuc", place.clock.utc())
    path = place.folder / layout.DATABASE
    partial = path.with_name(path.name + PARTIAL)
    with told(), _removed_on_failure(partial):
        shutil.copyfile(chosen.database, partial)
        sync_file(partial)
        _refuse_different(partial, place.key, chosen.content)
        # A side file of the old database would be replayed into the new one.
        for name in layout.SIDE_FILES:
            (place.folder / name).unlink(missing_ok=True)
        partial.replace(path)
        sync_folder(place.folder)
