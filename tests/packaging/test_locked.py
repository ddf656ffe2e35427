"""What a lock pins and which of it is needed."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import environment
import locked
from tests.conftest import SocketsTried

LOCK = """# Made by hand.
alpha==1.0 \\
    --hash=sha256:aa
    # via so-chi-bo (pyproject.toml)
beta==2.0 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
    # via
    #   alpha
    #   gamma
gamma==3.0 ; sys_platform == 'win32' \\
    --hash=sha256:dd
    # via so-chi-bo (pyproject.toml:build)
delta==4.0 \\
    --hash=sha256:ee
    # via beta
test-only==5.0 \\
    --hash=sha256:ff
    # via so-chi-bo (pyproject.toml:test)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "lock.txt"
    file.write_text(LOCK, encoding="utf-8")
    return file


def test_a_group_brings_what_its_packages_need(lock: Path) -> None:
    names = {package.name: package.version for package in locked.needed(lock, [locked.PROGRAM])}

    assert names == {"alpha": "1.0", "beta": "2.0", "delta": "4.0"}


def test_groups_add_up(lock: Path) -> None:
    names = [package.name for package in locked.needed(lock, [locked.PROGRAM, locked.BUILD])]

    assert names == ["alpha", "beta", "gamma", "delta"]


@pytest.mark.fault("J06")
def test_an_entry_keeps_its_hashes(lock: Path) -> None:
    beta = next(package for package in locked.needed(lock, [locked.BUILD]) if package.name == "beta")

    assert "--hash=sha256:bb" in beta.entry
    assert "--hash=sha256:cc" in beta.entry


def a_wheel(folder: Path, word: str = "x") -> Path:
    """Write a package of one line as a wheel."""
    wheel = folder / WHEEL
    record = "".join(
        f"{name},,\n" for name in ("mau.py", f"{INFO}/METADATA", f"{INFO}/WHEEL", f"{INFO}/RECORD")
    )
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("mau.py", f"word = {word!r}\n")
        archive.writestr(f"{INFO}/METADATA", "Metadata-Version: 2.1\nName: mau\nVersion: 1.0\n")
        archive.writestr(f"{INFO}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{INFO}/RECORD", record)
    return wheel


INFO, WHEEL = "mau-1.0.dist-info", "mau-1.0-py3-none-any.whl"


@pytest.mark.fault("J06")
@pytest.mark.parametrize("tool", [["pip"], ["uv", "pip"]], ids=["pip", "uv"])
def test_a_package_that_was_swapped_is_not_installed(
    tool: list[str], tmp_path: Path, sockets_tried: SocketsTried
) -> None:
    genuine = a_wheel(tmp_path).read_bytes()
    sum_of = hashlib.sha256(genuine).hexdigest()
    (tmp_path / "lock.txt").write_text(f"mau==1.0 --hash=sha256:{sum_of}\n", encoding="utf-8")
    command = [sys.executable, "-m", *tool, *environment.INSTALL_PINNED, str(tmp_path / "lock.txt")]
    command += ["--no-index", "--find-links", str(tmp_path), "--target", str(tmp_path / "into")]
    settings = {
        **os.environ,
        "UV_OFFLINE": "1",
        "UV_CACHE_DIR": str(tmp_path / "cache"),
        "PIP_NO_CACHE_DIR": "1",
    }

    a_wheel(tmp_path, word="swapped")
    refused = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    assert (refused.returncode != 0, (tmp_path / "into" / "mau.py").exists()) == (True, False)
    assert "hash" in refused.stderr.lower()

    (tmp_path / WHEEL).write_bytes(genuine)
    assert subprocess.run(command, env=settings, capture_output=True, check=False).returncode == 0
    assert (tmp_path / "into" / "mau.py").read_text(encoding="utf-8") == "word = 'x'\n"
    sockets_tried.take()  # pip asks whether there is IPv6 before it knows that it needs no network


@pytest.mark.fault("J06")
@pytest.mark.parametrize("system", environment.LOCKS)
def test_every_package_of_the_locks_has_its_hash(system: str) -> None:
    entries = locked.all_of(environment.LOCKS[system])

    assert len(entries) > 20
    assert [one.name for one in entries if "--hash=sha256:" not in one.entry] == []


def test_the_program_is_shipped_without_the_tools_of_its_makers() -> None:
    shipped = {package.name for package in locked.needed(environment.LOCKS["windows"], [locked.PROGRAM])}

    assert {"pyside6-essentials", "shiboken6", "sqlcipher3", "lxml"} <= shipped
    assert not shipped & {"pytest", "mypy", "pyinstaller", "uv"}
