"""What holds for every test: no display, no network, no data of the machine, nothing left behind.

Qt is looked at only after tests that used it.
"""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"

# Times are bench rows, never assertions (decisions.md 8.11); `dev.py test --long` tries more examples.
# A push repeats its examples, so that it fails for what it changed; the long run seeks new ones.
settings.register_profile("push", deadline=None, max_examples=50, derandomize=True, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile("long" if os.environ.get("SOCHIBO_LONG") else "push")

_sockets_opened: list[str] = []


def _refuse_sockets(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.__new__":
        _sockets_opened.append(str(arguments[1:]))
        raise AssertionError("a socket was created: there is no network in this program")


# An audit hook sees every way to a socket and stays for the life of the process.
sys.addaudithook(_refuse_sockets)


class LogWatch(logging.Handler):
    """Keeps every warning and error logged during a test; `take` says that they were expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.records.append(record)

    def take(self) -> list[str]:
        """Return the messages so far and forget them."""
        messages = [record.getMessage() for record in self.records]
        self.records.clear()
        return messages


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail the test that leaves a warning in the log; a test that expects one takes it from here."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    assert watch.take() == []


@pytest.fixture(autouse=True)
def no_sockets() -> Iterator[None]:
    """Fail the test that tried to open a socket, even when the code swallowed the refusal."""
    _sockets_opened.clear()
    yield
    assert _sockets_opened == []


@pytest.fixture
def sockets_tried() -> list[str]:
    """Let a test of the guard itself take what was tried."""
    return _sockets_opened


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder of the test's own, where the program looks for the cell (it is not made yet)."""
    folder = tmp_path / "du-lieu"
    monkeypatch.setenv("SOCHIBO_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_left_on_screen(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the Qt test that leaves a visible window, a running timer or a running task behind."""
    yield
    if "qapp" in request.fixturenames:
        from tests.qt_hygiene import leftovers

        assert leftovers() == []


@pytest.fixture(autouse=True)
def no_open_transaction() -> Iterator[None]:
    """Fail the test that leaves a transaction open, once storage was loaded at all."""
    yield
    storage = sys.modules.get("app.storage.database")
    if storage is not None:
        assert [database.place.folder for database in storage.OPEN if database.in_transaction()] == []
