"""The program from its first window on: wizard, unlock, wrong password, recovery, practice, crash."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Seams
from app.common.locks import WINDOW, OsLock
from app.keys import slot_files
from app.keys.slots import Slots
from app.storage.opening import create
from app.storage.passwords import write_slots
from tests.builders import CELL
from tests.conftest import LogWatch
from tests.storage.test_whereabouts import UNFIT, Elsewhere
from tests.ui.a_program import CHEAP, PASSWORD, RoomClock
from tests.ui.doubles import PreparedDialogs
from tests.ui.typing_in import type_text
from ui.desktop.options import pictures_asked
from ui.dialogs.crash import CrashDialog, CrashDoor
from ui.dialogs.first_start import COLUMN_WIDTH, FirstStartWindow
from ui.dialogs.new_code import NewCodeDialog
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.unlock import UnlockWindow
from ui.forms.recovery_code import ASKED_GROUPS
from ui.main import Program
from ui.main_window import MainWindow
from ui.sitting.portrait import Portrait
from ui.texts import frame
from ui.texts import restore as restore_words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.work_row import WorkRow

W = TypeVar("W", bound=QWidget)
SEAMS = Seams(RoomClock(), cost=CHEAP)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, tmp_path / "so", SEAMS)
    yield program
    if program.window:
        program.window.close()
    program.close()
    program.deleteLater()


@pytest.fixture
def cell(tmp_path: Path) -> str:
    """A cell lies there already; returns its recovery code."""
    core, code = bootstrap.create_cell(tmp_path / "so", PASSWORD, CELL, 2017, SEAMS)
    core.members.add({"full_name": "Nguyễn Văn Bảo"})
    core.close()
    return code


def find(program: Program, kind: type[W], name: str) -> W:
    assert program.window is not None
    found: W | None = program.window.findChild(kind, name)
    assert found is not None, name
    return found


def write(program: Program, name: str, text: str) -> None:
    field = find(program, QLineEdit, name)
    field.clear()
    type_text(field, text)


def press(program: Program, name: str) -> None:
    QTest.mouseClick(find(program, Button, name), Qt.MouseButton.LeftButton)


def wait_for(qtbot: QtBot, program: Program, kind: type[QWidget]) -> None:
    qtbot.waitUntil(lambda: isinstance(program.window, kind), timeout=15_000)


def said(program: Program) -> list[str]:
    assert program.window is not None
    return [text.text() for text in program.window.findChildren(Text) if text.isVisible()]


def test_the_wizard_makes_the_cell_and_leads_in(qtbot: QtBot, program: Program) -> None:
    program.start()
    assert isinstance(program.window, FirstStartWindow)
    press(program, "newCell")
    for field in ("name", "upper_organisation", "upper_committee", "place_name", "cell_secretary"):
        write(program, field, str(CELL[field]))
    write(program, "term_started_on", "01/03/2015")
    write(program, "year", "2017")
    press(program, "cellNext")
    write(program, "firstField", "mật khẩu dài đủ")
    write(program, "secondField", "mật khẩu dài đủ")
    press(program, "create")
    qtbot.waitUntil(lambda: find(program, Text, "recoveryCode").text() != "", timeout=15_000)
    groups = find(program, Text, "recoveryCode").text().split("-")
    press(program, "start")
    assert isinstance(program.window, FirstStartWindow)
    for at in ASKED_GROUPS:
        write(program, f"group{at}", groups[at - 1].lower())
    press(program, "start")
    assert isinstance(program.window, MainWindow)
    assert find(program, Text, "cellName").text() == CELL["name"]


def put(program: Program, name: str, text: str) -> None:
    """Go into a field, write, and go on."""
    field = find(program, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_the_wizard_takes_committee_and_place_from_the_organisation(qtbot: QtBot, program: Program) -> None:
    program.start()
    assert program.window is not None
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    press(program, "newCell")
    committee, place = (find(program, QLineEdit, name) for name in ("upper_committee", "place_name"))
    put(program, "upper_organisation", "Đảng bộ Công ty Mẫu")
    assert (committee.text(), place.text()) == ("Đảng ủy Công ty Mẫu", "")
    put(program, "upper_organisation", "đảng bộ phường Mẫu")
    assert (committee.text(), place.text()) == ("Đảng ủy phường Mẫu", "Phường Mẫu")
    put(program, "place_name", "Mẫu Sơn")
    put(program, "upper_organisation", "Đảng bộ xã Mẫu")
    assert (committee.text(), place.text()) == ("Đảng ủy xã Mẫu", "Mẫu Sơn")
    put(program, "upper_organisation", "Đảng bộ")
    assert (committee.text(), place.text()) == ("Đảng ủy xã Mẫu", "Mẫu Sơn")


def test_a_wizard_ended_before_there_was_a_cell_comes_again(
    qtbot: QtBot, program: Program, tmp_path: Path, log_watch: LogWatch
) -> None:
    """C08: the power went between making the file and its first commit."""
    folder = tmp_path / "so"
    folder.mkdir()
    slots, _ = Slots.create("a" * 32, bytes(32), PASSWORD, CHEAP)
    create(folder, bytes(32), "a" * 32, RoomClock(), slots).close()
    program.start()
    write(program, "passwordField", PASSWORD)
    press(program, "open")
    wait_for(qtbot, program, FirstStartWindow)
    assert not (folder / "chi-bo.db").exists()
    assert log_watch.take() == ["task failed: L-119"]


def test_a_wizard_closed_at_the_code_asks_for_another_one(qtbot: QtBot, program: Program, cell: str) -> None:
    """The cell was made and nobody said that its code is on paper: the home page says so at once."""
    assert cell
    program.start()
    write(program, "passwordField", PASSWORD)
    press(program, "open")
    wait_for(qtbot, program, MainWindow)
    row = find(program, WorkRow, "work_recovery.not_on_paper")
    row.click()
    qtbot.waitUntil(lambda: find(program, QLineEdit, "codePasswordField").isVisible())
    find(program, NewCodeDialog, "newCodeDialog").reject()


def test_after_a_change_of_key_cut_short_either_password_leads_on(
    qtbot: QtBot, program: Program, cell: str, tmp_path: Path, log_watch: LogWatch
) -> None:
    assert cell
    folder = tmp_path / "so"
    slots = slot_files.read(folder).slots
    staged, _ = Slots.create(slots.uid, bytes(32), "câu mới đã đặt", CHEAP, serial=slots.serial + 1)
    (folder / "doi-khoa").mkdir()
    write_slots(folder / "doi-khoa", staged)
    program.start()
    write(program, "passwordField", "câu mới đã đặt")
    press(program, "open")
    qtbot.waitUntil(lambda: any("tắt giữa lúc đổi khóa" in text for text in said(program)), timeout=15_000)
    qtbot.waitUntil(find(program, Button, "open").isEnabled)
    write(program, "passwordField", PASSWORD)
    press(program, "open")
    wait_for(qtbot, program, MainWindow)
    assert not (folder / "doi-khoa").exists()
    assert log_watch.take() == ["task failed: L-216"]


def test_the_wizard_goes_on_by_enter_and_stays_narrow(qtbot: QtBot, program: Program) -> None:
    program.start()
    window = program.window
    assert isinstance(window, FirstStartWindow)
    window.resize(look.px(1600), look.px(697))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(find(program, Button, "newCell"), Qt.Key.Key_Return)
    for field in ("name", "upper_organisation", "upper_committee", "place_name", "cell_secretary"):
        write(program, field, str(CELL[field]))
    write(program, "term_started_on", "01/03/2015")
    assert find(program, QLineEdit, "name").width() <= look.px(COLUMN_WIDTH)
    QTest.keyClick(find(program, QLineEdit, "year"), Qt.Key.Key_Return)
    write(program, "firstField", "mật khẩu dài đủ")
    QTest.keyClick(find(program, QLineEdit, "firstField"), Qt.Key.Key_Return)
    assert find(program, QLineEdit, "secondField").hasFocus()
    write(program, "secondField", "mật khẩu dài đủ")
    QTest.keyClick(find(program, QLineEdit, "secondField"), Qt.Key.Key_Return)
    qtbot.waitUntil(find(program, QLineEdit, "group2").hasFocus, timeout=15_000)
    groups = find(program, Text, "recoveryCode").text().split("-")
    for at in ASKED_GROUPS:
        write(program, f"group{at}", groups[at - 1])
    QTest.keyClick(find(program, QLineEdit, "group5"), Qt.Key.Key_Return)
    assert isinstance(program.window, MainWindow)


def test_the_wizard_says_what_is_missing(program: Program) -> None:
    program.start()
    press(program, "newCell")
    write(program, "year", "17")
    press(program, "cellNext")
    assert "Chỗ này chưa ghi." in said(program)
    assert "Năm làm việc là số từ 2014 đến 2100." in said(program)


@pytest.mark.usefixtures("cell")
def test_missing_changes_are_told_and_going_on_is_the_users_choice(
    qtbot: QtBot, program: Program, tmp_path: Path, log_watch: LogWatch
) -> None:
    older = (tmp_path / "so" / "chi-bo.db").read_bytes()
    core = bootstrap.unlock(tmp_path / "so", PASSWORD, SEAMS)
    core.members.add({"full_name": "Nguyễn Văn Mất"})
    core.close()
    (tmp_path / "so" / "chi-bo.db").write_bytes(older)
    program.start()
    assert not find(program, Button, "goOn").isVisible()
    write(program, "passwordField", PASSWORD)
    press(program, "open")
    qtbot.waitUntil(lambda: find(program, Button, "goOn").isVisible(), timeout=15_000)
    assert find(program, Button, "restore").isVisible()
    assert any("thiếu 1 thay đổi cuối" in text for text in said(program))
    press(program, "goOn")
    wait_for(qtbot, program, MainWindow)
    assert log_watch.take() == ["task failed: L-203"]


@pytest.mark.usefixtures("cell")
def test_the_password_opens(qtbot: QtBot, program: Program) -> None:
    program.start()
    assert isinstance(program.window, UnlockWindow)
    write(program, "passwordField", PASSWORD)
    QTest.keyClick(find(program, QLineEdit, "passwordField"), Qt.Key.Key_Return)
    wait_for(qtbot, program, MainWindow)


@pytest.mark.usefixtures("cell")
def test_a_new_year_stands_in_the_year_box(qtbot: QtBot, program: Program) -> None:
    program.start()
    write(program, "passwordField", PASSWORD)
    QTest.keyClick(find(program, QLineEdit, "passwordField"), Qt.Key.Key_Return)
    wait_for(qtbot, program, MainWindow)
    assert program.core is not None
    program.core.years.open(2018)
    years = find(program, QComboBox, "year")
    qtbot.waitUntil(lambda: years.findData(2018) >= 0)


@pytest.mark.fault("B01")
@pytest.mark.usefixtures("cell")
def test_a_wrong_password_is_said_under_the_field(
    qtbot: QtBot, program: Program, log_watch: LogWatch
) -> None:
    program.start()
    write(program, "passwordField", "sai")
    press(program, "open")
    qtbot.waitUntil(lambda: any("Mật khẩu" in text and "đúng" in text for text in said(program)))
    assert find(program, QLineEdit, "passwordField").text() == "sai"
    assert log_watch.take() == ["task failed: L-206"]


@pytest.mark.fault("B07")
def test_the_recovery_code_sets_a_new_password(qtbot: QtBot, program: Program, cell: str) -> None:
    program.start()
    press(program, "forgotten")
    write(program, "recoveryCode", cell)
    write(program, "newPasswordField", "mật khẩu mới")
    write(program, "repeatPasswordField", "mật khẩu mới")
    press(program, "reset")
    wait_for(qtbot, program, MainWindow)


def names_in(folder: Path) -> list[str]:
    core = bootstrap.unlock(folder, PASSWORD, SEAMS)
    names = [one.full_name for one in core.members.list()]
    core.close()
    return names


@pytest.mark.usefixtures("cell")
def test_damaged_data_offer_the_backup_sets(
    qtbot: QtBot, program: Program, tmp_path: Path, log_watch: LogWatch
) -> None:
    core = bootstrap.unlock(tmp_path / "so", PASSWORD, SEAMS)
    core.backups.make("daily")
    core.close()
    dialogs = PreparedDialogs()
    dialogs.answers = [False, True]
    program.dialogs = dialogs
    (tmp_path / "so" / bootstrap.DATABASE_NAME).write_bytes(b"x" * 5000)
    program.start()
    write(program, "passwordField", PASSWORD)
    press(program, "open")
    restore = find(program, Button, "restore")
    qtbot.waitUntil(restore.isVisible)
    assert find(program, StateLine, "unlockNotice").isVisible()
    press(program, "restore")
    assert program.window is not None
    dialog = program.window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    type_text(find(program, QLineEdit, "restorePasswordField"), PASSWORD)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        press(program, "restoreSet")
    assert chosen.args[1] == PASSWORD
    qtbot.waitUntil(lambda: len(dialogs.asked) == 1, timeout=15_000)
    assert "1 đảng viên" in dialogs.asked[0].words
    assert restore_words.NOTHING_LOST in dialogs.asked[0].words
    qtbot.waitUntil(dialog.isEnabled, timeout=15_000)
    press(program, "restoreSet")
    qtbot.waitUntil(lambda: bool(dialogs.told), timeout=15_000)
    assert dialogs.told[0].startswith("Đã khôi phục")
    assert names_in(tmp_path / "so") == ["Nguyễn Văn Bảo"]
    assert all(line.startswith("task failed: L-2") for line in log_watch.take())


def test_another_font_size_keeps_the_page(qtbot: QtBot, program: Program, cell: str) -> None:  # noqa: ARG001  the cell is there
    program.start()
    write(program, "passwordField", PASSWORD)
    press(program, "open")
    wait_for(qtbot, program, MainWindow)
    window = program.window
    assert isinstance(window, MainWindow)
    window.open("members")
    program.seat.font_size = 18
    assert program.window is not window
    assert isinstance(program.window, MainWindow)
    assert program.window.place() == "members"
    assert program.window.font().pixelSize() == 18


@pytest.mark.slow
def test_the_practice_cell_opens_and_leads_back(qtbot: QtBot, program: Program) -> None:
    program.start()
    press(program, "practice")
    wait_for(qtbot, program, MainWindow)
    assert find(program, QWidget, "practiceStrip").isVisible()
    assert program.window is not None
    assert "LUYỆN TẬP" in program.window.windowTitle()
    press(program, "toRealData")
    wait_for(qtbot, program, FirstStartWindow)


LIGHT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.main import Program
app = QApplication([])
folder = Path(sys.argv[1])
(folder / "chi-bo.db").write_bytes(b"there is one")
program = Program(app, folder)
program.start()
program.window.grab()
heavy = {"sqlmodel", "sqlalchemy", "pydantic", "docx", "reportlab", "lxml", "openpyxl", "py7zr", "alembic"}
print(sorted(heavy & set(sys.modules)))
"""


