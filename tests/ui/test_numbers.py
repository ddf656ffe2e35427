"""Numbers of persons are covered until somebody asks for them; what is copied of them is forgotten."""

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Problem
from app.services.import_preview import ImportPreview, ImportRow
from tests.builders import MEMBER
from tests.ui.a_program import Room, a_room
from tests.ui.doubles import RecordedPrinting
from tests.ui.sitting import Sitting
from tests.ui.typing_in import type_text
from ui.desktop import clipboard
from ui.desktop.recovery_sheet import SheetFacts
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.forms.recovery_code import RecoveryCodeForm
from ui.models.covering import covered
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.guarded import GuardedText, NumberField
from ui.widgets.labels import Text
from ui.widgets.quick_search import QuickSearch
from ui.widgets.record_view import RecordView

W = TypeVar("W", bound=QWidget)
NUMBER = "000000004321"
COPY, CUT, CONTROL = Qt.Key.Key_C, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001  there must be an application
    QGuiApplication.clipboard().clear()
    yield
    clipboard.clear()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    for name, number in (("Nguyễn Văn Bảo", NUMBER), ("Trần Thị Dương", "000000008765")):
        room.core.members.add({**MEMBER, "full_name": name, "card_number": number})
    qtbot.addWidget(room.window)
    room.window.resize(look.px(1366), look.px(697))
    room.window.open("members")
    room.window.show()
    qtbot.waitExposed(room.window)
    room.window.activateWindow()
    yield room
    room.close()


def find(within: QWidget, kind: type[W], name: str) -> W:
    found: W | None = within.findChild(kind, name)
    assert found is not None, name
    return found


def press(room: Room, name: str) -> None:
    QTest.mouseClick(find(room.window, Button, name), Qt.MouseButton.LeftButton)


def said(within: QWidget) -> str:
    """Return all that is to be read in labels and fields now."""
    labels = [text.text() for text in within.findChildren(Text) if text.isVisible()]
    fields = [field.displayText() for field in within.findChildren(QLineEdit) if field.isVisible()]
    return "\n".join([*labels, *fields])


def form_field(room: Room) -> NumberField:
    return find(room.window, NumberField, "card_number")


def eye_of(field: NumberField) -> Button:
    return find(field, Button, "numberEye")


# On the screen ----------------------------------------------------------------------------------------------


def test_the_card_shows_four_digits_until_it_is_asked_for_all(room: Room) -> None:
    assert "•••• •••• 4321" in said(room.window)
    press(room, "showNumber")
    assert NUMBER in said(room.window)
    assert find(room.window, Button, "showNumber").accessibleName() == "Che số"
    press(room, "showNumber")
    assert NUMBER not in said(room.window)


def test_leaving_the_page_covers_again(room: Room) -> None:
    press(room, "showNumber")
    room.window.open("home")
    room.window.open("members")
    assert NUMBER not in said(room.window)
    assert "•••• •••• 4321" in said(room.window)


def test_asked_for_at_the_card_it_holds_for_list_and_form(room: Room) -> None:
    press(room, "showNumber")
    eye = find(room.window, Button, "memberUncover")
    assert eye.isChecked()
    eye.click()
    assert NUMBER not in said(room.window)


def test_the_form_shows_dots_for_what_is_stored(room: Room) -> None:
    press(room, "editMember")
    field = form_field(room)
    assert field.value() == NUMBER
    assert not any(letter.isdigit() for letter in field.displayText())
    eye_of(field).click()
    assert field.displayText() == NUMBER
    assert find(room.window, Button, "memberUncover").isChecked()
    room.window.open("home")
    assert not any(letter.isdigit() for letter in field.displayText())


def test_what_is_typed_into_the_form_can_be_read(room: Room) -> None:
    press(room, "addMember")
    field = form_field(room)
    field.setFocus()
    type_text(field, "0000")
    assert field.displayText() == "0000"


def test_quick_search_shows_no_number(qtbot: QtBot, room: Room) -> None:
    search = find(room.window, QuickSearch, "quickSearch")
    search.setFocus()
    type_text(search, "bao")
    search.show_results()
    assert search.hits()
    assert not any(letter.isdigit() for letter in "".join(search.hits()))
    search.setText(NUMBER)
    search.show_results()
    assert not any("Nguyễn" in hit for hit in search.hits())
    search.clear()
    qtbot.waitUntil(lambda: not search.hits())


def test_locking_covers_a_window_that_comes_back_as_it_was(sitting: Sitting) -> None:
    window = sitting.enter()
    window.open("members")
    sitting.press("showNumber")
    number = next(one for one in window.findChildren(GuardedText) if one.text() == "000000001234")
    end = threading.Event()
    sitting.program.runner.store(lambda _progress: end.wait(30))
    sitting.program.locking.lock()
    assert sitting.enter() is window
    assert number.isVisible()
    assert number.text() == "•••• •••• 1234"
    end.set()


