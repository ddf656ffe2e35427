"""The open database: every read and every transaction of the program goes through here and nowhere else.

It may be called from the window's thread and from one more; each connection has its lock.
"""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from app.common.changes import Change
from app.common.clock import Clock
from app.errors import EnvironmentFailed
from app.storage import audit, journal, mark
from app.storage.access import Access, Standing
from app.storage.audit import Act
from app.storage.connections import disconnect, raw_of, savepoint, transaction
from app.storage.failures import told
from app.storage.history import History, Step
from app.storage.journal import RowChange
from app.storage.lock import FolderLock
from app.storage.store import Reader, Work
from app.storage.tables import ROWS, table_of

OPEN: weakref.WeakSet[Database] = weakref.WeakSet()
"""The databases open in this process; after each test none of them may be in a transaction."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database lies, the key that opens it and the clock that dates its entries."""

    folder: Path
    key: bytes
    clock: Clock


@dataclass(frozen=True, slots=True)
class Opened:
    """An examined file with its two connections; neither of them writes unless `standing` says writable."""

    uid: str
    writer: Connection
    reader: Connection
    standing: Standing = Standing.WRITABLE


Opener = Callable[[Place, bool], Opened]
"""Opens the file of a place; told whether missing changes are accepted."""


class Database:
    """One encrypted file, held by this program alone; `app.storage.opening` makes it."""

    def __init__(self, place: Place, lock: FolderLock, opener: Opener, *, accept_loss: bool = False) -> None:
        """Take over the lock of the folder and open the file by `opener`, now and after each exchange."""
        self.place = place
        self.on_commit: list[Callable[[Change], None]] = []
        self.access = Access(place.folder)
        self.history = History(self._replay)
        self.ended_suddenly = False
        """Whether the program that had it open before did not close it (`app.storage.opening`)."""
        self.before_first_write: Callable[[], object] | None = None
        """Runs once, before anything is changed: the backup of the day."""
        self.joined: Work | None = None
        """The transaction that further ones of the same thread become parts of (`app.storage.together`)."""
        self._lock = lock
        self._opener = opener
        self._write_lock = threading.RLock()
        self._read_lock = threading.RLock()
        self._connect(accept_loss=accept_loss)
        with self.idle() as connection, connection.begin():
            self.last_written = audit.last_written(connection)
            """The day on which something was written last before this opening."""
        OPEN.add(self)

    def _connect(self, *, accept_loss: bool) -> None:
        opened = self._opener(self.place, accept_loss)
        self.uid, self._writer, self._reader = opened.uid, opened.writer, opened.reader
        with told(), transaction(self._writer):
            if opened.standing is Standing.WRITABLE:
                journal.watch(self._writer)
            self._head = audit.head_of(self._writer)
        self.access.begin(opened.standing)
        if self.access.can_change:
            self._mark()

    @property
    def head(self) -> audit.Head:
        """Return the head of the audit chain as last committed."""
        return self._head

    @contextlib.contextmanager
    def read(self) -> Iterator[Reader]:
        """Give a `Reader` that sees one committed state for the whole block."""
        with self._read_lock, self.access.reading(), told(), transaction(self._reader):
            yield Reader(self._reader)

    @contextlib.contextmanager
    def write(self, action: str, *, undoable: bool = True, traceless: bool = False) -> Iterator[Work]:
        """Give a `Work` whose block is one transaction, one undo step, one audit entry, one notice.

        An exception in the block takes everything back and passes on. When the block ends without one, the
        data are on the disk. Raises `EnvironmentFailed` when they could not be put there; nothing has
        changed then. `undoable=False` is for what must not come back, as an issued number;
        `traceless` leaves no row images in the audit, for an erasure.
        """
        changes: list[RowChange] = []
        with self._write_lock:
            if self.joined is not None:
                with savepoint(self._writer):
                    yield self.joined
                return
            self._prepare()
            with self._transaction(Act(action, traceless), changes):
                yield Work(self._writer)
            if undoable and journal.differs(changes):
                self.history.record(Step.of(action, tuple(changes)))
        self._tell(action, changes)

    def _prepare(self) -> None:
        act, self.before_first_write = self.before_first_write, None
        if act and self.access.can_change:
            act()

    @contextlib.contextmanager
    def aside(self) -> Iterator[Connection]:
        """Give the write connection for rows outside journal and audit (drafts), or refuse at once.

        Raises `EnvironmentFailed` (L-106) instead of waiting while another thread writes.
        """
        if not self._write_lock.acquire(blocking=False):
            raise EnvironmentFailed("L-106")
        try:
            with self.access.writing(), told(), transaction(self._writer):
                yield self._writer
                self.access.confirm()
        finally:
            self._write_lock.release()

    @contextlib.contextmanager
    def idle(self) -> Iterator[Connection]:
        """Give the write connection with no transaction open and nobody able to begin one."""
        with self._write_lock, self.access.reading(), told():
            yield self._writer

    def note(self, action: str) -> None:
        """Leave an audit entry of something that changed no row."""
        with self._write_lock, self._transaction(Act(action), [], always=True):
            pass

    def replaced_by(self, replace: Callable[[], None]) -> None:
        """Close the file, let `replace` put another in its place, open that one, and tell everybody.

        What `replace` raises passes on, with the old file open again, or the new one where it already stood.
        Undo is forgotten.
        """
        with self._write_lock, self._read_lock:
            try:
                self._disconnect()
                self.access.rest()
                replace()
            finally:
                # The old file was closed whole, so what is behind the mark now is what was put there.
                self._connect_again()
        self._tell_all("database.restore", frozenset(table_of(row).name for row in ROWS))

    def rekeyed_by(self, change: Callable[[], bytes]) -> None:
        """Close the file, let `change` give it another key, and open it with the key that this returns.

        What `change` raises passes on, with the file open under the old key. Undo is forgotten.
        """
        with self._write_lock, self._read_lock:
            try:
                self._disconnect()
                self.access.rest()
                self.place = dataclasses.replace(self.place, key=change())
            finally:
                # The file was closed whole; a mark under the other key says nothing against it.
                self._connect_again()

    def _connect_again(self) -> None:
        """Open the file after an exchange; where even that fails (a full disk) `reopen` can do it later."""
        self.history.clear()
        try:
            self._connect(accept_loss=True)
        except EnvironmentFailed:
            self.access.lose()
            raise

    def reopen(self) -> bool:
        """Open the file once more, its disk being back or taking writes again; return whether it does.

        Everybody hears of it. Undo is forgotten where the data came back otherwise than they went. Raises as
        `app.storage.opening.open_database` does; what could be read before can be read still.
        """
        with self._write_lock, self._read_lock:
            head, old = self._head, (self._reader, self._writer)
            self.access.expect()
            self._lock.take()
            self._connect(accept_loss=False)
            for connection in old:
                _drop(connection)
            if self._head != head:
                self.history.clear()
        self._tell_all("database.reopen", frozenset(table_of(row).name for row in ROWS))
        return self.access.can_change

    def in_transaction(self) -> bool:
        """Return whether a transaction is open; between two calls of the program none ever is."""
        return bool(raw_of(self._writer).in_transaction or raw_of(self._reader).in_transaction)

    @property
    def is_open(self) -> bool:
        """Return whether the file is open still."""
        return self in OPEN

    def close(self) -> None:
        """Close the file as one whole without side files, and let others in.

        A disk that does not let the file be made whole keeps the side file, and with it everything saved: the
        next opening makes it whole.
        """
        with self._write_lock, self._read_lock:
            try:
                self._disconnect()
            except EnvironmentFailed as error:
                _log.info("closed with its side file: %s", error)
            finally:
                OPEN.discard(self)
                self._lock.release()

    def _disconnect(self) -> None:
        if not (self.access.can_change and self.access.look()):
            # Nothing can be put in order on a disk that takes nothing: the next opening will.
            _drop(self._reader)
            _drop(self._writer)
            return
        disconnect(self._reader)
        try:
            with told():
                raw_of(self._writer).execute("PRAGMA journal_mode=DELETE")
        finally:
            disconnect(self._writer)

    @contextlib.contextmanager
    def _transaction(self, act: Act, changes: list[RowChange], *, always: bool = False) -> Iterator[None]:
        head = self._head
        with self.access.writing(), told(), transaction(self._writer):
            yield
            changes += journal.take(self._writer)
            if changes or always:
                head = audit.append(self._writer, head, act, changes, self.place.clock.utc())
            self.access.confirm()
        if head != self._head:
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
        with self._write_lock, self._transaction(Act(action), done):
            journal.replay(self._writer, changes)
        self._tell(action, done)

    def _tell(self, action: str, changes: Sequence[RowChange]) -> None:
        if changes:
            self._tell_all(action, frozenset(change.table for change in changes))

    def _tell_all(self, action: str, subjects: frozenset[str]) -> None:
        for listener in self.on_commit:
            listener(Change(action, subjects))


def _drop(connection: Connection) -> None:
    """Close a connection whatever its disk says to it."""
    with contextlib.suppress(DBAPIError, driver.Error):
        disconnect(connection)