def test_the_unlock_window_is_there_before_anything_heavy(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.fault("I04")
def test_a_bug_keeps_the_draft_and_names_nobody(qtbot: QtBot, log_watch: LogWatch) -> None:
    kept: list[str] = []
    door = CrashDoor(lambda: kept.append("draft"), lambda: kept.append("restart"))
    try:
        raise KeyError("Nguyễn Văn A")  # noqa: TRY301  a bug on purpose
    except KeyError as error:
        door.receive(KeyError, error, error.__traceback__)

    def dialog() -> CrashDialog | None:
        return next((one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)), None)

    qtbot.waitUntil(lambda: dialog() is not None)
    shown = dialog()
    assert shown is not None
    assert "Nguyễn" not in shown.report()
    assert "KeyError" in shown.report()
    shown.accept()
    assert kept == ["draft"]
    assert log_watch.take() == ["bug"]


# Pictures for those who build it --------------------------------------------------------------------------


@pytest.mark.slow
def test_pictures_of_the_first_window_and_of_pages_are_left(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    ended: list[int] = []
    program.start()
    portrait = Portrait(program, ["home", "members", "papers"], ended.append)
    portrait.begin(tmp_path / "anh")
    qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
    assert ended == [0]
    taken = sorted((tmp_path / "anh").iterdir())
    assert [path.name for path in taken] == ["0-first.png", "1-home.png", "2-members.png", "3-papers.png"]
    pictures = [QImage(str(path)) for path in taken]
    assert all(picture.width() > 500 and picture.height() > 400 for picture in pictures)
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        (["SoChiBo.exe"], None),
        (["SoChiBo.exe", "--anh", "C:/ảnh"], Path("C:/ảnh")),
        (["SoChiBo.exe", "--anh"], None),
    ],
)
def test_pictures_are_taken_only_when_asked(arguments: list[str], folder: Path | None) -> None:
    assert pictures_asked(arguments) == folder


