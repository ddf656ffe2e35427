"""Writing a small file whole or not at all, and what the system's refusals mean.

Anything that must never be half written goes through `write_whole`; the database looks after itself.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from app.errors import EnvironmentFailed

PARTIAL = ".dang-tao"
"""Ending of a file being made; one left over by a crash is rubbish and may be removed."""

PROBE = "chi-bo.thu-ghi"
"""An empty file that is made and removed to see whether a folder takes one."""

DISK_FULL = "L-102"
IO_FAILED = "L-103"
READ_ONLY = "L-104"
NO_PLACE = "L-107"
_MEANING = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.ENOENT: NO_PLACE,
    errno.ENOTDIR: NO_PLACE,
    errno.EISDIR: NO_PLACE,
    errno.EEXIST: NO_PLACE,
    errno.ENAMETOOLONG: NO_PLACE,
    errno.EINVAL: NO_PLACE,  # what Windows says of a name that it does not allow
    errno.ELOOP: NO_PLACE,
}


def os_failure(error: OSError) -> EnvironmentFailed:
    """Return what `error` means to a person: disk full, no right to write, no such place, or a failing
    disk."""
    code = _MEANING.get(error.errno, IO_FAILED) if error.errno is not None else IO_FAILED
    return EnvironmentFailed(code)


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Raise `EnvironmentFailed` (L-102, L-103, L-104, L-107) in place of an `OSError` of the block."""
    try:
        yield
    except OSError as error:
        raise os_failure(error) from error


def takes_writing(folder: Path, *files: Path) -> bool:
    """Return whether this user may write into `folder` and into `files`; a full disk is no prohibition."""
    probe = folder / PROBE
    try:
        for file in files:
            with file.open("rb+"):
                pass
        with probe.open("wb"):
            pass
        probe.unlink()
    except OSError as error:
        return os_failure(error).code != READ_ONLY
    return True


def take_away(folder: Path) -> None:
    """Remove `folder` with all that is in it, or leave it whole where the system holds a file of it.

    What could not be removed after it lost its name goes at the next call.
    """
    gone = folder.with_name(folder.name + PARTIAL)
    with contextlib.suppress(OSError):
        shutil.rmtree(gone, ignore_errors=True)
        folder.replace(gone)
        shutil.rmtree(gone)


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` so that a power cut leaves the old file or the new one, never a part.

    A failed flush counts as not written and is never tried again on the same file (reliability.md A06).
    Raises `EnvironmentFailed`; the old file is then untouched.
    """
    partial = path.with_name(path.name + PARTIAL)
    with told():
        try:
            _write(partial, content)
            partial.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb", buffering=0) as file:
        written = 0
        while written < len(content):
            # An unbuffered write may come back short on a full disk; the next one then raises.
            written += file.write(content[written:])
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Have the system put `path` on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the system put the names in `folder` on the disk; Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
