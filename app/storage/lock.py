"""Keeps a second program out of the data folder with a lock of the operating system.

The lock goes with the process, however it ends, so there is no stale lock to clean up.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from app.common.files import told
from app.errors import EnvironmentFailed
from app.storage import layout
from app.storage.failures import IN_USE

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Holds the data folder for this process until `release`."""

    def __init__(self, folder: Path) -> None:
        """Take the lock; raises `EnvironmentFailed` (L-105 when another program holds it)."""
        with told():
            self._file = (folder / layout.LOCK).open("ab")
        try:
            _take(self._file)
        except OSError as error:
            self._file.close()
            raise EnvironmentFailed(IN_USE) from error

    def release(self) -> None:
        """Let others in; the empty file stays, since removing it could part two holders."""
        self._file.close()
