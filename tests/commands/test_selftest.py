"""The selftest passes whole, stops at the first fault, and leaves nothing behind."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.commands import selftest_steps
from app.commands.selftest_steps import STEPS, Trial, Unexpected, expect
from tests.commands.conftest import Run
from tests.guard import bare_environment

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_program_passes_its_own_test(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "selftest"],
        capture_output=True,
        cwd=ROOT,
        check=False,
        env=bare_environment(TMPDIR=str(tmp_path)),
    )

    said = done.stdout.decode("utf-8").splitlines()
    assert (done.returncode, done.stderr.decode("utf-8")) == (0, "")
    assert sum(1 for line in said if line.startswith("✓ ")) == len(STEPS)
    assert said[-1] == f"Tất cả {len(STEPS)} bước đều đạt."
    assert list(tmp_path.iterdir()) == []


def test_it_stops_at_the_first_step_that_fails(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def broken(_trial: Trial) -> None:
        expect("x", true=False)

    monkeypatch.setattr(
        selftest_steps, "STEPS", {"create": lambda _: None, "save": broken, "undo": lambda _: None}
    )

    said = command("selftest", "--json")

    assert said.code == 1
    assert (said.json["passed"], said.json["whole"]) == (["create"], False)
    assert said.json["failed"] == "kết quả không như mong đợi: x"
    assert list(tmp_path.iterdir()) == []


def test_a_step_that_ends_otherwise_than_it_should_is_noticed() -> None:
    with pytest.raises(Unexpected):
        expect("x", true=False)
    expect("x", true=True)


def test_the_step_about_windows_sees_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "PySide6", sys)

    with pytest.raises(Unexpected):
        selftest_steps.no_windows(Trial(tmp_path))