def preview(qtbot: QtBot) -> ImportPreviewDialog:
    wrong = Problem("card_number", "card_number.shape", {"column": "D", "value": "99999"})
    params: dict[str, object] = {"column": "D", "value": "4321", "taken": NUMBER}
    filled = Problem("card_number", "card_number.zeros_filled", params)
    rows = (
        ImportRow(7, {"full_name": "Nguyễn Văn Bảo"}, "faulty", problems=(wrong,)),
        ImportRow(8, {"full_name": "Trần Thị Dương"}, "new", notes=(filled,)),
    )
    dialog = ImportPreviewDialog(ImportPreview("danh-sach.xlsx", "Sheet1", {}, rows, ()))
    qtbot.addWidget(dialog)
    dialog.show()
    assert find(dialog, RecordView, "previewList").go_to("7")
    return dialog


def cells(dialog: ImportPreviewDialog) -> str:
    table = dialog._table  # noqa: SLF001  what its list paints
    column = table.columns[-1]
    return "\n".join(table.words(row, column) for row in table.shown())


def test_the_preview_of_an_import_covers_numbers_in_what_it_says(qtbot: QtBot) -> None:
    dialog = preview(qtbot)
    assert "99999" not in cells(dialog) + said(dialog)
    assert NUMBER not in cells(dialog)
    assert "12 chữ số" in cells(dialog)
    eye = find(dialog, Button, "showNumbers")
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert "99999" in cells(dialog)
    assert NUMBER in cells(dialog)
    assert "99999" in said(dialog)
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert "99999" not in cells(dialog) + said(dialog)


def test_a_preview_without_numbers_offers_nothing_to_show(qtbot: QtBot) -> None:
    row = ImportRow(7, {"full_name": "Nguyễn Văn Bảo"}, "new")
    dialog = ImportPreviewDialog(ImportPreview("danh-sach.xlsx", "Sheet1", {}, (row,), ()))
    qtbot.addWidget(dialog)
    dialog.show()
    assert find(dialog, Button, "showNumbers").isHidden()


@given(st.text(alphabet="0123456789 .E+-", max_size=24))
def test_never_more_than_four_digits_are_seen_and_never_more_than_half(text: str) -> None:
    shown = covered(text)
    digits = sum(letter.isdigit() for letter in text)
    seen = sum(letter.isdigit() for letter in shown)
    assert len(shown) == len(text)
    assert seen <= min(4, digits // 2)
    assert shown.replace("•", "") == "".join(
        letter for letter, kept in zip(text, shown, strict=True) if kept != "•"
    )


# Copying ----------------------------------------------------------------------------------------------------


def is_forgotten_later(text: str) -> bool:
    """Return whether the clipboard holds `text` until half a minute has gone."""
    board = QGuiApplication.clipboard()
    app = QApplication.instance()
    timer = app.findChild(QTimer, "clipboard") if app else None
    if board.text() != text or timer is None or not timer.isActive():
        return False
    timer.timeout.emit()
    return not board.text()


@pytest.mark.fault("B11")
def test_a_number_copied_from_the_card_is_forgotten(room: Room) -> None:
    press(room, "showNumber")
    label = next(one for one in room.window.findChildren(GuardedText) if one.text() == NUMBER)
    label.setFocus()
    QTest.keyClick(label, COPY, CONTROL)
    assert QGuiApplication.clipboard().text() == ""  # nothing was selected
    label.setSelection(0, len(NUMBER))
    QTest.keyClick(label, COPY, CONTROL)
    assert is_forgotten_later(NUMBER)


@pytest.mark.fault("B11")
def test_a_number_copied_from_the_form_is_forgotten(room: Room) -> None:
    press(room, "editMember")
    field = form_field(room)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, COPY, CONTROL)
    assert QGuiApplication.clipboard().text() == ""  # dots are not copied
    eye_of(field).click()
    field.selectAll()
    QTest.keyClick(field, COPY, CONTROL)
    assert is_forgotten_later(NUMBER)
    field.selectAll()
    QTest.keyClick(field, CUT, CONTROL)
    assert field.text() == ""
    assert is_forgotten_later(NUMBER)


@pytest.mark.fault("B11")
def test_the_menu_of_the_field_copies_and_cuts_by_the_same_way(room: Room) -> None:
    press(room, "editMember")
    field = form_field(room)
    eye_of(field).click()
    for name, left in (("edit-copy", NUMBER), ("edit-cut", "")):
        field.selectAll()
        action = field.guarded_menu().findChild(QAction, name)
        assert action is not None
        action.trigger()
        assert field.text() == left
        assert is_forgotten_later(NUMBER)


@pytest.mark.fault("B11")
def test_the_recovery_code_is_forgotten(qtbot: QtBot) -> None:
    form = RecoveryCodeForm(RecordedPrinting())
    qtbot.addWidget(form)
    form.show_code(
        "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF",
        SheetFacts("Chi bộ thử", "Đảng bộ thử", dt.datetime(2017, 12, 4, tzinfo=dt.UTC)),
    )
    form.show()
    label = find(form, GuardedText, "recoveryCode")
    label.setSelection(0, 4)
    at = QPoint(4, 4)
    QApplication.sendEvent(
        label, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, label.mapToGlobal(at))
    )
    menu = label.findChild(QMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert is_forgotten_later("AAAA")
