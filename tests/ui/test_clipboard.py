"""A copied number or code leaves the clipboard: after half a minute, on locking, at the end."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.sitting import Sitting
from ui.desktop import clipboard
from ui.desktop.clipboard import KEPT_MS
from ui.dialogs.unlock import UnlockWindow

NUMBER = "000000001234"


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001  there must be an application
    yield
    clipboard.clear()
    QGuiApplication.clipboard().clear()


def copied() -> str:
    return QGuiApplication.clipboard().text()


def half_a_minute_later() -> None:
    app = QApplication.instance()
    assert app is not None
    timer = app.findChild(QTimer, "clipboard")
    assert timer is not None
    assert timer.isActive()
    assert timer.interval() == KEPT_MS == 30_000
    timer.timeout.emit()


@pytest.mark.fault("B11")
def test_after_half_a_minute_the_clipboard_is_empty() -> None:
    clipboard.copy(NUMBER)
    assert copied() == NUMBER
    half_a_minute_later()
    assert copied() == ""


@pytest.mark.fault("B11")
def test_what_was_copied_meanwhile_stays() -> None:
    clipboard.copy(NUMBER)
    QGuiApplication.clipboard().setText("một câu trong biên bản")
    half_a_minute_later()
    assert copied() == "một câu trong biên bản"
    clipboard.clear()
    assert copied() == "một câu trong biên bản"


@pytest.mark.fault("B11")
def test_a_second_copy_begins_the_wait_anew() -> None:
    clipboard.copy(NUMBER)
    clipboard.copy("000000005678")
    half_a_minute_later()
    assert copied() == ""


@pytest.mark.fault("B11")
def test_windows_is_asked_to_keep_it_out_of_history_and_cloud() -> None:
    clipboard.copy(NUMBER)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    for name in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"):
        assert data.data(name).data() == b"\0\0\0\0"


@pytest.mark.fault("B11")
def test_locking_takes_it_out(sitting: Sitting) -> None:
    sitting.enter()
    clipboard.copy(NUMBER)
    sitting.program.locking.lock()
    assert isinstance(sitting.program.window, UnlockWindow)
    assert copied() == ""


@pytest.mark.fault("B11")
def test_the_end_of_the_program_takes_it_out(sitting: Sitting) -> None:
    sitting.enter()
    clipboard.copy(NUMBER)
    sitting.program.close()
    assert copied() == ""
