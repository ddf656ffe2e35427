"""Đổi khóa: the database gets another key, so that no older password, code or copy of the slots opens it.

What the new key needs lies whole in a folder beside the database before the database is touched, and goes
into its place after the database was opened with the new key. Whoever finds that folder finds a change that
was interrupted, and the database itself says which side is right: the key that opens it.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from app.common.files import sync_folder, told
from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.keys.slots import WRONG_SECRETS, Slots
from app.storage import examining, layout, mark
from app.storage.connections import connect, disconnect, raw_of
from app.storage.database import Database, Place
from app.storage.failures import told as driver_told
from app.storage.lock import FolderLock
from app.storage.passwords import write_slots

Unlock: TypeAlias = Callable[[Slots], bytes]
"""Gives the key with what a person typed (password, recovery code); raises when it is not the right one."""
_log = logging.getLogger(__name__)


def change_key(database: Database, key: bytes, slots: Slots) -> None:
    """Have the open database under `key` from now on, opened by `slots`; undo is forgotten.

    Raises `EnvironmentFailed`: what the disk says, or L-217 when the key turns out not to have changed. The
    old key, password and code then are in force as before.
    """
    marked = mark.Mark(database.uid, database.head)
    database.rekeyed_by(lambda: _changed(database.place, key, slots, marked))


def settled_key(folder: Path, unlock: Unlock) -> bytes:
    """Return the key of the database in `folder`, after putting an interrupted change of key in order.

    Raises what `unlock` raises and what `slot_files.read` raises; L-216 when what was typed belongs to the
    side that is not in force.
    """
    if not (folder / layout.STAGED).is_dir():
        return unlock(slot_files.read(folder).slots)
    lock = FolderLock(folder)
    try:
        return _settled(folder, unlock)
    finally:
        lock.release()


def _changed(place: Place, key: bytes, slots: Slots, marked: mark.Mark) -> bytes:
    """Change the key of the closed file and return the new one; raises with the old one in force."""
    folder, path = place.folder, place.folder / layout.DATABASE
    _stage(folder, key, slots, marked)
    failure = _failure_of_rekey(path, place.key, key)
    if _fits(path, key):
        with _next_time():
            _finish(folder, key)
        return key
    if _fits(path, place.key):
        with _next_time():
            _discard(folder)
    raise failure or EnvironmentFailed("L-217")


def _stage(folder: Path, key: bytes, slots: Slots, marked: mark.Mark) -> None:
    staged = folder / layout.STAGED
    try:
        with told():
            shutil.rmtree(staged, ignore_errors=True)
            staged.mkdir()
        mark.write(staged, key, marked)
        write_slots(staged, slots)
        with told():
            sync_folder(folder)
    except EnvironmentFailed:
        with _next_time():
            _discard(folder)
        raise


def _failure_of_rekey(path: Path, old: bytes, new: bytes) -> EnvironmentFailed | None:
    """Give the file its new key; return what the driver said, which only opening it can confirm."""
    try:
        rekey(path, old, new)
    except EnvironmentFailed as error:
        return error
    return None


def rekey(path: Path, old: bytes, new: bytes) -> None:
    """Have SQLCipher write every page anew under `new`, in one transaction with a rollback journal."""
    connection = connect(path, old, "make")
    try:
        with driver_told():
            raw = raw_of(connection)
            # The end of the journal must be on the disk before the old keys go: it would bring them back.
            raw.execute("PRAGMA synchronous=EXTRA")
            raw.execute("PRAGMA journal_mode=DELETE")
            raw.execute(f"PRAGMA rekey=\"x'{new.hex()}'\"")
    finally:
        disconnect(connection)


def _settled(folder: Path, unlock: Unlock) -> bytes:
    path = folder / layout.DATABASE
    keys = list(_keys(folder, unlock))
    examining.examine_file(path)
    # The old key is tried first: it is the one that a rollback journal belongs to.
    for home, key in keys:
        if _fits(path, key):
            with _next_time():
                _discard(folder) if home == folder else _finish(folder, key)
            return key
    raise EnvironmentFailed("L-216")


def _keys(folder: Path, unlock: Unlock) -> Iterator[tuple[Path, bytes]]:
    """Give the key on each side that opens to what was typed; raises when none does."""
    refusals, found = [], False
    for home in _sides(folder):
        try:
            key = unlock(slot_files.read(home).slots)
        except EnvironmentFailed as error:
            refusals.append(error)
        else:
            found = True
            yield home, key
    if not found:
        raise next((one for one in refusals if one.code in WRONG_SECRETS), refusals[0])


def _sides(folder: Path) -> Iterator[Path]:
    """Give the folders whose slots may be in force: staged ones only until others were written after them."""
    yield folder
    placed, staged = (_serial(home) for home in (folder, folder / layout.STAGED))
    if staged > placed:
        yield folder / layout.STAGED


def _serial(home: Path) -> int:
    try:
        return slot_files.read(home).slots.serial
    except EnvironmentFailed:
        return 0


def _fits(path: Path, key: bytes) -> bool:
    connection = connect(path, key, "make")
    try:
        with driver_told():
            return examining.key_fits(connection)
    finally:
        disconnect(connection)


def _finish(folder: Path, key: bytes) -> None:
    """Put what the new key needs in its place, the slots last: where they stand, all else does."""
    staged = folder / layout.STAGED
    marked = mark.read(staged, key)
    with told():
        sync_folder(folder)
    if marked and mark.read(folder, key) is None:
        mark.write(folder, key, marked)
    write_slots(folder, slot_files.read(staged).slots)
    _discard(folder)


def _discard(folder: Path) -> None:
    """Remove the staged folder, its slots first: without them it means nothing."""
    staged = folder / layout.STAGED
    with told():
        for name in slot_files.FILE_NAMES:
            (staged / name).unlink(missing_ok=True)
        if staged.is_dir():
            shutil.rmtree(staged)


@contextlib.contextmanager
def _next_time() -> Iterator[None]:
    """Leave to the next opening what the disk does not allow now: nothing depends on it."""
    try:
        yield
    except EnvironmentFailed as error:
        _log.warning("change of key not put away: %s", error.code)
