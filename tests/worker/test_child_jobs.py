"""The child process: what goes in comes out, and however it ends, the window lives on and is told."""

import datetime as dt
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.common import logfile
from app.common.paths import RESOURCES
from app.common.progress import NoProgress
from app.errors import AppError, Cancelled, EnvironmentFailed, Invalid, Refused
from app.worker.child_jobs import ChildJobs, JobBroken, child_command
from tests.conftest import LogWatch

ODD_CHILD = (sys.executable, "-m", "tests.worker.odd_child")
LONG_WAIT_S = 30


class Steps:
    """Keeps the steps; stops at the first that satisfies nobody."""

    def __init__(self, stop_at: str = "") -> None:
        self.seen: list[tuple[int, int, str]] = []
        self.stop_at = stop_at

    def step(self, done: int, total: int, label: str = "") -> None:
        """Keep a step."""
        self.seen.append((done, total, label))
        if label and label == self.stop_at:
            raise Cancelled


def test_bytes_come_back_and_steps_in_their_order() -> None:
    steps = Steps()
    payload = bytes(range(256)) * 5000
    assert ChildJobs(ODD_CHILD).run("echo", payload, steps) == payload[::-1]
    told = [step for step in steps.seen if step != (0, 1, "")]
    assert list(dict.fromkeys(told)) == [(1, 2, "half"), (2, 2, "whole")]


def test_cancelling_ends_the_child() -> None:
    steps = Steps(stop_at="pid")
    with pytest.raises(Cancelled):
        ChildJobs(ODD_CHILD).run("hang", b"", steps)
    assert not is_running(steps.seen[-1][0])


def test_cancelling_in_the_middle_of_a_long_step_ends_the_child_too() -> None:
    pid: list[int] = []
    stop = threading.Event()

    class Asked:
        def step(self, done: int, total: int, label: str = "") -> None:
            assert total in {0, 1}
            if stop.is_set():
                raise Cancelled
            if label == "pid":
                pid.append(done)
                stop.set()

    with pytest.raises(Cancelled):
        ChildJobs(ODD_CHILD).run("hang", b"", Asked())
    assert not is_running(pid[0])


def test_a_child_that_the_system_ends_is_told_and_not_started_again(
    tmp_path: Path, log_watch: LogWatch
) -> None:
    with pytest.raises(EnvironmentFailed, match="L-013"):
        ChildJobs(ODD_CHILD).run("crash", f"9 {tmp_path}".encode(), NoProgress())
    assert len(list(tmp_path.iterdir())) == 1
    assert log_watch.take() == ["child ended with -9"]


@pytest.mark.parametrize("signal_", [signal.SIGSEGV, signal.SIGABRT, signal.SIGILL])
def test_a_crash_is_told_after_a_second_try(
    tmp_path: Path, log_watch: LogWatch, signal_: signal.Signals
) -> None:
    logfile.start(tmp_path / "log")
    with pytest.raises(EnvironmentFailed, match="L-011"):
        ChildJobs(ODD_CHILD).run("crash", f"{signal_.value} {tmp_path}".encode(), NoProgress())
    logfile.stop()
    assert log_watch.take() == [f"child ended with -{signal_.value}"] * 2
    written = (tmp_path / "log" / logfile.FILE_NAME).read_text(encoding="utf-8")
    assert written.count("  tests/worker/odd_child.py:") >= 2
    assert "crash" in written
    assert str(tmp_path) not in written


def test_a_child_that_crashed_once_does_its_job_the_second_time(tmp_path: Path, log_watch: LogWatch) -> None:
    assert ChildJobs(ODD_CHILD).run("crash_once", str(tmp_path).encode(), NoProgress()) == b"done"
    assert log_watch.take() == ["child ended with -11"]


def test_a_program_that_does_not_serve_is_told(log_watch: LogWatch) -> None:
    with pytest.raises(EnvironmentFailed, match="L-011"):
        ChildJobs((sys.executable, "-c", "")).run("echo", b"x" * 10**6, NoProgress())
    assert log_watch.take() == ["child ended with 0"] * 2


def test_a_child_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed, match="L-014"):
        ChildJobs((str(tmp_path / "sochibo-lenh.exe"), "worker")).run("echo", b"", NoProgress())


def test_a_child_that_prints_without_end_does_not_stand_still() -> None:
    assert ChildJobs(ODD_CHILD).run("chatter", b"abc", NoProgress()) == b"cba"


def test_an_error_of_the_job_passes_through_with_its_facts() -> None:
    with pytest.raises(Refused, match="L-514") as caught:
        ChildJobs(ODD_CHILD).run("refuse", b"7", NoProgress())
    assert caught.value.params == {"count": 7, "since": dt.date(2017, 12, 4)}


def test_problems_of_the_job_pass_through() -> None:
    with pytest.raises(Invalid) as caught:
        ChildJobs(ODD_CHILD).run("complain", "Đỗ Văn Ất".encode(), NoProgress())
    (problem,) = caught.value.problems
    assert (problem.field, problem.code) == ("born_on", "date.future")
    assert (problem.params, problem.severity) == ({"text": "Đỗ Văn Ất"}, "warning")


def test_a_bug_says_where_and_never_what() -> None:
    with pytest.raises(JobBroken) as caught:
        ChildJobs(ODD_CHILD).run("break_down", b"Nguyen Van A", NoProgress())
    report = logfile.exception_report(caught.value)
    assert "builtins.KeyError\n" in report
    assert "  tests/worker/odd_child.py:" in report
    assert " break_down\n" in report
    assert "Nguyen" not in report
    assert not isinstance(caught.value, AppError)


@pytest.mark.fault("A19")
def test_a_job_that_takes_all_memory_is_stopped_and_told() -> None:
    with pytest.raises(EnvironmentFailed, match="L-012"):
        ChildJobs(ODD_CHILD).run("devour", b"x", NoProgress())


def test_the_child_ends_with_its_parent() -> None:
    script = (
        "import sys\n"
        "from app.worker.child_jobs import ChildJobs\n"
        "class Tell:\n"
        "    def step(self, done, total, label=''):\n"
        "        if label == 'pid': print(done, flush=True)\n"
        f"ChildJobs({ODD_CHILD!r}).run('hang', b'', Tell())\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=RESOURCES.parent) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + LONG_WAIT_S
    while is_running(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(child)


def test_the_child_starts_light() -> None:
    heavy = ("sqlmodel", "sqlalchemy", "sqlcipher3", "docx", "reportlab", "pypdf", "openpyxl", "PySide6")
    script = (
        f"import app.__main__, app.worker.child, app.worker.jobs, sys; print({heavy!r} & sys.modules.keys())"
    )
    script = script.replace(repr(heavy), f"set({heavy!r})")
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=RESOURCES.parent, text=True
    )
    assert found.stdout.strip() == "set()"


def test_a_frozen_program_starts_its_console_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("/opt/SoChiBo/SoChiBo")))
    assert child_command() == (str(Path("/opt/SoChiBo/sochibo-lenh")), "worker")


def is_running(pid: int) -> bool:
    """Return whether a process runs; one that ended but was not collected does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
