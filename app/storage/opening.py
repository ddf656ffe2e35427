"""Making and opening the database of a data folder, and saying what is wrong with a file that will not open.

The file is looked at before it is opened: SQLite takes an empty file for a new database, and a wrong key,
damage and a foreign file all give it the same error (reliability.md, findings 4 and 5).
"""

from __future__ import annotations

import base64
import secrets
from pathlib import Path

from sqlalchemy import Connection, insert, select
from sqlcipher3 import dbapi2 as driver

from app.common.clock import Clock
from app.common.files import PARTIAL, sync_file, sync_folder
from app.common.files import told as files_told
from app.domain.signing import SigningKey
from app.domain.types import new_uid
from app.errors import EnvironmentFailed, Refused
from app.storage import audit, mark, migrate
from app.storage.connections import connect, disconnect, pragma
from app.storage.database import Database, Place
from app.storage.failures import told
from app.storage.lock import FolderLock
from app.storage.store import Work
from app.storage.tables.system import IDENTITY

FILE_NAME = "chi-bo.db"
APPLICATION_ID = 0x53434201  # "SCB" and a format byte
LEAST_SQLITE = (3, 51, 3)
"""The first without the WAL-reset corruption bug (reliability.md, finding 1)."""
KEY_BYTES = 32
_PLAIN_HEADER = b"SQLite format 3\x00"


def create(folder: Path, key: bytes, uid: str, clock: Clock) -> Database:
    """Make the database of `folder` with its signing key, and open it.

    It appears under its name only when it is complete, so an interrupted wizard leaves nothing behind.
    Raises `Refused` when there is one already, `EnvironmentFailed` when the disk says no.
    """
    path = folder / FILE_NAME
    if path.exists():
        raise Refused("L-112")
    partial = path.with_name(path.name + PARTIAL)
    with files_told():
        for leftover in folder.glob(partial.name + "*"):
            leftover.unlink()
        try:
            _make(partial, key, uid, clock)
            _refuse_plain(partial)
            sync_file(partial)
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        sync_folder(folder)
    mark.write(folder, key, mark.Mark(uid, audit.Head()))
    return open_database(folder, key, clock)


def _make(path: Path, key: bytes, uid: str, clock: Clock) -> None:
    _check_environment(key)
    connection = connect(path, key, "make")
    try:
        with told():
            pragma(connection, f"application_id={APPLICATION_ID}")
            migrate.upgrade(connection)
            with connection.begin():
                made_at = clock.utc()
                connection.execute(insert(IDENTITY), {"uid": uid, "made_at": made_at.isoformat()})
                seed = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
                Work(connection).add(SigningKey(uid=new_uid(), seed=seed, made_at=made_at))
    finally:
        disconnect(connection)


def _check_environment(key: bytes) -> None:
    """Refuse to touch a file with a key or a library that would not protect it."""
    if len(key) != KEY_BYTES:
        raise ValueError("the database key has 32 bytes")
    version = tuple(int(part) for part in driver.sqlite_version.split("."))
    if version < LEAST_SQLITE:
        raise EnvironmentFailed("L-212", found=driver.sqlite_version)


def _refuse_plain(path: Path) -> None:
    """Stop if the file just made is readable without a key, whatever the reason (reliability.md A20)."""
    with path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise EnvironmentFailed("L-211")


def open_database(folder: Path, key: bytes, clock: Clock) -> Database:
    """Open the database of `folder`."""
    _check_environment(key)
    lock = FolderLock(folder)
    connections: list[Connection] = []
    try:
        path = folder / FILE_NAME
        with told():
            connections = [connect(path, key, "write"), connect(path, key, "read")]
            pragma(connections[0], "journal_mode=WAL")
            uid = connections[0].execute(select(IDENTITY.c.uid)).scalar_one()
            connections[0].rollback()
        return Database(Place(folder, key, clock), uid, (connections[0], connections[1]), lock)
    except BaseException:
        for connection in connections:
            disconnect(connection)
        lock.release()
        raise
