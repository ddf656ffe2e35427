"""Data that cannot be written are looked at: no act that changes them is offered, nothing typed is lost."""

import contextlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Core
from app.errors import EnvironmentFailed
from app.storage import opening
from tests.builders import MEMBER, PASSWORD, a_core, seams
from tests.conftest import LogWatch
from tests.ui.a_program import Room, a_room
from tests.ui.doubles import RecordedPrinting
from tests.ui.sitting import Sitting
from tests.ui.typing_in import type_text
from ui.dialogs.unlock import UnlockWindow
from ui.tasks import data_watch
from ui.texts import frame, standing
from ui.widgets.button import Button
from ui.widgets.labels import StateLine
from ui.widgets.strip import Strip

no_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows does not let an open file be moved away"
)


@pytest.fixture
def room(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> Iterator[Room]:
    """A window over a cell with two members and a paper being prepared, as the program opens it."""
    monkeypatch.setattr(data_watch, "TICK_MS", 20)
    room = a_room(tmp_path / "cho-ngoi", a_filled_core(tmp_path / "so"))
    qtbot.addWidget(room.window)
    shown(room)
    yield room
    room.close()
    log_watch.take()


@pytest.fixture
def locked_room(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """The same over a folder that may only be read.

    As root a test is not bound by file modes, so the question itself is answered; users who are bound stand
    in ``tests/storage/test_view_only.py``.
    """
    monkeypatch.setattr(data_watch, "TICK_MS", 20)
    a_filled_core(tmp_path / "so").close()
    monkeypatch.setattr(opening, "takes_writing", lambda *_paths: False)
    room = a_room(tmp_path / "cho-ngoi", bootstrap.unlock(tmp_path / "so", PASSWORD, seams()))
    qtbot.addWidget(room.window)
    shown(room)
    yield room
    room.close()


def a_filled_core(folder: Path) -> Core:
    core = a_core(folder)
    for number, name in ((1, "Nguyễn Văn A"), (2, "Trần Thị B")):
        core.members.add({**MEMBER, "full_name": name, "card_number": f"{number:012d}"})
    core.papers.add("submission", 2017, {})
    return core


def shown(room: Room) -> None:
    room.window.resize(1366, 697)
    room.window.show()
    room.window.follow(room.core.access)


def button(room: Room, name: str) -> Button:
    found = room.window.findChild(Button, name)
    assert found is not None, name
    return found


def press(room: Room, name: str) -> None:
    QTest.mouseClick(button(room, name), Qt.MouseButton.LeftButton)


def strip(room: Room) -> Strip:
    found = room.window.findChild(Strip, "standingStrip")
    assert found is not None
    return found


def state_said(room: Room) -> str:
    line = room.window.findChild(StateLine, "savedState")
    assert line is not None
    return line.words()


def offered(room: Room, place: str) -> list[str]:
    """Return the acts on a page that change data and can be pressed."""
    room.window.open(place)
    changing = [one for one in room.window.page().findChildren(Button) if one.changes]
    return [one.objectName() for one in changing if one.isEnabled()]


@pytest.mark.fault("A07")
def test_locked_data_are_printed_and_written_to_files(
    qtbot: QtBot, locked_room: Room, tmp_path: Path
) -> None:
    room = locked_room
    room.window.open("papers")
    assert not room.window.page().findChildren(QLineEdit, "signer_name")[0].isEnabled()
    press(room, "printPaper")
    printing = room.desk.printing
    assert isinstance(printing, RecordedPrinting)
    qtbot.waitUntil(lambda: bool(printing.printed), timeout=15_000)
    room.dialogs.paths = [tmp_path]
    press(room, "writePaper")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 1, timeout=15_000)
    qtbot.waitUntil(lambda: not room.desk.runner.busy())


@pytest.mark.fault("A07")
def test_nothing_that_changes_can_be_pressed_while_the_folder_is_locked(locked_room: Room) -> None:
    room = locked_room
    assert strip(room).words() == standing.WORDS["locked"]
    assert state_said(room) == "Chỉ xem"
    before = room.core.members.list(), room.core.papers.list(2017)
    assert {place: offered(room, place) for place in frame.PLACES} == {place: [] for place in frame.PLACES}
    room.window.open("members")
    room.window.page().open_at(room.core.members.list()[0].uid, "born_on")
    assert not button(room, "saveMember").isVisible()
    with pytest.raises(EnvironmentFailed) as refused:
        room.core.papers.add("submission", 2017, {})
    assert refused.value.code == "L-115"
    assert (room.core.members.list(), room.core.papers.list(2017)) == before


@pytest.mark.fault("A07")
def test_a_folder_that_takes_writing_again_is_written_to(
    qtbot: QtBot, locked_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = locked_room
    room.window.open("papers")
    press(room, "tryAgain")
    qtbot.waitUntil(lambda: bool(room.notices))
    assert room.notices[-1].words == standing.STILL_LOCKED
    qtbot.waitUntil(button(room, "tryAgain").isEnabled)
    monkeypatch.setattr(opening, "takes_writing", lambda *_paths: True)
    press(room, "tryAgain")
    qtbot.waitUntil(lambda: strip(room).isHidden())
    qtbot.waitUntil(lambda: room.notices[-1].words == standing.WRITABLE_AGAIN)
    assert button(room, "issuePaper").isEnabled()
    assert room.window.page().findChildren(QLineEdit, "signer_name")[0].isEnabled()
    assert state_said(room).startswith("Đã lưu")
    room.core.members.add({**MEMBER, "full_name": "Lê Văn C", "card_number": "000000000003"})


@no_windows
def test_undo_of_what_a_lost_disk_holds_is_refused_in_words(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.window.open("home")
    away = (tmp_path / "so").rename(tmp_path / "rút ra")
    qtbot.waitUntil(lambda: strip(room).isVisible())
    room.window.activateWindow()
    QTest.keyClick(room.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(room.notices))
    assert "L-116" in room.notices[-1].words
    away.rename(tmp_path / "so")


@no_windows
@pytest.mark.fault("A08")
def test_what_was_typed_when_the_disk_went_is_saved_when_it_is_back(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    folder = tmp_path / "so"
    room.window.open("members")
    press(room, "addMember")
    name = room.window.findChild(QLineEdit, "full_name")
    assert name is not None
    type_text(name, "Lê Văn Cường")
    away = folder.rename(tmp_path / "rút ra")
    qtbot.waitUntil(lambda: strip(room).isVisible())
    assert "Mất kết nối với ổ chứa dữ liệu" in strip(room).words()
    assert state_said(room) == "Mất ổ dữ liệu"
    assert not button(room, "saveMember").isEnabled()
    room.dialogs.answers = [False]
    assert not room.window.may_close()
    assert room.dialogs.asked[-1].keep == standing.KEEP_OPEN
    press(room, "cancelMember")
    room.window.open("papers")
    press(room, "tryAgain")
    qtbot.waitUntil(lambda: any("L-116" in notice.words for notice in room.notices))
    away.rename(folder)
    qtbot.waitUntil(button(room, "tryAgain").isEnabled)
    press(room, "tryAgain")
    qtbot.waitUntil(lambda: strip(room).isHidden())
    room.window.open("members")
    press(room, "addMember")
    assert name.text() == "Lê Văn Cường"
    assert room.window.may_close()
    press(room, "saveMember")
    assert "Lê Văn Cường" in [one.full_name for one in room.core.members.list()]


@no_windows
def test_a_paper_that_was_typed_in_keeps_its_text_while_the_disk_is_away(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    folder = tmp_path / "so"
    other = room.core.papers.add("submission", 2017, {})
    (first,) = [one for one in room.core.papers.list(2017) if one.uid != other.uid]
    room.window.open("papers", first.uid)
    field = room.window.page().findChildren(QLineEdit, "signer_name")[0]
    away = folder.rename(tmp_path / "rút ra")
    qtbot.waitUntil(lambda: strip(room).isVisible())
    away.rename(folder)
    press(room, "tryAgain")
    qtbot.waitUntil(lambda: strip(room).isHidden())
    field.setText("")
    type_text(field, "Phạm Văn Dũng")
    away = folder.rename(tmp_path / "rút ra")
    qtbot.waitUntil(lambda: strip(room).isVisible())
    room.window.open("papers", other.uid)
    assert field.text() != "Phạm Văn Dũng"
    room.window.open("papers", first.uid)
    assert field.text() == "Phạm Văn Dũng"
    away.rename(folder)
    press(room, "tryAgain")
    qtbot.waitUntil(lambda: strip(room).isHidden())
    # The field may be left before or after the disk came back: a draft keeps the name, or the paper has it.
    draft = room.core.drafts.find("paper", first.uid) or {}
    assert "Phạm Văn Dũng" in (draft.get("signer_name"), room.core.papers.get(first.uid).signer_name)


@pytest.mark.fault("A05")
def test_a_disk_that_refuses_twice_makes_the_window_view_only(qtbot: QtBot, room: Room) -> None:
    room.window.open("members")
    press(room, "addMember")
    name = room.window.findChild(QLineEdit, "full_name")
    assert name is not None
    type_text(name, "Lê Văn Cường")
    access = room.core.access._database.access  # noqa: SLF001  the disk refuses below the service
    for _ in range(2):
        with contextlib.suppress(EnvironmentFailed), access.writing():
            raise EnvironmentFailed("L-103")
    qtbot.waitUntil(lambda: strip(room).isVisible())
    assert "báo lỗi ghi hai lần" in strip(room).words()
    assert name.text() == "Lê Văn Cường"
    assert not button(room, "saveMember").isEnabled()
    press(room, "tryAgain")
    qtbot.waitUntil(lambda: strip(room).isHidden())
    press(room, "saveMember")
    assert "Lê Văn Cường" in [one.full_name for one in room.core.members.list()]


def test_a_disk_that_hangs_is_told_as_gone(qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(room.core.access), "look", lambda _self: wait_until_lost(room))
    qtbot.waitUntil(lambda: strip(room).isVisible())
    assert "Mất kết nối" in strip(room).words()


def wait_until_lost(room: Room) -> bool:
    """Answer only after the disk was given up, as one that hangs does."""
    while room.core.access.can_change:
        QTest.qSleep(5)
    return False


@pytest.mark.fault("A08")
@pytest.mark.parametrize("is_typing", [True, False])
def test_a_disk_that_went_before_unlocking_is_told_and_never_taken_for_a_first_start(
    qtbot: QtBot, tmp_path: Path, log_watch: LogWatch, is_typing: bool
) -> None:
    sitting = Sitting(qtbot, tmp_path / "so")
    sitting.enter().open("members")
    sitting.press("addMember")
    if is_typing:
        sitting.write("full_name", "Trần Thị Dở")
    (tmp_path / "so").rename(tmp_path / "gone")
    sitting.program.locking.lock()
    if not is_typing:
        sitting.wait(lambda: sitting.program.core is None)
    sitting.write("passwordField", PASSWORD)
    sitting.press("open")
    sitting.wait(lambda: ("L-116" if is_typing else "L-111") in sitting.notice("unlockNotice"))
    assert isinstance(sitting.program.window, UnlockWindow)
    shutil.rmtree(tmp_path / "so", ignore_errors=True)  # what is kept of the seat where no disk is
    (tmp_path / "gone").rename(tmp_path / "so")
    sitting.enter()
    if is_typing:
        assert sitting.find(QLineEdit, "full_name").text() == "Trần Thị Dở"
    qtbot.waitUntil(lambda: not sitting.program.runner.busy())
    log_watch.take()
    sitting.close()
    log_watch.take()
