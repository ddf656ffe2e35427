"""The secretary keeps the list of members: adds, edits, filters, throws away, takes back, imports."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Problem
from app.services.import_preview import ImportPreview, ImportRow
from tests.builders import MEMBER
from tests.ui.a_program import Room, a_room
from tests.ui.typing_in import type_text
from ui.dialogs.import_choice import ImportChoice
from ui.dialogs.import_lines import columns, result
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.pages.members_page import FORM
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.chips import ChipButton
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView

W = TypeVar("W", bound=QWidget)


def a_person(name: str, number: int, **facts: Any) -> dict[str, Any]:
    return {**MEMBER, "full_name": name, "card_number": f"{number:012d}", **facts}


TEN_MEGABYTES = 10_485_760


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    for at, name in enumerate(("Nguyễn Văn Bảo", "Trần Thị Dương", "Lê Văn Đạt"), start=1):
        room.core.members.add(a_person(name, at, official_on="" if at == 2 else "1986-02-03"))
    qtbot.addWidget(room.window)
    room.window.resize(look.px(1366), look.px(697))
    room.window.open("members")
    room.window.show()
    qtbot.waitExposed(room.window)
    room.window.activateWindow()
    yield room
    room.close()


def find(room: Room, kind: type[W], name: str) -> W:
    found: W | None = room.window.findChild(kind, name)
    assert found is not None, name
    return found


def press(room: Room, name: str) -> None:
    QTest.mouseClick(find(room, Button, name), Qt.MouseButton.LeftButton)


def write(room: Room, name: str, text: str) -> None:
    field = find(room, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def names(room: Room) -> list[str]:
    view = find(room, RecordView, "memberList")
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def card(room: Room) -> str:
    return find(room, Text, "cardName").text()


def test_the_list_stands_in_vietnamese_order_with_the_first_card_open(room: Room) -> None:
    assert names(room) == ["Nguyễn Văn Bảo", "Trần Thị Dương", "Lê Văn Đạt"]
    assert card(room) == "Nguyễn Văn Bảo"
    assert find(room, Text, "pageFacts").text() == "3 đảng viên: 2 chính thức, 1 dự bị"


def test_f3_filters_without_marks(room: Room) -> None:
    QTest.keyClick(room.window, Qt.Key.Key_F3)
    write(room, "memberFilter", "duong")
    assert names(room) == ["Trần Thị Dương"]
    assert card(room) == "Trần Thị Dương"


def test_a_chip_keeps_who_is_on_probation(room: Room) -> None:
    QTest.mouseClick(find(room, ChipButton, "chip_probation"), Qt.MouseButton.LeftButton)
    assert names(room) == ["Trần Thị Dương"]


def test_a_new_member_is_stored_and_can_be_undone(room: Room) -> None:
    press(room, "addMember")
    write(room, "full_name", "NGUYỄN THỊ HẠNH")
    write(room, "born_on", "1970")
    press(room, "saveMember")
    assert "Nguyễn Thị Hạnh" in names(room)
    assert card(room) == "Nguyễn Thị Hạnh"
    assert room.notices[-1].words == "Đã thêm đồng chí Nguyễn Thị Hạnh."
    press(room, "noticeLink")
    assert "Nguyễn Thị Hạnh" not in names(room)
    assert [one.full_name for one in room.core.members.list()] == names(room)


def test_save_and_new_opens_an_empty_form(room: Room) -> None:
    press(room, "addMember")
    write(room, "full_name", "Phạm Văn E")
    press(room, "saveAndNew")
    assert find(room, QLineEdit, "full_name").text() == ""
    assert "Phạm Văn E" in names(room)


def test_a_list_that_changes_behind_the_form_leaves_it_open(room: Room) -> None:
    press(room, "addMember")
    write(room, "full_name", "Phạm Văn E")
    room.core.members.add(a_person("Đỗ Thị G", 9))
    assert "Đỗ Thị G" in names(room)
    assert find(room, QLineEdit, "full_name").text() == "Phạm Văn E"
    assert find(room, QLineEdit, "full_name").hasFocus()
    room.core.history.undo()
    assert find(room, QLineEdit, "full_name").hasFocus()


def test_what_is_wrong_stands_under_its_field_and_nothing_is_stored(room: Room) -> None:
    press(room, "addMember")
    write(room, "born_on", "31/02/1998")
    press(room, "saveMember")
    said = [text.text() for text in room.window.findChildren(Text) if text.isVisible()]
    assert "Không có ngày này trong lịch." in said
    assert "Chỗ này chưa ghi." in said
    assert len(room.core.members.list()) == 3
    assert find(room, QLineEdit, "full_name").hasFocus()


def test_what_was_typed_survives_leaving_the_page(room: Room) -> None:
    press(room, "editMember")
    write(room, "phone", "000 000 000")
    room.window.open("home")
    (member, *_) = room.core.members.list()
    kept = room.core.drafts.find(FORM, member.uid)
    assert kept is not None
    assert kept["phone"] == "000 000 000"


def test_a_draft_is_offered_again_and_can_be_dropped(room: Room) -> None:
    (member, *_) = room.core.members.list()
    room.core.drafts.keep(FORM, member.uid, {"phone": "000 000 000"})
    press(room, "editMember")
    assert find(room, QLineEdit, "phone").text() == "000 000 000"
    press(room, "dropDraft")
    assert find(room, QLineEdit, "phone").text() == ""
    assert room.core.drafts.find(FORM, member.uid) is None


def test_saving_drops_the_draft(room: Room) -> None:
    press(room, "editMember")
    write(room, "phone", "000 000 000")
    press(room, "saveMember")
    (member, *_) = room.core.members.list()
    assert member.phone == "000 000 000"
    assert room.core.drafts.find(FORM, member.uid) is None


def test_somebody_like_an_old_one_is_asked_about(room: Room) -> None:
    room.dialogs.answers = [False, True]
    press(room, "addMember")
    write(room, "full_name", "Nguyễn Văn Bảo")
    press(room, "saveMember")
    assert len(room.core.members.list()) == 3
    press(room, "saveMember")
    assert len(room.core.members.list()) == 4
    assert room.dialogs.asked[0].title == "Đã có đồng chí Nguyễn Văn Bảo"


def test_the_trash_takes_and_gives_back(room: Room) -> None:
    find(room, RecordView, "memberList").setFocus()
    QTest.keyClick(find(room, RecordView, "memberList"), Qt.Key.Key_Delete)
    assert names(room) == ["Trần Thị Dương", "Lê Văn Đạt"]
    QTest.mouseClick(find(room, ChipButton, "chip_trash"), Qt.MouseButton.LeftButton)
    assert names(room) == ["Nguyễn Văn Bảo"]
    press(room, "restoreMember")
    assert not room.core.members.trashed()


def test_ctrl_z_goes_to_the_field_first_and_then_to_the_list(room: Room) -> None:
    room.core.members.trash([room.core.members.list()[0].uid])
    press(room, "editMember")
    field = find(room, QLineEdit, "phone")
    write(room, "phone", "x")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert len(room.core.members.list()) == 2
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(room.core.members.list()) == 3


def test_a_list_from_excel_is_looked_through_and_taken_in(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Họ và tên", "Giới tính", "Ngày sinh"])
    sheet.append(["NGUYỄN THỊ HẠNH", "Nữ", "05/11/1985"])
    sheet.append(["Nguyễn Văn Bảo", "Nam", ""])
    sheet.append(["Phạm Văn E", "Nam", "31/02/1985"])
    book.save(tmp_path / "danh-sach.xlsx")
    room.dialogs.paths = [tmp_path / "danh-sach.xlsx"]
    press(room, "importMembers")
    qtbot.waitUntil(lambda: room.window.findChild(ImportPreviewDialog) is not None)
    dialog = room.window.findChild(ImportPreviewDialog)
    assert isinstance(dialog, ImportPreviewDialog)
    facts = dialog.findChild(Text, "previewFacts")
    assert isinstance(facts, Text)
    assert facts.text() == "Tệp danh-sach.xlsx, trang “Sheet”: 3 đồng chí, 1 mới, 1 đã có trong sổ, 1 có lỗi."
    take = find(room, Button, "takeIn")
    assert not take.isEnabled()
    dialog.findChild(QWidget, "skipFaulty").setChecked(True)  # type: ignore[union-attr]  # a tick box
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Nguyễn Thị Hạnh" in names(room))
    qtbot.waitUntil(lambda: bool(room.notices))
    assert room.notices[-1].words == "Đã nhập 1 đảng viên từ tệp."
    room.core.history.undo()
    assert "Nguyễn Thị Hạnh" not in names(room)


def test_the_form_is_filled_by_the_keyboard_alone(room: Room) -> None:
    find(room, Button, "addMember").setFocus()
    QTest.keyClick(find(room, Button, "addMember"), Qt.Key.Key_Return)
    write(room, "full_name", "Phạm Văn E")
    QTest.keyClick(find(room, QLineEdit, "full_name"), Qt.Key.Key_Escape)
    assert not find(room, QLineEdit, "full_name").isVisible()
    assert room.core.drafts.find(FORM, "") is not None
    press(room, "addMember")
    assert find(room, QLineEdit, "full_name").text() == "Phạm Văn E"
    QTest.keyClick(find(room, QLineEdit, "full_name"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Phạm Văn E" in names(room)


def test_a_pasted_text_is_never_cut(room: Room) -> None:
    press(room, "addMember")
    clipboard = QGuiApplication.clipboard()
    for name, pasted in (("full_name", "A" * 300), ("born_on", " ngày 05/01/1960")):
        field = find(room, QLineEdit, name)
        clipboard.setText(pasted)
        field.setFocus()
        field.paste()
        assert field.text() == pasted
    press(room, "saveMember")
    row = find(room, QLineEdit, "full_name").parentWidget()
    assert isinstance(row, FieldRow)
    assert row.problem() == "Dài quá: tối đa 200 chữ (đang có 300)."


@pytest.mark.fault("E06")
def test_ten_megabytes_in_a_line_are_refused_with_their_number(room: Room) -> None:
    press(room, "addMember")
    write(room, "full_name", "Phạm Văn E")
    field = find(room, QLineEdit, "full_name")
    QGuiApplication.clipboard().setText("x" * TEN_MEGABYTES)
    field.paste()
    row = field.parentWidget()
    assert isinstance(row, FieldRow)
    assert field.text() == "Phạm Văn E"
    assert row.problem().startswith("Chưa dán vì dài quá: sẽ thành 10485760 chữ, ô này nhận tối đa 200 chữ.")
    press(room, "saveMember")
    assert "Phạm Văn E" in names(room)


def test_the_field_that_lacks_is_brought_into_sight(room: Room) -> None:
    press(room, "addMember")
    phone, name = (find(room, QLineEdit, field) for field in ("phone", "full_name"))
    for _ in range(14):
        QTest.keyClick(room.window.focusWidget(), Qt.Key.Key_Tab)
    assert phone.hasFocus()
    assert name.visibleRegion().isEmpty()
    press(room, "saveMember")
    assert name.hasFocus()
    assert not name.visibleRegion().isEmpty()


def test_a_faulty_line_shows_dates_as_people_write_them() -> None:
    row = ImportRow(3, {"admitted_on": "1985-02-03", "born_on": "31-02-1961"}, "faulty")
    preview = ImportPreview("", "", {}, (row,), ())
    shown = {column.key: column.text(row) for column in columns(ImportChoice(preview))}
    assert shown["admitted_on"] == "03/02/1985"
    assert shown["born_on"] == "31-02-1961"
    lacking = ImportRow(4, {}, "faulty", (Problem("full_name", "field.empty", {"column": "A", "value": ""}),))
    assert result(lacking).startswith("Cột A: ")
