"""Writing the slots: both copies, whole, and opened again before anyone is told that it is done."""

from __future__ import annotations

import contextlib
from pathlib import Path

from app.common.files import write_whole
from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.keys.password import Cost
from app.keys.slots import Slots, encode


def write_slots(folder: Path, slots: Slots) -> None:
    """Put both copies of `slots` into `folder`, one after the other, so that one is good at any moment."""
    for name in slot_files.FILE_NAMES:
        write_whole(folder / name, encode(slots))


def heal_slots(folder: Path) -> None:
    """Write the good copy over a missing, damaged or older one; does nothing when both are good."""
    found = slot_files.read(folder)
    for name in found.to_heal:
        write_whole(folder / name, encode(found.slots))


def change_password(folder: Path, key: bytes, password: str, cost: Cost) -> None:
    """Let `password` open the database from now on; the recovery code stays, the database is not touched.

    The slots are read back and opened with the new password first. Raises `Invalid` for a password that
    cannot be one, `EnvironmentFailed` (L-210) when the new password does not open what was written: the old
    slots are then back in place.
    """
    old = slot_files.read(folder).slots
    new = old.with_password(key, password, cost)
    try:
        write_slots(folder, new)
        _refuse_closed(folder, key, password)
    except EnvironmentFailed:
        # What went wrong is what is told, also when the disk refuses the old slots too.
        with contextlib.suppress(EnvironmentFailed):
            write_slots(folder, old.after(new, key))
        raise


def _refuse_closed(folder: Path, key: bytes, password: str) -> None:
    try:
        found = slot_files.read(folder)
        opens = not found.to_heal and found.slots.unlock_with_password(password) == key
    except EnvironmentFailed:
        opens = False
    if not opens:
        raise EnvironmentFailed("L-210")
