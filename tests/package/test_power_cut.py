"""Power cut and kill: under a package's name lies a whole package or nothing."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.common.paths import RESOURCES
from app.common.progress import NoProgress
from app.package.protocol import Target, write_package
from app.package.real_files import real_files
from app.package.verdict import Answer
from app.package.verify import verify_package
from tests.package.endless_writing import a_big_package
from tests.package.packages import KNOWN, Kept, a_package, put
from tests.package.ports import MemoryPort
from tests.package.power_cut import Done, LoggingPort, left_after
from tests.sizes import report

PACKAGE = a_package(people=1)


@dataclass
class Tally:
    """How many states there were, how many of them bore the final name, how many of those were not whole."""

    states: int = 0
    named: int = 0
    invalid: int = 0


def replayed(log: Sequence[Done], final: Path, choices: int, dice: random.Random) -> Tally:
    """Return what every cut of the log leaves, each with `choices` throws of the dice."""
    tally = Tally()
    for length in range(len(log) + 1):
        for _ in range(choices):
            held = left_after(log[:length], dice)
            tally.states += 1
            if any(path.startswith(f"{final.as_posix()}/") for path in held):
                tally.named += 1
                verdict = verify_package(MemoryPort(held), final, KNOWN, NoProgress())
                tally.invalid += verdict.answer is not Answer.WHOLE
    return tally


@pytest.fixture(name="log")
def logged(tmp_path: Path) -> tuple[list[Done], Path]:
    """Return everything that writing a package does to a stick, and the final folder."""
    port = LoggingPort()
    written = write_package(port, PACKAGE, Target(tmp_path), Kept(), NoProgress())
    return port.log, written.folder


@pytest.mark.parametrize("choices", [20, pytest.param(200, marks=pytest.mark.slow)])
@pytest.mark.fault("G07")
def test_after_a_power_cut_the_final_name_means_whole(log: tuple[list[Done], Path], choices: int) -> None:
    done, final = log
    seed = random.randrange(10**9)
    tally = replayed(done, final, choices, random.Random(seed))
    report("G07", states=tally.states, named=tally.named, invalid=tally.invalid)
    assert tally.invalid == 0, f"seed {seed}: {tally}"
    assert tally.states == (len(done) + 1) * choices
    assert tally.named >= choices


def test_the_replay_would_see_missing_flushes(log: tuple[list[Done], Path]) -> None:
    done, final = log
    careless = [one for one in done if one.kind != "fsync"]
    tally = replayed(careless, final, 20, random.Random(1))
    report("G07 control", named=tally.named, invalid=tally.invalid)
    assert tally.named > 0
    assert tally.invalid == tally.named


def test_the_replay_would_see_a_name_given_too_early(log: tuple[list[Done], Path]) -> None:
    done, final = log
    at = next(place for place, one in enumerate(done) if one.kind == "rename")
    early = [done[at], *done[:at], *done[at + 1 :]]
    moved = [
        Done(one.kind, one.path.replace("~dang-ghi_7F3A", final.name), one.data, one.target) for one in early
    ]
    tally = replayed(moved, final, 5, random.Random(1))
    report("G07 control", named=tally.named, invalid=tally.invalid)
    assert tally.invalid > 0


@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.slow)])
@pytest.mark.fault("G08")
def test_killed_at_any_moment_nothing_is_wrongly_whole(tmp_path: Path, kills: int) -> None:
    seed = random.randrange(10**9)
    dice = random.Random(seed)
    half = acknowledged = 0
    takes_s = seconds_of_writing(tmp_path / "first")
    for round_ in range(kills):
        stick = tmp_path / str(round_)
        stick.mkdir()
        told = killed_while_writing(stick, dice.uniform(0, 2 * takes_s))
        for folder in stick.iterdir():
            answer = verify_package(real_files(), folder, KNOWN, NoProgress()).answer
            expected = Answer.UNFINISHED if folder.name.startswith("~dang-ghi_") else Answer.WHOLE
            assert answer is expected, f"seed {seed}, round {round_}: {folder.name} is {answer}"
            half += answer is Answer.UNFINISHED
        assert told <= {folder.name for folder in stick.iterdir()}
        acknowledged += len(told)
        shutil.rmtree(stick)
    report("G08", kills=kills, half=half, acknowledged=acknowledged, invalid=0)
    assert half + acknowledged > 0


def test_a_writer_into_the_final_folder_would_be_seen(tmp_path: Path) -> None:
    """The control: what a kill leaves of a folder that bears its name from the start is not whole."""
    kills = invalid = 0
    dice = random.Random(1)
    for round_ in range(4):
        stick = tmp_path / str(round_)
        stick.mkdir()
        killed_while_writing(stick, dice.uniform(0, 0.3), "careless")
        kills += 1
        answers = [
            verify_package(real_files(), folder, KNOWN, NoProgress()).answer for folder in stick.iterdir()
        ]
        invalid += sum(answer is not Answer.WHOLE for answer in answers)
    report("G08 control", kills=kills, invalid=invalid)
    assert invalid > 0


def seconds_of_writing(stick: Path) -> float:
    """Return how long one package takes here, so that the kills fall into and behind it."""
    began = time.monotonic()
    put(stick, a_big_package())
    return time.monotonic() - began


def killed_while_writing(stick: Path, after_s: float, *how: str) -> set[str]:
    """Let a child write packages, kill it, and return the names of those it had said were written."""
    command = [sys.executable, "-m", "tests.package.endless_writing", str(stick), *how]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=RESOURCES.parent, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(after_s)
        child.send_signal(signal.SIGKILL)
        # A line torn by the kill was not said.
        return {line.strip() for line in child.stdout if line.endswith("\n")}


@pytest.mark.slow
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk"
)
@pytest.mark.parametrize("kilobytes", [40, 100, 200])
def test_a_disk_that_is_really_full_leaves_no_finished_folder(tmp_path: Path, kilobytes: int) -> None:
    script = (
        f"mount -t tmpfs -o size={kilobytes}k tmpfs {tmp_path} && "
        f"exec {sys.executable} -m tests.package.full_disk {tmp_path}"
    )
    command = ["unshare", "-m", "sh", "-c", script]
    done = subprocess.run(command, capture_output=True, cwd=RESOURCES.parent, text=True, check=True)
    assert done.stdout.split() == ["L-404", "unfinished"]
