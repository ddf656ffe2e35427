"""Run as a process of its own: forks a child for each act asked for, so that nothing is imported twice.

A line is "act, folder, argument". The answers are the child's number and, once it is gone, how it ended.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path

from tests.kills.acts import ACTS


def begun(folder: Path) -> Path:
    """Return the file by which a child says that the act itself begins."""
    return folder.with_name(f"{folder.name}.begun")


def failed(folder: Path) -> Path:
    """Return the file in which a child leaves what went wrong with the act."""
    return folder.with_name(f"{folder.name}.failed")


def serve() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        act, folder, argument, manner = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            _do(act, Path(folder), argument)
            # Whoever wants to kill it must find it: its number could be another's already.
            while manner == "wait":
                signal.pause()
            os._exit(0)
        _say(child)
        _say(os.waitpid(child, 0)[1])


def _do(act: str, folder: Path, argument: str) -> None:
    try:
        ACTS[act](folder, begun(folder).touch, argument)
    except BaseException:  # noqa: BLE001  the child ends here, whatever it was
        failed(folder).write_text(traceback.format_exc(), encoding="utf-8")


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()
