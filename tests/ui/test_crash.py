"""A bug anywhere: one dialog that names nobody, what was typed is kept, the program goes on."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QTimer, QtMsgType, qWarning
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.common import fault_file, logfile
from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage.database import OPEN
from tests.builders import MEMBER
from tests.conftest import LogWatch
from tests.sizes import report
from tests.ui.a_program import Room, a_core, a_room
from tests.ui.brittle import Bug, Switch, brittle
from tests.ui.sitting import Sitting as AtWork
from tests.ui.typing_in import type_text
from ui.desktop import qt_messages
from ui.desktop.qt_messages import QtMessages
from ui.dialogs.crash import SOON_S, CrashDialog, CrashDoor
from ui.main import Program
from ui.pages.members_page import FORM
from ui.texts import crash as words
from ui.widgets.button import Button
from ui.widgets.labels import Text


class Sitting:
    """A door with the time in the test's hand, and what it asked for."""

    def __init__(self) -> None:
        self.kept = 0
        self.keep: Callable[[], None] = lambda: None
        self.restarts = 0
        self.now = 1000.0
        self.door = CrashDoor(self._keep, self._restart, lambda: self.now)

    def _keep(self) -> None:
        self.kept += 1
        self.keep()

    def _restart(self) -> None:
        self.restarts += 1

    def fall(self) -> None:
        try:
            raise Bug  # noqa: TRY301  a bug on purpose
        except Bug as error:
            self.door.receive(Bug, error, error.__traceback__)


@pytest.fixture
def sitting(qapp: QApplication, log_watch: LogWatch) -> Iterator[Sitting]:  # noqa: ARG001  a dialog needs one
    sitting = Sitting()
    yield sitting
    for dialog in dialogs():
        dialog.reject()
    assert set(log_watch.take()) <= {"bug"}


