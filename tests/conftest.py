"""What holds for every test: no display, no network, no data of the machine, nothing left behind.

Qt is looked at only after tests that used it.
"""

import logging
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import tests.guard.sitecustomize  # noqa: F401  the guard of the children holds here too
from tests.guard import TRIED, search_path
from tests.sizes import report

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"

# Times are bench rows, never assertions (decisions.md 8.11); `dev.py test --long` tries more examples.
# A push repeats its examples, so that it fails for what it changed; the long run seeks new ones.
settings.register_profile("push", deadline=None, max_examples=50, derandomize=True, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile("long" if os.environ.get("SOCHIBO_LONG") else "push")

# Every child is guarded like this process, and finds the program wherever it is started.
os.environ["PYTHONPATH"] = search_path()
_watched: Counter[str] = Counter()


def pytest_sessionfinish() -> None:
    """Leave the figure of the scorecard: sockets opened in all tests and the programs that they started."""
    if "SOCHIBO_FIGURES" in os.environ:
        report("J03", tests=_watched["tests"], opened=_watched["opened"])


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


class SocketsTried:
    """What the guard noted; `take` says that it was expected."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def take(self) -> list[str]:
        """Return the attempts so far and forget them."""
        noted = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
        self.file.unlink(missing_ok=True)
        return noted


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
def sockets_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SocketsTried]:
    """Fail the test that tried to open a socket, here or in a child, even when the refusal was swallowed."""
    tried = SocketsTried(tmp_path.with_name(f"{tmp_path.name}-sockets"))
    monkeypatch.setenv(TRIED, str(tried.file))
    yield tried
    left = tried.take()
    _watched.update(tests=1, opened=len(left))
    assert left == []


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
