"""The last numbers given on paper are entered in Cài đặt and stored when the field is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.a_program import Room, a_room
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    qtbot.addWidget(room.window)
    room.window.open("settings")
    room.window.show()
    yield room
    room.close()


def field(room: Room) -> QLineEdit:
    found = room.window.findChild(QLineEdit, "lastNumber_TTr")
    assert isinstance(found, QLineEdit)
    return found


def said(room: Room) -> str:
    found = room.window.findChild(Text, "nextNumber_TTr")
    assert isinstance(found, Text)
    return found.text()


def test_a_number_is_stored_on_leaving_and_undone(room: Room) -> None:
    assert said(room) == "Văn bản tiếp theo: Số 01-TTr/CB."
    field(room).setFocus()
    QTest.keyClicks(field(room), "12")
    QTest.keyClick(field(room), Qt.Key.Key_Return)

    assert said(room) == "Văn bản tiếp theo: Số 13-TTr/CB."
    assert room.notices[-1].link == "Hoàn tác"
    field(room).clearFocus()
    act = room.notices[-1].act
    assert act is not None
    act()
    assert (said(room), field(room).text()) == ("Văn bản tiếp theo: Số 01-TTr/CB.", "")


def test_what_is_typed_is_kept_when_the_page_is_left(room: Room) -> None:
    field(room).setText("4")
    room.window.open("home")

    (one,) = [one for one in room.core.numbers.types() if one.type_code == "TTr"]
    assert one.before == 4


def test_what_is_no_number_is_said_under_the_field(room: Room) -> None:
    field(room).setText("mười")
    QTest.keyClick(field(room), Qt.Key.Key_Return)

    row = field(room).parentWidget()
    assert isinstance(row, FieldRow)
    assert row.problem() == "Chỗ này cần một số hợp lệ."
    assert said(room) == "Văn bản tiếp theo: Số 01-TTr/CB."
