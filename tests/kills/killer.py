"""Starts acts and kills them: at a random moment of the whole act, or of what follows a file's appearance."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.kills.server import begun, failed

ROOT = Path(__file__).resolve().parents[2]
POLL_S, PATIENCE_S = 0.0003, 30
Mark = Callable[[Path], Path]
"""Gives the file of a folder after whose appearance the kill is wanted; asked until it is there."""


def command() -> list[str]:
    """Return what starts the server."""
    return [sys.executable, "-m", "tests.kills.server"]


class Killer:
    """One act at a time, on a fresh copy of a prepared folder."""

    def __init__(self, server: subprocess.Popen[str], scratch: Path) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self._ask, self._answer = server.stdin, server.stdout
        self._scratch = scratch
        self._count = 0
        seed = random.SystemRandom().randrange(10**9)
        sys.stdout.write(f"seed {seed}\n")
        self.dice = random.Random(seed)

    def fresh(self, prepared: Path | None) -> Path:
        """Return a copy of `prepared`, or a new empty folder."""
        self._count += 1
        folder = self._scratch / str(self._count)
        if prepared:
            shutil.copytree(prepared, folder)
        else:
            folder.mkdir()
        return folder

    def lasting(
        self, act: str, prepared: Path | None, argument: str = "", since: Mark | None = None
    ) -> float:
        """Return how many seconds the act takes from its beginning, or since a file appeared."""
        folder = self.fresh(prepared)
        child = self._begin(act, folder, argument, "end")
        try:
            self._wait_until_under_way(folder, since)
        except BaseException:
            os.kill(child, signal.SIGKILL)
            raise
        finally:
            began = time.monotonic()
            self._answer.readline()
        lasted = time.monotonic() - began
        self._refuse_failed(folder)
        shutil.rmtree(folder)
        return lasted

    def kill(
        self, act: str, prepared: Path | None, within_s: float, argument: str = "", since: Mark | None = None
    ) -> Path:
        """Kill the act within so many seconds of its beginning, or of `since`; return its folder."""
        folder = self.fresh(prepared)
        child = self._begin(act, folder, argument, "wait")
        try:
            self._wait_until_under_way(folder, since)
            time.sleep(self.dice.uniform(0, within_s))
        finally:
            # Whatever happened here: a child left alone would answer for the next one.
            os.kill(child, signal.SIGKILL)
            assert self._answer.readline() == f"{int(signal.SIGKILL)}\n"
        self._refuse_failed(folder)
        begun(folder).unlink()
        return folder

    def _wait_until_under_way(self, folder: Path, since: Mark | None) -> None:
        self._wait_for(begun, folder)
        if since:
            self._wait_for(since, folder)

    def _begin(self, act: str, folder: Path, argument: str, manner: str) -> int:
        self._ask.write(f"{act}\t{folder}\t{argument}\t{manner}\n")
        self._ask.flush()
        return int(self._answer.readline())

    @staticmethod
    def _wait_for(mark: Mark, folder: Path) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not mark(folder).exists():
            assert not failed(folder).exists(), failed(folder).read_text(encoding="utf-8")
            assert time.monotonic() < deadline, f"{mark(folder).name} never came"
            time.sleep(POLL_S)

    @staticmethod
    def _refuse_failed(folder: Path) -> None:
        assert not failed(folder).exists(), failed(folder).read_text(encoding="utf-8")
