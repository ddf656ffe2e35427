"""Lists of every shape come in through the window: looked through, decided line by line, undone whole."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.papers.review import post_words
from tests.sheets import shapes
from tests.sheets.workbooks import workbook
from tests.ui.a_program import Room
from tests.ui.import_room import WAIT, a_cell, at_the_list, choose, find, press, shown, take
from tests.ui.opened import why_not
from ui.dialogs.import_columns import ImportColumnsDialog
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView


@pytest.fixture
def core(tmp_path: Path) -> Core:
    return a_cell(tmp_path / "so")


@pytest.fixture
def room(qtbot: QtBot, core: Core, tmp_path: Path) -> Iterator[Room]:
    room = at_the_list(qtbot, tmp_path / "so", core)
    yield room
    room.close()


@pytest.fixture
def looked_through(qtbot: QtBot, room: Room, tmp_path: Path) -> Callable[[bytes, str], ImportPreviewDialog]:
    """Return what chooses a file and waits for its preview."""

    def look(data: bytes, name: str = "danh-sach.xlsx") -> ImportPreviewDialog:
        choose(room, tmp_path / name, data)
        return shown(qtbot, room, ImportPreviewDialog)

    return look


Look = Callable[..., ImportPreviewDialog]


def text(within: QWidget, name: str) -> str:
    return find(within, Text, name).text()


def acts(dialog: ImportPreviewDialog) -> list[str]:
    """Return what the list says will become of each line."""
    model = find(dialog, RecordView, "previewList").model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    column = titles.index("Sẽ làm")
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def go_to(dialog: ImportPreviewDialog, line: int) -> None:
    assert find(dialog, RecordView, "previewList").go_to(str(line))


def stored(core: Core) -> dict[str, tuple[str, ...]]:
    return {
        one.full_name: (one.sex, one.born_on, one.admitted_on, one.official_on, one.card_number)
        for one in core.members.list()
    }


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_a_list_of_any_shape_comes_in_and_goes_out_whole(
    qtbot: QtBot, room: Room, looked_through: Look, name: str
) -> None:
    dialog = looked_through(shapes.SHAPES[name](), name)

    assert "3 đồng chí, 3 mới, 0 đã có trong sổ, 0 có lỗi" in text(dialog, "previewFacts")
    assert find(dialog, Button, "takeIn").text() == "Nhập 3 đảng viên"
    take(qtbot, room, dialog)

    assert stored(room.core) == shapes.PEOPLE
    assert room.notices[-1].words == "Đã nhập 3 đảng viên từ tệp."
    room.core.history.undo()
    assert stored(room.core) == {}


def test_the_same_list_twice_adds_nobody(qtbot: QtBot, room: Room, looked_through: Look) -> None:
    take(qtbot, room, looked_through(shapes.plain()))

    dialog = looked_through(shapes.word_table(), "danh-sach.docx")

    assert "0 mới, 3 đã có trong sổ" in text(dialog, "previewFacts")
    assert set(acts(dialog)) == {"Giữ nguyên"}
    assert not find(dialog, Button, "takeIn").isEnabled()
    assert find(dialog, Button, "takeIn").text() == "Không có gì để nhập"


def test_lines_passed_over_and_columns_left_out_are_told(looked_through: Look) -> None:
    dialog = looked_through(shapes.totals_and_signatures())
    find(dialog, ChipRow, "").choose("skipped")
    assert set(acts(dialog)) == {"Bỏ qua"}
    go_to(dialog, 14)
    assert text(dialog, "wholeTitle") == "Dòng 14: Tổng cộng: 03 đảng viên"
    assert text(dialog, "wholeResult") == "Dòng cộng."
    dialog.reject()

    dialog = looked_through(shapes.national(), "csdl.xlsx")
    assert "“Số định danh cá nhân* (12)”" in text(dialog, "leftOut")


FAULTS: Sequence[tuple[int, object, str]] = (
    (3, "30/02/1985", "Cột D, “30/02/1985”: Không có ngày này trong lịch"),
    (4, "2002", "khi chưa đủ 18 tuổi"),
    (5, "2009", "Ngày chính thức không thể trước ngày kết nạp"),
    (5, "2035", "Ngày này chưa tới"),
    (6, "12", "Số thẻ đảng viên có 12 chữ số"),
    (3, "=A1", "Ô này chứa công thức"),
    (6, "001065000001", "Số thẻ này trùng với dòng 2"),
)


@pytest.mark.parametrize(("column", "typed", "sentence"), FAULTS)
def test_a_fault_is_named_with_its_place_and_keeps_everybody_out_until_it_is_left_aside(
    qtbot: QtBot, room: Room, looked_through: Look, column: int, typed: object, sentence: str
) -> None:
    wrong: list[object] = [2, "Trần Thị Thử", "Nữ", "1985", "2010", "2011", "001172000002"]
    wrong[column] = typed

    dialog = looked_through(workbook([shapes.HEADER, shapes.MAU, wrong]))

    assert text(dialog, "wholeTitle") == "Dòng 3: Trần Thị Thử"
    assert sentence in text(dialog, "wholeResult")
    assert not find(dialog, Button, "takeIn").isEnabled()
    skip = find(dialog, QCheckBox, "skipFaulty")
    assert skip.text() in why_not(dialog)
    skip.setChecked(True)
    assert why_not(dialog) == ""
    take(qtbot, room, dialog)
    assert list(stored(room.core)) == ["Nguyễn Văn Mẫu"]


def test_a_good_line_can_be_left_out(qtbot: QtBot, room: Room, looked_through: Look) -> None:
    dialog = looked_through(shapes.plain())
    go_to(dialog, 3)
    find(dialog, QCheckBox, "takeRow").setChecked(False)
    assert acts(dialog) == ["Thêm mới", "Không nhập", "Thêm mới"]
    go_to(dialog, 4)
    QTest.keyClick(find(dialog, RecordView, "previewList"), Qt.Key.Key_Return)
    assert acts(dialog)[2] == "Không nhập"
    take(qtbot, room, dialog)
    assert list(stored(room.core)) == ["Nguyễn Văn Mẫu"]


def test_changed_facts_are_taken_field_by_field(qtbot: QtBot, room: Room, looked_through: Look) -> None:
    take(qtbot, room, looked_through(shapes.plain()))
    thu = [2, "TRẦN THỊ THỬ", "Nữ", "05/03/1972", "03/09/1998", "02/09/1999", "001172000002"]
    gia = [3, "Lê Đình Giả", "Nam", "11/1988", "22/12/2016", "22/12/2017", "001088000003"]
    data = workbook([shapes.HEADER, shapes.MAU, thu, [*gia[:5], "01/12/2017", gia[6]]])

    dialog = looked_through(data)

    assert acts(dialog) == ["Giữ nguyên", "Giữ như sổ", "Sửa 1/1 mục"]
    assert find(dialog, Button, "takeIn").text() == "Sửa 1 đồng chí"
    go_to(dialog, 3)
    assert find(dialog, QCheckBox, "take_born_on").accessibleName() == "Ngày sinh: 1972 → 05/03/1972."
    find(dialog, QCheckBox, "take_born_on").setChecked(True)
    assert acts(dialog)[1] == "Sửa 1/2 mục"
    take(qtbot, room, dialog)

    assert stored(room.core)["Trần Thị Thử"][1:3] == ("1972-03-05", "1998-09-02")
    assert stored(room.core)["Lê Đình Giả"][3] == "2017-12-01"
    assert room.notices[-1].words == "Đã sửa 2 đồng chí theo tệp."
    room.core.history.undo()
    assert stored(room.core) == shapes.PEOPLE


def test_all_changed_facts_are_taken_by_one_button(qtbot: QtBot, room: Room, looked_through: Look) -> None:
    take(qtbot, room, looked_through(shapes.plain()))
    dialog = looked_through(workbook([shapes.HEADER, [*shapes.MAU[:3], "04/02/1965", *shapes.MAU[4:]]]))
    press(dialog, "takeAll")
    take(qtbot, room, dialog)
    assert stored(room.core)["Nguyễn Văn Mẫu"][1] == "1965-02-04"


def test_who_only_has_the_same_name_is_added_when_somebody_says_so(
    qtbot: QtBot, room: Room, looked_through: Look
) -> None:
    room.core.members.add({"full_name": "Nguyễn Văn Mẫu"})
    dialog = looked_through(workbook([shapes.HEADER, shapes.MAU]))
    assert acts(dialog) == ["Giữ như sổ"]
    find(dialog, QCheckBox, "isAnother").setChecked(True)
    assert acts(dialog) == ["Thêm mới"]
    take(qtbot, room, dialog)
    assert len(room.core.members.list()) == 2


def test_a_column_nobody_knows_is_assigned_once_and_for_all(
    qtbot: QtBot, room: Room, looked_through: Look
) -> None:
    head = [*shapes.HEADER[:4], "Đứng trong hàng ngũ từ", "Màu áo"]
    data = workbook([head, [*shapes.MAU[:4], "19/5/1990", "đỏ"]])
    dialog = looked_through(data)
    press(dialog, "assignColumns")
    asked = shown(qtbot, room, ImportColumnsDialog)
    find(asked, ChoiceField, "column_E").set_value("admitted_on")
    press(asked, "decideColumns")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=WAIT)
    dialog = shown(qtbot, room, ImportPreviewDialog)
    assert find(dialog, Button, "assignColumns").text() == "Xem các cột"
    take(qtbot, room, dialog)
    assert stored(room.core)["Nguyễn Văn Mẫu"][2] == "1990-05-19"

    again = looked_through(workbook([head, [*shapes.THU[:4], "02/09/1998", "xanh"]]))
    assert not again.findChild(Text, "leftOut")
    take(qtbot, room, again)
    assert stored(room.core)["Trần Thị Thử"][2] == "1998-09-02"


def test_another_table_of_the_file_is_read_when_it_is_chosen(
    qtbot: QtBot, room: Room, looked_through: Look
) -> None:
    first = looked_through(shapes.after_a_guide())
    choice = find(first, ChoiceField, "whichTable")
    assert choice.currentText() == "trang “Danh sách” (3 dòng)"
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    qtbot.waitUntil(lambda: not first.isVisible(), timeout=WAIT)
    dialog = shown(qtbot, room, ImportPreviewDialog)
    assert "trang “Hướng dẫn”: 2 đồng chí" in text(dialog, "previewFacts")
    dialog.reject()
    assert stored(room.core) == {}


def test_two_lists_on_one_sheet_come_in_one_after_the_other(
    qtbot: QtBot, room: Room, looked_through: Look
) -> None:
    other = ["TT", "Họ và tên", "Ngày vào Đảng", "Ngày chính thức", "Ngày sinh", "Giới tính", "Số thẻ"]
    thu = [1, shapes.THU[1], *shapes.THU[4:6], shapes.THU[3], shapes.THU[2], shapes.THU[6]]
    data = workbook([shapes.HEADER, shapes.MAU, [], ["ĐẢNG VIÊN Ở TỔ 2"], other, thu])

    first = looked_through(data)
    choice = find(first, ChoiceField, "whichTable")
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "trang “Danh sách” (1 dòng)",
        "trang “Danh sách”, từ dòng 5 (1 dòng)",
    ]
    take(qtbot, room, first)
    second = looked_through(data)
    find(second, ChoiceField, "whichTable").setCurrentIndex(1)
    find(second, ChoiceField, "whichTable").activated.emit(1)
    qtbot.waitUntil(lambda: not second.isVisible(), timeout=WAIT)
    take(qtbot, room, shown(qtbot, room, ImportPreviewDialog))

    assert stored(room.core) == {name: shapes.PEOPLE[name] for name in ("Nguyễn Văn Mẫu", "Trần Thị Thử")}


def test_a_post_written_with_its_cell_is_the_post_and_prints_every_word(
    qtbot: QtBot, room: Room, looked_through: Look
) -> None:
    said = "Bí thư chi bộ thôn Một"
    dialog = looked_through(workbook([("Họ và tên", "Ngày sinh", "Chức vụ"), ("Trần Thị Thử", "1970", said)]))
    go_to(dialog, 2)
    assert f"Chức vụ bí thư lấy từ “{said}”" in text(dialog, "wholeResult")
    take(qtbot, room, dialog)

    (person,) = room.core.members.people()
    assert [(post.kind, post.title) for post in person.posts] == [("cell_secretary", "chi bộ thôn Một")]
    assert post_words(person, room.desk.clock.today()) == said
