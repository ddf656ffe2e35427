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
_FORBIDDEN = "L-108"
_NO_COPY = "L-111"
_NO_GOOD_COPY = "L-207"


@dataclass(frozen=True, slots=True)
class Found:
    """The good slots of a folder and the names of copies that are missing, damaged or behind."""

    slots: Slots
    to_heal: tuple[str, ...]


def read(folder: Path) -> Found:
    """Return the newest good copy of the slots; one from the newest backup set where both copies are lost.

    Raises `EnvironmentFailed`: L-108 when they may not be read, L-111 when there is no copy at all, L-207
    when none of them is good.
    """
    copies = {name: read_one(folder / name) for name in FILE_NAMES}
    good = [slots for slots in copies.values() if slots is not None]
    if not good:
        good = _of_backups(folder)
    if not good:
        reasons = {_reason(folder / name) for name in FILE_NAMES}
        raise EnvironmentFailed(min(reasons, key=(_FORBIDDEN, _NO_GOOD_COPY, _NO_COPY).index))
    newest = max(good, key=lambda slots: slots.serial)
    return Found(newest, tuple(name for name, slots in copies.items() if slots != newest))


def _of_backups(folder: Path) -> list[Slots]:
    try:
        copies = list((folder / BACKUP_FOLDER).glob("*" + BACKUP_ENDING))
    except OSError:
        return []  # what cannot be looked into has no copy to offer
    return [slots for path in copies if (slots := read_one(path)) is not None]


def read_one(path: Path) -> Slots | None:
    """Return the slots in one file, or None when it is missing or damaged."""
    try:
        with path.open("rb") as file:
            return decode(file.read(_LARGEST))
    except OSError:
        return None  # unreadable is as good as damaged: another copy stands in


def _reason(path: Path) -> str:
    """Return why there are no slots at `path`, as a code."""
    try:
        path.open("rb").close()
    except PermissionError:
        return _FORBIDDEN
    except OSError:
        return _NO_COPY
    return _NO_GOOD_COPY
