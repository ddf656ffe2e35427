"""Runs each job in a child process of the same program, so that no window ever waits for it."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from app.common.paths import RESOURCES
from app.common.progress import Progress
from app.errors import EnvironmentFailed
from app.worker.frames import Kind, Torn, error_from_bytes, receive, send, step_from_bytes

_LOOK_AGAIN_S = 0.1

_Frame = tuple[Kind, bytes]
_Frames = queue.Queue[_Frame | None]


class JobBroken(RuntimeError):
    """The job has a bug; the message says where in the code."""


class ChildJobs:
    """One child a job; it is gone when `run` returns or raises."""

    def __init__(self, command: tuple[str, ...] = ()) -> None:
        self._command = command or child_command()

    def run(self, job: str, payload: bytes, progress: Progress) -> bytes:
        """Return what the job made of `payload`.

        Raises the job's own `AppError`; `EnvironmentFailed` L-011 when the child ended without a word, L-012
        when it ran out of memory; `Cancelled` from `progress`, at most 0.1 s after it was asked for.
        """
        with _child(self._command) as (source, frames):
            # A child that died at once is noticed by its silence, not by our writing into nothing.
            with contextlib.suppress(OSError):
                send(source, Kind.JOB, job.encode())
                send(source, Kind.PAYLOAD, payload)
            return _answer(frames, progress)


def child_command() -> tuple[str, ...]:
    """Return the command line that starts this program as a child."""
    if getattr(sys, "frozen", False):
        ending = ".exe" if sys.platform == "win32" else ""
        return (str(Path(sys.executable).with_name(f"sochibo-lenh{ending}")), "worker")
    return (sys.executable, "-m", "app", "worker")


@contextlib.contextmanager
def _child(command: tuple[str, ...]) -> Iterator[tuple[BinaryIO, _Frames]]:
    """Give the child's input and what it says; end it on leaving, whatever it was doing."""
    flags = 0
    if sys.platform == "win32":
        # A console program started by a windowed one would flash a black window.
        flags = subprocess.CREATE_NO_WINDOW
    child = subprocess.Popen(  # noqa: S603  our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=RESOURCES.parent,
        creationflags=flags,
        start_new_session=True,  # Ctrl-C in a terminal is the parent's alone
    )
    source, sink = cast("BinaryIO", child.stdin), cast("BinaryIO", child.stdout)
    frames: _Frames = queue.Queue()
    listener = threading.Thread(target=_listen, args=(sink, frames), daemon=True)
    listener.start()
    try:
        yield source, frames
    finally:
        child.kill()
        child.wait()
        listener.join()
        sink.close()
        with contextlib.suppress(OSError):
            source.close()


def _listen(sink: BinaryIO, frames: _Frames) -> None:
    with contextlib.suppress(Torn):
        while True:
            frames.put(receive(sink))
    frames.put(None)


def _answer(frames: _Frames, progress: Progress) -> bytes:
    """Return the result, passing steps on; in a long step `progress` is still asked ten times a second."""
    step = (0, 1, "")
    while True:
        try:
            frame = frames.get(timeout=_LOOK_AGAIN_S)
        except queue.Empty:
            progress.step(*step)
            continue
        if frame is None:
            raise EnvironmentFailed("L-011")
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
