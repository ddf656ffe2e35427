"""Whether the data can be written right now, and why not: locked, failing, or gone with their disk.

One place decides it for every transaction, so that nothing is called saved on a disk that is no longer there:
Linux lets a program write on into a disk that was taken away (reliability.md 4.1.5).
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from app.common.files import IO_FAILED, READ_ONLY
from app.errors import EnvironmentFailed
from app.storage import layout

FAILURES_ENDURED = 1
"""The write that fails after this many in a row makes the data view-only (reliability.md A05)."""
_OF_THE_DISK = {IO_FAILED, READ_ONLY}


class Standing(StrEnum):
    """How the data stand."""

    WRITABLE = "writable"
    LOCKED = "locked"
    """Folder or file may only be read: opened to be looked at."""
    FULL = "full"
    """The disk has no room to write: opened to be looked at."""
    FAILING = "failing"
    """The disk refused twice in a row."""
    GONE = "gone"
    """The disk is not there any more, or another one in its place."""


class Access:
    """The standing of the data of one folder; windows look at it twice a second."""

    def __init__(self, folder: Path) -> None:
        self.standing = Standing.WRITABLE
        self._file = folder / layout.DATABASE
        self._identity: tuple[int, int] | None = None
        self._failures = 0

    @property
    def can_change(self) -> bool:
        """Return whether data can be changed."""
        return self.standing is Standing.WRITABLE

    def begin(self, standing: Standing) -> None:
        """Count from now on: the file was just opened, to be written or only to be looked at."""
        self._identity = self._found()
        self._failures = 0
        self.standing = standing

    def rest(self) -> None:
        """Look after nothing until the next `begin`: the file is being exchanged."""
        self._identity = None

    def is_there(self) -> bool:
        """Return whether the file that was opened still lies at its path."""
        return self._identity is None or self._found() == self._identity

    def look(self) -> bool:
        """Return `is_there`, and remember that the data are gone when it is not so."""
        there = self.is_there()
        if not there:
            self.lose()
        return there

    def expect(self) -> None:
        """Raise `EnvironmentFailed` (L-116) while there is nothing to open again."""
        with self.reading():
            if self._found() is None:
                raise _Gone

    def lose(self) -> None:
        """Remember that the disk does not answer any more."""
        self.standing = Standing.GONE

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Let the block write, and count what the disk refuses.

        Raises `EnvironmentFailed`: L-115 while the data are view-only, L-116 when their disk is gone.
        """
        if self.standing in {Standing.LOCKED, Standing.FULL, Standing.FAILING}:
            raise EnvironmentFailed("L-115")
        try:
            with self.reading():
                if self.standing is Standing.GONE:
                    raise _Gone
                yield
        except EnvironmentFailed as error:
            self._count(error)
            raise
        self._failures = 0

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Let the block read; raises `EnvironmentFailed` L-116 in place of what a disk that is gone says."""
        try:
            yield
        except (EnvironmentFailed, _Gone) as error:
            if not isinstance(error, _Gone) and self.is_there():
                raise
            self.lose()
            raise EnvironmentFailed("L-116") from error

    def confirm(self) -> None:
        """Stop the transaction, as its last act before the commit, when its disk is gone."""
        if not self.is_there():
            raise _Gone

    def _count(self, error: EnvironmentFailed) -> None:
        if error.code not in _OF_THE_DISK:
            return
        self._failures += 1
        if self._failures > FAILURES_ENDURED:
            self.standing = Standing.FAILING

    def _found(self) -> tuple[int, int] | None:
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


class _Gone(Exception):
    """The disk is not there; told to nobody as it is."""
