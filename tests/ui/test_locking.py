"""Locking: at rest, with the desktop, by hand; what is typed stays, and one comes back to the same letter."""

import ctypes
import gc
import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.common.progress import Progress
from app.errors import EnvironmentFailed
from app.keys.patience import wait_after
from app.storage import database
from tests.conftest import LogWatch
from tests.ui.a_program import PASSWORD
from tests.ui.sitting import Sitting
from tests.ui.typing_in import type_text
from ui.desktop import session
from ui.desktop.patience import Patience
from ui.desktop.seat import LOCK_MINUTES
from ui.dialogs.password import PasswordDialog
from ui.dialogs.unlock import UnlockWindow
from ui.main_window import MainWindow
from ui.widgets.button import Button

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(qtbot, tmp_path / "so")
    yield sitting
    sitting.close()


def cell_is_closed() -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return not list(database.OPEN)


def wait_for_closing(sitting: Sitting) -> None:
    sitting.wait(lambda: sitting.program.core is None)


# What comes back ------------------------------------------------------------------------------------------


@pytest.mark.fault("B09")
def test_a_new_member_being_typed_is_there_again_with_the_cursor(sitting: Sitting) -> None:
    sitting.enter().open("members")
    sitting.press("addMember")
    sitting.write("full_name", "Nguyễn Văn Mẫu")
    field = sitting.write("post", "Chi ủy viên")
    field.setCursorPosition(3)

    QTest.keyClick(sitting.main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    wait_for_closing(sitting)
    assert isinstance(sitting.program.window, UnlockWindow)
    sitting.enter()

    assert sitting.main.place() == "members"
    assert sitting.find(QLineEdit, "full_name").text() == "Nguyễn Văn Mẫu"
    post = sitting.find(QLineEdit, "post")
    assert (post.text(), post.cursorPosition()) == ("Chi ủy viên", 3)
    assert sitting.main.focusWidget() is post


def test_the_member_in_sight_is_in_sight_again(sitting: Sitting) -> None:
    window = sitting.enter()
    assert sitting.program.core is not None
    second = sitting.program.core.members.add({"full_name": "Trần Thị Mẫu"})
    window.open("members", second.uid)
    sitting.program.locking.lock()
    wait_for_closing(sitting)
    sitting.enter()
    assert sitting.main.page().here().subject == second.uid


def test_a_paper_being_typed_is_there_again(sitting: Sitting) -> None:
    window = sitting.enter()
    assert sitting.program.core is not None
    paper = sitting.program.core.papers.add("submission", 2017, {})
    window.open("papers", paper.uid, "subject_line")
    field = window.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    type_text(field, "Về việc mẫu")
    sitting.program.locking.lock()
    wait_for_closing(sitting)
    window = sitting.enter()
    assert window.page().here().subject == paper.uid
    assert window.page().here().field == "subject_line"
    assert window.page().here().cursor == len("Về việc mẫu")
    stored = sitting.program.core.papers.get(paper.uid)
    assert stored.subject_line == "Về việc mẫu"


def test_the_year_chosen_is_kept(sitting: Sitting) -> None:
    window = sitting.enter()
    assert sitting.program.core is not None
    sitting.program.core.years.open(2018)
    years = sitting.find(QComboBox, "year")
    sitting.wait(lambda: years.findData(2018) >= 0)
    years.setCurrentIndex(years.findData(2018))
    years.activated.emit(years.currentIndex())
    assert window.year == 2018
    sitting.program.locking.lock()
    wait_for_closing(sitting)
    assert sitting.enter().year == 2018


# What is behind the cover -----------------------------------------------------------------------------------


@pytest.mark.fault("B10")
def test_nothing_is_seen_or_kept_behind_the_cover(sitting: Sitting) -> None:
    window = sitting.enter()
    window.open("members")
    assert sitting.program.core is not None
    sitting.program.core.members.add({"full_name": "Trần Thị Mẫu"})
    assert sitting.program.core.history.can_undo
    sitting.program.locking.lock()
    assert not window.isVisible()
    assert sitting.program.window is not window
    assert "Nguyễn Văn Bảo" not in sitting.said()
    assert "đúng chỗ đang làm" in sitting.notice("unlockNotice")
    wait_for_closing(sitting)
    del window
    sitting.wait(cell_is_closed)
    sitting.enter()
    assert sitting.program.core is not None
    assert not sitting.program.core.history.can_undo


def test_an_open_dialog_is_closed_and_told_of(sitting: Sitting) -> None:
    sitting.enter().open("settings")
    sitting.press("openPassword")
    dialog = sitting.main.findChild(PasswordDialog)
    assert isinstance(dialog, PasswordDialog)
    sitting.program.locking.lock()
    assert not dialog.isVisible()
    wait_for_closing(sitting)
    sitting.enter()
    assert "Cửa sổ “Đổi mật khẩu” đã đóng khi khóa" in sitting.said()


def test_practice_data_are_not_locked(sitting: Sitting) -> None:
    sitting.press("practice")
    sitting.wait(lambda: isinstance(sitting.program.window, MainWindow))
    lock = sitting.main.findChild(Button, "lockNow")
    assert lock is not None
    assert not lock.isVisible()
    sitting.program.locking.lock()
    assert isinstance(sitting.program.window, MainWindow)


# Work under way ---------------------------------------------------------------------------------------------


class Work:
    """Something that takes until it is let go."""

    def __init__(self) -> None:
        self.end = threading.Event()

    def __call__(self, _progress: Progress) -> str:
        self.end.wait(30)
        return "xong"


def test_work_under_way_goes_on_and_the_window_comes_back_as_it_was(sitting: Sitting) -> None:
    window = sitting.enter()
    window.open("members")
    work, results = Work(), list[object]()
    sitting.program.runner.store(work).succeeded.connect(results.append)
    sitting.program.locking.lock()
    assert "vẫn chạy tiếp" in sitting.notice("unlockNotice")
    sitting.qtbot.wait(300)
    assert sitting.program.core is not None
    assert sitting.enter() is window
    assert window.isVisible()
    work.end.set()
    sitting.wait(lambda: results == ["xong"])


def test_when_the_work_is_done_the_data_are_closed_and_its_end_is_told_later(sitting: Sitting) -> None:
    window = sitting.enter()
    work = Work()
    task = sitting.program.runner.store(work)
    desk = sitting.program._notifier  # noqa: SLF001  what pages of this window speak through
    assert desk is not None
    task.succeeded.connect(lambda _result: desk.done("Đã ghi xong gói hồ sơ."))
    sitting.program.locking.lock()
    work.end.set()
    wait_for_closing(sitting)
    assert sitting.enter() is not window
    assert "Đã ghi xong gói hồ sơ." in sitting.said()


def test_the_recovery_code_waits_for_the_work(sitting: Sitting) -> None:
    sitting.enter()
    work = Work()
    sitting.program.runner.store(work)
    sitting.program.locking.lock()
    sitting.press("forgotten")
    sitting.write("recoveryCode", sitting.code)
    sitting.write("newPasswordField", "mật khẩu mới")
    sitting.write("repeatPasswordField", "mật khẩu mới")
    sitting.press("reset")
    assert "Việc đang chạy chưa xong" in sitting.notice("unlockNotice")
    work.end.set()
    wait_for_closing(sitting)
    sitting.press("reset")
    sitting.wait(lambda: isinstance(sitting.program.window, MainWindow))


@pytest.mark.fault("B09")
def test_a_draft_that_cannot_be_written_stays_behind_the_cover(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    window = sitting.enter()
    window.open("members")
    sitting.press("addMember")
    type_text(sitting.find(QLineEdit, "full_name"), "Nguyễn Văn Mẫu")
    full = [True]
    keep = database.Database.aside

    def refuse(self: database.Database) -> object:
        if full[0]:
            raise EnvironmentFailed("L-102")
        return keep(self)

    monkeypatch.setattr(database.Database, "aside", refuse)
    sitting.program.locking.lock()
    assert "thử lại" in sitting.notice("unlockNotice")
    sitting.qtbot.wait(300)
    assert sitting.program.core is not None
    full[0] = False
    wait_for_closing(sitting)
    sitting.enter()
    assert sitting.find(QLineEdit, "full_name").text() == "Nguyễn Văn Mẫu"
    assert set(log_watch.take()) == {"draft not kept: L-102"}


# When it locks ----------------------------------------------------------------------------------------------


def press_a_key() -> None:
    """Press a key where the keyboard is, as the system hands it to the window."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    QCoreApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, NO_MODIFIER))


def look(sitting: Sitting) -> None:
    sitting.program.locking.idle.look()  # what its timer does every five seconds


@pytest.mark.fault("B09")
def test_after_the_minutes_chosen_without_a_sign_of_life_it_locks(sitting: Sitting) -> None:
    window = sitting.enter()
    window.open("members")
    sitting.rest(minutes=9, seconds=59)
    look(sitting)
    assert isinstance(sitting.program.window, MainWindow)
    press_a_key()
    sitting.rest(minutes=9, seconds=59)
    look(sitting)
    assert isinstance(sitting.program.window, MainWindow)
    sitting.rest(seconds=1)
    look(sitting)
    assert isinstance(sitting.program.window, UnlockWindow)


def test_another_number_of_minutes_holds_at_once(sitting: Sitting) -> None:
    sitting.enter()
    sitting.program.seat.lock_minutes = LOCK_MINUTES[0]
    sitting.rest(minutes=LOCK_MINUTES[0])
    look(sitting)
    assert isinstance(sitting.program.window, UnlockWindow)


def test_a_clock_set_back_begins_the_wait_anew(sitting: Sitting) -> None:
    sitting.enter()
    sitting.rest(days=-700)
    look(sitting)
    sitting.rest(minutes=9)
    look(sitting)
    assert isinstance(sitting.program.window, MainWindow)
    sitting.rest(minutes=1)
    look(sitting)
    assert isinstance(sitting.program.window, UnlockWindow)


@pytest.mark.fault("B10")
@pytest.mark.parametrize(
    ("message", "w_param", "leaves"),
    [
        (session.WM_WTSSESSION_CHANGE, session.WTS_SESSION_LOCK, True),
        (session.WM_WTSSESSION_CHANGE, session.WTS_CONSOLE_DISCONNECT, True),
        (session.WM_WTSSESSION_CHANGE, session.WTS_REMOTE_DISCONNECT, True),
        (session.WM_WTSSESSION_CHANGE, session.WTS_SESSION_LOGOFF, True),
        (session.WM_WTSSESSION_CHANGE, 0x8, False),  # WTS_SESSION_UNLOCK
        (session.WM_POWERBROADCAST, session.PBT_APMSUSPEND, True),
        (session.WM_POWERBROADCAST, 0x12, False),  # PBT_APMRESUMEAUTOMATIC
        (0x0100, session.WTS_SESSION_LOCK, False),  # WM_KEYDOWN
    ],
)
def test_what_windows_says_locks_within_the_message(
    sitting: Sitting, message: int, w_param: int, leaves: bool
) -> None:
    sitting.enter()
    told = session.Message(None, message, w_param, 0, 0, 0, 0)
    watch = sitting.program.locking.session
    answer = watch.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(told))
    assert answer == (False, 0)
    assert isinstance(sitting.program.window, UnlockWindow) is leaves


def test_messages_of_other_systems_are_not_read(sitting: Sitting) -> None:
    sitting.enter()
    watch = sitting.program.locking.session
    assert watch.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)


@pytest.mark.fault("I08")
def test_logging_off_keeps_what_is_typed(sitting: Sitting) -> None:
    sitting.enter().open("members")
    sitting.press("addMember")
    type_text(sitting.find(QLineEdit, "full_name"), "Nguyễn Văn Mẫu")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # Offscreen no session ends; what Qt says when one does is said here.
    app.commitDataRequest.emit(None)
    assert sitting.program.core is not None
    draft = sitting.program.core.drafts.find("member", "")
    assert draft is not None
    assert draft["full_name"] == "Nguyễn Văn Mẫu"


# Wrong passwords --------------------------------------------------------------------------------------------


def hashes(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name.startswith("chi-bo")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def counts(patience: Patience, wrong: int) -> bool:
    return patience.wrong == wrong


@pytest.mark.fault("B02")
def test_ten_wrong_passwords_only_make_one_wait(sitting: Sitting, log_watch: LogWatch) -> None:
    before = hashes(sitting.folder)
    waits: list[int] = []
    for _time in range(10):
        sitting.door.hold(0)
        sitting.write("passwordField", "sai mật khẩu")
        sitting.press("open")
        sitting.wait(partial(counts, sitting.program.patience, len(waits) + 1))
        waits.append(sitting.program.patience.left())
        assert not sitting.find(Button, "open").isEnabled()
        assert f"chờ {waits[-1]} giây" in sitting.notice("unlockPatience")
        assert "Mật khẩu chưa đúng" in sitting.said()
        assert "hỏng" not in sitting.said()
        assert sitting.door.focusWidget() is sitting.find(QLineEdit, "passwordField")
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30, 30, 30]
    assert hashes(sitting.folder) == before
    assert log_watch.take() == ["task failed: L-206"] * 10
    sitting.door.hold(0)
    sitting.enter()
    assert sitting.program.patience.wrong == 0


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
