"""Text for old fonts through the windows: pasted into fields and lists, shown in Unicode, taken or left."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.common.test_old_fonts import in_vni
from tests.common.test_old_fonts_converted import typed_for_tcvn3
from tests.papers.layout_check import word_hands as hands
from tests.papers.reading import word_lines
from tests.papers.test_old_word import old_file
from tests.sheets.workbooks import workbook
from tests.ui.a_program import Room, a_room
from tests.ui.import_room import a_cell, at_the_list, choose, shown, take
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.dialogs.old_text import OldTextDialog, OldTextOffers
from ui.texts import importing, old_text
from ui.widgets.acts_menu import ActsMenu
from ui.widgets.button import Button
from ui.widgets.editors import LineField, ProseField
from ui.widgets.labels import StateLine

TEXT = "Chi bộ đã rà soát thông tin của từng đảng viên.\nDanh sách khớp với hồ sơ."
ENCODED = {"TCVN3": typed_for_tcvn3, "VNI": in_vni}
kinds = pytest.mark.parametrize("kind", ENCODED)


@dataclass
class Form:
    """A window with both kinds of field, which watches for old text as the program's window does."""

    window: QWidget
    prose: ProseField
    line: LineField


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    window, prose, line = QWidget(), ProseField(), LineField()
    column = QVBoxLayout(window)
    column.addWidget(prose)
    column.addWidget(line)
    OldTextOffers(window)
    prose.set_value("Đã có.")
    qtbot.addWidget(window)
    window.show()
    return Form(window, prose, line)


