"""The child process: one job in, progress and one outcome out, then it ends.

It has no key and writes nothing to disk. It ends at once when its input closes, which is how it learns that
the program was closed or has crashed.
"""

from __future__ import annotations

import faulthandler
import os
import threading
from typing import BinaryIO, NoReturn

from app.common.logfile import exception_report
from app.errors import AppError
from app.worker.frames import Kind, Torn, error_to_bytes, receive, send, step_to_bytes
from app.worker.limits import is_short, limit_memory


def serve() -> int:
    """Do the one job that the parent sends through the pipes and return the exit code."""
    source, sink = _pipes()
    faulthandler.enable(2)  # the error output leads to the parent, who keeps the places only
    limit_memory()
    try:
        _, job = receive(source)
        _, payload = receive(source)
    except Torn:
        return 1
    threading.Thread(target=_end_with_parent, args=(source,), daemon=True).start()
    kind, body = _outcome(job.decode(), payload, sink)
    send(sink, kind, body)
    return 0


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return our ends of the pipes, out of reach of any library that prints or reads."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    return source, sink


def _end_with_parent(source: BinaryIO) -> NoReturn:
    source.read(1)
    # Nothing needs tidying up: there is no file, no lock and no key here.
    os._exit(1)


def _outcome(job: str, payload: bytes, sink: BinaryIO) -> tuple[Kind, bytes]:
    try:
        from app.worker.jobs import JOBS

        return Kind.RESULT, JOBS[job](payload, _PipeProgress(sink))
    except AppError as error:
        return Kind.ERROR, error_to_bytes(error)
    except MemoryError:
        return Kind.NO_MEMORY, b""
    except Exception as error:  # noqa: BLE001  the child's crash hook: the parent raises it as a bug
        if is_short():
            # A library that gets no memory says so in its own way: ImportError, OSError, SystemError.
            return Kind.NO_MEMORY, b""
        return Kind.BUG, exception_report(error).encode()


class _PipeProgress:
    """Sends each step to the parent, who may end this process instead of answering."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink

    def step(self, done: int, total: int, label: str = "") -> None:
        send(self._sink, Kind.STEP, step_to_bytes(done, total, label))
