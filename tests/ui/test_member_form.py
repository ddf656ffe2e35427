"""The form of a member: filled by the keyboard, lists whose lines come and go, problems in their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.types import show_date
from tests.builders import MEMBER
from tests.ui.a_program import Room, a_room
from tests.ui.typing_in import type_text
from ui.pages.members_page import FORM
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    posts = [{"kind": "deputy_secretary", "started_on": "2015-06-01"}]
    room.core.members.add({**MEMBER, "full_name": "Nguyễn Văn Bảo", "posts": posts})
    qtbot.addWidget(room.window)
    room.window.resize(look.px(1366), look.px(697))
    room.window.open("members")
    room.window.show()
    qtbot.waitExposed(room.window)
    room.window.activateWindow()
    yield room
    room.close()


def find(room: Room, kind: type[W], name: str) -> W:
    found = [one for one in room.window.findChildren(kind, name) if one.isVisible()]
    assert found, name
    return found[0]


def press(room: Room, name: str) -> None:
    button = find(room, Button, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def write(room: Room, name: str, text: str) -> None:
    field = find(room, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def choose(room: Room, name: str, words: str) -> None:
    box = find(room, QComboBox, name)
    box.setFocus()
    while box.currentText() != words:
        before = box.currentText()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() != before, words


def problem(room: Room, name: str) -> str:
    row: Any = find(room, QLineEdit, name).parentWidget()
    assert isinstance(row, FieldRow)
    return row.problem()


class Keyboard:
    """Hands that never touch the mouse; every key pressed is counted, a held Ctrl is one too."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.keys = 0
        self.letters = 0

    def type(self, text: str) -> None:
        focus = self._room.window.focusWidget()
        assert isinstance(focus, QLineEdit)
        type_text(focus, text)
        self.keys += len(text)
        self.letters += len(text)

    def press(self, key: Qt.Key, times: int = 1, *, ctrl: bool = False) -> None:
        for _ in range(times):
            focus = self._room.window.focusWidget()
            QTest.keyClick(focus, key, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
            self.keys += 2 if ctrl else 1

    def next(self, times: int = 1) -> None:
        self.press(Qt.Key.Key_Tab, times)


def test_a_member_is_entered_by_the_keyboard_with_few_keys_beside_the_letters(room: Room) -> None:
    hands = Keyboard(room)
    find(room, RecordView, "memberList").setFocus()
    hands.press(Qt.Key.Key_N, ctrl=True)
    hands.type("Phạm Thị Hồng Ánh")
    hands.next()
    hands.type("05/11/1985")
    hands.next()
    hands.press(Qt.Key.Key_Down, 2)
    for date in ("20/01/2010", "03/02/2010", "03/02/2011"):
        hands.next()
        hands.type(date)
    hands.next()
    hands.type("000000000017")
    hands.next(4)
    hands.press(Qt.Key.Key_Return)
    hands.next()
    hands.type("Trưởng thôn Mẫu")
    hands.press(Qt.Key.Key_Return, ctrl=True)

    person = next(one for one in room.core.members.people() if one.member.card_number == "000000000017")
    member = person.member
    assert (member.full_name, member.sex, member.born_on) == ("Phạm Thị Hồng Ánh", "female", "1985-11-05")
    assert (member.admission_decided_on, member.admitted_on, member.official_on) == (
        "2010-01-20",
        "2010-02-03",
        "2011-02-03",
    )
    assert [(one.kind, one.title) for one in person.posts] == [("", "Trưởng thôn Mẫu")]
    assert hands.keys <= 1.3 * hands.letters, (hands.keys, hands.letters)
    assert find(room, RecordView, "memberList").hasFocus()


LEAST = (
    ("Phạm Thị Hồng Ánh", "1985", "03/02/2010", "03/02/2011", "000000000017"),
    ("Trần Văn Bình", "12/1990", "19/05/2014", "19/05/2015", "000000000018"),
    ("Lê Thị Én", "02/09/1958", "1980", "1981", "000000000019"),
)


def test_several_are_entered_one_after_another_with_few_keys_beside_the_letters(room: Room) -> None:
    hands = Keyboard(room)
    find(room, RecordView, "memberList").setFocus()
    for name, born, admitted, official, card in LEAST:
        hands.press(Qt.Key.Key_N, ctrl=True)
        hands.type(name)
        for tabs, typed in ((1, born), (3, admitted), (1, official), (1, card)):
            hands.next(tabs)
            hands.type(typed)
    hands.press(Qt.Key.Key_Return, ctrl=True)

    stored = {one.full_name: one for one in room.core.members.list()}
    for name, born, admitted, official, card in LEAST:
        found = stored[name]
        dates = tuple(map(show_date, (found.born_on, found.admitted_on, found.official_on)))
        assert (*dates, found.card_number) == (born, admitted, official, card)
    assert hands.keys <= 1.3 * hands.letters, (hands.keys, hands.letters)


def test_one_after_another_is_entered_without_leaving_the_keyboard(room: Room) -> None:
    hands = Keyboard(room)
    find(room, RecordView, "memberList").setFocus()
    for name in ("Phạm Thị Hồng Ánh", "Trần Văn Bình"):
        hands.press(Qt.Key.Key_N, ctrl=True)
        hands.type(name)
    hands.press(Qt.Key.Key_Return, ctrl=True)
    names = {one.full_name for one in room.core.members.list()}
    assert names == {"Nguyễn Văn Bảo", "Phạm Thị Hồng Ánh", "Trần Văn Bình"}


def test_the_last_field_leads_to_the_acts_of_the_form(room: Room) -> None:
    press(room, "editMember")
    press(room, "standingsAdd")
    press(room, "rewardsAdd")
    find(room, QWidget, "note").setFocus()
    for name in ("cancelMember", "saveAndNew", "saveMember"):
        QTest.keyClick(room.window.focusWidget(), Qt.Key.Key_Tab)
        assert room.window.focusWidget().objectName() == name
    for _ in range(3):
        QTest.keyClick(room.window.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert room.window.focusWidget().objectName() == "note"


def test_tab_goes_through_the_lines_of_a_list_in_reading_order(room: Room) -> None:
    press(room, "editMember")
    press(room, "postsAdd")
    find(room, QComboBox, "posts_0_kind").setFocus()
    seen = []
    for _ in range(9):
        QTest.keyClick(room.window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(room.window.focusWidget().objectName())
    first = ["posts_0_title", "posts_0_started_on", "posts_0_ended_on", "posts_0_remove"]
    second = [name.replace("_0_", "_1_") for name in ("posts_0_kind", *first)]
    assert seen == [*first, *second]


def test_a_life_is_written_changed_and_taken_back(room: Room) -> None:
    press(room, "editMember")
    write(room, "posts_0_ended_on", "31/05/2017")
    press(room, "postsAdd")
    choose(room, "posts_1_kind", "Bí thư")
    write(room, "posts_1_started_on", "01/06/2017")
    press(room, "standingsAdd")
    choose(room, "standings_0_kind", "Sinh hoạt tạm thời đi")
    write(room, "standings_0_place", "Chi bộ thôn Bịa")
    press(room, "rewardsAdd")
    write(room, "rewards_0_what", "Giấy khen")
    press(room, "disciplinesAdd")
    press(room, "saveMember")

    (person,) = room.core.members.people()
    assert [(one.kind, one.ended_on) for one in person.posts] == [
        ("deputy_secretary", "2017-05-31"),
        ("cell_secretary", ""),
    ]
    assert [(one.kind, one.place) for one in person.standings] == [("temporary_away", "Chi bộ thôn Bịa")]
    assert [one.what for one in person.rewards] == ["Giấy khen"]
    assert person.disciplines == ()  # a line in which nothing was written is none
    assert find(room, Text, "cardSince").text() == "Bí thư · chính thức từ 03/02/1986"

    press(room, "editMember")
    press(room, "posts_0_remove")
    press(room, "saveMember")
    assert [one.kind for one in room.core.members.people()[0].posts] == ["cell_secretary"]
    room.core.history.undo()
    assert [one.kind for one in room.core.members.people()[0].posts] == [
        "deputy_secretary",
        "cell_secretary",
    ]


def test_what_is_wrong_stands_in_its_line_and_goes_when_the_other_line_is_mended(room: Room) -> None:
    press(room, "editMember")
    press(room, "postsAdd")
    choose(room, "posts_1_kind", "Bí thư")
    write(room, "posts_1_started_on", "01/06/2017")
    find(room, QLineEdit, "posts_1_ended_on").setFocus()
    assert problem(room, "posts_1_started_on").startswith("Trùng thời gian với một chức vụ khác")
    assert problem(room, "posts_0_started_on") == ""
    write(room, "posts_0_ended_on", "31/05/2017")
    find(room, QLineEdit, "posts_1_ended_on").setFocus()
    assert problem(room, "posts_1_started_on") == ""


def test_a_refused_save_goes_to_the_line_that_is_wrong(room: Room) -> None:
    press(room, "addMember")
    write(room, "full_name", "Phạm Văn E")
    press(room, "postsAdd")
    write(room, "posts_0_title", "Trưởng thôn")
    press(room, "postsAdd")
    write(room, "posts_1_started_on", "31/02/2017")
    press(room, "saveMember")

    assert problem(room, "posts_1_started_on") == "Không có ngày này trong lịch."
    assert find(room, QLineEdit, "posts_1_started_on").hasFocus()
    assert len(room.core.members.list()) == 1
    write(room, "posts_1_started_on", "28/02/2017")
    press(room, "saveMember")
    assert problem(room, "posts_1_title") == "Ghi tên chức vụ, hoặc chọn chức vụ trong chi bộ."


def test_a_draft_keeps_the_lists(room: Room) -> None:
    press(room, "editMember")
    press(room, "standingsAdd")
    choose(room, "standings_0_kind", "Miễn sinh hoạt")
    write(room, "standings_0_started_on", "10/2017")
    write(room, "posts_0_ended_on", "2017")
    QTest.keyClick(room.window.focusWidget(), Qt.Key.Key_Escape)
    (person,) = room.core.members.people()
    assert person.standings == ()
    assert room.core.drafts.find(FORM, person.uid) is not None

    press(room, "openDraft")
    assert find(room, QComboBox, "standings_0_kind").currentText() == "Miễn sinh hoạt"
    assert find(room, QLineEdit, "posts_0_ended_on").text() == "2017"
    press(room, "saveMember")
    (person,) = room.core.members.people()
    assert [(one.kind, one.started_on) for one in person.standings] == [("exempt", "2017-10")]
    assert [one.ended_on for one in person.posts] == ["2017"]
    assert room.core.drafts.find(FORM, person.uid) is None
