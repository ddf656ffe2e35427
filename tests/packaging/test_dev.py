"""The one door: what it hands on, what it says when it cannot, and that a lock names no address."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import debian
import dev
import environment
from bench import table
from bench_figures import Figure, ratio

LOCKS = list(environment.LOCKS.values())


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the command lines that a command starts; nothing is made or started."""
    lines: list[list[str]] = []

    def keep(command: Sequence[Any], **_: object) -> subprocess.CompletedProcess[str]:
        lines.append([str(part) for part in command[1:]])
        return subprocess.CompletedProcess([], 1 if "mypy" in command else 0)

    monkeypatch.setattr(environment, "ready", lambda _needs=(): Path("python"))
    monkeypatch.setattr(subprocess, "run", keep)
    monkeypatch.delenv("SOCHIBO_LONG", raising=False)
    return lines


def test_arguments_go_to_pytest(started: list[list[str]]) -> None:
    assert dev.main(["test", "-q", "tests/keys"]) == 0
    assert started == [["-m", "pytest", "-q", "tests/keys"]]


@pytest.mark.parametrize(
    ("processors", "shared"), [(1, []), (2, ["-n", "2"]), (64, ["-n", str(dev.MOST_PROCESSES)])]
)
def test_the_whole_suite_is_shared_among_the_processors(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, processors: int, shared: list[str]
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    dev.main(["test"])

    by_file = ["--dist", "loadfile"] if shared else []
    assert started == [["-m", "pytest", *shared, *by_file]]


def test_all_slow_tests_are_shared_too(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    dev.main(["test", "-m", "slow"])
    assert started == [["-m", "pytest", "-m", "slow", *dev.PATIENCE, "-n", "2", "--dist", "loadfile"]]


def test_long_runs_the_slow_tests_too(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCHIBO_LONG", "")
    dev.main(["test", "--long", "-q"])

    assert started == [["-m", "pytest", "-m", "", "--timeout", "3600", "-q"]]


def test_check_stops_at_the_first_failure(started: list[list[str]]) -> None:
    assert dev.main(["check"]) == 1
    assert [line[1] for line in started] == ["ruff", "ruff", "mypy"]


def test_run_without_a_display_says_so_and_makes_practice_data(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "has_display", lambda: False)
    dev.main(["run"])

    folder = started[0][-1]
    assert started == [["-m", "app", "demo", folder]]
    assert capsys.readouterr().out == f"{dev.NO_DISPLAY}{folder}\n"


def test_run_with_a_display_starts_the_window(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "has_display", lambda: True)
    dev.main(["run"])

    assert started == [["-m", "ui.main"]]


def test_an_unknown_command_is_answered_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["rnu"]) == 2
    answer = capsys.readouterr().err
    assert [name for name in dev.COMMANDS if f"dev.py {name}" not in answer] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Debian's packages")
def test_missing_packages_are_named_in_one_line_to_who_is_not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(debian, "_is_debian", lambda: True)
    monkeypatch.setattr(debian, "_is_installed", lambda package: package == "libegl1")

    with pytest.raises(debian.Missing) as told:
        debian.require(["libegl1", "libgl1", "fonts-liberation2"])
    command = "apt-get install -y --no-install-recommends libgl1 fonts-liberation2"
    assert str(told.value) == f"missing system packages, as root: {command}"


def test_pip_settings_reach_uv(tmp_path: Path) -> None:
    listed = "\n".join(
        [
            "global.index-url='https://one.example/simple'",
            "global.extra-index-url='file:///a file:///b'",
            f"global.find-links='{tmp_path} /no/such/folder'",
            "install.cert='/x.crt'",
            ":env:.index-url='https://two.example/simple'",
            "freeze.timeout='1'",
        ]
    )

    assert environment._translated(listed) == {  # noqa: SLF001  reached only through a new environment
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_DEFAULT_INDEX": "https://two.example/simple",
        "UV_INDEX": "file:///a file:///b",
        "UV_FIND_LINKS": str(tmp_path),
        "SSL_CERT_FILE": "/x.crt",
    }


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_pins_everything_with_hashes_and_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pinned = re.findall(r"^[\w.-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)

    assert "://" not in text
    assert len(pinned) == len(re.findall(r"^\w", text, re.MULTILINE)) > 50


def test_both_systems_get_the_same_versions() -> None:
    linux, windows = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE)) for lock in LOCKS
    )

    assert {name: version for name, version in linux.items() if windows.get(name) != version} == {}


def test_the_table_shows_median_and_ratio() -> None:
    program, bare = Figure("program", (0.3, 0.1, 0.2), "s", "≤ 1 s"), Figure("bare", (0.1,), "s")

    lines = table([program, bare, ratio("program against bare", program, bare, "≤ 1.6")]).splitlines()
    assert lines[1].split() == ["program", "0.2", "s", "0.3", "s", "0.1", "s", "0.3", "s", "3", "≤", "1", "s"]
    assert lines[3].split()[3:5] == ["2", "×"]
