"""Kiểm tra thể thức on the page Văn bản: a file of others or a paper, mended and looked at again."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import LogWatch
from tests.papers.layout_check import word_hands as hands
from tests.ui.a_program import Room, a_room
from tests.ui.doubles import RecordedOpener
from tests.ui.english import english
from tests.ui.layout_screens import WORD_BUTTONS, careless
from ui.dialogs.layout_report import LayoutReportDialog
from ui.dialogs.list_pages import ListPagesDialog
from ui.texts import layout_check as words
from ui.widgets.acts_menu import ActsMenu
from ui.widgets.button import Button
from ui.widgets.labels import Text


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    room.window.resize(1366, 697)
    room.window.show()
    room.window.open("papers")
    yield room
    # The window is closed here and not by qtbot, which would delete it while a page is still being drawn.
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=15_000)
    room.close()
    room.window.deleteLater()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(careless().data())
    return path


def choose(room: Room, label: str) -> None:
    """Open the menu of the page and take an act of it."""
    menu = room.window.findChild(ActsMenu, "wordActs")
    assert menu is not None
    action = next(one for one in menu.menu_now().actions() if one.text() == label)
    action.trigger()


def shown(qtbot: QtBot, room: Room) -> LayoutReportDialog:
    def there() -> LayoutReportDialog | None:
        found = room.window.findChildren(LayoutReportDialog)
        return next((one for one in found if one.isVisible()), None)

    qtbot.waitUntil(lambda: there() is not None, timeout=15_000)
    dialog = there()
    assert dialog is not None
    return dialog


def press(dialog: LayoutReportDialog, name: str) -> None:
    button = dialog.findChild(Button, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dialog: LayoutReportDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text))


def test_a_file_of_others_is_looked_at_mended_and_looked_at_again(
    qtbot: QtBot, room: Room, file: Path
) -> None:
    room.dialogs.paths = [file]
    choose(room, words.CHECK_FILE)
    dialog = shown(qtbot, room)

    assert "“bao-cao.docx” có 12 chỗ chưa đúng Hướng dẫn 36-HD/VPTW" in said(dialog)
    assert "Số và ký hiệu, dòng “Số: 7/BC-CB”: sau chữ “Số” không có dấu hai chấm." in said(dialog)
    assert "Cách sửa: Xóa dấu hai chấm" in said(dialog)
    assert english(dialog, WORD_BUTTONS) == []

    file.write_bytes(hands.report().data())
    press(dialog, "checkAgain")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    again = shown(qtbot, room)
    assert "“bao-cao.docx” không có chỗ nào khác" in said(again)
    press(again, "closeLayout")


def test_the_result_is_copied_printed_and_the_file_opened(qtbot: QtBot, room: Room, file: Path) -> None:
    room.dialogs.paths = [file]
    choose(room, words.CHECK_FILE)
    dialog = shown(qtbot, room)

    press(dialog, "copyLayout")
    copied = QGuiApplication.clipboard().text()
    assert "- “bao-cao.docx”, Số và ký hiệu (dòng “Số: 7/BC-CB”)" in copied
    press(dialog, "openLayoutFile")
    assert cast("RecordedOpener", room.desk.opener).opened == [file]
    press(dialog, "printLayout")
    qtbot.waitUntil(lambda: room.window.findChild(ListPagesDialog) is not None, timeout=15_000)
    pages = room.window.findChild(ListPagesDialog)
    assert pages is not None
    pages.reject()
    press(dialog, "closeLayout")


def test_a_paper_of_the_cell_has_nothing_to_mend(qtbot: QtBot, room: Room) -> None:
    paper = room.core.papers.add("submission", 2017, {"body": "Chi bộ đã rà soát danh sách."})
    room.window.open("papers", paper.uid)

    choose(room, words.CHECK_PAPER)
    dialog = shown(qtbot, room)

    assert dialog.report.found == ()
    assert "Hướng dẫn 11-HD/VPTW" in said(dialog)
    for name in ("checkAgain", "openLayoutFile", "copyLayout", "printLayout"):
        button = dialog.findChild(Button, name)
        assert button is not None
        assert not button.isVisible()
    press(dialog, "closeLayout")


def test_without_a_paper_only_files_can_be_looked_at_and_nothing_chosen_does_nothing(room: Room) -> None:
    menu = room.window.findChild(ActsMenu, "wordActs")
    assert menu is not None
    assert words.CHECK_PAPER not in [one.text() for one in menu.menu_now().actions()]

    room.dialogs.paths = [None]
    choose(room, words.CHECK_FILE)

    assert not room.desk.runner.busy()


def test_what_is_no_word_file_is_told(qtbot: QtBot, room: Room, tmp_path: Path, log_watch: LogWatch) -> None:
    file = tmp_path / "ghi-chu.docx"
    file.write_text("không phải tệp Word", encoding="utf-8")
    room.dialogs.paths = [file]

    choose(room, words.CHECK_FILE)

    qtbot.waitUntil(lambda: any("L-505" in notice.words for notice in room.notices), timeout=15_000)
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    assert log_watch.take() == ["task failed: L-505"]
