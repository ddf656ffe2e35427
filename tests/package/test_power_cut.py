"""Power cut and kill: under a package's name lies a whole package or nothing."""

import os
import pickle
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
from app.domain.handing_in import HandedInAs
from app.package.protocol import Target, write_package
from app.package.real_files import real_files
from app.package.verdict import Answer
from tests.package.packages import CLOSED_FORMS, Answers, Kept, a_closed_package, a_package, put
from tests.package.ports import MemoryPort
from tests.package.power_cut import Done, LoggingPort, left_after
from tests.sizes import report

FORMS = (HandedInAs.OPEN_FOLDER, *CLOSED_FORMS)
answer_to = Answers()
MANY_BYTES = 2 * 1024 * 1024
FEWEST_CONTROLS, MOST_CONTROLS = 4, 20
"""A kill that falls between two files of a closed package is what the control waits for."""


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
                tally.invalid += answer_to(MemoryPort(held), final) is not Answer.WHOLE
    return tally


@dataclass(frozen=True)
class Logged:
    """Everything that writing a package does to a stick, and the final folder."""

    form: HandedInAs
    done: list[Done]
    final: Path


@pytest.fixture(name="log", params=FORMS, ids=lambda form: form.value)
def logged(request: pytest.FixtureRequest, tmp_path: Path) -> Logged:
    """Write a package and return what was done."""
    is_open = request.param is HandedInAs.OPEN_FOLDER
    package = a_package(people=1) if is_open else a_closed_package(request.param, people=1)
    port = LoggingPort()
    written = write_package(port, package, Target(tmp_path), Kept(), NoProgress())
    return Logged(request.param, port.log, written.folder)


@pytest.mark.parametrize("choices", [20, pytest.param(200, marks=pytest.mark.slow)])
@pytest.mark.fault("G07")
def test_after_a_power_cut_the_final_name_means_whole(log: Logged, choices: int) -> None:
    seed = random.randrange(10**9)
    tally = replayed(log.done, log.final, choices, random.Random(seed))
    report(
        "G07 closed" if log.form in CLOSED_FORMS else "G07",
        states=tally.states,
        named=tally.named,
        invalid=tally.invalid,
    )
    assert tally.invalid == 0, f"seed {seed}: {tally}"
    assert tally.states == (len(log.done) + 1) * choices
    assert tally.named >= choices


def test_the_replay_would_see_missing_flushes(log: Logged) -> None:
    careless = [one for one in log.done if one.kind != "fsync"]
    tally = replayed(careless, log.final, 20, random.Random(1))
    report(
        "G07 closed control" if log.form in CLOSED_FORMS else "G07 control",
        named=tally.named,
        invalid=tally.invalid,
    )
    assert tally.named > 0
    assert tally.invalid == tally.named


def test_the_replay_would_see_a_name_given_too_early(log: Logged) -> None:
    at = next(place for place, one in enumerate(log.done) if one.kind == "rename")
    early = [log.done[at], *log.done[:at], *log.done[at + 1 :]]
    moved = [
        Done(one.kind, one.path.replace("~dang-ghi_7F3A", log.final.name), one.data, one.target)
        for one in early
    ]
    tally = replayed(moved, log.final, 5, random.Random(1))
    report(
        "G07 closed control" if log.form in CLOSED_FORMS else "G07 control",
        named=tally.named,
        invalid=tally.invalid,
    )
    assert tally.invalid > 0


@dataclass(frozen=True)
class Stored:
    """A package in a file, for a child to write, and how long that takes here."""

    form: HandedInAs
    file: Path
    takes_s: float


@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.slow)])
@pytest.mark.fault("G08")
def test_killed_at_any_moment_nothing_is_wrongly_whole(tmp_path: Path, kills: int, big: Stored) -> None:
    seed = random.randrange(10**9)
    dice = random.Random(seed)
    half = acknowledged = 0
    for round_ in range(kills):
        stick = tmp_path / str(round_)
        stick.mkdir()
        told = killed_while_writing(stick, dice.uniform(0, 2 * big.takes_s), big.file)
        for folder in stick.iterdir():
            answer = answer_to(real_files(), folder)
            expected = Answer.UNFINISHED if folder.name.startswith("~dang-ghi_") else Answer.WHOLE
            assert answer is expected, f"seed {seed}, round {round_}: {folder.name} is {answer}"
            half += answer is Answer.UNFINISHED
        assert told <= {folder.name for folder in stick.iterdir()}
        acknowledged += len(told)
        shutil.rmtree(stick)
    report(
        "G08 closed" if big.form in CLOSED_FORMS else "G08",
        kills=kills,
        half=half,
        acknowledged=acknowledged,
        invalid=0,
    )
    assert half + acknowledged > 0


def test_a_writer_into_the_final_folder_would_be_seen(tmp_path: Path, big: Stored) -> None:
    """The control: what a kill leaves of a folder that bears its name from the start is not whole."""
    kills = invalid = 0
    dice = random.Random(1)
    while kills < FEWEST_CONTROLS or (not invalid and kills < MOST_CONTROLS):
        stick = tmp_path / str(kills)
        stick.mkdir()
        killed_while_writing(stick, dice.uniform(0, 0.1), big.file, "careless")
        kills += 1
        answers = [answer_to(real_files(), folder) for folder in stick.iterdir()]
        invalid += sum(answer is not Answer.WHOLE for answer in answers)
        shutil.rmtree(stick)
    report("G08 closed control" if big.form in CLOSED_FORMS else "G08 control", kills=kills, invalid=invalid)
    assert invalid > 0


@pytest.fixture(name="big", params=FORMS, ids=lambda form: form.value)
def a_big_package(request: pytest.FixtureRequest, tmp_path: Path) -> Stored:
    """Store a package that takes long enough to be killed in the middle."""
    if request.param is HandedInAs.OPEN_FOLDER:
        package = a_package(people=12, filler=4000)
    else:
        package = a_closed_package(request.param, filler=random.Random(1).randbytes(MANY_BYTES))
    began = time.monotonic()
    put(tmp_path / "first", package)
    file = tmp_path / "goi"
    file.write_bytes(pickle.dumps(package))
    return Stored(request.param, file, time.monotonic() - began)


def killed_while_writing(stick: Path, after_s: float, stored: Path, *how: str) -> set[str]:
    """Let a child write packages, kill it, and return the names of those it had said were written."""
    command = [sys.executable, "-m", "tests.package.endless_writing", str(stick), str(stored), *how]
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
