"""Runs work away from the window's thread and brings its end back to it.

Two kinds of thread: one storage thread, so that two pieces of work never write at once, and waiting threads
for what only waits (a child process, a stick, a password being stretched).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from app.common.progress import Progress
from app.errors import AppError, Cancelled, NotFound

T = TypeVar("T")
_log = logging.getLogger(__name__)
_WAITERS = 3
_REPORTS_EVERY = 0.05
_CLOSING_MS = 10_000


def while_it_is_there(work: Callable[[Progress], T]) -> Callable[[Progress], T]:
    """Return work that ends without a word when an undo took away the record whose look it makes."""

    def quiet(progress: Progress) -> T:
        try:
            return work(progress)
        except NotFound as gone:
            raise Cancelled from gone

    return quiet


class Task(QObject, Generic[T]):
    """One piece of work under way; every signal arrives on the window's thread."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    """An `AppError`; a bug is raised in the window's thread instead."""
    cancelled = Signal()
    finished = Signal()
    _reported = Signal(int, int, str)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[Progress], T]) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._told = 0.0
        # Signals of our own to ourselves: this object lives in the window's thread, so Qt queues them there.
        self._reported.connect(self.progressed)
        self._ended.connect(self._on_ended)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int, label: str = "") -> None:
        """Report progress (the `Progress` that the work sees); raises `Cancelled` when asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._told >= _REPORTS_EVERY:
            self._told = now
            self._reported.emit(done, total, label)

    def run(self) -> None:
        """Do the work on the calling thread and send its end home."""
        try:
            result = self._work(self)
        except Exception as error:  # noqa: BLE001  one of the three allowed places: it is handed on, not swallowed
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _on_ended(self, result: object, error: Exception | None) -> None:
        try:
            self._tell(result, error)
        finally:
            self.finished.emit()

    def _tell(self, result: object, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, AppError):
            _log.warning("task failed: %s", error)
            self.failed.emit(error)
        else:
            raise error


class _Job(QRunnable):
    def __init__(self, task: Task[T]) -> None:
        super().__init__()
        self._task = task

    @override
    def run(self) -> None:
        self._task.run()


class TaskRunner(QObject):
    """Starts work and keeps it alive until it has ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = QThreadPool(self)
        self._storage.setMaxThreadCount(1)
        self._waiting = QThreadPool(self)
        self._waiting.setMaxThreadCount(_WAITERS)
        self._tasks: set[Task[object]] = set()

    def store(self, work: Callable[[Progress], T]) -> Task[T]:
        """Run work that reads or writes much, one piece after the other."""
        return self._start(work, self._storage)

    def wait_for(self, work: Callable[[Progress], T]) -> Task[T]:
        """Run work that mostly waits for another process, a disk or a key."""
        return self._start(work, self._waiting)

    def busy(self) -> bool:
        """Return whether anything is under way."""
        return bool(self._tasks)

    def close(self) -> None:
        """Stop everything and wait for its end."""
        for task in self._tasks:
            task.cancel()
        for pool in (self._storage, self._waiting):
            pool.waitForDone(_CLOSING_MS)

    def _start(self, work: Callable[[Progress], T], pool: QThreadPool) -> Task[T]:
        task = Task(work)
        self._tasks.add(task)  # type: ignore[arg-type]  # the set only keeps it alive
        task.finished.connect(self._forget)
        pool.start(_Job(task))
        return task

    def _forget(self) -> None:
        self._tasks.discard(self.sender())
