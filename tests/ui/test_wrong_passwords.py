"""Wrong passwords: they cost a wait that grows, and nothing else; a restart is no way around it."""

import hashlib
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.keys import recovery
from app.keys.patience import wait_after
from tests.conftest import LogWatch
from tests.ui.a_program import PASSWORD
from tests.ui.sitting import Sitting
from ui.desktop.patience import Patience
from ui.dialogs.unlock import UnlockWindow
from ui.widgets.button import Button


def hashes(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name.startswith("chi-bo")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def counts(patience: Patience, wrong: int) -> bool:
    return patience.wrong == wrong


def guess_wrong(sitting: Sitting) -> None:
    """Give a wrong password at once; the seconds of the wait are not lived through."""
    sitting.door.hold(0)
    sitting.write("passwordField", "sai mật khẩu")
    sitting.press("open")


def stop_the_seconds(sitting: Sitting) -> None:
    for waiting in sitting.door.findChildren(QTimer, "waiting"):
        waiting.setInterval(3_600_000)


@pytest.mark.fault("B02")
def test_ten_wrong_passwords_only_make_one_wait(sitting: Sitting, log_watch: LogWatch) -> None:
    before = hashes(sitting.folder)
    waits: list[int] = []
    stop_the_seconds(sitting)
    for _time in range(10):
        guess_wrong(sitting)
        sitting.wait(partial(counts, sitting.program.patience, len(waits) + 1))
        waits.append(sitting.program.patience.left())
        assert not sitting.find(Button, "open").isEnabled()
        assert f"chờ {waits[-1]} giây" in sitting.notice("waitToOpen")
        assert "Mật khẩu chưa đúng" in sitting.said()
        assert "hỏng" not in sitting.said()
        assert sitting.door.focusWidget() is sitting.find(QLineEdit, "passwordField")
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30, 30, 30]
    assert hashes(sitting.folder) == before
    assert log_watch.take() == ["task failed: L-206"] * 10
    sitting.door.hold(0)
    sitting.enter()
    assert sitting.program.patience.wrong == 0


@pytest.mark.fault("B02")
def test_a_wrong_recovery_code_waits_too(sitting: Sitting, log_watch: LogWatch) -> None:
    stop_the_seconds(sitting)
    sitting.press("forgotten")
    sitting.write("recoveryCode", recovery.new_code())
    sitting.write("newPasswordField", "mật khẩu mới")
    sitting.write("repeatPasswordField", "mật khẩu mới")
    sitting.press("reset")
    sitting.wait(partial(counts, sitting.program.patience, 1))
    assert not sitting.find(Button, "reset").isEnabled()
    assert "chờ 1 giây" in sitting.notice("waitToReset")
    assert log_watch.take() == ["task failed: L-209"]


@pytest.mark.fault("B02")
def test_passwords_tried_on_a_backup_set_count_too(qtbot: QtBot, tmp_path: Path, log_watch: LogWatch) -> None:
    sitting = at_damaged_data(qtbot, tmp_path / "so")
    sitting.press("restore")
    sitting.write("restorePasswordField", "sai mật khẩu")
    sitting.press("restoreSet")
    sitting.wait(partial(counts, sitting.program.patience, 1))
    assert "chờ 1 giây" in sitting.notice("waitToRestore")
    assert not sitting.find(Button, "restoreSet").isEnabled()
    sitting.press("cancelRestore")
    sitting.press("restore")
    assert not sitting.find(Button, "restoreSet").isEnabled()
    sitting.rest(seconds=1)
    sitting.press("cancelRestore")
    sitting.press("restore")
    assert sitting.find(Button, "restoreSet").isEnabled()
    sitting.dialogs.answers = [True]
    sitting.write("restorePasswordField", PASSWORD)
    sitting.press("restoreSet")
    sitting.wait(lambda: bool(sitting.dialogs.told))
    assert sitting.program.patience.wrong == 0
    assert all(line.startswith("task failed: L-2") for line in log_watch.take())
    sitting.close()


def at_damaged_data(qtbot: QtBot, folder: Path) -> Sitting:
    """Return a sitting at the unlock window that offers the one backup set."""
    first = Sitting(qtbot, folder)
    first.enter()
    assert first.program.core is not None
    first.program.core.backups.make("daily")
    first.close()
    (folder / bootstrap.DATABASE_NAME).write_bytes(b"x" * 5000)
    sitting = Sitting(qtbot, folder)
    sitting.write("passwordField", PASSWORD)
    sitting.press("open")
    sitting.wait(lambda: "restore" in buttons(sitting))
    return sitting


def buttons(sitting: Sitting) -> set[str]:
    return {one.objectName() for one in sitting.door.findChildren(Button) if one.isVisible()}


def test_the_wait_survives_a_restart_and_ends_by_the_clock(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "so"
    first = Sitting(qtbot, folder)
    for _time in range(5):
        Patience(folder, first.clock).count_wrong()
    first.close()
    second = Sitting(qtbot, folder)
    assert not second.find(Button, "open").isEnabled()
    second.write("passwordField", PASSWORD)
    QTest.keyClick(second.find(QLineEdit, "passwordField"), Qt.Key.Key_Return)
    assert not second.program.runner.busy() or isinstance(second.program.window, UnlockWindow)
    patience = second.program.patience
    assert patience.left() == 16
    second.rest(seconds=10)
    assert patience.left() == 6
    second.rest(days=-400)
    assert patience.left() == 16
    second.rest(days=800)
    assert patience.left() == 0
    second.close()


def test_the_waiting_ends_by_itself(sitting: Sitting) -> None:
    sitting.door.hold(1)
    assert not sitting.find(Button, "open").isEnabled()
    sitting.wait(lambda: sitting.find(Button, "open").isEnabled())
    sitting.enter()


def test_the_wait_grows_to_half_a_minute_and_stays() -> None:
    assert [wait_after(wrong) for wrong in range(-1, 9)] == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert wait_after(10**6) == 30
