"""The next year is opened from the window: shown first, one undo step, the old year read-only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.services.next_year_preview import NextYear, NextYearState
from tests.builders import MEMBER
from tests.ui.a_program import Room, a_room
from tests.ui.english import english
from tests.ui.opened import why_not
from tests.ui.screen_data import YEAR
from tests.ui.year_screens import dialog_of, finish, reviewed
from ui.dialogs.next_year import NextYearDialog
from ui.texts import next_year as words
from ui.widgets.button import Button


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    room.core.members.add({**MEMBER, "posts": [{"kind": "cell_secretary", "started_on": "2015-06-01"}]})
    room.core.members.add({**MEMBER, "full_name": "Trần Thị Bình", "card_number": "000000000002"})
    room.window.open("home")
    room.window.show()
    qtbot.waitExposed(room.window)
    yield room
    room.close()


def press(room: Room, name: str) -> None:
    found = [one for one in room.window.findChildren(Button, name) if one.isVisible()]
    QTest.mouseClick(found[-1], Qt.MouseButton.LeftButton)


def years(room: Room) -> QComboBox:
    box = room.window.findChild(QComboBox, "year")
    assert isinstance(box, QComboBox)
    return box


def offered(room: Room) -> list[int]:
    return [years(room).itemData(at) for at in range(years(room).count()) if years(room).itemData(at)]


def choose_new_year(room: Room) -> None:
    """Choose the last line of the box, as a person does."""
    box = years(room)
    at = box.findText(words.MENU)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def said(dialog: NextYearDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_box_of_years_leads_to_the_next_one_and_stays_on_the_year(room: Room) -> None:
    choose_new_year(room)

    assert words.NO_REVIEW.format(old=YEAR, year=YEAR + 1) in said(dialog_of(room.window))
    assert years(room).currentData() == YEAR
    press(room, "openYear")

    assert (room.window.year, offered(room)) == (YEAR + 1, [YEAR + 1, YEAR])
    assert room.core.review.cycles.get(YEAR + 1) is None


def test_an_unfinished_year_is_finished_first_and_then_opened_in_one_step(room: Room) -> None:
    reviewed(room.core)
    press(room, "openNextYear")
    assert words.FINISH.format(old=YEAR) in [
        one.text() for one in dialog_of(room.window).findChildren(Button)
    ]

    press(room, "finishYear")
    dialog = dialog_of(room.window)
    text = said(dialog)
    assert "Nguyễn Văn A: Giúp một hộ nghèo sửa nhà" in text or "Trần Thị Bình: Giúp một hộ" in text
    assert "(chỉ ra từ năm 2015)" in text
    assert f"{words.POSTS}: 1" in text
    assert room.core.review.cycles.get(YEAR + 1) is None

    press(room, "openYear")
    assert room.window.year == YEAR + 1
    carried = room.core.review.whole(YEAR + 1)
    assert len(carried.earlier_shortcomings) == 4
    assert len(carried.remediation_items) == 3
    assert room.core.history.undo_action == "year.open_after"

    QTest.keyClick(room.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.core.review.cycles.get(YEAR + 1) is None
    assert (room.window.year, offered(room)) == (YEAR, [YEAR])


def test_a_finished_year_is_only_looked_at_in_the_window(room: Room) -> None:
    reviewed(room.core)
    finish(room.core)
    room.window.page().refresh()
    assert words.YEAR_FINISHED.format(year=YEAR) in [
        label.text() for label in room.window.page().findChildren(QLabel)
    ]
    before = room.core.years.dump(YEAR)
    room.window.open("papers", "submission")  # what "Soạn tờ trình" on Trang chính does

    assert room.core.years.dump(YEAR) == before
    assert room.notices[-1].words.startswith(f"Năm {YEAR} đã kết thúc")


def test_a_year_that_is_there_is_gone_to(room: Room) -> None:
    room.core.years.open(YEAR + 1)
    choose_new_year(room)
    press(room, "goToYear")

    assert room.window.year == YEAR + 1


def test_without_rules_nothing_is_opened_unasked(qtbot: QtBot) -> None:
    dialog = NextYearDialog(NextYear(2031, NextYearState.READY, has_rules=False), can_change=True)
    qtbot.addWidget(dialog)
    act, keep = dialog.findChild(Button, "openYear"), dialog.findChild(QCheckBox, "keepRules")
    assert isinstance(act, Button)
    assert isinstance(keep, QCheckBox)
    assert not act.isEnabled()
    assert keep.text() in why_not(dialog)

    keep.setChecked(True)
    assert why_not(dialog) == ""
    with qtbot.waitSignal(dialog.open_asked) as asked:
        act.click()
    assert asked.args == [True]


@pytest.mark.parametrize("state", list(NextYearState))
def test_while_data_are_only_looked_at_nothing_is_opened(qtbot: QtBot, state: NextYearState) -> None:
    dialog = NextYearDialog(NextYear(2018, state, has_rules=True), can_change=False)
    qtbot.addWidget(dialog)
    acts = [one for one in dialog.findChildren(Button) if one.objectName() != "nextYearLater"]
    assert [one.isEnabled() for one in acts] == [state is NextYearState.THERE]


@pytest.mark.parametrize("state", list(NextYearState))
def test_no_english(qtbot: QtBot, state: NextYearState) -> None:
    dialog = NextYearDialog(NextYear(2018, state, has_rules=False, levels=3), can_change=True)
    qtbot.addWidget(dialog)
    assert english(dialog) == []