def paste(field: LineField | ProseField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def asked(form: Form | Room) -> OldTextDialog | None:
    return next((one for one in form.window.findChildren(OldTextDialog) if one.isVisible()), None)


def answer(form: Form | Room, name: str) -> None:
    dialog = asked(form)
    assert dialog is not None
    button = dialog.findChild(Button, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@kinds
def test_pasted_prose_is_shown_in_unicode_and_taken(form: Form, kind: str) -> None:
    field = form.prose
    field.selectAll()
    paste(field, ENCODED[kind](TEXT))

    dialog = asked(form)
    assert dialog is not None
    after = dialog.findChild(QPlainTextEdit, "oldTextAfter")
    before = dialog.findChild(QPlainTextEdit, "oldTextBefore")
    assert after is not None
    assert before is not None
    assert (before.toPlainText(), after.toPlainText()) == (ENCODED[kind](TEXT), TEXT)
    answer(form, "convertOldText")

    assert field.value() == TEXT
    field.undo()
    assert field.value() == ENCODED[kind](TEXT)


@kinds
def test_what_is_pasted_between_other_words_leaves_them(form: Form, kind: str) -> None:
    field = form.prose
    cursor = field.textCursor()
    cursor.setPosition(len("Đã "))
    field.setTextCursor(cursor)

    paste(field, ENCODED[kind]("rà soát đầy đủ và "))
    answer(form, "convertOldText")

    assert field.value() == "Đã rà soát đầy đủ và có."


def test_it_can_be_left_as_it_is(form: Form) -> None:
    field = form.prose
    field.selectAll()
    paste(field, typed_for_tcvn3(TEXT))
    answer(form, "keepOldText")

    assert field.value() == typed_for_tcvn3(TEXT)


@kinds
def test_a_line_is_asked_about_too(form: Form, kind: str) -> None:
    field = form.line
    field.selectAll()
    paste(field, ENCODED[kind]("về việc đề nghị khen thưởng"))
    answer(form, "convertOldText")

    assert field.value() == "về việc đề nghị khen thưởng"


@kinds
def test_in_a_line_only_what_was_pasted_is_replaced_and_can_be_undone(form: Form, kind: str) -> None:
    field = form.line
    field.set_value("về việc đề nghị ở xã")
    field.setCursorPosition(len("về việc đề nghị "))
    paste(field, ENCODED[kind]("khen thưởng đảng viên "))
    answer(form, "convertOldText")

    assert field.value() == "về việc đề nghị khen thưởng đảng viên ở xã"
    field.undo()
    assert field.value() == f"về việc đề nghị {ENCODED[kind]('khen thưởng đảng viên ')}ở xã"


@pytest.mark.parametrize("text", [TEXT, "Citroën, café và Müller", "12/3/2017", "Chi bo da hop"])
def test_what_is_unicode_is_pasted_without_a_question(form: Form, text: str) -> None:
    field = form.prose
    field.selectAll()
    paste(field, text)

    assert asked(form) is None
    assert field.value() == text


def test_the_window_of_the_program_asks(qtbot: QtBot, tmp_path: Path) -> None:
    room = a_room(tmp_path / "so")
    qtbot.addWidget(room.window)
    room.window.show()
    room.window.open("members")
    new = room.window.findChild(Button, "addMember")
    assert new is not None
    new.click()
    field = room.window.findChild(LineField, "full_name")
    assert field is not None

    paste(field, typed_for_tcvn3("Nguyễn Văn Mẫu"))
    answer(room, "convertOldText")

    assert field.value() == "Nguyễn Văn Mẫu"
    room.close()


@kinds
def test_a_list_for_an_old_font_is_read_in_unicode_and_says_so(
    qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    rows = [["TT", "Họ và tên", "Chức vụ"], ["1", "Nguyễn Văn Mẫu", "Bí thư"], ["2", "Trần Thị Thử", ""]]
    data = workbook([[ENCODED[kind](cell) for cell in row] for row in rows])
    room = at_the_list(qtbot, tmp_path / "cho-ngoi", a_cell(tmp_path / "so"))

    choose(room, tmp_path / "danh-sach.xlsx", data)
    dialog = shown(qtbot, room, ImportPreviewDialog)
    said = [one.words() for one in dialog.findChildren(StateLine)]
    assert importing.OLD_FONT.format(kind=kind) in said
    take(qtbot, room, dialog)

    names = {one.member.full_name for one in room.core.members.people()}
    assert names == {"Nguyễn Văn Mẫu", "Trần Thị Thử"}
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    room.close()


def papers_room(tmp_path: Path) -> Room:
    room = a_room(tmp_path / "so")
    room.window.show()
    room.window.open("papers")
    return room


def convert_word(room: Room) -> None:
    menu = room.window.findChild(ActsMenu, "wordActs")
    assert menu is not None
    next(one for one in menu.menu_now().actions() if one.text() == old_text.CONVERT_FILE).trigger()


@kinds
def test_a_word_file_is_looked_at_and_saved_as_another(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    old, new = tmp_path / "bao-cao.docx", tmp_path / "moi.docx"
    old.write_bytes(old_file(hands.letter(), kind))
    before = old.read_bytes()
    room = papers_room(tmp_path)
    room.dialogs.paths = [old, old, old, new]

    convert_word(room)
    qtbot.waitUntil(lambda: asked(room) is not None, timeout=15_000)
    dialog = asked(room)
    assert dialog is not None
    after = dialog.findChild(QPlainTextEdit, "oldTextAfter")
    assert after is not None
    assert "Phúc đáp công văn của trung tâm" in after.toPlainText()
    answer(room, "convertOldText")
    assert any("L-535" in notice.words for notice in room.notices)

    convert_word(room)
    qtbot.waitUntil(lambda: asked(room) is not None, timeout=15_000)
    answer(room, "convertOldText")
    assert "Phúc đáp công văn của trung tâm" in " ".join(word_lines(new.read_bytes()))
    assert old.read_bytes() == before
    assert room.notices[-1].words == old_text.SAVED.format(name="moi.docx")
    room.close()
    room.window.deleteLater()


def test_a_word_file_in_unicode_has_nothing_to_convert(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(hands.letter().data())
    room = papers_room(tmp_path)
    room.dialogs.paths = [file]

    convert_word(room)

    said = old_text.NONE_IN_FILE.format(name="bao-cao.docx")
    qtbot.waitUntil(lambda: any(notice.words == said for notice in room.notices), timeout=15_000)
    room.close()
    room.window.deleteLater()
