"""Locking: at rest, with the desktop, by hand; what is typed stays, and one comes back to the same letter."""

import ctypes
import gc
import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit

from app.common.progress import Progress
from app.errors import EnvironmentFailed
from app.storage import database
from tests.conftest import LogWatch
from tests.ui.a_program import PASSWORD
from tests.ui.finding_screens import careless
from tests.ui.sitting import Sitting
from tests.ui.typing_in import type_text
from ui.desktop import session
from ui.desktop.dialogs import FileKind
from ui.desktop.seat import LOCK_MINUTES
from ui.dialogs.key_change import KeyChangeDialog
from ui.dialogs.password import PasswordDialog
from ui.dialogs.unlock import UnlockWindow
from ui.dialogs.window_dialogs import WindowDialogs
from ui.main_window import MainWindow
from ui.widgets.button import Button
from ui.widgets.guarded import GuardedText
from ui.widgets.labels import Text
from ui.widgets.quick_search import QuickSearch
from ui.widgets.record_view import RecordView

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def cell_is_closed() -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return not list(database.OPEN)


def wait_for_closing(sitting: Sitting) -> None:
    sitting.wait(lambda: sitting.program.core is None)


def let_the_cover_look(sitting: Sitting) -> None:
    """Return once the cover has looked twice whether anything still needs the window."""
    timer = sitting.program.locking.findChild(QTimer, "cover")
    assert timer is not None
    for _time in range(2):
        with sitting.qtbot.waitSignal(timer.timeout):
            pass


