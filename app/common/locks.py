"""Locks of the operating system on a file, and who holds one.

A lock goes with its process, however that ends, so there is no stale lock to clean up. The words in the file
only say who took it last: they are believed while the lock is held, and garbage in them is nobody.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

WINDOW = "chi-bo.cua-so"
"""Locked in the data folder for as long as the program with windows runs."""
CALL = "chi-bo.goi"
"""Beside it, the file that asks the running window to come forward (decisions.md 8.12)."""
_MOST_BYTES = 1000

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    # Windows keeps others from reading what is locked, so the locked byte lies far behind the words.
    _LOCKED_AT = 1 << 30
    _DISPLAY_NAME = 3
    _NAME_LENGTH = 257

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_AT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _account() -> str:
        name = ctypes.create_unicode_buffer(_NAME_LENGTH)
        length = wintypes.DWORD(_NAME_LENGTH)
        found = ctypes.windll.secur32.GetUserNameExW(_DISPLAY_NAME, name, ctypes.byref(length))
        return name.value if found and name.value else os.environ.get("USERNAME", "")

    def _session() -> str:
        number = wintypes.DWORD()
        found = ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
        return str(number.value) if found else ""
else:
    import fcntl
    import pwd

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _account() -> str:
        try:
            return pwd.getpwuid(os.getuid()).pw_name
        except KeyError:
            return str(os.getuid())

    def _session() -> str:
        return ""  # windows of one account reach each other from every session


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds a lock: its user's account, the session of the desktop, its number."""

    account: str = ""
    session: str = ""
    process: int = 0

    def is_other_account(self, other: Holder) -> bool:
        """Return whether `other` is somebody else; what is not known is nobody else."""
        return bool(self.account and other.account) and self.account != other.account

    def is_other_desk(self, other: Holder) -> bool:
        """Return whether `other` sits at another desktop: another account, or another session of Windows."""
        sessions = bool(self.session and other.session) and self.session != other.session
        return sessions or self.is_other_account(other)


class Held(Exception):
    """Another process holds the lock."""

    def __init__(self, holder: Holder) -> None:
        super().__init__()
        self.holder = holder


def this_process() -> Holder:
    """Return ourselves as a holder."""
    return Holder(_account(), _session(), os.getpid())


def holder_of(path: Path) -> Holder:
    """Return who took the lock at `path` last; nobody where the file is missing or holds something else."""
    try:
        with path.open("rb") as file:
            fields = json.loads(file.read(_MOST_BYTES))
        return Holder(str(fields["account"]), str(fields["session"]), int(fields["process"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def _opened(path: Path) -> int:
    """Return a descriptor to lock; where nothing may be written, one to read, which can be locked as well."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        if not path.is_file():
            raise
        return os.open(path, os.O_RDONLY)


class OsLock:
    """One lock, taken when it is made and held until `release` or the end of the process."""

    def __init__(self, path: Path, holder: Holder | None = None) -> None:
        """Take the lock at `path`; raises `Held`, or `OSError` when the file cannot be made."""
        self._path = path
        self._descriptor = _opened(path)
        try:
            _take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise Held(holder_of(path)) from error
        # A full disk costs the others our name and nobody the lock.
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, json.dumps(asdict(holder or this_process())).encode())

    def is_in_place(self) -> bool:
        """Return whether the locked file is still the one that lies at its path."""
        try:
            mine, there = os.fstat(self._descriptor), self._path.stat()
        except OSError:
            return False
        return os.path.samestat(mine, there)

    def release(self) -> None:
        """Let others in; the file stays, since removing it could part two holders."""
        os.close(self._descriptor)
