"""The guards of conftest.py themselves: a guard that lets something through is no guard."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.common.paths import data_folder
from tests.conftest import LogWatch


def test_a_warning_in_the_log_is_noticed(log_watch: LogWatch) -> None:
    logging.getLogger("app.test").warning("seen")

    assert log_watch.take() == ["seen"]


def test_the_data_folder_is_the_tests_own(tmp_path: Path) -> None:
    assert data_folder() == tmp_path / "du-lieu"


@pytest.mark.parametrize(
    "body",
    [
        "import logging; logging.getLogger('app').warning('left')",
        "import socket\n    try: socket.socket()\n    except AssertionError: pass",
        "from PySide6.QtWidgets import QWidget; global w; w = QWidget(); w.show()",
        "from PySide6.QtCore import QTimer; QTimer(qapp).start(60000)",
    ],
    ids=["log", "socket", "window", "timer"],
)
def test_what_a_test_leaves_behind_fails_it(tmp_path: Path, body: str) -> None:
    fixture = "qapp" if "PySide6" in body else ""
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    (tmp_path / "test_left.py").write_text(f"def test_left({fixture}):\n    {body}\n", encoding="utf-8")

    environment = {name: value for name, value in os.environ.items() if name != "SOCHIBO_FIGURES"}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-c",
        os.devnull,
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1, done.stdout
    assert "1 passed, 1 error" in done.stdout
