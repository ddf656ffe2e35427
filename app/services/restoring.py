"""Khôi phục without an open database: which password opens the set, what would be lost, the exchange."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.common.clock import Clock
from app.common.files import told
from app.errors import EnvironmentFailed, Invalid
from app.keys import slot_files
from app.keys.slots import WRONG_SECRETS, Slots, wrong_secret
from app.storage import backup, passwords, restoring
from app.storage.backup_sets import BackupSet
from app.storage.database import Place
from app.storage.opening import open_database
from app.storage.restoring import Loss

__all__ = ["Loss", "loss_closed", "restore_closed"]


@dataclass(frozen=True, slots=True)
class _Unlocked:
    """The key of a set, and the slots to put beside it when those of the folder do not fit."""

    key: bytes
    slots: Slots | None


def loss_closed(folder: Path, chosen: BackupSet, password: str, clock: Clock) -> Loss:
    """Return what restoring the set would take away, as far as a database that does not open can tell.

    Raises as `restore_closed` does; nothing is changed.
    """
    unlocked = _unlocked(folder, chosen, password)
    return restoring.loss_closed(Place(folder, unlocked.key, clock), chosen)


def restore_closed(folder: Path, chosen: BackupSet, password: str, clock: Clock) -> None:
    """Put a backup set in the place of a database that does not open, which is set aside first.

    The password is the one in force, or the one from when the set was made, which is in force afterwards; the
    recovery code of either time does as well, where the password is forgotten.
    `chosen` may lie elsewhere, and `folder` may be new. Raises `Refused` L-223 for another cell's set,
    `EnvironmentFailed` L-206, L-225, L-226 for a password that does not fit, L-221 for a set not whole, L-204
    for one of a newer program.
    """
    unlocked = _unlocked(folder, chosen, password)
    with told():
        folder.mkdir(parents=True, exist_ok=True)
    restoring.restore_closed(Place(folder, unlocked.key, clock), chosen)
    if unlocked.slots:
        passwords.write_slots(folder, unlocked.slots)
    # Opened once here: a set of an older program is brought up to date, and the chain says what was done.
    database = open_database(folder, unlocked.key, clock)
    database.note("database.restore")
    database.close()


def _unlocked(folder: Path, chosen: BackupSet, password: str) -> _Unlocked:
    """Try the slots in force, then those of the set: it may be older than the password or the key."""
    current, own = _slots_in(folder), slot_files.read_one(chosen.slots)
    if current:
        restoring.refuse_foreign(current.uid, chosen)
    # First: a copy cut short would else be taken for one under another key.
    backup.refuse_changed(chosen)
    has_key = False
    for slots in filter(None, (current, own)):
        key = _key(slots, password)
        if key is None:
            continue
        if backup.opens(chosen, key):
            return _Unlocked(key, None if slots is current else slots)
        has_key = True
    raise _not_opened(has_key=has_key, is_older=current is not None and current != own)


def _not_opened(*, has_key: bool, is_older: bool) -> EnvironmentFailed:
    if has_key:
        return EnvironmentFailed("L-225")
    return EnvironmentFailed("L-226") if is_older else wrong_secret("password")


def _key(slots: Slots, secret: str) -> bytes | None:
    """Return the key that a password or the code of the recovery sheet gives; None when it is neither."""
    key = _key_or_none(slots.unlock_with_password, secret)
    if key is None:
        with contextlib.suppress(Invalid):  # most passwords have not the shape of a code
            key = _key_or_none(slots.unlock_with_recovery, secret)
    return key


def _key_or_none(unlock: Callable[[str], bytes], secret: str) -> bytes | None:
    try:
        return unlock(secret)
    except EnvironmentFailed as error:
        if error.code not in WRONG_SECRETS:
            raise
        return None


def _slots_in(folder: Path) -> Slots | None:
    """Return the slots in force in `folder`; None where it is new or both copies are lost."""
    try:
        return slot_files.read(folder).slots
    except EnvironmentFailed:
        return None