ENDS = """
import sys
from ui.desktop import options
from ui.sitting import portrait
from ui.main import main

portrait._LOOK_AGAIN_MS, portrait._SETTLED_LOOKS = 20, 2
sys.exit(main(["SoChiBo", options.PICTURES, sys.argv[1]]))
"""


@pytest.mark.slow
def test_the_program_ends_well_with_a_window_still_open(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDS, str(tmp_path / "anh")],
        check=False,
        env={**os.environ, "SOCHIBO_DATA": str(tmp_path / "so")},
    )
    assert done.returncode == 0
    assert len(list((tmp_path / "anh").iterdir())) == 1 + len(frame.PLACES)


@pytest.mark.parametrize(("by_window", "code"), [(True, "L-105"), (False, "L-114")])
@pytest.mark.usefixtures("cell")
@pytest.mark.fault("I01")
def test_data_open_elsewhere_are_told_without_a_restore(
    qtbot: QtBot, program: Program, tmp_path: Path, log_watch: LogWatch, by_window: bool, code: str
) -> None:
    elsewhere = bootstrap.unlock(tmp_path / "so", PASSWORD, SEAMS)
    if by_window:
        OsLock(tmp_path / "so" / WINDOW).release()
    program.start()
    write(program, "passwordField", PASSWORD)
    press(program, "open")
    notice = find(program, StateLine, "unlockNotice")
    qtbot.waitUntil(notice.isVisible)
    assert code in notice.words()
    assert not find(program, Button, "restore").isVisible()
    elsewhere.close()
    press(program, "open")
    wait_for(qtbot, program, MainWindow)
    assert log_watch.take() == [f"task failed: {code}"]


