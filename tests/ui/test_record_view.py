"""The list on screen keeps its place, tells what is chosen and obeys the keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.test_record_table import PEOPLE, Person, table
from ui.models.record_table import RecordTable
from ui.widgets.record_view import RecordView


@pytest.fixture
def model() -> RecordTable[Person]:
    return table(PEOPLE)


@pytest.fixture
def view(qtbot: QtBot, model: RecordTable[Person]) -> RecordView:
    view = RecordView("people", "Danh sách")
    view.show_rows(model, [200, 100], stretched=1)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    return view


def test_the_cursor_stays_on_its_record_while_one_filters(
    view: RecordView, model: RecordTable[Person]
) -> None:
    assert view.go_to("3")
    model.set_query("d")
    assert view.current() == "3"
    model.set_query("bao")
    assert view.current() == "1"


def test_an_emptied_list_has_no_current_record(
    qtbot: QtBot, view: RecordView, model: RecordTable[Person]
) -> None:
    view.go_to("3")
    with qtbot.waitSignal(view.current_changed) as told:
        model.set_query("zzz")
    assert told.args == [""]


def test_enter_opens_and_delete_asks_for_the_trash(qtbot: QtBot, view: RecordView) -> None:
    view.go_to("2")
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["2"]
    with qtbot.waitSignal(view.trash_asked):
        QTest.keyClick(view, Qt.Key.Key_Delete)


def test_several_are_chosen_with_shift(view: RecordView) -> None:
    view.go_to("1")
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen() == ["1", "4"]


def test_space_chooses_one_after_the_other(view: RecordView) -> None:
    view.go_to("1")
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.chosen() == ["1", "4"]
    assert view.current() == "2"
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.chosen() == ["1"]


def test_who_goes_away_leaves_the_cursor_to_the_next(view: RecordView, model: RecordTable[Person]) -> None:
    view.go_to("4")
    model.set_records([one for one in PEOPLE if one.uid != "4"])
    assert view.current() == "2"
    model.set_records([PEOPLE[0]])
    assert view.current() == "1"


def test_several_chosen_stay_chosen_when_the_list_is_read_again(
    view: RecordView, model: RecordTable[Person]
) -> None:
    view.go_to("4")
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    model.set_records(PEOPLE)
    assert view.chosen() == ["1", "4"]


def test_letters_and_escape_are_told(qtbot: QtBot, view: RecordView) -> None:
    with qtbot.waitSignal(view.typed) as typed:
        QTest.keyClick(view, Qt.Key.Key_D)
    assert typed.args == ["d"]
    with qtbot.waitSignal(view.edit_asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_F2)
    assert asked.args == [view.current()]
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_rows_have_the_height_of_the_design(view: RecordView) -> None:
    assert {view.rowHeight(row) for row in range(4)} == {36}
