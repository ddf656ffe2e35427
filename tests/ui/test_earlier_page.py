"""The table of earlier years is pasted and typed into; nothing typed is lost, one undo takes a paste back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.targets import CELL
from app.rules.ruleset_files import for_year
from tests.common.test_old_fonts_converted import typed_for_tcvn3
from tests.ui.a_program import Room, a_core, a_room
from tests.ui.english import english
from tests.ui.opened import NAMES, found, opened_at, why_not
from tests.ui.sitting import Sitting
from tests.ui.typing_in import type_text
from ui.dialogs.old_text import OldTextDialog
from ui.dialogs.pasted_preview import PastedPreviewDialog
from ui.models.earlier_grid import EarlierGrid
from ui.pages.earlier_page import FORM, MOST_PASTED, EarlierPage
from ui.theme.room import Room as Width
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.grid_view import GridView
from ui.widgets.labels import StateLine, Text
from ui.widgets.page_head import PageHead
from ui.widgets.record_view import RecordView

GOOD = "Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ"
HEAD = "TT\tHọ và tên\t2015\t2016\tKhuyết điểm năm trước\tViệc còn hứa\tThời hạn\tGhi chú\n"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    yield from opened_at("earlier", qtbot, tmp_path / "so", NAMES)


def view(room: Room) -> GridView:
    return found(room.window, GridView, "earlierGrid")


def grid(room: Room) -> EarlierGrid:
    model = view(room).model()
    assert isinstance(model, EarlierGrid)
    return model


def uid(room: Room, name: str) -> str:
    return next(one.uid for one in room.core.members.list() if one.full_name == name)


def go(room: Room, name: str, column: str) -> QModelIndex:
    index = grid(room).index_of(uid(room, name) if name else CELL, column)
    view(room).go_to(index)
    view(room).setFocus()
    return index


def field(room: Room) -> QLineEdit | QPlainTextEdit:
    """Return the field that is open in the grid; one that was closed may still wait to be deleted."""
    lines = view(room).findChildren(QLineEdit, "cellField")
    fields: list[QLineEdit | QPlainTextEdit] = [*lines, *view(room).findChildren(QPlainTextEdit, "cellField")]
    (open_one,) = [one for one in fields if one.isVisible()]
    return open_one


def key(letter: str) -> Qt.Key:
    return Qt.Key(ord(letter.upper()))


def write(room: Room, text: str) -> None:
    """Type into the cell under the cursor without leaving it."""
    QTest.keyClick(view(room), key(text[0]))
    editor = field(room)
    for line, part in enumerate(text[1:].split("\n")):
        if line:
            QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        type_text(editor, part)


def enter(room: Room, text: str) -> None:
    write(room, text)
    editor = field(room)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def press(root: QWidget, name: str) -> None:
    found(root, Button, name).click()


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def paste(room: Room, text: str) -> PastedPreviewDialog:
    copy(HEAD + text)
    QTest.keyClick(view(room), Qt.Key.Key_V, CTRL)
    return found(room.window, PastedPreviewDialog)


def stored(room: Room, name: str) -> dict[str, str]:
    target = uid(room, name) if name else CELL
    return dict(room.core.review.earlier_years.table(2017).row(target).cells)


def test_what_is_typed_waits_as_a_draft_and_is_saved_in_one_step(room: Room) -> None:
    go(room, "Lê Văn Giả", "2016")
    enter(room, "t")
    go(room, "Nguyễn Văn Mẫu", "shortcoming")
    enter(room, "- Ít phát biểu\n- Họp muộn")

    assert stored(room, "Lê Văn Giả") == {}
    assert found(room.window, Button, "saveCells").text() == "Lưu 2 ô"
    room.window.leave()
    assert room.core.drafts.find(FORM, "2017") is not None

    press(room.window, "saveCells")

    assert stored(room, "Lê Văn Giả") == {"2016": GOOD}
    assert stored(room, "Nguyễn Văn Mẫu") == {"shortcoming": "- Ít phát biểu\n- Họp muộn"}
    assert room.core.drafts.find(FORM, "2017") is None
    assert room.notices[-1].words == "Đã ghi 2 ô kết quả các năm trước."
    QTest.keyClick(view(room), Qt.Key.Key_Z, CTRL)
    assert (stored(room, "Lê Văn Giả"), stored(room, "Nguyễn Văn Mẫu")) == ({}, {})


def test_keys_lead_as_in_excel(room: Room) -> None:
    go(room, "Lê Văn Giả", "2015")
    write(room, "xs")
    QTest.keyClick(field(room), Qt.Key.Key_Tab)
    assert grid(room).place(view(room).currentIndex())[1] == "2016"
    enter(room, "ht")
    row = grid(room).place(view(room).currentIndex())[0]
    assert row != uid(room, "Lê Văn Giả")

    index = go(room, "Lê Văn Giả", "2015")
    assert grid(room).data(index) == "Xuất sắc"
    QTest.keyClick(view(room), Qt.Key.Key_F2)
    QTest.keyClick(field(room), Qt.Key.Key_Escape)
    QTest.keyClick(view(room), Qt.Key.Key_Delete)
    assert grid(room).data(index) == ""
    QTest.keyClick(view(room), Qt.Key.Key_Z, CTRL)
    assert grid(room).data(index) == "Xuất sắc"


def test_a_wrong_cell_is_said_and_keeps_everything_from_being_stored(room: Room) -> None:
    go(room, "Trần Thị Thử", "2015")
    enter(room, "tốt")
    go(room, "Trần Thị Thử", "2016")
    enter(room, "khá")
    go(room, "", "2016")

    press(room.window, "saveCells")

    assert stored(room, "Trần Thị Thử") == {}
    assert grid(room).place(view(room).currentIndex()) == (uid(room, "Trần Thị Thử"), "2016")
    said = [one.words() for one in room.window.findChildren(StateLine) if one.isVisible()]
    assert any("“khá” không phải là một mức của năm 2016" in one and GOOD in one for one in said)
    assert "1 ô cần sửa" in found(room.window.page(), Text, "pageFacts").text()


def test_a_pasted_table_is_looked_through_stored_at_once_and_undone_at_once(room: Room) -> None:
    text = (
        '1\tNguyễn Văn Mẫu\tT\tXS\t"- Ít nói\n- Họp muộn"\tGiúp hộ nghèo\t2018\tx\n'
        "2\tTrần Thị Thử\tdự bị\tHT\t\t\t\t\n\tChi bộ\t\tTSVM\t\t\t\t\n"
    )
    dialog = paste(room, text)
    assert stored(room, "Nguyễn Văn Mẫu") == {}
    assert found(dialog, Button, "takePasted").text() == "Ghi 3 dòng vào sổ"
    assert english(dialog) == []

    press(dialog, "takePasted")

    assert stored(room, "Nguyễn Văn Mẫu")["promise"] == "Giúp hộ nghèo"
    assert stored(room, "") == {"2016": "Trong sạch, vững mạnh"}
    QTest.keyClick(view(room), Qt.Key.Key_Z, CTRL)
    assert (stored(room, "Nguyễn Văn Mẫu"), stored(room, "Trần Thị Thử"), stored(room, "")) == ({}, {}, {})


def test_pasting_the_same_twice_has_nothing_to_store(room: Room) -> None:
    press(paste(room, "1\tNguyễn Văn Mẫu\tT\tXS\t\t\t\t\n"), "takePasted")

    QTest.qWait(0)
    again = paste(room, "1\tNguyễn Văn Mẫu\tT\tXS\t\t\t\t\n")

    assert found(again, Button, "takePasted").text() == "Không có gì để ghi"
    assert not found(again, Button, "takePasted").isEnabled()


def test_a_stranger_is_asked_about_a_fault_is_left_out_and_a_row_is_left(room: Room) -> None:
    dialog = paste(
        room,
        "1\tNguyễn V. Mẫu\tT\t\t\t\t\t\n2\tTrần Thị Thử\tkhá\t\t\t\t\t\n3\tLê Văn Giả\tT\t\t\t\t\t\n",
    )
    take, lines = found(dialog, Button, "takePasted"), found(dialog, RecordView, "pastedList")
    assert not take.isEnabled()

    lines.go_to("2")
    who = found(dialog, ChoiceField, "isWho")
    who.set_value(uid(room, "Nguyễn Văn Mẫu"))
    who.edited.emit()
    skip = found(dialog, QCheckBox, "skipFaulty")
    assert skip.text() in why_not(dialog)
    skip.setChecked(True)
    assert why_not(dialog) == ""
    assert (take.text(), take.isEnabled()) == ("Ghi 2 dòng vào sổ", True)
    lines.go_to("4")
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert take.text() == "Ghi 1 dòng vào sổ"

    take.click()

    assert [bool(stored(room, name)) for name in NAMES] == [True, False, False]


def test_two_rows_of_one_person_are_a_fault_until_one_is_left(room: Room) -> None:
    dialog = paste(room, "1\tLê Văn Giả\tT\t\t\t\t\t\n2\tLê Văn Giả\tXS\t\t\t\t\t\n")
    assert not found(dialog, Button, "takePasted").isEnabled()

    lines = found(dialog, RecordView, "pastedList")
    lines.go_to("2")
    QTest.keyClick(lines, Qt.Key.Key_Return)
    press(dialog, "takePasted")

    assert stored(room, "Lê Văn Giả") == {"2015": "Đảng viên đủ tư cách, hoàn thành xuất sắc nhiệm vụ"}


def test_a_block_without_heads_goes_in_at_the_cursor_and_waits(room: Room) -> None:
    go(room, "", "2015")
    copy("HTTNV\tTSVM\nT\tXS\tÍt nói\n")
    press(room.window, "pasteTable")

    assert len(grid(room).typed()) == 5
    assert stored(room, "") == {}
    press(room.window, "saveCells")
    assert stored(room, "") == {"2015": "Hoàn thành tốt nhiệm vụ", "2016": "Trong sạch, vững mạnh"}


def test_a_block_typed_for_an_old_font_is_asked_about_and_taken_in_unicode(room: Room) -> None:
    go(room, "Lê Văn Giả", "shortcoming")
    copy(typed_for_tcvn3("Chưa rà soát đầy đủ hồ sơ của chi bộ"))
    QTest.keyClick(view(room), Qt.Key.Key_V, CTRL)
    press(found(room.window, OldTextDialog), "convertOldText")

    assert list(grid(room).typed().values()) == ["Chưa rà soát đầy đủ hồ sơ của chi bộ"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Chưa chép gì"),
        ("Lê Văn Giả\tT\nTrần Thị Thử\tT", "không có dòng tên cột"),
    ],
)
def test_what_cannot_be_pasted_is_said_and_changes_nothing(room: Room, text: str, said: str) -> None:
    go(room, "", "2015")
    copy(text)
    press(room.window, "pasteTable")

    assert said in room.notices[-1].words
    assert grid(room).typed() == {}


@pytest.mark.fault("E06")
def test_ten_megabytes_in_the_grid_are_refused_with_their_number(room: Room) -> None:
    go(room, "", "2015")
    copy("x" * 10 * MOST_PASTED)
    QTest.keyClick(view(room), Qt.Key.Key_V, CTRL)

    assert "quá dài (10.000.000 ký tự)" in room.notices[-1].words
    assert grid(room).typed() == {}


def test_chosen_cells_are_copied_as_excel_wants_them(room: Room) -> None:
    member = uid(room, "Lê Văn Giả")
    room.core.review.earlier_years.apply(2017, {member: {"2016": "T", "shortcoming": "- A\n- B"}})
    index = go(room, "Lê Văn Giả", "2016")
    QTest.keyClick(view(room), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view(room), Qt.Key.Key_C, CTRL)

    assert QGuiApplication.clipboard().text() == f'{GOOD}\t"- A\n- B"'
    assert index.isValid()


def test_unsaved_cells_are_dropped_only_after_a_question(room: Room) -> None:
    go(room, "Lê Văn Giả", "2016")
    enter(room, "t")
    room.dialogs.answers = [False, True]
    press(room.window, "dropCells")
    assert len(grid(room).typed()) == 1

    press(room.window, "dropCells")

    assert grid(room).typed() == {}
    assert room.core.drafts.find(FORM, "2017") is None


def test_while_data_can_only_be_looked_at_nothing_is_typed(room: Room) -> None:
    room.window.page().allow_changes(False)
    index = go(room, "Lê Văn Giả", "2016")
    QTest.keyClick(view(room), key("t"))
    QTest.keyClick(view(room), Qt.Key.Key_F2)
    QTest.keyClick(view(room), Qt.Key.Key_Delete)
    said = len(room.notices)
    copy("T")
    QTest.keyClick(view(room), Qt.Key.Key_V, CTRL)

    assert (grid(room).typed(), grid(room).data(index)) == ({}, "")
    assert len(room.notices) == said, "what was copied is there: nothing else is to be said"


def finish_last_year(room: Room) -> None:
    ruleset = for_year(2016)
    assert ruleset is not None
    cycle = room.core.review.cycles.begin(2016, ruleset, {})
    room.core.review.cycles.finish(cycle)


def test_what_was_looked_through_and_fits_no_more_is_not_stored(room: Room) -> None:
    dialog = paste(room, "1\tLê Văn Giả\tT\tT\t\t\t\t\n")
    finish_last_year(room)

    press(dialog, "takePasted")

    assert stored(room, "Lê Văn Giả") == {}
    assert "Sổ vừa thay đổi" in room.notices[-1].words


def test_columns_of_a_finished_year_are_closed_and_said(room: Room) -> None:
    finish_last_year(room)
    index = go(room, "Lê Văn Giả", "2016")
    QTest.keyClick(view(room), key("t"))

    assert (grid(room).typed(), grid(room).data(index)) == ({}, "")
    said = [one.words() for one in room.window.findChildren(StateLine) if one.isVisible()]
    assert any("lấy từ năm đã kết thúc" in one for one in said)


def test_an_empty_cell_leads_to_the_members(qtbot: QtBot, tmp_path: Path) -> None:
    room = a_room(tmp_path / "trong", a_core(tmp_path / "trong"))
    qtbot.addWidget(room.window)
    room.window.open("earlier")
    room.window.show()
    assert found(room.window.page(), PageHead).facts() == ""
    press(room.window.page(), "emptyStep")

    assert room.window.place() == "members"
    room.close()


def test_the_line_of_the_home_page_and_the_settings_lead_here(room: Room) -> None:
    (line,) = [one for one in room.core.home.lines(2017) if one.code == "earlier.none"]
    assert line.opens[0] == "earlier"
    room.window.open("settings")
    press(room.window.page(), "openEarlier")
    assert isinstance(room.window.page(), EarlierPage)

    press(paste(room, "1\tLê Văn Giả\tT\t\t\t\t\t\n"), "takePasted")

    assert not [one for one in room.core.home.lines(2017) if one.code == "earlier.none"]


@pytest.mark.parametrize("width", list(Width))
def test_it_has_no_english_at_any_width(room: Room, width: Width) -> None:
    room.window.page().fit(width)

    assert english(room.window.page()) == []


def test_what_is_being_typed_outlives_the_lock(sitting: Sitting) -> None:
    sitting.enter()
    sitting.main.open("earlier")
    page = sitting.main.page()
    cells = found(page, GridView, "earlierGrid")
    core = sitting.program.core
    assert core is not None
    (member,) = core.members.list()
    model = cells.model()
    assert isinstance(model, EarlierGrid)
    cells.go_to(model.index_of(member.uid, "2016"))
    cells.setFocus()
    QTest.keyClick(cells, key("x"))
    QTest.keyClicks(found(cells, QLineEdit, "cellField"), "s")

    sitting.main.lock_asked.emit()
    sitting.enter()

    assert sitting.main.place() == "earlier"
    again = found(sitting.main.page(), GridView, "earlierGrid").model()
    assert isinstance(again, EarlierGrid)
    assert again.typed() == {(member.uid, "2016"): "xs"}
