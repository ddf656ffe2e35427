"""The list of members is chosen, looked at, remembered, and leaves exactly as it is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.members import FeeCategory
from tests.builders import MEMBER
from tests.ui.a_program import PASSWORD, Room, a_core, a_room
from tests.ui.doubles import RecordedPrinting
from tests.ui.screens import opened
from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.list_pages import ListPagesDialog
from ui.dialogs.naming import NamingDialog
from ui.dialogs.together import TogetherDialog
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView

W = TypeVar("W", bound=QWidget)
PEOPLE = (
    ("Nguyễn Văn Bảo", "1960-11-05", "Bí thư đoàn", "1986-02-03"),
    ("Trần Thị Dương", "1962", "", ""),
    ("Lê Văn Đạt", "1955-01-20", "Tổ trưởng tổ 2", "1986-05-19"),
    ("Phạm Thị Dung", "", "Tổ trưởng tổ 10", "1990-09-02"),
)


def filled(folder: Path) -> None:
    core = a_core(folder)
    for at, (name, born, post, official) in enumerate(PEOPLE, start=1):
        facts: dict[str, Any] = {"full_name": name, "born_on": born, "official_on": official}
        facts["posts"] = [{"title": post}] if post else []
        core.members.add({**MEMBER, **facts, "card_number": f"{at:012d}"})
    core.close()


def shown(qtbot: QtBot, folder: Path) -> Room:
    room = a_room(folder, opened(folder, PASSWORD))
    qtbot.addWidget(room.window)
    room.window.resize(look.px(1366), look.px(697))
    room.window.open("members")
    room.window.show()
    qtbot.waitExposed(room.window)
    room.window.activateWindow()
    return room


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    filled(tmp_path / "so")
    return tmp_path / "so"


@pytest.fixture
def room(qtbot: QtBot, folder: Path) -> Iterator[Room]:
    room = shown(qtbot, folder)
    yield room
    room.close()


def find(room: Room, kind: type[W], name: str = "") -> W:
    found = cast("W | None", room.window.findChild(kind, name) if name else room.window.findChild(kind))
    assert found is not None, name or kind
    return found


def in_sight(room: Room, kind: type[W]) -> W:
    (found,) = (one for one in room.window.findChildren(kind) if one.isVisible())
    return found


def view(room: Room) -> RecordView:
    return find(room, RecordView, "memberList")


def press(room: Room, name: str) -> None:
    QTest.mouseClick(find(room, Button, name), Qt.MouseButton.LeftButton)


def key(room: Room, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view(room).setFocus()
    QTest.keyClick(view(room), which, modifier)


def names(room: Room) -> list[str]:
    return [row[0] for row in on_screen(room)]


def titles(room: Room) -> list[str]:
    head, model = view(room).horizontalHeader(), view(room).model()
    return [
        str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole))
        for column in columns(room)
        if not head.isSectionHidden(column)
    ]


def columns(room: Room) -> list[int]:
    head = view(room).horizontalHeader()
    return [at for at in map(head.logicalIndex, range(head.count())) if not head.isSectionHidden(at)]


def on_screen(room: Room) -> list[list[str]]:
    model = view(room).model()
    return [
        [str(model.index(row, column).data()) for column in columns(room)] for row in range(model.rowCount())
    ]


def choose_from(room: Room, button: str, words: str) -> None:
    press(room, button)
    menu = in_sight(room, QMenu)
    (action,) = [one for one in menu.actions() if words in one.text()]
    action.trigger()
    menu.close()


def keep_filter(room: Room, name: str) -> NamingDialog:
    choose_from(room, "memberFilters", "Lưu cách xem này")
    dialog = in_sight(room, NamingDialog)
    field = dialog.findChild(QLineEdit, "givenName")
    assert isinstance(field, QLineEdit)
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return dialog


# Choosing ---------------------------------------------------------------------------------------------------


def test_several_are_chosen_by_the_keyboard_and_thrown_away_in_one_step(room: Room) -> None:
    key(room, Qt.Key.Key_Space)
    key(room, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    key(room, Qt.Key.Key_Space)
    assert find(room, Text, "memberChosen").text() == "Đã chọn 2 đồng chí"
    press(room, "memberTrashChosen")
    assert names(room) == ["Phạm Thị Dung", "Lê Văn Đạt"]
    assert room.notices[-1].words == "Đã đưa 2 đồng chí vào thùng rác."
    room.core.history.undo()
    assert len(names(room)) == 4


def test_all_are_chosen_and_escape_lets_them_go(room: Room) -> None:
    key(room, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert find(room, Text, "memberChosen").text() == "Đã chọn 4 đồng chí"
    key(room, Qt.Key.Key_Escape)
    assert not find(room, Text, "memberChosen").isVisible()
    assert len(view(room).chosen()) == 1


def test_several_come_back_from_the_trash_in_one_step(room: Room) -> None:
    key(room, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    key(room, Qt.Key.Key_Delete)
    said = [one.text() for one in room.window.findChildren(Text, "emptyWords") if one.isVisible()]
    assert said == ["Không có đồng chí nào phù hợp với bộ lọc."]
    in_sight(room, ChipRow).choose("trash")
    key(room, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(room, "memberRestoreChosen")
    assert len(room.core.members.list()) == 4
    room.core.history.undo()
    assert room.core.members.list() == ()


def test_letters_go_into_the_filter_and_arrows_back_to_the_list(room: Room) -> None:
    key(room, Qt.Key.Key_D)
    field = find(room, QLineEdit, "memberFilter")
    assert field.hasFocus()
    QTest.keyClicks(field, "at")
    assert names(room) == ["Lê Văn Đạt"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert view(room).hasFocus()
    key(room, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert len(names(room)) == 4


def test_f2_opens_the_form(room: Room) -> None:
    key(room, Qt.Key.Key_F2)
    assert find(room, QLineEdit, "full_name").text() == "Nguyễn Văn Bảo"


def test_every_column_sorts_in_vietnamese_order(room: Room) -> None:
    posts = columns(room)[1]
    head = view(room).horizontalHeader()
    at = QPoint(head.sectionViewportPosition(posts) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row[1] for row in on_screen(room)] == ["Bí thư đoàn", "Tổ trưởng tổ 2", "Tổ trưởng tổ 10", ""]


def test_one_field_is_set_for_several_in_one_step(room: Room) -> None:
    key(room, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(room, "setTogether")
    dialog = in_sight(room, TogetherDialog)
    assert dialog.findChild(Text, "dialogTitle").text() == "Ghi chung cho 2 đồng chí"  # type: ignore[union-attr]  # a label
    which, value = (
        dialog.findChild(ChoiceField, name) for name in ("togetherField", "together_fee_category")
    )
    assert isinstance(which, ChoiceField)
    assert isinstance(value, ChoiceField)
    which.setCurrentIndex(1)
    value.set_value(FeeCategory.PENSIONER)
    save = dialog.findChild(Button, "togetherSave")
    assert isinstance(save, Button)
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert [one.fee_category for one in room.core.members.list()] == ["pensioner", "pensioner", "", ""]
    assert room.notices[-1].words == "Đã ghi nhóm đóng đảng phí cho 2 đồng chí."
    assert len(view(room).chosen()) == 2
    room.core.history.undo()
    assert {one.fee_category for one in room.core.members.list()} == {""}


# Filters of one's own ---------------------------------------------------------------------------------------


def test_a_way_of_looking_is_kept_under_a_name(room: Room) -> None:
    in_sight(room, ChipRow).choose("official")
    find(room, QLineEdit, "memberFilter").setText("van")
    keep_filter(room, "Các bác trai")
    (kept,) = room.core.lists.filters.list("member")
    assert (kept.name, kept.chip, kept.query) == ("Các bác trai", "official", "van")
    assert in_sight(room, ChipRow).current() == f"own:{kept.uid}"

    in_sight(room, ChipRow).choose("all")
    assert len(names(room)) == 4
    assert find(room, QLineEdit, "memberFilter").text() == ""
    in_sight(room, ChipRow).choose(f"own:{kept.uid}")
    assert names(room) == ["Nguyễn Văn Bảo", "Lê Văn Đạt"]


def test_a_name_that_is_taken_is_told_under_the_field(room: Room) -> None:
    keep_filter(room, "Của tôi")
    dialog = keep_filter(room, "của tôi")
    said = [text.text() for text in dialog.findChildren(Text)]
    assert "Đã có bộ lọc tên của tôi. Đồng chí đặt tên khác." in said
    assert dialog.isVisible()
    dialog.reject()


def test_a_kept_filter_is_renamed_and_deleted_and_comes_back(room: Room) -> None:
    keep_filter(room, "Cũ")
    choose_from(room, "memberFilters", "Đổi tên")
    dialog = in_sight(room, NamingDialog)
    field = dialog.findChild(QLineEdit, "givenName")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Cũ"
    field.setText("Mới")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [one.name for one in room.core.lists.filters.list("member")] == ["Mới"]
    choose_from(room, "memberFilters", "Xóa bộ lọc")
    assert in_sight(room, ChipRow).current() == "all"
    press(room, "noticeLink")
    assert [one.name for one in room.core.lists.filters.list("member")] == ["Mới"]


# What is to find out --------------------------------------------------------------------------------------


def gap_lines(room: Room) -> list[tuple[str, str]]:
    model = find(room, RecordView, "gapList").model()
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def test_every_missing_fact_is_a_line_that_opens_its_field(room: Room) -> None:
    assert find(room, Button, "showGaps").text() == "Thiếu gì (2)"
    press(room, "showGaps")
    in_sight(room, ChipRow).choose("urgent")
    assert gap_lines(room) == [("Phạm Thị Dung", "Ngày sinh"), ("Trần Thị Dương", "Ngày chính thức")]
    gaps = find(room, RecordView, "gapList")
    gaps.setFocus()
    QTest.keyClick(gaps, Qt.Key.Key_Down)
    assert find(room, Text, "cardName").text() == "Trần Thị Dương"
    QTest.keyClick(gaps, Qt.Key.Key_Return)
    field = find(room, QLineEdit, "official_on")
    assert field.hasFocus()
    QTest.keyClicks(field, "3/2/1986")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert gap_lines(room) == [("Phạm Thị Dung", "Ngày sinh")]
    assert gaps.hasFocus()
    QTest.keyClick(gaps, Qt.Key.Key_Escape)
    assert view(room).isVisible()
    assert find(room, Button, "showGaps").text() == "Thiếu gì (1)"


def test_missing_facts_stand_by_person_or_by_fact(room: Room) -> None:
    press(room, "showGaps")
    people = [name for name, _ in gap_lines(room)]
    assert list(dict.fromkeys(people)) == [
        "Nguyễn Văn Bảo",
        "Phạm Thị Dung",
        "Trần Thị Dương",
        "Lê Văn Đạt",
    ]
    assert people == sorted(people, key=people.index)
    press(room, "gapsByFact")
    facts = [fact for _, fact in gap_lines(room)]
    assert facts == sorted(facts, key=facts.index)
    assert find(room, Button, "gapsByFact").text() == "Xếp theo người"


def test_a_click_on_a_missing_fact_opens_its_field(room: Room) -> None:
    press(room, "showGaps")
    gaps = find(room, RecordView, "gapList")
    row = gap_lines(room).index(("Nguyễn Văn Bảo", "Nhóm đóng đảng phí"))
    place = gaps.visualRect(gaps.model().index(row, 1)).center()
    QTest.mouseClick(gaps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert find(room, ChoiceField, "fee_category").hasFocus()


# Columns ----------------------------------------------------------------------------------------------------


def choose_columns(room: Room, *ticked: str) -> None:
    press(room, "memberColumns")
    dialog = in_sight(room, ColumnsDialog)
    listed = dialog.findChild(QListWidget, "columnList")
    assert isinstance(listed, QListWidget)
    for row in range(listed.count()):
        item = listed.item(row)
        state = Qt.CheckState.Checked if item.text() in ticked else Qt.CheckState.Unchecked
        item.setCheckState(state)
    apply = dialog.findChild(Button, "columnsApply")
    assert isinstance(apply, Button)
    QTest.mouseClick(apply, Qt.MouseButton.LeftButton)


def test_columns_are_chosen_and_put_back(room: Room) -> None:
    first = titles(room)
    choose_columns(room, "Họ và tên", "Giới tính", "Số thẻ đảng viên")
    assert titles(room) == ["Họ và tên", "Giới tính", "Số thẻ đảng viên"]
    press(room, "memberColumns")
    dialog = in_sight(room, ColumnsDialog)
    for name in ("columnsReset", "columnsApply"):
        button = dialog.findChild(Button, name)
        assert isinstance(button, Button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert titles(room) == first


@pytest.mark.parametrize(("wide", "grown"), [(1366, 0), (1920, 300 - 172)])
def test_names_take_the_room_that_a_wide_window_has_to_spare(room: Room, wide: int, grown: int) -> None:
    room.window.resize(look.px(wide), look.px(697))
    QTest.qWait(1)

    assert view(room).columnWidth(0) == look.px(172 + grown)


def test_columns_order_filter_and_place_are_there_again_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    room = shown(qtbot, folder)
    choose_columns(room, "Họ và tên", "Ngày sinh", "Giới tính")
    view(room).horizontalHeader().moveSection(2, 1)
    view(room).horizontalHeader().resizeSection(0, look.px(230))
    in_sight(room, ChipRow).choose("official")
    view(room).model().sort_by(2)  # type: ignore[attr-defined]  # the list's own model
    view(room).go_to(room.core.members.list()[1].uid)
    before, place = (titles(room), names(room)), view(room).current()
    room.close()

    room = shown(qtbot, folder)
    assert (titles(room), names(room)) == before
    assert view(room).current() == place
    assert view(room).columnWidth(0) == look.px(230)
    assert in_sight(room, ChipRow).current() == "official"
    room.close()


def test_numbers_are_covered_until_shown_and_again_after_leaving(room: Room) -> None:
    choose_columns(room, "Họ và tên", "Số thẻ đảng viên")
    assert on_screen(room)[0][1] == "•••• •••• 0001"
    press(room, "memberUncover")
    assert on_screen(room)[0][1] == "000000000001"
    room.window.open("home")
    room.window.open("members")
    assert on_screen(room)[0][1] == "•••• •••• 0001"


# Leaving ----------------------------------------------------------------------------------------------------


def written(qtbot: QtBot, room: Room, path: Path, button: str = "excelMembers") -> list[list[str]]:
    """Return what an independent reader finds in the file: every cell of every row that has one."""
    room.dialogs.paths = [path]
    press(room, button)
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [[_said(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def _said(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.datetime) else "" if value is None else str(value)


def table_of(rows: list[list[str]]) -> list[list[str]]:
    start = next(at for at, row in enumerate(rows) if row[0] == "Họ và tên")
    return rows[start:]


def test_the_excel_file_equals_the_screen(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    in_sight(room, ChipRow).choose("official")
    find(room, QLineEdit, "memberFilter").setText("t")
    choose_columns(room, "Họ và tên", "Số thẻ đảng viên", "Ngày sinh", "Cần chú ý")
    view(room).model().sort_by(2)  # type: ignore[attr-defined]  # the list's own model
    rows = written(qtbot, room, tmp_path / "danh-sach.xlsx")
    assert table_of(rows) == [titles(room), *on_screen(room)]
    heading = [row[0] for row in rows[: len(rows) - len(table_of(rows))]]
    assert heading == [
        "Danh sách đảng viên",
        "Chi bộ thôn Mẫu",
        "Bộ lọc: Chính thức; tìm “t”.",
        "Xếp theo ngày sinh.",
        "3 đảng viên, lập ngày 04/12/2017.",
        "Số thẻ đảng viên chỉ ghi bốn số cuối.",
        "",
    ]
    assert room.notices[-1].words == "Đã lưu danh sách ra tệp danh-sach.xlsx."


def test_numbers_that_are_shown_go_out_whole_with_their_zeros(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    choose_columns(room, "Họ và tên", "Số thẻ đảng viên")
    press(room, "memberUncover")
    rows = written(qtbot, room, tmp_path / "x.xlsx")
    assert table_of(rows)[1] == ["Nguyễn Văn Bảo", "000000000001"]
    assert not any("bốn số cuối" in row[0] for row in rows)


def test_only_the_chosen_go_out(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    key(room, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    rows = written(qtbot, room, tmp_path / "x.xlsx", "memberExcelChosen")
    assert table_of(rows) == [titles(room), *on_screen(room)[:2]]
    assert [row[0] for row in rows if "đã chọn" in row[0]] == ["Chỉ gồm những dòng đã chọn."]


def test_the_pages_are_looked_at_and_printed(qtbot: QtBot, room: Room) -> None:
    press(room, "printMembers")
    qtbot.waitUntil(lambda: room.window.findChild(ListPagesDialog) is not None, timeout=20_000)
    act = find(room, ListPagesDialog).findChild(Button, "pagesPrint")
    assert isinstance(act, Button)
    QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    printing = cast("RecordedPrinting", room.desk.printing)
    qtbot.waitUntil(lambda: printing.printed == [1], timeout=20_000)
    qtbot.waitUntil(lambda: not room.desk.runner.busy())


def test_the_excel_file_is_known_again_when_it_comes_back(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    choose_columns(
        room, "Họ và tên", "Ngày sinh", "Giới tính", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ đảng viên"
    )
    press(room, "memberUncover")
    written(qtbot, room, tmp_path / "danh-sach.xlsx")
    preview = room.core.importing.read(tmp_path / "danh-sach.xlsx")
    assert [(row.values["full_name"], row.status) for row in preview.rows] == [
        (name, "known") for name in names(room)
    ]
    assert not any(row.changes for row in preview.rows)
