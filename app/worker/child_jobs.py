"""Runs each job in a child process of the same program, so that no window ever waits for it."""

from __future__ import annotations

import contextlib
import errno
import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from app.common.fault_file import places
from app.common.logfile import Reported
from app.common.paths import RESOURCES
from app.common.progress import Progress
from app.errors import EnvironmentFailed
from app.worker.frames import Kind, Torn, error_from_bytes, receive, send, step_from_bytes

_log = logging.getLogger(__name__)
_LOOK_AGAIN_S = 0.1
_LAST_BREATH_S = 2.0
"""How long a child that closed its output may take to end."""
_CHUNK, _MOST_TRACE = 4096, 65536
_ENDED_BY_SYSTEM = {-9, 0xC0000017, 0xC000012D}
"""Killed, as Linux does where memory is out; what Windows says then (no memory, commit limit). Trying again
would only take the memory again."""

_Frame = tuple[Kind, bytes]
_Frames = queue.Queue[_Frame | None]


class JobBroken(Reported):
    """The job has a bug; the report says where in the code."""


class _Ended(Exception):
    """The child ended without a word; `code` is its exit code, negative for a signal."""

    def __init__(self, code: int, trace: str) -> None:
        super().__init__(code)
        self.code = code
        self.trace = trace


class ChildJobs:
    """One child a job; it is gone when `run` returns or raises."""

    def __init__(self, command: tuple[str, ...] = ()) -> None:
        self._command = command or child_command()

    def run(self, job: str, payload: bytes, progress: Progress) -> bytes:
        """Return what the job made of `payload`; a child that crashed is tried a second time.

        A job writes nothing to disk, so doing it twice harms nothing. Raises the job's own `AppError`;
        `EnvironmentFailed` L-011 when the child crashed twice, L-012 when it took more memory than it may,
        L-013 when the system ended it, L-014 when it could not be started; `Cancelled` from `progress`, at
        most 0.1 s after it was asked for.
        """
        try:
            return self._once(job, payload, progress)
        except _Ended as end:
            _note(end)
            if end.code in _ENDED_BY_SYSTEM:
                raise _ended_by_system() from end
        try:
            return self._once(job, payload, progress)
        except _Ended as end:
            _note(end)
            raise EnvironmentFailed("L-011") from end

    def _once(self, job: str, payload: bytes, progress: Progress) -> bytes:
        with _child(self._command) as child:
            # A child that died at once is noticed by its silence, not by our writing into nothing.
            with contextlib.suppress(OSError):
                send(child.source, Kind.JOB, job.encode())
                send(child.source, Kind.PAYLOAD, payload)
            return _answer(child, progress)


def child_command() -> tuple[str, ...]:
    """Return the command line that starts this program as a child."""
    if getattr(sys, "frozen", False):
        ending = ".exe" if sys.platform == "win32" else ""
        return (str(Path(sys.executable).with_name(f"sochibo-lenh{ending}")), "worker")
    return (sys.executable, "-m", "app", "worker")


class _Child:
    """A running child: what goes in, what it says, and the trace of a fault on its error output."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.frames: _Frames = queue.Queue()
        self.source = cast("BinaryIO", process.stdin)
        self._sinks = cast("BinaryIO", process.stdout), cast("BinaryIO", process.stderr)
        self._trace = bytearray()
        self._listeners = [threading.Thread(target=act, daemon=True) for act in (self._listen, self._collect)]
        for listener in self._listeners:
            listener.start()

    def ended(self) -> _Ended:
        """Return how it ended, after it said its last."""
        try:
            code = self.process.wait(_LAST_BREATH_S)
        except subprocess.TimeoutExpired:
            code = 0  # silent and alive: it goes with `close`
        else:
            self._listeners[1].join(_LAST_BREATH_S)
        return _Ended(code, "\n".join(places(self._trace.decode("utf-8", "replace"))))

    def close(self) -> None:
        """End it, whatever it was doing."""
        self.process.kill()
        self.process.wait()
        for listener in self._listeners:
            listener.join()
        for sink in self._sinks:
            sink.close()
        with contextlib.suppress(OSError):
            self.source.close()

    def _listen(self) -> None:
        # An answer that does not fit into our own memory must not leave `_answer` waiting.
        with contextlib.suppress(Torn, MemoryError):
            while True:
                self.frames.put(receive(self._sinks[0]))
        self.frames.put(None)

    def _collect(self) -> None:
        while chunk := self._sinks[1].read(_CHUNK):
            self._trace += chunk
            del self._trace[:-_MOST_TRACE]


@contextlib.contextmanager
def _child(command: tuple[str, ...]) -> Iterator[_Child]:
    """Give a running child; raises `EnvironmentFailed` when the system does not start it."""
    flags = 0
    if sys.platform == "win32":
        # A console program started by a windowed one would flash a black window.
        flags = subprocess.CREATE_NO_WINDOW
    try:
        process = subprocess.Popen(  # noqa: S603  our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=RESOURCES.parent,
            creationflags=flags,
            start_new_session=True,  # Ctrl-C in a terminal is the parent's alone
        )
    except OSError as error:
        if error.errno in {errno.ENOMEM, errno.EAGAIN}:
            raise _ended_by_system() from error
        # Missing, or held back by a program against viruses.
        raise EnvironmentFailed("L-014") from error
    child = _Child(process)
    try:
        yield child
    finally:
        child.close()


def _ended_by_system() -> EnvironmentFailed:
    return EnvironmentFailed("L-013")


def _note(end: _Ended) -> None:
    _log.warning("child ended with %d", end.code, exc_info=Reported(end.trace))


def _answer(child: _Child, progress: Progress) -> bytes:
    """Return the result, passing steps on; in a long step `progress` is still asked ten times a second."""
    step = (0, 1, "")
    while True:
        try:
            frame = child.frames.get(timeout=_LOOK_AGAIN_S)
        except queue.Empty:
            progress.step(*step)
            continue
        if frame is None:
            raise child.ended()
        if frame[0] is not Kind.STEP:
            return _outcome(*frame)
        step = step_from_bytes(frame[1])
        progress.step(*step)


def _outcome(kind: Kind, body: bytes) -> bytes:
    if kind is Kind.RESULT:
        return body
    if kind is Kind.ERROR:
        raise error_from_bytes(body)
    if kind is Kind.NO_MEMORY:
        raise EnvironmentFailed("L-012")
    raise JobBroken(body.decode())
