"""Cài đặt: the cell is saved and undone, the size is passed on, the password changes, a backup comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.common import licences
from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.version import __version__
from tests.builders import MEMBER, PASSWORD, a_core
from tests.conftest import LogWatch
from tests.ui.desks import dialogs_of, notices_of, put_on_screen
from tests.ui.doubles import RecordedOpener
from tests.ui.english import english
from tests.ui.typing_in import type_text
from ui.dialogs.about import AboutDialog
from ui.dialogs.password import PasswordDialog
from ui.pages.cell_sheet import FORM
from ui.pages.page import Desk
from ui.pages.settings_page import SettingsPage
from ui.theme.room import Room
from ui.widgets.labels import StateLine
from ui.widgets.record_view import RecordView

NEW = "một câu khác dễ nhớ"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[SettingsPage]:
    page = SettingsPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def field(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None
    return found


def button(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def change(page: SettingsPage, name: str, text: str) -> None:
    line = field(page, name)
    line.setFocus()
    line.selectAll()
    if text:
        type_text(line, text)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)


def test_the_cell_is_saved_and_the_save_can_be_undone(page: SettingsPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    click(page, "saveCell")
    assert heard[-1].words == "Chưa có gì thay đổi để lưu."
    change(page, "name", "Chi bộ thôn Thử")

    click(page, "saveCell")

    assert core.cells.current().name == "Chi bộ thôn Thử"
    assert heard[-1].link == "Hoàn tác"
    core.history.undo()
    assert field(page, "name").text() == "Chi bộ thôn Mẫu"


def test_what_cannot_be_saved_is_told_under_its_field_and_stays(page: SettingsPage, core: Core) -> None:
    change(page, "term_started_on", "31/02/2015")
    change(page, "place_name", "")

    click(page, "saveCell")

    sheet = page._cell._form.binder  # noqa: SLF001  the rows say what stands under the fields
    assert sheet.row("term_started_on").problem() == "Không có ngày này trong lịch."
    assert sheet.row("place_name").problem() == "Chỗ này chưa ghi."
    assert field(page, "term_started_on").text() == "31/02/2015"
    assert core.cells.current().place_name == "Xã Mẫu"


def test_an_unsaved_change_comes_back_and_can_be_given_up(
    qtbot: QtBot, page: SettingsPage, core: Core, desk: Desk
) -> None:
    change(page, "symbol", "CBT")
    page.leave()
    assert core.drafts.find(FORM, "") is not None

    again = SettingsPage(core, desk)
    qtbot.addWidget(again)
    assert field(again, "symbol").text() == "CBT"
    button(again, "dropCellDraft").click()

    assert field(again, "symbol").text() == "CB"
    assert core.drafts.find(FORM, "") is None


@pytest.mark.parametrize("size", [14, 16, 18, 20])
def test_the_size_of_letters_is_remembered(page: SettingsPage, desk: Desk, size: int) -> None:
    choice = page.findChild(QRadioButton, f"font{size}")
    assert choice is not None
    choice.click()

    assert desk.seat.font_size == size


def open_dialog(qtbot: QtBot, page: SettingsPage) -> PasswordDialog:
    click(page, "openPassword")
    qtbot.waitUntil(lambda: page.findChild(PasswordDialog) is not None)
    dialog = page.findChild(PasswordDialog)
    assert dialog is not None
    return dialog


def fill(dialog: PasswordDialog, old: str, new: str, again: str) -> None:
    for name, text in (("oldField", old), ("newField", new), ("againField", again)):
        field(dialog, name).clear()
        type_text(field(dialog, name), text)


def test_the_password_is_changed(qtbot: QtBot, page: SettingsPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    dialog = open_dialog(qtbot, page)
    fill(dialog, PASSWORD, NEW, NEW)
    click(dialog, "changePassword")
    qtbot.waitUntil(lambda: bool(heard))

    assert "Đã đổi mật khẩu" in heard[-1].words
    qtbot.waitUntil(lambda: page.findChild(PasswordDialog) is None)
    slots = slot_files.read(core.folder).slots
    assert slots.unlock_with_password(NEW)
    with pytest.raises(EnvironmentFailed):
        slots.unlock_with_password(PASSWORD)


def test_a_wrong_old_password_is_told_under_it(
    qtbot: QtBot, page: SettingsPage, desk: Desk, log_watch: LogWatch
) -> None:
    dialog = open_dialog(qtbot, page)
    fill(dialog, "không phải mật khẩu", NEW, NEW)
    click(dialog, "changePassword")
    qtbot.waitUntil(lambda: not desk.runner.busy())

    assert dialog.isVisible()
    assert dialog._old.problem() != ""  # noqa: SLF001  what stands under the field
    assert field(dialog, "newField").text() == NEW
    assert log_watch.take() == ["task failed: L-206"]
    dialog.reject()


def test_a_password_that_cannot_be_written_is_told_and_the_old_one_opens(
    qtbot: QtBot,
    page: SettingsPage,
    core: Core,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    log_watch: LogWatch,
) -> None:
    def full(*_: object) -> None:
        raise EnvironmentFailed("L-102")

    dialog = open_dialog(qtbot, page)
    fill(dialog, PASSWORD, NEW, NEW)
    with monkeypatch.context() as patch:
        patch.setattr("app.storage.passwords.write_slots", full)
        click(dialog, "changePassword")
        qtbot.waitUntil(lambda: not desk.runner.busy())

    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "(L-102)" in said
    assert log_watch.take() == ["task failed: L-102"]
    dialog.reject()
    assert slot_files.read(core.folder).slots.unlock_with_password(PASSWORD)


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [("ngắn", "ngắn", "Mật khẩu cần ít nhất 8 ký tự."), (NEW, f"{NEW}!", "Hai lần nhập chưa giống nhau.")],
)
def test_a_new_password_that_will_not_do_is_told_at_once(
    qtbot: QtBot, page: SettingsPage, desk: Desk, new: str, again: str, said: str
) -> None:
    dialog = open_dialog(qtbot, page)
    fill(dialog, PASSWORD, new, again)
    click(dialog, "changePassword")

    shown = {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    assert said in shown
    assert [one for one in shown if one == said or one.startswith("Độ mạnh: Quá ngắn")] == [said]
    assert not desk.runner.busy()
    assert english(dialog) == []
    dialog.reject()


def test_a_backup_is_made_and_listed(qtbot: QtBot, page: SettingsPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    core.members.add(MEMBER)
    click(page, "backUp")
    qtbot.waitUntil(lambda: bool(heard))

    assert [one.reason for one in core.backups.list()] == ["manual", "daily"]
    index = page._backups._table.index(0, 0)  # noqa: SLF001  what the list says of the set
    assert "1 đảng viên, 0 văn bản · đồng chí bấm Sao lưu" in index.data()


def test_a_backup_comes_back_after_the_question(
    qtbot: QtBot, page: SettingsPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    core.members.add(MEMBER)
    core.backups.make("manual")
    core.members.add({**MEMBER, "full_name": "Lê Thị Bình", "card_number": ""})
    page.refresh()
    dialogs_of(desk).answers = [False, True]
    click(page, "restoreBackup")
    assert len(core.members.list()) == 2

    click(page, "restoreBackup")
    qtbot.waitUntil(lambda: bool(heard))

    assert len(core.members.list()) == 1
    asked = dialogs_of(desk).asked[-1]
    assert asked.danger
    assert "1 đảng viên, 0 văn bản" in asked.words
    assert "thêm 1 việc" in asked.words
    assert "Đã khôi phục" in heard[-1].words


def said(page: SettingsPage, name: str) -> str:
    line = page.findChild(StateLine, name)
    assert line is not None
    return " ".join(label.text() for label in line.findChildren(QLabel))


def test_a_second_place_is_chosen_and_gets_its_copy(
    qtbot: QtBot, page: SettingsPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    heard = notices_of(desk)
    assert "chưa chọn" in said(page, "secondPlace")
    assert not button(page, "copySecond").isEnabled()
    (tmp_path / "usb").mkdir()
    dialogs_of(desk).paths = [None, tmp_path / "khong-co", tmp_path / "usb"]
    click(page, "chooseSecond")
    assert heard == []
    click(page, "chooseSecond")
    assert "(L-231)" in heard[-1].words
    click(page, "chooseSecond")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert "đọc lại đủ" in heard[-1].words
    assert len(core.second_place.sets()) == 1
    qtbot.waitUntil(lambda: "bản gần nhất lúc" in said(page, "secondPlace"))


def test_a_trial_restore_says_when_and_how_long(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    heard = notices_of(desk)
    assert "Chưa khôi phục thử" in said(page, "trial")
    click(page, "tryRestore")
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.waitUntil(lambda: "thành công ngày" in said(page, "trial"))


def test_about_names_every_part_and_its_licence(qtbot: QtBot) -> None:
    about = AboutDialog(RecordedOpener())
    qtbot.addWidget(about)
    view = about.findChild(RecordView, "licenceList")
    version = about.findChild(QLabel, "version")
    assert view is not None
    assert version is not None

    model = view.model()
    shown = {tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())}

    assert version.text() == f"Phiên bản {__version__}"
    assert shown == {(part.name, part.version, part.licence) for part in licences.parts()}


def test_the_page_opens_about(qtbot: QtBot, page: SettingsPage) -> None:
    click(page, "openAbout")
    qtbot.waitUntil(lambda: page.findChild(AboutDialog) is not None)
    about = page.findChild(AboutDialog)
    assert about is not None
    assert about.isVisible()
    about.accept()


@pytest.mark.parametrize("room", Room)
def test_no_english_in_any_layout(page: SettingsPage, core: Core, room: Room) -> None:
    core.backups.make("manual")
    page.refresh()
    page.fit(room)
    assert english(page, {"TTr"}) == []
