"""Writing the slots: both copies, whole, and opened again before anyone is told that it is done."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from app.common.files import write_whole
from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.keys.password import Cost
from app.keys.slots import Slots, encode
from app.storage import layout


def write_slots(folder: Path, slots: Slots) -> None:
    """Put both copies of `slots` into `folder`, one after the other, so that one is good at any moment."""
    for name in slot_files.FILE_NAMES:
        write_whole(folder / name, encode(slots))


def heal_slots(folder: Path) -> None:
    """Write the good copy over a missing, damaged or older one; does nothing when both are good."""
    found = slot_files.read(folder)
    for name in found.to_heal:
        write_whole(folder / name, encode(found.slots))


def in_force(folder: Path, key: bytes) -> Slots:
    """Return the slots of the database under `key`: those in place, or those that a change of key staged.

    Raises as `slot_files.read` does; a folder that has none for this key gives those in place.
    """
    placed = slot_files.read(folder).slots
    if placed.is_of(key) or not (folder / layout.STAGED).is_dir():
        return placed
    staged = slot_files.read(folder / layout.STAGED).slots
    return staged if staged.is_of(key) else placed


def change_password(folder: Path, key: bytes, password: str, cost: Cost) -> None:
    """Let `password` open the database from now on; the recovery code stays, the database is not touched.

    The slots are read back and opened with the new password first. Raises `Invalid` for a password that
    cannot be one, `EnvironmentFailed` (L-210) when the new password does not open what was written: the old
    slots are then back in place.
    """
    old = in_force(folder, key)
    new = old.with_password(key, password, cost)
    _exchange(folder, key, old, new, lambda slots: slots.unlock_with_password(password))


def change_code(folder: Path, key: bytes, code: str, cost: Cost) -> None:
    """Let the recovery code `code` open the database from now on, and the one before no more.

    The password stays. Raises as `change_password` does; the old code then still opens.
    """
    old = in_force(folder, key)
    new = old.with_code(key, code, cost)
    _exchange(folder, key, old, new, lambda slots: slots.unlock_with_recovery(code))


def keep_code_seen(folder: Path, key: bytes) -> None:
    """Remember that the recovery code is on paper."""
    old = in_force(folder, key)
    if not old.has_seen_code:
        write_slots(folder, old.with_code_seen(key))


def _exchange(folder: Path, key: bytes, old: Slots, new: Slots, unlock: Callable[[Slots], bytes]) -> None:
    try:
        write_slots(folder, new)
        _refuse_closed(folder, key, unlock)
    except EnvironmentFailed:
        # What went wrong is what is told, also when the disk refuses the old slots too.
        with contextlib.suppress(EnvironmentFailed):
            write_slots(folder, old.after(new, key))
        raise


def _refuse_closed(folder: Path, key: bytes, unlock: Callable[[Slots], bytes]) -> None:
    try:
        found = slot_files.read(folder)
        opens = not found.to_heal and unlock(found.slots) == key
    except EnvironmentFailed:
        opens = False
    if not opens:
        raise EnvironmentFailed("L-210")
