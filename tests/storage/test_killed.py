"""The program is killed at any moment: what was acknowledged is there, and no group is torn.

A kill keeps the system's cache, so it says nothing of a power cut (reliability.md, finding 11).
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage import audit
from tests.sizes import report, size
from tests.storage.cells import reopened
from tests.storage.writer import GROUP

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills forked children; Windows has no fork")
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Tally:
    """What a loop of kills came to."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    corrupt: int = 0


class Writers:
    """Starts writers one after the other and kills each of them."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self._ask, self._answer = server.stdin, server.stdout

    def write_and_kill(self, folder: Path, manner: str, after_s: float) -> int:
        """Let a child save until it is killed; return the last number that it said was saved."""
        self._ask.write(f"{folder}\t{manner}\n")
        self._ask.flush()
        child = int(self._answer.readline())
        while not self._said(folder):
            time.sleep(0.001)
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
        assert self._answer.readline() == "0\n"
        return self._said(folder)[-1]

    @staticmethod
    def _said(folder: Path) -> list[int]:
        said = folder / "said"
        return [int(line) for line in said.read_text().splitlines()] if said.exists() else []


@pytest.fixture
def writers() -> Iterator[Writers]:
    command = [sys.executable, "-m", "tests.storage.writer"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as server:
        yield Writers(server)


def look(folder: Path, acknowledged: int, tally: Tally) -> None:
    """Open the database as the next start of the program does, and count."""
    tally.kills += 1
    tally.acknowledged += acknowledged * GROUP
    try:
        database = reopened(folder)
    except EnvironmentFailed:
        tally.corrupt += 1
        return
    with contextlib.closing(database), database.read() as reader:
        groups = Counter(int(member.note) for member in reader.rows(Member))
        tally.lost += sum(groups[number] == 0 for number in range(1, acknowledged + 1)) * GROUP
        tally.torn += sum(count != GROUP for count in groups.values())
        tally.corrupt += audit.first_wrong(reader.connection) is not None


@pytest.mark.timeout(900)
@pytest.mark.fault("A01")
def test_a_killed_program_loses_nothing_it_acknowledged(
    writers: Writers, prepared: Path, tmp_path: Path
) -> None:
    """A01."""
    tally, chance = Tally(), random.Random()
    for kill in range(size(20, 200)):
        folder = Path(shutil.copytree(prepared, tmp_path / str(kill)))
        look(folder, writers.write_and_kill(folder, "honest", chance.uniform(0.02, 0.3)), tally)
        shutil.rmtree(folder)
    report("A01", **dataclasses.asdict(tally))
    assert (tally.lost, tally.torn, tally.corrupt) == (0, 0, 0)
    assert tally.acknowledged >= tally.kills * GROUP


def test_a_program_that_acknowledges_too_early_is_caught(
    writers: Writers, prepared: Path, tmp_path: Path
) -> None:
    """The loop above can fail."""
    tally, chance = Tally(), random.Random()
    while not tally.lost and tally.kills < 40:
        folder = Path(shutil.copytree(prepared, tmp_path / str(tally.kills)))
        look(folder, writers.write_and_kill(folder, "hasty", chance.uniform(0.02, 0.1)), tally)
    report("A01 control", kills=tally.kills, lost=tally.lost)
    assert tally.lost > 0
