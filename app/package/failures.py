"""What a refused file operation means to the user: one code per outcome, all of them here."""

from __future__ import annotations

import errno
from pathlib import Path

from app.errors import AppError, EnvironmentFailed, Refused

HELD_BY_OTHERS = frozenset({5, 32, 33})
"""Windows errors that pass when antivirus or indexer let go: access denied, sharing, lock violation."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_WINDOWS_FULL = {39, 112}
_WINDOWS_SHARING = {32, 33}
_MEGABYTE = 1_000_000


def windows_code(error: OSError) -> int:
    """Return the Windows number of an error, 0 on other systems."""
    return getattr(error, "winerror", None) or 0


def while_writing(error: OSError) -> AppError:
    """Return what stopped the writing: full, forbidden, held by another program, or pulled out."""
    code = windows_code(error)
    if error.errno in _FULL or code in _WINDOWS_FULL:
        return EnvironmentFailed("L-404")
    if code in _WINDOWS_SHARING:
        return EnvironmentFailed("L-412")
    if error.errno in _FORBIDDEN:
        return write_protected()
    return EnvironmentFailed("L-405")


def while_reading() -> AppError:
    """Return that a package could not be read for checking."""
    return EnvironmentFailed("L-414")


def no_target() -> AppError:
    """Return that the stick or folder to write to is not there."""
    return EnvironmentFailed("L-401")


def write_protected() -> AppError:
    """Return that the stick is read-only, or that this computer forbids writing to sticks."""
    return EnvironmentFailed("L-402")


def too_small(needed_bytes: int, free_bytes: int) -> AppError:
    """Return that the package does not fit, known before anything was written; megabytes of a million."""
    needed, free = -(-needed_bytes // _MEGABYTE), free_bytes // _MEGABYTE
    return EnvironmentFailed("L-403", needed=needed, free=free)


def other_stick() -> AppError:
    """Return that another stick lies where the first one was."""
    return EnvironmentFailed("L-406")


def wrong_on_medium(path: str) -> AppError:
    """Return that the medium holds other bytes than were written."""
    return EnvironmentFailed("L-407", path=path)


def name_refused(staging: Path) -> AppError:
    """Return that all is written and right, but the folder could not be given its name."""
    return EnvironmentFailed("L-408", folder=staging.name)


def file_too_big(path: str) -> AppError:
    """Return that a FAT stick takes no file of 4 GB."""
    return Refused("L-409", path=path)


def not_released() -> AppError:
    """Return that the system did not release the stick."""
    return EnvironmentFailed("L-410")


def not_a_package() -> AppError:
    """Return that the chosen folder is something else."""
    return Refused("L-411")


def needs_password() -> AppError:
    """Return that the package is closed and whole, and that its password is asked for."""
    return Refused("L-425")


def wrong_password() -> AppError:
    """Return that a package, its bytes as they were written, does not open with this password."""
    return Refused("L-426")


def not_as_sealed() -> AppError:
    """Return that a closed package, opened again at once, did not hold what was put into it."""
    return EnvironmentFailed("L-427")


def path_too_long(limit: int) -> AppError:
    """Return that the folder lies so deep that the files could not be opened."""
    return Refused("L-413", limit=limit)
