"""One writer in a data folder, whoever else comes, and no lock that outlives its holder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.common import locks
from app.common.locks import Holder, OsLock
from app.errors import EnvironmentFailed
from app.storage.lock import FolderLock
from tests.sizes import report, size

ROOT = Path(__file__).resolve().parents[2]
_HOLDS = """
import os, sys
from pathlib import Path
from app.common.locks import Held, Holder, OsLock
if len(sys.argv) > 2:
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
try:
    lock = OsLock(Path(sys.argv[1]) / "chi-bo.lock")
except Held as held:
    print("held by", held.holder.process, flush=True)
else:
    print("in", flush=True)
sys.stdin.read()
"""


_LOOKS = """
import sys
from pathlib import Path
mark = Path(sys.argv[1]) / "chi-bo.lock"
print("ready", flush=True)
sys.stdin.readline()
there = mark.exists()
print("held by a file" if there else "in", flush=True)
sys.stdin.readline()
mark.touch()
sys.stdin.read()
"""
"""A program that looks whether a file is there and makes it afterwards."""


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Give a folder where other users get at; pytest's own are closed to them."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def holding(folder: Path, program: str = _HOLDS) -> subprocess.Popen[str]:
    """Start a process that takes the lock and keeps it until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ended(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=30)


def refusal(folder: Path) -> EnvironmentFailed:
    with pytest.raises(EnvironmentFailed) as refused:
        FolderLock(folder)
    return refused.value


@pytest.mark.fault("I01")
def test_of_two_starts_at_once_one_gets_in(tmp_path: Path) -> None:
    """I01: pairs of processes that start together."""
    doubles = 0
    tries = size(4, 50)
    for _ in range(tries):
        pair = [holding(tmp_path) for _ in range(2)]
        answers = [said(one) for one in pair]
        doubles += answers.count("in") != 1
        for one in pair:
            ended(one)
    report("I01", pairs=tries, double_writers=doubles)
    assert doubles == 0


def told(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_a_program_that_looks_for_a_file_first_is_caught(tmp_path: Path) -> None:
    """The control: both look before either has made the file, and both are in."""
    pair = [holding(tmp_path, _LOOKS) for _ in range(2)]
    assert [said(one) for one in pair] == ["ready", "ready"]
    for one in pair:
        told(one)
    answers = [said(one) for one in pair]
    for one in pair:
        told(one)
        ended(one)
    doubles = int(answers.count("in") != 1)
    report("I01 control", pairs=1, double_writers=doubles)
    assert doubles == 1


@pytest.mark.fault("I02")
@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"\x00\xff garbage \xfe" * 50,
        b"[1, 2]",
        b'{"account": "x"}',
        b'{"account": "x", "session": "", "process": "?"}',
        b"9" * 5000,
    ],
)
def test_garbage_in_the_lock_file_keeps_nobody_out(tmp_path: Path, words: bytes) -> None:
    (tmp_path / "chi-bo.lock").write_bytes(words)
    FolderLock(tmp_path).release()
    assert locks.holder_of(tmp_path / "chi-bo.lock") == locks.this_process()


@pytest.mark.fault("I02")
def test_a_killed_holder_leaves_no_stale_lock(tmp_path: Path) -> None:
    """I02: killed at once, its number taken over by another process, garbage written over its words."""
    stuck = 0
    tries = size(3, 50)
    for number in range(tries):
        holder = holding(tmp_path)
        assert said(holder) == "in"
        holder.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        ended(holder)
        fake = Holder(locks.this_process().account, "", os.getppid() if number % 2 else holder.pid)
        line = f'{{"account": "{fake.account}", "session": "", "process": {fake.process}}}'
        (tmp_path / "chi-bo.lock").write_text(line, encoding="utf-8")
        try:
            FolderLock(tmp_path).release()
        except EnvironmentFailed:
            stuck += 1
    report("I02", kills=tries, stuck_starts=stuck)
    assert stuck == 0


def test_a_window_that_holds_the_data_is_told_as_a_window_and_a_command_as_a_command(tmp_path: Path) -> None:
    held = FolderLock(tmp_path)
    assert refusal(tmp_path).code == "L-114"
    window = OsLock(tmp_path / locks.WINDOW)
    assert refusal(tmp_path).code == "L-105"
    window.release()
    held.release()


@pytest.mark.fault("I03")
def test_another_account_is_told_by_its_name(tmp_path: Path) -> None:
    held = FolderLock(tmp_path, Holder("Nguyễn Văn B", "2", 4711))
    refused = refusal(tmp_path)
    held.release()
    assert (refused.code, refused.params) == ("L-113", {"account": "Nguyễn Văn B"})


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "setuid") or os.geteuid() != 0,
    reason="only root can be two users in one test",
)
@pytest.mark.fault("I03")
def test_two_users_do_not_write_at_once(shared_folder: Path) -> None:
    """I03: the second user may write the folder or only read it, and is kept out in both cases."""
    held = FolderLock(shared_folder)
    for mode in (0o666, 0o644):
        (shared_folder / "chi-bo.lock").chmod(mode)
        # The interpreter itself may lie where only root can start it: the child becomes another afterwards.
        other = subprocess.run(
            [sys.executable, "-c", _HOLDS, str(shared_folder), "65534"],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
        assert other.stdout.strip() == f"held by {os.getpid()}"
    held.release()


def test_a_lock_whose_file_went_is_taken_anew(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    (tmp_path / "chi-bo.lock").unlink()
    lock.take()
    assert refusal(tmp_path).code == "L-114"
    lock.take()
    lock.release()