# Where the data lie ---------------------------------------------------------------------------------------


@pytest.mark.fault("A17")
def test_the_wizard_says_at_once_that_no_data_may_lie_here(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, log_watch: LogWatch
) -> None:
    program = Program(qapp, tmp_path / "Dropbox" / "so", SEAMS)
    program.start()
    notice = find(program, StateLine, "unfitPlace")
    qtbot.waitUntil(notice.isVisible)
    assert "Dropbox" in notice.words()
    assert "L-123" in notice.words()
    assert [find(program, Button, name).isEnabled() for name in ("newCell", "practice", "restore")] == [
        False
    ] * 3
    program.close()
    program.deleteLater()
    assert log_watch.take() == ["task failed: L-123"]


@pytest.mark.fault("A17")
def test_the_unlock_window_says_at_once_that_the_data_may_not_lie_here(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, log_watch: LogWatch
) -> None:
    (tmp_path / "so").mkdir()
    (tmp_path / "so" / "chi-bo.db").write_bytes(b"there is one")
    elsewhere = replace(SEAMS, files=Elsewhere(UNFIT["cifs"][0]))
    program = Program(qapp, tmp_path / "so", elsewhere)
    program.start()
    notice = find(program, StateLine, "unlockNotice")
    qtbot.waitUntil(notice.isVisible)
    assert "L-122" in notice.words()
    program.close()
    program.deleteLater()
    assert log_watch.take() == ["task failed: L-122"]
