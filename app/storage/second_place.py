"""Copies backup sets to a second place (nơi cất thứ hai), a stick or folder elsewhere, and reads them back.

The copies are encrypted already and open with the slots beside them. Every file operation goes through the
port that packages use, so that a stick can be pulled at any of them.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from app.common.files import PARTIAL
from app.common.progress import Progress
from app.errors import AppError, EnvironmentFailed, Refused
from app.package import failures
from app.package.port import FileOps, Volume
from app.package.staging import patiently, told, write_file
from app.package.tree import sum_of
from app.storage.backup_sets import COPY, RECORD, SLOTS, BackupSet
from app.storage.backup_state import SecondPlace

FOLDER = "SaoLuu_SoChiBo"
"""Our own folder in the place that was chosen; nothing else there is looked at."""
_ENDINGS = (SLOTS, RECORD, COPY)
"""The copy comes last and makes the set count."""
_SPARE = 1.1
_OF_BACKUPS = {
    "L-401": "L-231",
    "L-402": "L-232",
    "L-403": "L-233",
    "L-404": "L-234",
    "L-405": "L-235",
    "L-406": "L-236",
    "L-407": "L-237",
    "L-412": "L-238",
}
"""The same outcomes as with a package on a stick, in sentences about backups."""


def chosen(files: FileOps, folder: Path, data_folder: Path) -> SecondPlace:
    """Return `folder` as the second place.

    Raises `EnvironmentFailed` L-231 when it is not there, `Refused` L-230 inside the data folder.
    """
    with _in_words_of_backups(), told():
        if not files.exists(folder):
            raise failures.no_target()
        volume = files.volume(folder)
    if folder.resolve().is_relative_to(data_folder.resolve()):
        raise Refused("L-230")
    return SecondPlace(str(folder), volume.serial, _below(folder, volume), volume.label)


def folder_of(files: FileOps, place: SecondPlace) -> Path | None:
    """Return where the second place is now, under whatever letter, or None while it is not plugged in."""
    known = Path(place.folder)
    if files.exists(known) and files.volume(known).serial == place.serial:
        return known
    for volume in files.drives():
        found = volume.root / place.below
        if volume.serial == place.serial and files.exists(found):
            return found
    return None


def missing() -> EnvironmentFailed:
    """Return that the second place is not there (L-231)."""
    return EnvironmentFailed(_OF_BACKUPS["L-401"])


def copy(files: FileOps, one: BackupSet, place: SecondPlace, progress: Progress) -> Path:
    """Copy a set to the second place, read it back past the cache, and return its copy there.

    Raises `EnvironmentFailed`: L-231 while the place is not there, L-232 … L-238 as packages say L-402 …
    L-412 (forbidden, too small, full, pulled, another stick, wrong on the medium, held); older copies stay.
    """
    with _in_words_of_backups():
        return _copy(files, one, place, progress)


def _copy(files: FileOps, one: BackupSet, place: SecondPlace, progress: Progress) -> Path:
    with told():
        root = folder_of(files, place)
    if root is None:
        raise missing()
    folder = root / FOLDER
    with told():
        volume = files.volume(root)
        if volume.is_read_only:
            raise failures.write_protected()
        needed = int(one.size * _SPARE)
        if needed > volume.free_bytes:
            raise failures.too_small(needed, volume.free_bytes)
        if not files.exists(folder):
            files.make_folder(folder)
            files.sync_folder(root)
        for step, ending in enumerate(_ENDINGS):
            progress.step(step, len(_ENDINGS), "backup.second")
            if files.volume(root).serial != place.serial:
                raise failures.other_stick()
            _put(files, one.folder / f"{one.name}{ending}", folder / f"{one.name}{ending}")
        files.sync_folder(folder)
    progress.step(len(_ENDINGS), len(_ENDINGS), "backup.second")
    return folder / f"{one.name}{COPY}"


@contextlib.contextmanager
def _in_words_of_backups() -> Iterator[None]:
    try:
        yield
    except AppError as error:
        code = _OF_BACKUPS.get(error.code)
        if code is None:
            raise
        raise EnvironmentFailed(code, **error.params) from error


def _put(files: FileOps, source: Path, target: Path) -> None:
    data = source.read_bytes()
    wanted = hashlib.sha256(data).hexdigest()
    if files.exists(target):
        if sum_of(files, target, past_cache=True) == wanted:
            return
        files.remove(target)
    half = target.with_name(f"{target.name}{PARTIAL}")
    if files.exists(half):
        files.remove(half)
    write_file(files, half, data, lambda _count: None)
    if sum_of(files, half, past_cache=True) != wanted:
        raise failures.wrong_on_medium(target.name)
    patiently(files, partial(files.rename, half, target))


def _below(folder: Path, volume: Volume) -> str:
    try:
        return folder.resolve().relative_to(volume.root.resolve()).as_posix()
    except ValueError:
        return PurePosixPath().as_posix()
