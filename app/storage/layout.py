"""The names of files in the data folder, and copying them aside before anything replaces them."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from pathlib import Path

from app.common import locks
from app.common.files import sync_file, sync_folder, told
from app.keys import slot_files

DATABASE = "chi-bo.db"
SIDE_FILES = ("chi-bo.db-wal", "chi-bo.db-shm", "chi-bo.db-journal")
MARK = "chi-bo.moc"
LOCK = "chi-bo.lock"
BACKUPS = slot_files.BACKUP_FOLDER
SLOTS = slot_files.FILE_NAMES
STAGED = "doi-khoa"
"""Folder of the slots and the mark under the new key while the key is being changed."""
_OF_CELL = (DATABASE, *SIDE_FILES, MARK, LOCK, *SLOTS)
FILES = (*_OF_CELL, locks.WINDOW, locks.CALL)
"""Every file that the program keeps in the data folder, side files that come and go included."""


def stamp(moment: dt.datetime) -> str:
    """Return a UTC moment as file names carry it: ``20171205T123000Z``."""
    return moment.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")


def free_name(folder: Path, wanted: str, ending: str = "") -> Path:
    """Return `wanted` in `folder`, or the first of ``wanted_2``, ``wanted_3`` … that nobody has."""
    path, number = folder / (wanted + ending), 1
    while path.exists():
        number += 1
        path = folder / f"{wanted}_{number}{ending}"
    return path


def set_aside(folder: Path, name: str, moment: dt.datetime) -> Path:
    """Copy the files of the data folder as they are, damaged or not, and return where to.

    The database must be idle: nobody else may be writing. Raises `EnvironmentFailed`; nothing of the copy is
    left then, so that a full disk does not become fuller.
    """
    with told():
        (folder / BACKUPS).mkdir(exist_ok=True)
        target = free_name(folder / BACKUPS, f"{name}_{stamp(moment)}")
        try:
            _copy_files(folder, target)
        except OSError:
            shutil.rmtree(target, ignore_errors=True)
            raise
    return target


def _copy_files(folder: Path, target: Path) -> None:
    target.mkdir()
    for file_name in (DATABASE, *SIDE_FILES, MARK, *SLOTS):
        if (folder / file_name).is_file():
            shutil.copyfile(folder / file_name, target / file_name)
            sync_file(target / file_name)
    if (folder / STAGED).is_dir():
        shutil.copytree(folder / STAGED, target / STAGED)
    sync_folder(target)


def set_remains_aside(folder: Path, moment: dt.datetime) -> None:
    """Move what a lost database left behind (keys, mark, side files) out of the way of a new one.

    The database may be found again, and then needs its key. Raises `EnvironmentFailed`.
    """
    remains = [folder / name for name in (*SIDE_FILES, MARK, *SLOTS) if (folder / name).exists()]
    if remains:
        set_aside(folder, "con-lai", moment)
    with told():
        for path in remains:
            path.unlink()


def remove_cell(folder: Path) -> None:
    """Remove the files of a cell that was not made to the end; what cannot be removed stays.

    The database goes last: until then nobody else begins a cell in the folder.
    """
    with contextlib.suppress(OSError):
        for name in reversed(_OF_CELL):
            (folder / name).unlink(missing_ok=True)
