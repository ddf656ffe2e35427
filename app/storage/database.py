"""The open database: every read and every transaction of the program goes through here and nowhere else.

It may be called from the window's thread and from one more; each connection has its lock.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.common.changes import Change
from app.common.clock import Clock
from app.errors import EnvironmentFailed
from app.storage import audit, journal, mark
from app.storage.connections import disconnect, raw_of
from app.storage.failures import IN_USE, told
from app.storage.history import History, Step
from app.storage.journal import RowChange
from app.storage.lock import FolderLock
from app.storage.store import Reader, Work

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database lies, the key that opens it and the clock that dates its entries."""

    folder: Path
    key: bytes
    clock: Clock


class Database:
    """One encrypted file, held by this program alone; `app.storage.opening` makes it."""

    def __init__(
        self, place: Place, uid: str, connections: tuple[Connection, Connection], lock: FolderLock
    ) -> None:
        """Take over the write and the read connection, in this order, and the lock of the folder."""
        self.uid = uid
        self.place = place
        self.on_commit: list[Callable[[Change], None]] = []
        self.history = History(self._replay)
        self._writer, self._reader = connections
        self._lock = lock
        self._write_lock = threading.RLock()
        self._read_lock = threading.RLock()
        with told(), self._writer.begin():
            journal.watch(self._writer)
            self._head = audit.head_of(self._writer)
        self._mark()

    @property
    def head(self) -> audit.Head:
        """Return the head of the audit chain as last committed."""
        return self._head

    @contextlib.contextmanager
    def read(self) -> Iterator[Reader]:
        """Give a `Reader` that sees one committed state for the whole block."""
        with self._read_lock, told(), self._reader.begin():
            yield Reader(self._reader)

    @contextlib.contextmanager
    def write(self, action: str, *, undoable: bool = True) -> Iterator[Work]:
        """Give a `Work` whose block is one transaction, one undo step, one audit entry, one notice.

        An exception in the block takes everything back and passes on. When the block ends without one, the
        data are on the disk. Raises `EnvironmentFailed` when they could not be put there; nothing has
        changed then. `undoable=False` is for what must not come back, as an issued number.
        """
        changes: list[RowChange] = []
        with self._write_lock:
            with self._transaction(action, changes):
                yield Work(self._writer)
            if changes and undoable:
                self.history.record(Step.of(action, tuple(changes)))
        self._tell(action, changes)

    @contextlib.contextmanager
    def aside(self) -> Iterator[Connection]:
        """Give the write connection for rows outside journal and audit (drafts), or refuse at once.

        Raises `EnvironmentFailed` (L-105) instead of waiting while another thread writes.
        """
        if not self._write_lock.acquire(blocking=False):
            raise EnvironmentFailed(IN_USE)
        try:
            with told(), self._writer.begin():
                yield self._writer
        finally:
            self._write_lock.release()

    def in_transaction(self) -> bool:
        """Return whether a transaction is open; between two calls of the program none ever is."""
        return bool(raw_of(self._writer).in_transaction or raw_of(self._reader).in_transaction)

    def close(self) -> None:
        """Close the file as one whole without side files, and let others in."""
        with self._write_lock, self._read_lock:
            disconnect(self._reader)
            try:
                with told():
                    raw_of(self._writer).execute("PRAGMA journal_mode=DELETE")
            finally:
                disconnect(self._writer)
                self._lock.release()

    @contextlib.contextmanager
    def _transaction(self, action: str, changes: list[RowChange]) -> Iterator[None]:
        with told(), self._writer.begin():
            yield
            changes += journal.take(self._writer)
            head = self._head
            if changes:
                head = audit.append(self._writer, head, action, changes, self.place.clock.utc())
        if changes:
            self._head = head
            self._mark()

    def _mark(self) -> None:
        """Raise the high-water mark to what is committed.

        A mark that cannot be written does not make the commit undone, so it is no failure of the action: the
        database is then ahead of its mark, which is always fine, and the next commit tries again.
        """
        try:
            mark.write(self.place.folder, self.place.key, mark.Mark(self.uid, self._head))
        except EnvironmentFailed as error:
            _log.warning("high-water mark not written: %s", error.code)

    def _replay(self, action: str, changes: Sequence[RowChange]) -> None:
        done: list[RowChange] = []
        with self._write_lock, self._transaction(action, done):
            journal.replay(self._writer, changes)
        self._tell(action, done)

    def _tell(self, action: str, changes: Sequence[RowChange]) -> None:
        if changes:
            change = Change(action, frozenset(change.table for change in changes))
            for listener in self.on_commit:
                listener(change)
