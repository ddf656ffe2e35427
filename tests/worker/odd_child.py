"""A child with jobs that misbehave, started by the tests in place of the program's own."""

import datetime as dt
import os
import signal
import sys
import time
from pathlib import Path

from app.common.progress import Progress
from app.errors import EnvironmentFailed, Invalid, Problem, Refused
from app.worker import jobs
from app.worker.child import serve


def echo(payload: bytes, progress: Progress) -> bytes:
    sys.stdout.write("a library that prints")
    sys.stdout.flush()
    os.write(1, b"and one that writes straight to its output")
    progress.step(1, 2, "half")
    progress.step(2, 2, "whole")
    return payload[::-1]


def hang(payload: bytes, progress: Progress) -> bytes:
    progress.step(os.getpid(), 0, "pid")
    time.sleep(600)
    return payload


def crash(payload: bytes, progress: Progress) -> bytes:
    """End by the signal that is asked for, leaving a file behind for each time."""
    progress.step(1, 2)
    number, _, folder = payload.decode().partition(" ")
    (Path(folder) / str(os.getpid())).touch()
    os.kill(os.getpid(), int(number))
    return payload


def crash_once(payload: bytes, progress: Progress) -> bytes:
    if not any(Path(payload.decode()).iterdir()):
        crash(f"{signal.SIGSEGV.value} {payload.decode()}".encode(), progress)
    return b"done"


def chatter(payload: bytes, progress: Progress) -> bytes:
    progress.step(0, 1)
    for _ in range(1000):
        os.write(2, b"a library that complains of a name: Nguyen Van Canary\n" * 10)
    return payload[::-1]


def refuse(payload: bytes, progress: Progress) -> bytes:
    progress.step(0, 1)
    raise Refused("L-514", count=int(payload), since=dt.date(2017, 12, 4))


def complain(payload: bytes, progress: Progress) -> bytes:
    progress.step(0, 1)
    raise Invalid([Problem("born_on", "date.future", {"text": payload.decode()}, "warning")])


def break_down(payload: bytes, progress: Progress) -> bytes:
    progress.step(0, 1)
    raise KeyError(payload.decode())


def devour(payload: bytes, progress: Progress) -> bytes:
    progress.step(0, 1)
    return payload * 2**34


def fail_at_disk(payload: bytes, progress: Progress) -> bytes:
    progress.step(0, 1)
    raise EnvironmentFailed("L-301", text=payload.decode())


def phone_home(payload: bytes, progress: Progress) -> bytes:
    import socket  # noqa: TID251  what no job may do

    progress.step(0, 1)
    with socket.socket() as line:
        return line.getsockname() or payload


if __name__ == "__main__":
    own = [echo, hang, crash, crash_once, chatter, refuse, complain, break_down, devour]
    own += [fail_at_disk, phone_home]
    jobs.JOBS = {job.__name__: job for job in own}
    sys.exit(serve())
