"""Making the database of a data folder, and opening it after all the checks of `app.storage.examining`."""

from __future__ import annotations

import secrets
from pathlib import Path

from sqlalchemy import Connection, insert

from app.common.clock import Clock
from app.common.files import DISK_FULL, PARTIAL, sync_file, sync_folder, takes_writing
from app.common.files import told as files_told
from app.domain import signing
from app.domain.types import new_uid
from app.errors import EnvironmentFailed, Refused
from app.keys.slots import Slots
from app.storage import audit, backup, backup_sets, examining, layout, mark, migrate, viewing
from app.storage.access import Standing
from app.storage.connections import connect, disconnect, pragma
from app.storage.database import Database, Opened, Place
from app.storage.examining import APPLICATION_ID, PLAIN_HEADER
from app.storage.failures import told
from app.storage.lock import FolderLock
from app.storage.passwords import write_slots
from app.storage.store import Work
from app.storage.tables.system import IDENTITY

_KEY_BYTES = 32
AS_FOUND = "nguyen-trang"
"""Name of the folder that keeps data as they were found, where changes were missing."""


def create(folder: Path, key: bytes, uid: str, clock: Clock, slots: Slots | None = None) -> Database:
    """Make the database of `folder` with its signing key and the `slots` that open it, and open it.

    It appears under its name only when it is complete, so an interrupted wizard leaves nothing behind. What
    a lost database left there is set aside first. Raises `Refused` (L-112) when there is one already,
    `EnvironmentFailed` when the disk says no or another program is at work in the folder (L-105).
    """
    _check(key)
    lock = FolderLock(folder)
    try:
        if (folder / layout.DATABASE).exists():
            raise Refused("L-112")
        layout.set_remains_aside(folder, clock.utc())
        try:
            if slots:
                # First of all: a database whose key was lost in a power cut could never be opened again.
                write_slots(folder, slots)
            _appear(folder, key, uid, clock)
        except BaseException:
            layout.remove_cell(folder)
            raise
    finally:
        lock.release()
    try:
        return open_database(folder, key, clock)
    except BaseException:
        layout.remove_cell(folder)
        raise


def _appear(folder: Path, key: bytes, uid: str, clock: Clock) -> None:
    path = folder / layout.DATABASE
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


def _check(key: bytes) -> None:
    """Refuse to touch a file with a key or a library that would not protect it."""
    if len(key) != _KEY_BYTES:
        raise ValueError("the database key has 32 bytes")
    examining.refuse_old_library()


def _make(path: Path, key: bytes, uid: str, clock: Clock) -> None:
    connection = connect(path, key, "make")
    try:
        with told():
            pragma(connection, f"application_id={APPLICATION_ID}")
            migrate.upgrade(connection)
            with connection.begin():
                made_at = clock.utc()
                connection.execute(insert(IDENTITY), {"uid": uid, "made_at": made_at.isoformat()})
                seed = secrets.token_bytes(_KEY_BYTES)
                Work(connection).add(signing.renewed(seed, new_uid(), made_at))
    finally:
        disconnect(connection)


def _refuse_plain(path: Path) -> None:
    """Stop if the file just made is readable without a key, whatever the reason (reliability.md A20)."""
    with path.open("rb") as file:
        if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            raise EnvironmentFailed("L-211")


def open_database(folder: Path, key: bytes, clock: Clock, *, accept_loss: bool = False) -> Database:
    """Open the database of `folder`, bringing it to the schema of this program behind a verified backup.

    `accept_loss` goes on where the last changes are missing (L-203) or cannot be vouched for (L-205), as the
    user chose, and leaves an audit entry. Raises `EnvironmentFailed`: L-105 in use, L-110 missing, L-201
    damaged, L-202 not ours, L-204 newer, L-213 another key, L-215 could not be upgraded.

    Where nothing may be written, or the disk is full, the data open view-only; L-117 or L-102 when they first
    would have to be put in order.
    """
    _check(key)
    place = Place(folder, key, clock)
    lock = FolderLock(folder, required=False)
    try:
        # Closing removes the side file; with the lock in our hand no one is at work who could have made it.
        left_open = (folder / layout.SIDE_FILES[0]).exists()
        database = Database(place, lock, _open, accept_loss=accept_loss)
        database.ended_suddenly = left_open
    except BaseException:
        lock.release()
        raise
    if database.access.can_change:
        backup_sets.tidy(folder)
        if accept_loss:
            database.note("database.accept_loss")
    return database


def _open(place: Place, accept_loss: bool) -> Opened:  # noqa: FBT001  handed over as an `Opener`
    path = place.folder / layout.DATABASE
    examining.examine_file(path)
    if not takes_writing(place.folder, path):
        return viewing.open_to_view(path, place, Standing.LOCKED, accept_loss=accept_loss)
    try:
        return _open_to_write(path, place, accept_loss=accept_loss)
    except EnvironmentFailed as error:
        if error.code != DISK_FULL:
            raise
        return _open_on_full_disk(path, place, error, accept_loss=accept_loss)


def _open_on_full_disk(path: Path, place: Place, full: EnvironmentFailed, *, accept_loss: bool) -> Opened:
    """Return the data to be looked at; raises `full` where something must be written first."""
    try:
        return viewing.open_to_view(path, place, Standing.FULL, accept_loss=accept_loss)
    except EnvironmentFailed as error:
        raise full from error


def _open_to_write(path: Path, place: Place, *, accept_loss: bool) -> Opened:
    with told():
        _examine(path, place, accept_loss=accept_loss)
        opened: list[Connection] = []
        try:
            opened = [connect(path, place.key, mode) for mode in ("write", "read")]
            pragma(opened[0], "journal_mode=WAL")
            return Opened(examining.identity(opened[1]), opened[0], opened[1])
        except BaseException:
            for connection in opened:
                disconnect(connection)
            raise


def _examine(path: Path, place: Place, *, accept_loss: bool) -> None:
    marked = mark.read(place.folder, place.key)
    connection = connect(path, place.key, "make")
    try:
        schema = examining.examine(connection, key_is_ours=marked is not None)
        if not accept_loss:
            _refuse_loss(connection, marked, place)
        if schema < migrate.schema_known():
            _upgrade(connection, place)
    finally:
        disconnect(connection)


def _refuse_loss(connection: Connection, marked: mark.Mark | None, place: Place) -> None:
    examining.identity(connection)
    try:
        examining.refuse_loss(connection, marked)
    except EnvironmentFailed:
        side_file = place.folder / layout.SIDE_FILES[0]
        if side_file.is_file() and side_file.stat().st_size:
            # Closing would let SQLite cut the damaged side file: keep what an expert could still read.
            layout.set_aside(place.folder, AS_FOUND, place.clock.utc())
        raise


def _upgrade(connection: Connection, place: Place) -> None:
    backup.copy(connection, place, "migration")
    try:
        migrate.upgrade(connection)
    except EnvironmentFailed:
        raise
    except Exception as error:
        raise EnvironmentFailed("L-215") from error
