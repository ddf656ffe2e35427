"""The frame of every page: navigation, keys, search, saved-state, narrow windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MEMBER
from tests.ui.a_program import Room, a_room
from tests.ui.typing_in import type_text
from ui.widgets.navigation import Navigation, PlaceButton
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.quick_search import QuickSearch


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    room.core.members.add({**MEMBER, "full_name": "Trần Thị Dương", "posts": [{"kind": "cell_secretary"}]})
    qtbot.addWidget(room.window)
    room.window.resize(1366, 697)
    room.window.open("home")
    room.window.show()
    room.window.activateWindow()
    yield room
    room.close()


def place(room: Room, code: str) -> PlaceButton:
    found = room.window.findChild(PlaceButton, f"nav_{code}")
    assert isinstance(found, PlaceButton)
    return found


def test_the_navigation_leads_to_every_page_that_works(room: Room) -> None:
    places = [button.place.code for button in room.window.findChildren(PlaceButton)]
    assert places == [
        *(
            "home",
            "members",
            "commitments",
            "review",
            "levels",
            "remediation",
            "findings",
            "papers",
            "packages",
            "settings",
            "help",
        )
    ]
    for code in places:
        QTest.mouseClick(place(room, code), Qt.MouseButton.LeftButton)
        assert room.window.place() == code
        assert place(room, code).isChecked()


def test_f1_opens_the_help_of_the_page(room: Room) -> None:
    room.window.open("members")
    QTest.keyClick(room.window, Qt.Key.Key_F1)
    assert room.window.place() == "help"
    assert getattr(room.window.page(), "topic")() == "members"  # noqa: B009  only the help page has topics


def test_the_search_of_the_top_bar_finds_without_marks_and_opens(qtbot: QtBot, room: Room) -> None:
    search = room.window.findChild(QuickSearch)
    assert isinstance(search, QuickSearch)
    QTest.keyClick(room.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.hasFocus()
    type_text(search, "duong")
    qtbot.waitUntil(lambda: bool(search.hits()))
    assert search.hits() == ["Trần Thị Dương · Bí thư"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert room.window.place() == "members"
    assert search.hits() == []


def test_what_is_not_found_is_said(qtbot: QtBot, room: Room) -> None:
    search = room.window.findChild(QuickSearch)
    assert isinstance(search, QuickSearch)
    type_text(search, "zzz")
    qtbot.waitUntil(lambda: bool(search.hits()))
    assert search.hits() == ["Không tìm thấy “zzz” trong đảng viên và văn bản."]
    search.clear()


def test_a_commit_is_told_with_its_time(room: Room) -> None:
    room.core.members.add({**MEMBER, "full_name": "Lê Văn C", "card_number": ""})
    state = room.window.findChild(QWidget, "savedState")
    assert state is not None
    assert [label.text() for label in state.findChildren(QLabel) if label.text()] == ["Đã lưu lúc 14:32"]


def test_nothing_to_undo_is_said(room: Room) -> None:
    room.core.history.clear()
    QTest.keyClick(room.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.notices[-1].words == "Chưa có việc nào để hoàn tác."


def test_a_notice_that_was_seen_to_goes(room: Room) -> None:
    bar = room.window.findChild(NoticeBar)
    assert bar is not None
    room.desk.notifier.mind("Chọn USB hoặc thư mục ở bước 1 trước.")
    assert bar.isVisible()
    room.desk.notifier.settled.emit()
    assert not bar.isVisible()


def test_a_page_hears_of_changes_made_while_it_was_out_of_sight(room: Room) -> None:
    room.window.open("members")
    room.window.open("help")
    room.core.members.add({**MEMBER, "full_name": "Lê Văn C", "card_number": ""})
    room.window.open("members")
    facts = room.window.page().findChild(QLabel, "pageFacts")
    assert isinstance(facts, QLabel)
    assert facts.text().startswith("2 đảng viên")


@pytest.mark.parametrize(("width", "navigation"), [(1366, 220), (1280, 220), (1092, 132)])
def test_the_navigation_gives_way(room: Room, width: int, navigation: int) -> None:
    room.window.resize(width, 697)
    found = room.window.findChild(Navigation)
    assert isinstance(found, Navigation)
    assert found.width() == navigation


def test_another_year_is_shown_on_every_page(room: Room) -> None:
    room.core.years.open(2018)
    cell = room.core.cells.current()
    from ui.main_window import Holding

    room.window.show_holding(Holding(cell.name, cell.upper_committee, room.core.years.list(), False), 2017)
    years = room.window.findChild(QComboBox, "year")
    assert isinstance(years, QComboBox)
    texts = [years.itemText(at) for at in range(years.count())]
    assert texts == ["Năm 2018", "Năm 2017", "", "Mở năm mới…"]
    years.setCurrentIndex(0)
    years.activated.emit(0)
    assert room.window.year == 2018
    assert room.desk.seat.chosen_year == 2018


def test_the_window_keeps_its_place_on_the_screen(room: Room) -> None:
    room.window.close()
    assert not room.desk.seat.geometry.isEmpty()
