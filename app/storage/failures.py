"""What an error of the database driver means to a person; translated here, once, at the edge of storage."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError, ResourceClosedError
from sqlcipher3 import dbapi2 as driver

from app.common.files import DISK_FULL, IO_FAILED, READ_ONLY
from app.errors import EnvironmentFailed

IN_USE = "L-105"
DAMAGED = "L-201"
_MEANING = {
    "SQLITE_FULL": DISK_FULL,
    "SQLITE_IOERR": IO_FAILED,
    "SQLITE_IOERR_SHMSIZE": DISK_FULL,  # no room for the index of the side file
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_PERM": READ_ONLY,
    "SQLITE_CANTOPEN": READ_ONLY,
    "SQLITE_BUSY": IN_USE,
    "SQLITE_LOCKED": IN_USE,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
}


def sqlite_name(error: BaseException) -> str:
    """Return SQLite's own name of `error` ("SQLITE_FULL"), extended names cut to their family."""
    return "_".join(_full_name(error).split("_")[:2])


def _full_name(error: BaseException) -> str:
    original = getattr(error, "orig", None) or error
    return str(getattr(original, "sqlite_errorname", ""))


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Raise `EnvironmentFailed` in place of a driver error that is the disk's or the file's fault.

    So is a file that could not be opened again after it was exchanged. Anything else (a broken constraint,
    wrong SQL) is a bug and passes as it is.
    """
    try:
        yield
    except ResourceClosedError as error:
        raise EnvironmentFailed(IO_FAILED) from error
    except (DBAPIError, driver.Error) as error:
        code = _MEANING.get(_full_name(error)) or _MEANING.get(sqlite_name(error))
        if code is None:
            raise
        raise EnvironmentFailed(code) from error