def words_on_screen() -> list[str]:
    """Return what stands in every window that is on the screen."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    shown = [one for one in windows if not one.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)]
    return [text.text() for window in shown for text in window.findChildren(Text) if text.isVisible()]


def listed(sitting: Sitting) -> list[str]:
    """Return the names in the list of members."""
    model = sitting.find(RecordView, "memberList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


# What comes back ------------------------------------------------------------------------------------------


@pytest.mark.fault("B09")
def test_a_new_member_being_typed_is_there_again_with_the_cursor(sitting: Sitting) -> None:
    sitting.enter().open("members")
    sitting.press("addMember")
    sitting.write("full_name", "Nguyễn Văn Mẫu")
    field = sitting.write("phone", "0900 000 000")
    field.setCursorPosition(3)

    QTest.keyClick(sitting.main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    wait_for_closing(sitting)
    assert isinstance(sitting.program.window, UnlockWindow)
    sitting.enter()

    assert sitting.main.place() == "members"
    assert sitting.find(QLineEdit, "full_name").text() == "Nguyễn Văn Mẫu"
    phone = sitting.find(QLineEdit, "phone")
    assert (phone.text(), phone.cursorPosition()) == ("0900 000 000", 3)
    assert sitting.main.focusWidget() is phone


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


def test_an_answer_being_typed_is_there_again_with_the_cursor(sitting: Sitting) -> None:
    """Bảng rà soát: its words, its exceptions and the place of the cursor."""
    window = sitting.enter()
    assert sitting.program.core is not None
    sitting.program.core.members.add({"full_name": "Trần Thị Thử"})
    careless(sitting.program.core)
    window.open("findings", "R1-05")
    sitting.wait(lambda: any(one.isVisible() for one in window.findChildren(QPlainTextEdit, "findingAnswer")))
    field = sitting.find(QPlainTextEdit, "findingAnswer")
    field.setFocus()
    type_text(field, "Nửa chừng")
    sitting.find(QCheckBox, "findingPrinted").click()
    field.setFocus()
    sitting.program.locking.lock()
    wait_for_closing(sitting)
    window = sitting.enter()
    here = window.page().here()
    assert (here.subject, here.field, here.cursor) == ("R1-05", "findingAnswer", len("Nửa chừng"))
    sitting.wait(lambda: any(one.isVisible() for one in window.findChildren(QPlainTextEdit, "findingAnswer")))
    assert sitting.find(QPlainTextEdit, "findingAnswer").toPlainText() == "Nửa chừng"
    assert sitting.find(QCheckBox, "findingPrinted").isChecked()


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


@pytest.mark.slow
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
    wait_for_closing(sitting)
    assert "đúng chỗ đang làm" in sitting.notice("unlockNotice")
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


def test_a_dialog_closed_before_work_that_went_on_is_told_of_too(sitting: Sitting) -> None:
    window = sitting.enter()
    window.open("settings")
    sitting.press("openPassword")
    work = Work()
    sitting.program.runner.store(work)
    sitting.program.locking.lock()
    assert sitting.enter() is window
    assert "Cửa sổ “Đổi mật khẩu” đã đóng khi khóa" in sitting.said()
    work.end.set()


@pytest.mark.fault("B10")
def test_a_question_or_a_choice_of_file_is_closed_with_no_for_an_answer(sitting: Sitting) -> None:
    sitting.program.dialogs = WindowDialogs(lambda: sitting.program.seat, sitting.program._front)  # noqa: SLF001  as the program makes them
    sitting.enter().open("members")
    QTimer.singleShot(0, sitting.program.locking.lock)
    sitting.press("importMembers")  # returns when the choice of a file has ended
    assert isinstance(sitting.program.window, UnlockWindow)
    assert QApplication.activeModalWidget() is None
    wait_for_closing(sitting)
    sitting.enter()
    assert "đã đóng khi khóa" in sitting.said()


@pytest.mark.slow
@pytest.mark.fault("B10")
def test_a_choice_of_file_that_outlives_the_lock_is_no_answer(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def choose(*_: object) -> tuple[str, str]:
        sitting.program.locking.lock()
        return str(tmp_path / "danh-sach.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: choose(*given)[0])
    dialogs = WindowDialogs(lambda: sitting.program.seat, sitting.program._front)  # noqa: SLF001  as the program makes them
    kind = FileKind("Danh sách", ("xlsx",))
    for ask in (
        partial(dialogs.open_file, "Chọn tệp", kind),
        partial(dialogs.save_file, "Chọn tệp", kind, "a.xlsx"),
        partial(dialogs.choose_folder, "Chọn thư mục"),
    ):
        sitting.enter()
        assert ask() is None
        wait_for_closing(sitting)


def test_what_work_asks_while_locked_is_not_seen(sitting: Sitting) -> None:
    dialogs = WindowDialogs(lambda: sitting.program.seat, sitting.program._front)  # noqa: SLF001  as the program makes them
    sitting.enter()
    work, seen = Work(), list[str]()
    sitting.program.runner.store(work)
    sitting.program.locking.lock()
    QTimer.singleShot(0, lambda: seen.extend(words_on_screen()))
    dialogs.tell("Chưa ghi được", "Nguyễn Văn Bảo")
    assert seen
    assert not [words for words in seen if "Nguyễn" in words]
    work.end.set()
    wait_for_closing(sitting)
    sitting.enter()
    assert "Cửa sổ “Chưa ghi được” đã đóng khi khóa" in sitting.said()


@pytest.mark.fault("B10")
def test_lists_that_hang_over_the_window_go_with_it(sitting: Sitting) -> None:
    sitting.enter().open("settings")
    search = sitting.find(QuickSearch, "quickSearch")
    search.setFocus()
    type_text(search, "bao")
    search.show_results()
    assert search.hits() == ["Nguyễn Văn Bảo"]
    sitting.program.locking.lock()
    assert search.hits() == []
    assert QApplication.activePopupWidget() is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [sitting.program.window]


@pytest.mark.slow
def test_practice_data_are_not_locked(sitting: Sitting) -> None:
    sitting.press("practice")
    sitting.wait(lambda: isinstance(sitting.program.window, MainWindow))
    sitting.wait(sitting.main.isActiveWindow)
    lock = sitting.main.findChild(Button, "lockNow")
    assert lock is not None
    assert not lock.isVisible()
    sitting.program.locking.lock()
    assert isinstance(sitting.program.window, MainWindow)
    QTest.keyClick(sitting.main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(sitting.program.window, MainWindow)
    assert "Dữ liệu luyện tập không khóa." in sitting.said()
    sitting.main.open("settings")
    now = sitting.main.findChild(Button, "lockFromSettings")
    assert now is not None
    assert now.isHidden()


@pytest.mark.fault("B10")
def test_a_bug_while_locking_leaves_nothing_in_sight(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sitting.enter()

    def fail() -> None:
        raise KeyError

    monkeypatch.setattr(window, "leave", fail)
    with pytest.raises(KeyError):
        sitting.program.locking.lock()
    assert not window.isVisible()
    monkeypatch.undo()
    wait_for_closing(sitting)
    sitting.enter()


@pytest.mark.fault("B09")
def test_a_dialog_whose_work_goes_on_comes_back_with_what_came_of_it(sitting: Sitting) -> None:
    window = sitting.enter()
    window.open("settings")
    sitting.press("openKeyChange")
    dialog = window.findChild(KeyChangeDialog)
    assert isinstance(dialog, KeyChangeDialog)
    sitting.write("oldField", PASSWORD)
    new = "mật khẩu khác hẳn"
    sitting.write("newField", new)
    sitting.write("againField", new)
    work = Work()
    sitting.program.runner.store(work)  # the one storage thread does the change of the key after it
    sitting.press("changeKey")
    sitting.program.locking.lock()
    assert not dialog.isVisible()
    assert "xem kết quả" in sitting.notice("unlockNotice")
    work.end.set()
    sitting.wait(dialog.is_done)
    let_the_cover_look(sitting)
    assert sitting.enter(new) is window
    assert dialog.isVisible()
    assert sitting.find(GuardedText, "recoveryCode").text()
    dialog.reject()


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
    assert sitting.program.core is not None
    sitting.program.core.members.add({"full_name": "Trần Thị Mẫu"})
    sitting.press("addMember")
    sitting.write("full_name", "Lê Thị Mẫu")
    sitting.program.runner.store(work).succeeded.connect(results.append)
    sitting.program.locking.lock()
    assert "vẫn chạy tiếp" in sitting.notice("unlockNotice")
    let_the_cover_look(sitting)
    assert sitting.program.core is not None
    assert not sitting.program.core.history.can_undo
    sitting.program.core.members.add({"full_name": "Phạm Thị Mẫu"})
    assert sitting.enter() is window
    assert window.isVisible()
    assert "Phạm Thị Mẫu" in listed(sitting)
    assert sitting.find(QLineEdit, "full_name").text() == "Lê Thị Mẫu"
    minute = sitting.program.findChild(QTimer, "backups")
    assert minute is not None
    assert minute.isActive()
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


@pytest.mark.slow
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
    let_the_cover_look(sitting)
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