@pytest.fixture
def hooks(sitting: Sitting) -> Iterator[Sitting]:
    """The door behind every thread, as in the program; pytest's own hooks come back afterwards."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sitting.door.install()
    yield sitting
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    qtbot.addWidget(room.window)
    yield room
    room.close()


def dialogs() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]


def shown(qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    return dialogs()[0]


def press(dialog: CrashDialog, name: str) -> None:
    button = dialog.findChild(Button, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def offers_restart(dialog: CrashDialog) -> bool:
    button = dialog.findChild(Button, "restart")
    assert button is not None
    return button.isVisible()


# The dialog -----------------------------------------------------------------------------------------------


def test_the_report_can_be_copied_and_names_nobody(qtbot: QtBot, sitting: Sitting) -> None:
    sitting.fall()
    dialog = shown(qtbot)
    press(dialog, "copyReport")
    copied = QGuiApplication.clipboard().text()
    assert copied == dialog.report()
    assert "Canary" not in copied
    assert "0123" not in copied
    assert re.match(words.CODE.format(code=r"K-[0-9A-F]{4}\n"), copied)
    assert "tests.ui.brittle.Bug\n  tests/ui/test_crash.py:" in copied
    assert sitting.kept == 1


def test_bugs_do_not_stack_dialogs_and_the_second_offers_to_start_anew(
    qtbot: QtBot, sitting: Sitting
) -> None:
    sitting.fall()
    dialog = shown(qtbot)
    assert not offers_restart(dialog)
    for _ in range(3):
        sitting.fall()
    qtbot.waitUntil(lambda: offers_restart(dialog))
    assert dialogs() == [dialog]
    press(dialog, "restart")
    assert (sitting.restarts, sitting.kept) == (1, 2)


@pytest.mark.parametrize(("seconds", "offered"), [(SOON_S - 1, True), (SOON_S + 1, False)])
def test_a_second_bug_within_a_minute_offers_to_start_anew(
    qtbot: QtBot, sitting: Sitting, seconds: int, offered: bool
) -> None:
    sitting.fall()
    press(shown(qtbot), "goOn")
    sitting.now += seconds
    sitting.fall()
    dialog = shown(qtbot)
    assert offers_restart(dialog) is offered
    said = dialog.findChild(Text, "crashWords")
    assert said is not None
    assert said.text() == (words.AGAIN if offered else words.WORDS)
    press(dialog, "goOn")
    assert sitting.restarts == 0


def test_a_dialog_that_goes_with_its_window_makes_room_for_the_next(
    qtbot: QtBot, sitting: Sitting, room: Room
) -> None:
    room.window.show()
    room.window.activateWindow()
    qtbot.waitUntil(room.window.isActiveWindow)
    sitting.fall()
    assert shown(qtbot).parent() is room.window
    shown(qtbot).deleteLater()  # as the window does that a new font size replaces
    qtbot.waitUntil(lambda: not dialogs())
    sitting.fall()
    assert offers_restart(shown(qtbot))


# The hooks ------------------------------------------------------------------------------------------------


def _in_a_thread() -> None:
    thread = threading.Thread(target=_raise)
    thread.start()
    thread.join()


def _raise() -> None:
    raise Bug


def _in_a_finaliser() -> None:
    class Falls:
        def __del__(self) -> None:
            raise Bug

    Falls()
    gc.collect()


def _in_a_slot() -> None:
    QTimer.singleShot(0, _raise)


@pytest.mark.parametrize("fall", [_in_a_thread, _in_a_finaliser, _in_a_slot])
@pytest.mark.usefixtures("hooks")
def test_a_bug_that_nobody_catches_reaches_the_dialog(qtbot: QtBot, fall: object) -> None:
    assert callable(fall)
    fall()
    assert "tests.ui.brittle.Bug" in shown(qtbot).report()


@pytest.mark.usefixtures("hooks")
def test_a_thread_that_ends_itself_is_no_bug(qtbot: QtBot, log_watch: LogWatch) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    qtbot.wait(1)  # what would be shown is queued
    assert dialogs() == []
    assert log_watch.take() == []


def test_what_qt_complains_of_is_logged_without_its_words(tmp_path: Path, log_watch: LogWatch) -> None:
    messages = QtMessages()
    logfile.start(tmp_path)
    messages.begin()
    try:
        for _ in range(qt_messages.MOST_OF_A_KIND + 3):
            QPainter().end()
            QPixmap("/nop/Nguyễn Văn Canary.png")
        qWarning("không mở được C:/Canary/012345678901.db")
        context = QMessageLogContext()
        messages.receive(QtMsgType.QtCriticalMsg, context, "QFile::open: /home/canary/a.db")
        messages.receive(QtMsgType.QtDebugMsg, context, "canary")
    finally:
        messages.end()
        logfile.stop()
    told = log_watch.take()
    assert told[0] == "qt default QPainter::end"
    assert told.count(told[0]) == qt_messages.MOST_OF_A_KIND
    assert told[-2:] == ["qt default -", "qt - QFile::open"]
    written = (tmp_path / logfile.FILE_NAME).read_text(encoding="utf-8")
    assert "qt - QFile::open" in written
    assert "anary" not in written


def test_the_program_starts_where_neither_log_nor_trace_can_be_written(
    qapp: QApplication, tmp_path: Path
) -> None:
    for name in (logfile.FILE_NAME, fault_file.FILE_NAME):
        (tmp_path / "so" / name).mkdir(parents=True)
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    program = Program(qapp, tmp_path / "so")
    program.start()
    program.guard()
    assert program.window is not None
    assert program.window.isVisible()
    assert logfile.take_broken()
    program.close()
    program.deleteLater()
    faulthandler.enable(2)
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


# The program goes on --------------------------------------------------------------------------------------


def test_a_bug_inside_a_transaction_takes_it_back_and_the_next_act_works(
    qtbot: QtBot, hooks: Sitting, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks.keep = room.window.keep_drafts
    room.window.open("members", "new", "full_name")
    room.window.show()
    write(room, "full_name", "Nguyễn Văn Bảo")
    (database,) = [one for one in OPEN if one.place.folder == room.core.folder]
    head = database.head
    with monkeypatch.context() as patch:
        # The row is in the file already when the code after it falls over.
        patch.setattr("app.storage.journal.take", lambda _writer: _raise())
        press_in(room, "saveMember")
        press(shown(qtbot), "goOn")
    assert not database.in_transaction()
    assert (list(room.core.members.list()), database.head) == ([], head)
    assert room.core.drafts.find(FORM, "") is not None
    press_in(room, "saveMember")
    assert [one.full_name for one in room.core.members.list()] == ["Nguyễn Văn Bảo"]


def write(room: Room, name: str, text: str) -> None:
    field = room.window.findChild(QLineEdit, name)
    assert field is not None
    field.clear()
    type_text(field, text)


def press_in(room: Room, name: str) -> None:
    button = room.window.findChild(Button, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.slow
@pytest.mark.fault("I04")
def test_a_bug_under_every_button_leaves_the_program_at_work(
    qtbot: QtBot, hooks: Sitting, tmp_path: Path, log_watch: LogWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """I04: whatever is asked of the core falls over, on every page, at every button and key."""
    switch = Switch()
    core = a_core(tmp_path / "so")
    member = core.members.add(MEMBER)
    core.papers.add("submission", 2017, {"subject_line": "về việc thử"})
    room = a_room(tmp_path / "so", brittle(core, switch))
    monkeypatch.setattr(room.dialogs, "ask", lambda _question: True)
    for choice in ("open_file", "save_file", "choose_folder"):
        monkeypatch.setattr(room.dialogs, choice, lambda *_given: tmp_path)
    qtbot.addWidget(room.window)
    room.window.show()
    hooks.keep = room.window.keep_drafts
    pressed = 0
    for place in room.window._makers:  # noqa: SLF001  every page there is
        room.window.open(place)
        names = [one.objectName() for one in visible_buttons(room)]
        for name in names:
            pressed += fall_at(room, place, name, member, switch)
        qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=20_000)
    bugs = log_watch.take()
    report("I04", pressed=pressed, bugs=bugs.count("bug"), crashes=int(not room.window.isVisible()))
    assert switch.raised > 10
    assert bugs.count("bug") >= switch.raised / 2
    assert len(dialogs()) == 1
    shown(qtbot).accept()
    for place in room.window._makers:  # noqa: SLF001  every page there is
        room.window.open(place)
        assert room.window.isVisible()
    assert core.drafts.find(FORM, member.uid) is not None
    room.close()


def visible_buttons(room: Room) -> list[Button]:
    buttons = room.window.page().findChildren(Button)
    return [one for one in buttons if one.isVisible() and one.isEnabled() and one.objectName()]


def fall_at(room: Room, place: str, name: str, member: Member, switch: Switch) -> int:
    """Press one button of a page while everything behind it falls over, a form with a text open."""
    room.window.open(place)
    if place == "members":
        room.window.open(place, member.uid, "full_name")
        write(room, "full_name", "Nguyễn Văn Nháp")
    button = room.window.page().findChild(Button, name)
    if button is None or not button.isVisible():
        return 0
    switch.on = True
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(room.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    switch.on = False
    for dialog in room.window.findChildren(QDialog):
        dialog.close()
    return 1


def test_a_bug_while_ending_does_not_keep_the_program_from_starting_anew(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    begun: list[int] = []
    monkeypatch.setattr("ui.dialogs.guard.start_again", lambda: begun.append(1))
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    at_work = AtWork(qtbot, tmp_path / "so")
    at_work.program.guard()
    at_work.enter()
    monkeypatch.setattr(at_work.main.page(), "leave", _raise)
    guard = at_work.program._guard  # noqa: SLF001  what the dialog would ask
    assert guard is not None
    monkeypatch.setattr(guard, "_quit", lambda: None)
    guard.restart()
    with contextlib.suppress(Bug):
        at_work.program.close()
    assert begun == [1]
    assert not [one for one in OPEN if one.place.folder == tmp_path / "so"]
    at_work.program.deleteLater()
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    faulthandler.enable(2)
    log_watch.take()


STARTS_ANEW = """
import sys
from PySide6.QtCore import QTimer
import ui.main

