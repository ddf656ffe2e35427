"""The command line in this process: what it printed, what it said beside, how it ended."""

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.commands.running import run
from app.commands.terminal import Terminal
from app.practice.plan import PracticeClock, PracticePlan
from tests.builders import PASSWORD, seams


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def command() -> Run:
    def called(*arguments: object) -> Said:
        out, err = io.StringIO(), io.StringIO()
        code = run([str(argument) for argument in arguments], Terminal(out, err))
        return Said(code, out.getvalue(), err.getvalue())

    return called


@pytest.fixture
def password(tmp_path: Path) -> Path:
    file = tmp_path / "mat-khau.txt"
    file.write_text(PASSWORD + "\n", encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of a small practice cell, to be copied and never changed."""
    folder = tmp_path_factory.mktemp("practice") / "so"
    plan, clock = PracticePlan(2017, 5), PracticeClock(2017)
    bootstrap.create_practice_cell(folder, PASSWORD, seams(clock), plan).close()
    return folder


@pytest.fixture
def practice_cell(tmp_path: Path, made_once: Path) -> Path:
    """Return the data folder of a closed practice cell whose password is in the file `password`."""
    return Path(shutil.copytree(made_once, tmp_path / "so"))
