"""The two copies of the slots in the data folder: which is good, which needs healing.

Writing is `app.storage.passwords`' part; the unlock window only reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.errors import EnvironmentFailed
from app.keys.slots import Slots, decode

FILE_NAMES = ("chi-bo.khoa", "chi-bo.khoa2")
BACKUP_FOLDER = "sao-luu"
BACKUP_ENDING = ".khoa"
_LARGEST = 64 * 1024
_NO_COPY = "L-111"
_NO_GOOD_COPY = "L-207"


@dataclass(frozen=True, slots=True)
class Found:
    """The good slots of a folder and the names of copies that are missing, damaged or behind."""

    slots: Slots
    to_heal: tuple[str, ...]


def read(folder: Path) -> Found:
    """Return the newest good copy of the slots; one from the newest backup set where both copies are lost.

    Raises `EnvironmentFailed`: L-111 when there is no copy at all, L-207 when none of them is good.
    """
    copies = {name: _read_one(folder / name) for name in FILE_NAMES}
    good = [slots for slots in copies.values() if slots is not None]
    if not good:
        good = _of_backups(folder)
    if not good:
        found = any((folder / name).exists() for name in FILE_NAMES)
        raise EnvironmentFailed(_NO_GOOD_COPY if found else _NO_COPY)
    newest = max(good, key=lambda slots: slots.serial)
    return Found(newest, tuple(name for name, slots in copies.items() if slots != newest))


def _of_backups(folder: Path) -> list[Slots]:
    copies = (folder / BACKUP_FOLDER).glob("*" + BACKUP_ENDING)
    return [slots for path in copies if (slots := _read_one(path)) is not None]


def _read_one(path: Path) -> Slots | None:
    try:
        with path.open("rb") as file:
            return decode(file.read(_LARGEST))
    except OSError:
        return None  # unreadable is as good as damaged: another copy stands in
