"""The server of children, and a prepared cell with enough in it that work on it takes a while."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import opening
from app.storage import layout
from tests.builders import PASSWORD, SteadyClock, a_core
from tests.kills.killer import ROOT, Killer, command
from tests.storage.cells import a_member

MEMBERS = 1500


@pytest.fixture(scope="session")
def server() -> Iterator[subprocess.Popen[str]]:
    """Give the process that forks the children; started once."""
    with subprocess.Popen(
        command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as server:
        yield server


@pytest.fixture
def killer(server: subprocess.Popen[str], tmp_path: Path) -> Killer:
    return Killer(server, tmp_path)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a closed cell of some megabytes without a backup set."""
    folder = tmp_path_factory.mktemp("prepared") / "so"
    a_core(folder).close()
    shutil.rmtree(folder / layout.BACKUPS)
    database = opening.unlock(folder, PASSWORD, SteadyClock())
    with database.write("member.import") as work:
        work.add_all(a_member(f"Nguyễn Văn {number}", note="x" * 200) for number in range(MEMBERS))
    database.close()
    return folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a closed cell with next to nothing in it."""
    folder = tmp_path_factory.mktemp("small") / "so"
    a_core(folder).close()
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip where there is no fork."""
    if sys.platform == "win32":
        for item in items:
            if "killer" in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.skip(reason="kills forked children; Windows has no fork"))
