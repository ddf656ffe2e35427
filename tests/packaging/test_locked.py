"""What a lock pins and which of it is needed."""

from pathlib import Path

import pytest

import environment
import locked

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


def test_the_program_is_shipped_without_the_tools_of_its_makers() -> None:
    shipped = {package.name for package in locked.needed(environment.LOCKS["windows"], [locked.PROGRAM])}

    assert {"pyside6-essentials", "shiboken6", "sqlcipher3", "lxml"} <= shipped
    assert not shipped & {"pytest", "mypy", "pyinstaller", "uv"}
