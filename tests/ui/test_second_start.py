"""The program started while it runs: the window comes forward, or the second start says why it does not."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.common import locks
from app.common.locks import Holder, OsLock
from tests.sizes import report, size
from ui.desktop import presence as module
from ui.desktop.presence import Presence, Start, bring_forward
from ui.dialogs.second_start import explain
from ui.dialogs.window_dialogs import WindowDialogs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def running(qapp: QApplication, tmp_path: Path) -> Iterator[Presence]:
    """The program runs in the folder ``so``."""
    running = Presence(tmp_path / "so", qapp)
    assert running.begin() is Start.FIRST
    yield running
    running.end()
    running.deleteLater()


def started_again(folder: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "SOCHIBO_DATA": str(folder)}
    return subprocess.Popen([sys.executable, "-m", "ui.main"], env=environment)


@pytest.mark.fault("I01")
def test_a_second_start_calls_the_running_window(qtbot: QtBot, running: Presence, tmp_path: Path) -> None:
    tries = size(1, 20)
    answered = 0
    for _ in range(tries):
        with qtbot.waitSignal(running.called, timeout=30_000):
            second = started_again(tmp_path / "so")
        answered += second.wait(timeout=30) == 0
    report("I01", second_starts=tries, answered=answered)
    assert answered == tries


def test_a_window_in_the_background_comes_forward(qtbot: QtBot) -> None:
    first, other = QWidget(), QWidget()
    for window in (first, other):
        qtbot.addWidget(window)
        window.show()
    first.showMinimized()
    bring_forward(first)
    qtbot.waitUntil(first.isActiveWindow)
    assert not first.windowState() & Qt.WindowState.WindowMinimized


def test_a_program_that_does_not_answer_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication
) -> None:
    hanging = OsLock(tmp_path / locks.WINDOW)
    monkeypatch.setattr(module, "PATIENCE_S", 0.2)
    second = Presence(tmp_path, qapp)
    start = second.begin()
    hanging.release()
    assert start is Start.NO_ANSWER
    assert "chưa trả lời" in told(monkeypatch, qapp, start, second, tmp_path)


@pytest.mark.fault("I03")
def test_another_desk_is_told_and_not_called(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication
) -> None:
    mine = locks.this_process()
    for there in (Holder("Nguyễn Văn B", mine.session, 1), Holder(mine.account, "9", 1)):
        monkeypatch.setattr(locks, "_session", lambda: "1")
        other = OsLock(tmp_path / locks.WINDOW, there)
        second = Presence(tmp_path, qapp)
        start = second.begin()
        other.release()
        assert start is Start.OTHER_DESK
        assert there.account in told(monkeypatch, qapp, start, second, tmp_path)


def told(
    monkeypatch: pytest.MonkeyPatch, app: QApplication, start: Start, second: Presence, folder: Path
) -> str:
    """Return what the dialog of a second start says."""
    heard: list[str] = []
    monkeypatch.setattr(WindowDialogs, "tell", lambda _self, _title, words: heard.append(words))
    explain(app, start, second, folder)
    return heard.pop()


def test_a_running_program_ended_by_force_keeps_nobody_out(tmp_path: Path, qapp: QApplication) -> None:
    code = "import sys; from pathlib import Path; from app.common.locks import *; "
    code += "lock = OsLock(Path(sys.argv[1]) / WINDOW); print(1, flush=True); sys.stdin.read()"
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdout.readline()
    child.kill()
    child.communicate()
    (tmp_path / locks.CALL).write_bytes(b"a request that nobody answered")
    first = Presence(tmp_path, qapp)
    assert first.begin() is Start.FIRST
    first.end()


def test_a_folder_that_takes_no_file_keeps_nobody_out(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "so").write_bytes(b"a file in the way")
    assert Presence(tmp_path / "so", qapp).begin() is Start.FIRST
