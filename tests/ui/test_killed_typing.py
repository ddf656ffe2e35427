"""The program is killed while somebody types: the next start has all but the last moment (I05)."""

from __future__ import annotations

import dataclasses
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.common import fault_file
from app.common.paths import RESOURCES
from tests.sizes import report, size
from tests.ui.a_program import a_core
from tests.ui.typing_program import FIELDS, TEXT
from ui.texts import start_notes as words

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")
AT_MOST_S = 3.0
"""What may be lost is what was typed in these last seconds."""
AT_ONCE = size(2, 3)
LONGEST_S = size(4, 7)
WAYS = (signal.SIGKILL, signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV)


@dataclass
class Tally:
    """What the loop came to; `late` are letters lost although they were older than may be."""

    kills: int = 0
    typed: int = 0
    lost: int = 0
    late: int = 0
    wrong: int = 0
    longest_lost_ms: int = 0


@dataclass
class Victim:
    """A program in which somebody types."""

    folder: Path
    form: str
    way: signal.Signals
    slow: str = ""
    process: subprocess.Popen[bytes] = field(init=False)
    killed_at: float = 0.0

    def __post_init__(self) -> None:
        given = [str(self.folder), self.form, *([self.slow] if self.slow else [])]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.typing_program", "type", *given],
            cwd=RESOURCES.parent,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )

    def typed_at(self) -> list[float]:
        said = self.folder.parent / "typed"
        # The last line may be half written by a program that was killed.
        return [float(line) for line in said.read_text().splitlines(keepends=True) if line.endswith("\n")]

    def wait_for_typing(self) -> None:
        while not (self.folder.parent / "typed").exists() or not self.typed_at():
            assert self.process.poll() is None
            time.sleep(0.01)

    def kill(self) -> None:
        self.killed_at = time.monotonic()
        self.process.send_signal(self.way)
        assert self.process.wait() == -self.way


def environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": ""}


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    core = a_core(tmp_path / "san" / "so")
    core.papers.add("submission", 2017, {"subject_line": "về việc thử"})
    core.close()
    return tmp_path / "san"


def kill_some(prepared: Path, work: Path, ways: list[signal.Signals], slow: str = "") -> list[Victim]:
    """Let as many programs be typed in at once, and kill each at a moment of its own."""
    chance = random.Random()
    victims = []
    for at, way in enumerate(ways):
        shutil.copytree(prepared, work / str(at))
        victims.append(Victim(work / str(at) / "so", chance.choice(list(FIELDS)), way, slow))
    for victim in victims:
        victim.wait_for_typing()
    begun = time.monotonic()
    moments = sorted(chance.uniform(0.1, LONGEST_S) if not slow else LONGEST_S for _ in victims)
    for victim, moment in zip(victims, moments, strict=True):
        time.sleep(max(0.0, begun + moment - time.monotonic()))
        victim.kill()
    return victims


def look(victim: Victim) -> dict[str, str]:
    """Start the program again and return what it says and shows."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.typing_program", "look", str(victim.folder), victim.form],
        cwd=RESOURCES.parent,
        capture_output=True,
        check=True,
        env=environment(),
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def count(victim: Victim, tally: Tally) -> None:
    """Compare what is there again with what was typed."""
    found, typed_at = look(victim), victim.typed_at()
    tally.kills += 1
    tally.typed += len(typed_at)
    right = found["said"].startswith(words.SUDDEN_END) and TEXT.startswith(found["text"])
    if found["text"]:
        right = right and found["place"] == FIELDS[victim.form][0]
    faults = fault_file.kept(victim.folder)
    right = right and bool(faults) == (victim.way is not signal.SIGKILL)
    tally.wrong += not right
    lost = typed_at[len(found["text"]) :]
    tally.lost += len(lost)
    # Counted from the last letter: a machine so busy that the program stands still stops the hand with it.
    tally.late += sum(moment < typed_at[-1] - AT_MOST_S for moment in lost)
    if lost:
        tally.longest_lost_ms = max(tally.longest_lost_ms, round((victim.killed_at - lost[0]) * 1000))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.fault("I05")
def test_a_program_killed_while_typing_loses_the_last_moment_at_most(prepared: Path, tmp_path: Path) -> None:
    """I05."""
    tally = Tally()
    for batch in range(size(1, 17)):
        ways = [WAYS[(batch * AT_ONCE + at) % len(WAYS)] for at in range(AT_ONCE)]
        for victim in kill_some(prepared, tmp_path / f"loat-{batch}", ways):
            count(victim, tally)
            shutil.rmtree(victim.folder)
    report("I05", **dataclasses.asdict(tally))
    assert (tally.late, tally.wrong) == (0, 0)
    assert tally.typed > tally.kills


@pytest.mark.slow
def test_a_program_that_keeps_drafts_too_seldom_is_caught(prepared: Path, tmp_path: Path) -> None:
    """The loop above can fail."""
    tally = Tally()
    for victim in kill_some(prepared, tmp_path / "loat", [signal.SIGKILL], slow="slow"):
        count(victim, tally)
    report("I05 control", kills=tally.kills, late=tally.late)
    assert tally.late > 0
