"""Đổi khóa and a new recovery code from the window; a code that nobody wrote down is asked for again."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Core
from app.common import files
from app.errors import AppError, EnvironmentFailed
from app.keys import slot_files
from tests.builders import CELL, MEMBER, PASSWORD, seams
from tests.conftest import LogWatch
from tests.ui.a_program import a_room
from tests.ui.desks import notices_of, put_on_screen
from tests.ui.doubles import RecordedPrinting
from tests.ui.english import english
from tests.ui.typing_in import type_text
from ui.desktop.patience import Patience
from ui.desktop.recovery_sheet import SheetFacts, recovery_sheet
from ui.dialogs.busy_dialog import BusyDialog
from ui.dialogs.key_change import KeyChangeDialog
from ui.dialogs.new_code import NewCodeDialog
from ui.dialogs.password import PasswordDialog
from ui.forms.recovery_code import ASKED_GROUPS
from ui.pages.key_sheet import KeySheet
from ui.pages.page import Desk
from ui.pages.settings_page import SettingsPage
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.work_row import WorkRow

W = TypeVar("W", bound=QWidget)
NEW = "câu của người nhận bàn giao"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core, _ = bootstrap.create_cell(tmp_path / "so", PASSWORD, CELL, 2017, seams())
    core.members.add(MEMBER)
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[SettingsPage]:
    page = SettingsPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def find(root: QWidget, kind: type[W], name: str) -> W:
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def press(root: QWidget, name: str) -> None:
    QTest.mouseClick(find(root, Button, name), Qt.MouseButton.LeftButton)


def write(root: QWidget, name: str, text: str) -> None:
    field = find(root, QLineEdit, name)
    field.clear()
    type_text(field, text)


def opened(qtbot: QtBot, page: QWidget, button: str, kind: type[W]) -> W:
    press(page, button)
    qtbot.waitUntil(lambda: page.findChild(kind) is not None)
    dialog = page.findChild(kind)
    assert dialog is not None
    return dialog


def shown(dialog: QWidget) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def given_out(qtbot: QtBot, dialog: QWidget) -> str:
    """Wait for the code and return it."""
    qtbot.waitUntil(lambda: find(dialog, Text, "recoveryCode").text() != "", timeout=15_000)
    return find(dialog, Text, "recoveryCode").text()


def type_back(dialog: QWidget, code: str) -> None:
    for at in ASKED_GROUPS:
        write(dialog, f"group{at}", code.split("-")[at - 1].lower())


def refusal(core: Core, code: str) -> str:
    try:
        slot_files.read(core.folder).slots.unlock_with_recovery(code)
    except EnvironmentFailed as error:
        return error.code
    return ""


def start_key_change(qtbot: QtBot, page: SettingsPage) -> KeyChangeDialog:
    dialog = opened(qtbot, page, "openKeyChange", KeyChangeDialog)
    for name, text in (("oldField", PASSWORD), ("newField", NEW), ("againField", NEW)):
        write(dialog, name, text)
    press(dialog, "changeKey")
    return dialog


def test_the_key_is_changed_and_the_new_code_printed(
    qtbot: QtBot, page: SettingsPage, core: Core, desk: Desk
) -> None:
    dialog = start_key_change(qtbot, page)
    code = given_out(qtbot, dialog)
    assert "2 bản sao lưu trên máy này vẫn mở bằng mật khẩu cũ" in shown(dialog)
    assert "06/12/2017 (2 bản)" in shown(dialog)
    assert english(dialog) == []
    press(dialog, "changeKey")
    assert dialog.isVisible()
    assert not core.keys.recovery.is_on_paper()
    press(dialog, "printCode")
    assert isinstance(desk.printing, RecordedPrinting)
    assert desk.printing.printed == [1]
    find(dialog, QCheckBox, "codePrinted").click()
    press(dialog, "changeKey")
    qtbot.waitUntil(lambda: page.findChild(KeyChangeDialog) is None)
    assert core.keys.recovery.is_on_paper()
    assert slot_files.read(core.folder).slots.unlock_with_password(NEW)
    assert refusal(core, code) == ""
    index = page._backups._table.index(2, 0)  # noqa: SLF001  what the list says of the set
    assert "mở bằng mật khẩu cũ" in index.data()


def test_a_code_left_for_later_is_said_to_be_missing(
    qtbot: QtBot, page: SettingsPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    dialog = start_key_change(qtbot, page)
    given_out(qtbot, dialog)
    press(dialog, "cancelKeyChange")
    qtbot.waitUntil(lambda: bool(heard))
    assert "chưa có trên giấy" in heard[-1].words
    assert not core.keys.recovery.is_on_paper()
    assert core.home.lines(2017)[0].code == "recovery.not_on_paper"


def test_what_is_wrong_stands_where_it_can_be_mended(
    qtbot: QtBot, page: SettingsPage, desk: Desk, log_watch: LogWatch
) -> None:
    dialog = opened(qtbot, page, "openKeyChange", KeyChangeDialog)
    for name, text in (("oldField", "không phải"), ("newField", NEW), ("againField", NEW)):
        write(dialog, name, text)
    press(dialog, "changeKey")
    dialog.reject()  # not while it works
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not desk.runner.busy())
    assert "Mật khẩu chưa đúng." in shown(dialog)
    assert log_watch.take() == ["task failed: L-206"]
    press(dialog, "cancelKeyChange")
    assert not dialog.isVisible()


def test_a_disk_that_refuses_is_told_in_the_dialog_and_all_is_as_before(
    qtbot: QtBot,
    page: SettingsPage,
    core: Core,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    log_watch: LogWatch,
) -> None:
    def full(*_: object) -> None:
        raise EnvironmentFailed("L-102")

    with monkeypatch.context() as patch:
        patch.setattr("app.storage.key_change.rekey", full)
        dialog = start_key_change(qtbot, page)
        qtbot.waitUntil(lambda: not desk.runner.busy())
    assert "(L-102)" in shown(dialog)
    assert log_watch.take() == ["task failed: L-102"]
    dialog.reject()
    assert slot_files.read(core.folder).slots.unlock_with_password(PASSWORD)


def test_a_new_code_opens_only_once_it_is_on_paper(qtbot: QtBot, page: SettingsPage, core: Core) -> None:
    assert "chưa chắc đã có trên giấy" in shown(page)
    old = _known_code(core)
    dialog = opened(qtbot, page, "openNewCode", NewCodeDialog)
    write(dialog, "codePasswordField", PASSWORD)
    press(dialog, "makeCode")
    code = given_out(qtbot, dialog)
    press(dialog, "makeCode")
    assert (refusal(core, old), refusal(core, code)) == ("", "L-209")
    type_back(dialog, code)
    press(dialog, "makeCode")
    qtbot.waitUntil(lambda: page.findChild(NewCodeDialog) is None)
    assert (refusal(core, old), refusal(core, code)) == ("L-209", "")
    assert "chưa chắc đã có trên giấy" not in shown(page)
    assert core.keys.recovery.is_on_paper()


def _known_code(core: Core) -> str:
    code = core.keys.recovery.new_code(PASSWORD)
    core.keys.recovery.put_in_force(code)
    return code


def test_slots_that_cannot_be_read_raise_no_alarm_about_the_code(core: Core) -> None:
    for name in slot_files.FILE_NAMES:
        (core.folder / name).rename(core.folder / f"{name}.away")
    shutil.rmtree(core.folder / "sao-luu")
    assert "recovery.not_on_paper" not in {line.code for line in core.home.lines(2017)}
    for name in slot_files.FILE_NAMES:
        (core.folder / f"{name}.away").rename(core.folder / name)


def test_a_new_code_given_up_changes_nothing(
    qtbot: QtBot, page: SettingsPage, core: Core, log_watch: LogWatch, desk: Desk
) -> None:
    old = _known_code(core)
    dialog = opened(qtbot, page, "openNewCode", NewCodeDialog)
    write(dialog, "codePasswordField", "sai mật khẩu")
    press(dialog, "makeCode")
    qtbot.waitUntil(lambda: not desk.runner.busy())
    assert "Mật khẩu chưa đúng." in shown(dialog)
    assert log_watch.take() == ["task failed: L-206"]
    write(dialog, "codePasswordField", PASSWORD)
    qtbot.waitUntil(find(dialog, Button, "makeCode").isEnabled)  # the second after a wrong password
    press(dialog, "makeCode")
    code = given_out(qtbot, dialog)
    press(dialog, "cancelCode")
    assert (refusal(core, old), refusal(core, code)) == ("", "L-209")


def test_a_new_code_that_cannot_be_written_leaves_the_old_one(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = _known_code(core)
    new = core.keys.recovery.new_code(PASSWORD)
    real, calls = files.write_whole, iter(range(10))

    def filling(path: Path, content: bytes) -> None:
        if next(calls) == 1:
            raise EnvironmentFailed("L-102")
        real(path, content)

    with monkeypatch.context() as patch:
        patch.setattr("app.storage.passwords.write_whole", filling)
        with pytest.raises(AppError, match="L-102"):
            core.keys.recovery.put_in_force(new)
    assert (refusal(core, old), refusal(core, new)) == ("", "L-209")


def test_one_click_on_the_home_page_leads_to_a_new_code(qtbot: QtBot, core: Core, tmp_path: Path) -> None:
    room = a_room(tmp_path / "ghe", core)
    qtbot.addWidget(room.window)
    room.window.open("home")
    room.window.show()
    row = find(room.window, WorkRow, "work_recovery.not_on_paper")
    row.click()
    qtbot.waitUntil(lambda: room.window.findChild(NewCodeDialog) is not None)
    dialog = find(room.window, NewCodeDialog, "newCodeDialog")
    assert dialog.isVisible()
    dialog.reject()
    room.window.close()
    room.desk.runner.close()


@pytest.mark.slow
def test_practice_data_need_no_code(qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    core = bootstrap.create_practice_cell(tmp_path / "tap", PASSWORD, seams())
    sheet = KeySheet(core, desk)
    qtbot.addWidget(sheet)
    sheet.refresh()
    assert sheet.findChildren(StateLine)[0].isHidden()
    assert not find(sheet, Button, "openKeyChange").isVisibleTo(sheet)
    assert "recovery.not_on_paper" not in {line.code for line in core.home.lines(2017)}
    core.close()


LONG = SheetFacts(
    "Chi bộ Trường Trung học cơ sở và Trung học phổ thông xã Mẫu Sơn Thượng và khu dân cư số 12",
    "Đảng bộ phường Mẫu Sơn Thượng, thành phố trực thuộc Trung ương",
    dt.datetime(2017, 12, 31, 23, 59),  # noqa: DTZ001  the wall clock
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("code", ["K7QM-2XWD-ABCD-EFGH-IJKL-MNOP", "-".join(["WWWW"] * 6)])
def test_the_sheet_is_one_page_with_clear_margins(code: str) -> None:
    image = QImage.fromData(recovery_sheet(LONG, code))
    assert (image.width(), image.height()) == (2480, 3508)
    ink = _ink(image)
    left, right, top, bottom = (round(mm / 25.4 * 300) for mm in (24, 210 - 19, 19, 297 - 10))
    assert ink[0] >= left
    assert ink[1] <= right
    assert ink[2] >= top
    assert ink[3] <= bottom


def _ink(image: QImage) -> tuple[int, int, int, int]:
    """Return the outermost columns and rows with anything dark in them."""
    step = 4
    small = image.scaled(
        image.width() // step,
        image.height() // step,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    dark = [
        (x, y)
        for y in range(small.height())
        for x in range(small.width())
        if small.pixelColor(x, y).lightness() < 200
    ]
    columns, rows = {x for x, _ in dark}, {y for _, y in dark}
    return min(columns) * step, max(columns) * step, min(rows) * step, max(rows) * step


GUESSES: dict[str, tuple[type[BusyDialog], str, str]] = {
    "openPassword": (PasswordDialog, "oldField", "changePassword"),
    "openNewCode": (NewCodeDialog, "codePasswordField", "makeCode"),
    "openKeyChange": (KeyChangeDialog, "oldField", "changeKey"),
}


def wait_for_wrong(qtbot: QtBot, patience: Patience, wrong: int) -> None:
    qtbot.waitUntil(lambda: patience.wrong == wrong, timeout=15_000)


@pytest.mark.fault("B02")
@pytest.mark.parametrize("button", GUESSES)
def test_guessing_at_the_open_window_waits_too(
    qtbot: QtBot, page: SettingsPage, core: Core, desk: Desk, log_watch: LogWatch, button: str
) -> None:
    kind, field, act = GUESSES[button]
    patience = Patience(core.folder, desk.clock)
    dialog = opened(qtbot, page, button, kind)
    for wrong in range(1, 6):
        for name in ("newField", "againField"):
            if dialog.findChild(QLineEdit, name):
                write(dialog, name, NEW)
        write(dialog, field, f"đoán lần thứ {wrong}")
        find(dialog, Button, act).setEnabled(True)  # as when the seconds have gone by
        press(dialog, act)
        wait_for_wrong(qtbot, patience, wrong)
        assert not find(dialog, Button, act).isEnabled()
        assert find(dialog, StateLine, "waitToTry").isVisible()
        QTest.keyClick(find(dialog, QLineEdit, field), Qt.Key.Key_Return)
        assert patience.wrong == wrong
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(kind) is None)
    again = opened(qtbot, page, button, kind)
    assert not find(again, Button, act).isEnabled()
    again.reject()
    core.access.check_password(PASSWORD)
    assert log_watch.take() == ["task failed: L-206"] * 5
