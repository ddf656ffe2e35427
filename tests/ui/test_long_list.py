"""A list longer than a cell's is read away from the window; what is asked meanwhile is done afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.a_program import Room
from tests.ui.import_room import press
from tests.ui.opened import NAMES, found, opened_at
from ui.lists import frame
from ui.pages import people_reading
from ui.pages.members_page import MembersPage
from ui.widgets.chips import ChipButton
from ui.widgets.record_view import RecordView

WAIT = 10_000


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setattr(people_reading, "COUNTED_AT_ONCE", 1)
    monkeypatch.setattr(frame, "COUNTED_AT_ONCE", 1)
    yield from opened_at("members", qtbot, tmp_path / "so", NAMES)


def view(room: Room) -> RecordView:
    return found(room.window, RecordView, "memberList")


def counted(room: Room, count: int) -> bool:
    return any(chip.chip.count == count for chip in room.window.findChildren(ChipButton, "chip_all"))


def test_members_come_and_the_filters_are_counted(qtbot: QtBot, room: Room) -> None:
    qtbot.waitUntil(lambda: counted(room, len(NAMES)), timeout=WAIT)
    room.core.members.add({"full_name": "Phạm Thị Dụ"})
    qtbot.waitUntil(lambda: counted(room, len(NAMES) + 1), timeout=WAIT)


def test_a_member_asked_for_while_the_list_is_read_is_gone_to_when_it_is_there(
    qtbot: QtBot, room: Room
) -> None:
    added = room.core.members.add({"full_name": "Phạm Thị Dụ"})
    found(room.window, MembersPage).open_at(added.uid, "")
    qtbot.waitUntil(lambda: view(room).current() == added.uid, timeout=WAIT)


def test_a_form_opened_while_the_list_is_read_holds_the_member_as_stored(qtbot: QtBot, room: Room) -> None:
    qtbot.waitUntil(lambda: view(room).model().rowCount() == len(NAMES), timeout=WAIT)
    uid = view(room).current()
    current = room.core.members.get(uid)
    room.core.members.save(uid, current.rev, {"phone": "0900000001"})
    view(room).opened.emit(uid)
    press(room.window, "saveMember")
    assert room.core.members.get(uid).phone == "0900000001"
