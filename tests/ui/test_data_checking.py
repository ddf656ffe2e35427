"""Kiểm tra dữ liệu in Cài đặt: sentences, and a mended copy among the backups, never the data themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import bootstrap
from tests.builders import MEMBER, PASSWORD, a_core, seams
from tests.storage.test_data_checks import planted, sql
from tests.ui.a_program import Room, a_room
from ui.dialogs.data_findings import FindingsDialog
from ui.texts import data_check as words
from ui.widgets.button import Button
from ui.widgets.labels import StateLine


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A sitting over data whose sorting keys were spoilt behind the program's back."""
    core = a_core(tmp_path / "so")
    core.members.add({key: value for key, value in MEMBER.items() if key != "post"})
    key = core.access._database.place.key  # noqa: SLF001  to plant what no act would
    core.close()
    planted(tmp_path / "so", key, sql("UPDATE member SET name_key = 'zz'"))
    room = a_room(tmp_path / "cho-ngoi", bootstrap.unlock(tmp_path / "so", PASSWORD, seams()))
    qtbot.addWidget(room.window)
    room.window.show()
    room.window.open("settings")
    yield room
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    room.close()


def looked(qtbot: QtBot, room: Room) -> FindingsDialog:
    button = room.window.findChild(Button, "checkData")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: room.window.findChild(FindingsDialog) is not None, timeout=15_000)
    dialog = room.window.findChild(FindingsDialog)
    assert isinstance(dialog, FindingsDialog)
    return dialog


def press(dialog: FindingsDialog, name: str) -> None:
    button = dialog.findChild(Button, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.fault("A22")
def test_what_was_found_is_told_and_mended_on_a_copy(qtbot: QtBot, room: Room) -> None:
    dialog = looked(qtbot, room)
    assert any("xếp không đúng với tên" in line.words() for line in dialog.findChildren(StateLine))
    before = len(room.core.backups.list())
    press(dialog, "mendCopy")
    qtbot.waitUntil(lambda: any(notice.words == words.MENDED for notice in room.notices), timeout=15_000)
    made = room.core.backups.list()
    assert (len(made), made[0].reason) == (before + 1, "mended")
    assert [one.kind for one in room.core.data_check.look()] == ["stale"]
    room.core.backups.restore(made[0])
    assert room.core.data_check.look() == ()
    again = looked(qtbot, room)
    assert [line.words() for line in again.findChildren(StateLine)] == [words.WHOLE]
    press(again, "closeFindings")