def soon(self, show=ui.main.Program.start):
    show(self)
    QTimer.singleShot(300, self, lambda: self._guard.restart())

ui.main.Program.start = soon
sys.exit(ui.main.main(["SoChiBo"]))
"""


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for the new process in /proc")
def test_starting_anew_ends_this_program_and_begins_another(tmp_path: Path) -> None:
    mark = str(tmp_path / "so")
    done = subprocess.run(
        [sys.executable, "-c", STARTS_ANEW],
        check=False,
        env={**os.environ, "SOCHIBO_DATA": mark},
    )
    assert done.returncode == 0
    found = processes_with(mark)
    assert len(found) == 1
    os.kill(found[0], signal.SIGKILL)


def processes_with(mark: str) -> list[int]:
    found = []
    for environ in Path("/proc").glob("[0-9]*/environ"):
        try:
            text = environ.read_bytes()
        except OSError:
            continue
        if f"SOCHIBO_DATA={mark}\0".encode() in text:
            found.append(int(environ.parent.name))
    return found


@pytest.mark.parametrize("wrong", [5, None, "x", [1, "x", None], {"uid": 5}, [[]]])
@pytest.mark.usefixtures("hooks")
def test_a_draft_of_another_shape_opens_all_the_same(room: Room, wrong: object) -> None:
    member = room.core.members.add(MEMBER)
    shapes = dict.fromkeys([*room.core.members.get(member.uid).model_dump(), "posts", "standings"], wrong)
    room.core.drafts.keep(FORM, member.uid, {**shapes, "unknown": wrong})
    room.window.show()
    room.window.open("members", member.uid, "full_name")
    assert dialogs() == []
    field = room.window.findChild(QLineEdit, "full_name")
    assert field is not None
    assert field.isVisible()


@pytest.mark.fault("I06")
def test_a_damaged_draft_is_told_and_the_form_opens_as_stored(
    qtbot: QtBot, room: Room, log_watch: LogWatch
) -> None:
    member = room.core.members.add(MEMBER)
    room.core.drafts.keep(FORM, member.uid, {"full_name": "Nguyễn Văn Nháp"})
    (database,) = [one for one in OPEN if one.place.folder == room.core.folder]
    with database.idle() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE draft SET json = substr(json, 1, 9)")
    room.window.show()
    room.window.open("members", member.uid, "full_name")
    qtbot.waitUntil(lambda: bool(room.notices))
    assert [notice.words for notice in room.notices if "L-109" in notice.words]
    assert len(room.notices) == 1
    field = room.window.findChild(QLineEdit, "full_name")
    assert field is not None
    assert field.text() == MEMBER["full_name"]
    assert log_watch.take() == ["draft put aside: L-109"]


def test_a_refusal_that_no_page_caught_is_a_sentence_and_no_bug(qtbot: QtBot, sitting: Sitting) -> None:
    heard: list[str] = []
    sitting.door.told.connect(lambda error: heard.append(error.code))
    error = EnvironmentFailed("L-116")
    sitting.door.receive(type(error), error, None)
    qtbot.waitUntil(lambda: heard == ["L-116"])
    assert sitting.kept == 0
