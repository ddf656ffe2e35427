"""Run as a process of its own: forks children that save until they are killed.

A child saves groups of five members and notes each number in a file once it is saved. ``hasty`` notes it
before the commit, as a wrong program would; the test must catch that. Forked, because importing everything
two hundred times would take longer than the saving.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tests.storage.cells import a_member, reopened

GROUP = 5
_LATER_S = 0.02
"""By so much a wrong program says "saved" too early: a disk that must be waited for takes longer."""


def serve() -> None:
    """Read "folder, manner" lines; answer the child's number, and its end once it is gone."""
    for line in sys.stdin:
        folder, manner = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            _save(Path(folder), manner)
        _say(child)
        os.waitpid(child, 0)
        _say(0)


def _save(folder: Path, manner: str) -> None:
    said = os.open(folder / "said", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    database = reopened(folder)
    number = 0
    while True:
        number += 1
        with database.write("member.import") as work:
            work.add_all(a_member(note=str(number)) for _ in range(GROUP))
            if manner == "hasty":
                os.write(said, b"%d\n" % number)
                time.sleep(_LATER_S)
        if manner == "honest":
            os.write(said, b"%d\n" % number)


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()
