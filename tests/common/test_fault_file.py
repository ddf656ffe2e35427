"""What a program that died in native code leaves: read at the next start, without folders and texts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.common import fault_file
from app.common.bug_code import bug_code
from app.common.paths import RESOURCES

DIES = """
import os, signal, sys
from pathlib import Path
from app.common.fault_file import FaultFile

folder = Path(sys.argv[1])
print(FaultFile().begin(folder), flush=True)

def kill_myself():
    os.kill(os.getpid(), int(sys.argv[2]))

kill_myself()
"""


def die(folder: Path, number: int) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(folder), str(number)],
        capture_output=True,
        check=False,
        text=True,
        env=dict(os.environ),
    )
    return done.returncode, done.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends no process by a signal")
def test_the_next_start_finds_what_a_fault_left(tmp_path: Path) -> None:
    assert die(tmp_path, signal.SIGSEGV) == (-signal.SIGSEGV, "False")
    assert (tmp_path / fault_file.FILE_NAME).stat().st_size > 0
    assert die(tmp_path, signal.SIGABRT) == (-signal.SIGABRT, "True")
    assert die(tmp_path, signal.SIGKILL) == (-signal.SIGKILL, "True")
    assert die(tmp_path, signal.SIGKILL) == (-signal.SIGKILL, "False")

    newest, older = fault_file.kept(tmp_path)
    assert newest.splitlines()[0] == "Aborted"
    assert older.splitlines()[0] == "Segmentation fault"
    assert "kill_myself" in older


def test_no_more_are_kept_than_are_looked_at(tmp_path: Path) -> None:
    for number in range(fault_file.KEPT_FILES + 2):
        (tmp_path / fault_file.FILE_NAME).write_text(f"Fatal Python error: Number {number}\n")
        assert fault_file.keep_left(tmp_path / fault_file.FILE_NAME)
    assert fault_file.kept(tmp_path) == ["Number 4", "Number 3", "Number 2"]
    assert len(list(tmp_path.iterdir())) == 1 + fault_file.KEPT_FILES


def test_a_trace_keeps_kind_and_places_only() -> None:
    trace = (
        "Windows fatal exception: access violation\n"
        "\n"
        "Current thread 0x00001a2b (most recent call first):\n"
        '  File "C:\\Users\\Nguyễn Canary\\ui\\main.py", line 12 in paint\n'
        f'  File "{RESOURCES.parent}/app/errors.py", line 3 in <module>\n'
        '  File "/home/canary/x.py", line 4 in <lambda>\n'
        "object repr     : <Member Nguyễn Văn Canary 012345678901>\n"
        "Fatal Python error: for <_io.Writer name='canary'>\n"
        "Extension modules: canary\n"
    )
    assert list(fault_file.places(trace)) == [
        "access violation",
        "thread:",
        "  main.py:12 paint",
        "  app/errors.py:3 <module>",
        "  x.py:4 <lambda>",
        "for",
    ]


def test_a_folder_that_takes_no_file_costs_the_trace_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    faults = fault_file.FaultFile()
    assert not faults.begin(tmp_path / "file")
    faults.end()
    assert fault_file.kept(tmp_path / "file") == []


def test_a_damaged_trace_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / fault_file.FILE_NAME).write_bytes(b"\xff\x00garbage\n" * 100_000)
    assert fault_file.keep_left(tmp_path / fault_file.FILE_NAME)
    assert fault_file.kept(tmp_path) == [""]


def test_the_code_of_a_bug_does_not_hang_on_a_line_number() -> None:
    code = bug_code("builtins.KeyError\n  ui/main.py:12 main")
    assert code == bug_code("builtins.KeyError\n  ui/main.py:345 main")
    assert code != bug_code("builtins.KeyError\n  ui/main.py:12 other")
    assert code.startswith("K-")
    assert len(code) == 6
