"""What many rows were changed by is taken back and done again while the window lives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import LogWatch
from tests.ui.a_program import Room
from tests.ui.opened import NAMES, opened_at
from ui.pages import taking_back
from ui.theme.signs import State

WAIT = 10_000
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(taking_back, "AT_ONCE", 2)
    yield from opened_at("members", qtbot, tmp_path / "so", NAMES)


def trash(room: Room) -> None:
    room.core.members.trash([one.uid for one in room.core.members.list()])


def at_work(room: Room) -> int:
    return len([one for one in room.core.members.list() if not one.trashed_on])


def test_a_long_undo_and_redo_say_that_they_are_under_way_and_when_they_are_done(
    qtbot: QtBot, room: Room
) -> None:
    trash(room)
    QTest.keyClick(room.window, Qt.Key.Key_Z, CONTROL)
    assert room.notices[-1].words == "Đang hoàn tác việc đưa đảng viên vào thùng rác…"
    QTest.keyClick(room.window, Qt.Key.Key_Z, CONTROL)  # one at a time: the key again takes nothing more back
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=WAIT)
    assert room.notices[-1].words == "Đã hoàn tác việc đưa đảng viên vào thùng rác."
    assert at_work(room) == len(NAMES)

    QTest.keyClick(room.window, Qt.Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=WAIT)
    assert room.notices[-1].words == "Đã làm lại việc đưa đảng viên vào thùng rác."
    assert at_work(room) == 0


def test_what_is_little_is_taken_back_at_once(room: Room) -> None:
    member = room.core.members.list()[0]
    room.core.members.trash([member.uid])
    QTest.keyClick(room.window, Qt.Key.Key_Z, CONTROL)
    assert not room.desk.runner.busy()
    assert room.notices[-1].words == "Đã hoàn tác việc đưa đảng viên vào thùng rác."


def test_what_cannot_be_taken_back_any_more_is_told(qtbot: QtBot, room: Room, log_watch: LogWatch) -> None:
    members = room.core.members.list()
    trash(room)
    core, changed = room.core, room.core.members.get(members[0].uid)
    with core.members._database.write("member.edit", undoable=False) as work:  # noqa: SLF001  another hand
        work.change(type(changed), changed.uid, changed.rev, phone="0900000001")
    QTest.keyClick(room.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=WAIT)
    assert room.notices[-1].state is State.BLOCKED
    assert at_work(room) == 0
    assert log_watch.take() == ["task failed: L-003"]
