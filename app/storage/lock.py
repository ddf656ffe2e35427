"""Keeps a second program out of the data folder, and says who is in it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from app.common import locks
from app.common.files import READ_ONLY, told
from app.common.locks import Held, Holder, OsLock
from app.errors import EnvironmentFailed
from app.storage import layout
from app.storage.failures import IN_USE


class FolderLock:
    """Holds the data folder for this process until `release`."""

    def __init__(self, folder: Path, holder: Holder | None = None, *, required: bool = True) -> None:
        """Take the lock; where the folder takes no file, go without one unless it is `required`.

        Raises `EnvironmentFailed`: L-105 when a window holds it, L-113 another account, L-114 a command.
        """
        self._folder = folder
        self._holder = holder
        self._required = required
        self._lock: OsLock | None = None
        self.take()

    def take(self) -> None:
        """Take the lock, unless it is held and its file still lies there; raises as the making does."""
        if self._lock and self._lock.is_in_place():
            return
        self.release()
        try:
            with told():
                self._lock = OsLock(self._folder / layout.LOCK, self._holder)
        except Held as held:
            raise _in_use(self._folder, held.holder) from held
        except EnvironmentFailed as error:
            if self._required or error.code != READ_ONLY:
                raise

    def release(self) -> None:
        """Let others in; a file that went with its disk needs no letting go."""
        lock, self._lock = self._lock, None
        if lock:
            with contextlib.suppress(OSError):
                lock.release()


def _in_use(folder: Path, holder: Holder) -> EnvironmentFailed:
    if holder.is_other_account(locks.this_process()):
        return EnvironmentFailed("L-113", account=holder.account)
    window = locks.holder_of(folder / locks.WINDOW)
    is_command = bool(holder.process) and holder.process != window.process
    return EnvironmentFailed("L-114" if is_command else IN_USE)
