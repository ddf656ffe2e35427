"""One click into practice, one out: plainly told as practice, and nothing of it is left at the real data."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Seams
from app.common.files import PARTIAL, take_away
from tests.conftest import LogWatch
from tests.ui.a_program import CHEAP, RoomClock
from tests.ui.hands import click
from tests.ui.sitting import Sitting
from ui.dialogs.first_start import FirstStartWindow
from ui.dialogs.unlock import UnlockWindow
from ui.main import Program
from ui.main_window import MainWindow
from ui.sitting.practising import FOLDER
from ui.theme.look import BASE_SIZE, look
from ui.widgets.button import Button
from ui.widgets.chips import ChipButton


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice cell that a power cut left behind, with somebody who was added to it."""
    folder = tmp_path_factory.mktemp("practice") / FOLDER
    core = bootstrap.open_practice(folder, Seams(RoomClock(), cost=CHEAP))
    core.members.add({"full_name": "Nguyễn Thị Tập"})
    core.close()
    return folder


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    """The real cell with a backup, a draft and habits of its own, closed, and begun up to the password."""
    first = Sitting(qtbot, tmp_path / "so")
    first.enter().open("members")
    core = first.program.core
    assert core is not None
    core.backups.make("manual")
    core.drafts.keep("member", "new", {"full_name": "Trần Văn Mẫu"})
    first.program.seat.last_folder = tmp_path
    quiet(first)
    first.close()
    sitting = Sitting(qtbot, tmp_path / "so")
    yield sitting
    sitting.close()


def quiet(sitting: Sitting) -> None:
    sitting.wait(lambda: not sitting.program.runner.busy())


def lying(folder: Path) -> dict[str, str]:
    """Return every file and folder with what is in it."""
    return {
        one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
        if one.is_file()
        else ""
        for one in sorted(folder.rglob("*"))
    }


def into_practice(sitting: Sitting, button: str = "practice") -> MainWindow:
    sitting.press(button)
    sitting.wait(lambda: is_practice(sitting))
    return sitting.main


def is_practice(sitting: Sitting) -> bool:
    return isinstance(sitting.program.window, MainWindow) and "LUYỆN TẬP" in sitting.main.windowTitle()


def out_again(sitting: Sitting) -> None:
    sitting.press("toRealData")
    sitting.wait(lambda: isinstance(sitting.program.window, UnlockWindow))
    quiet(sitting)


def do_much(sitting: Sitting) -> None:
    """Save a member and a paper, choose a filter and a size of letters, back up, leave a draft."""
    core = sitting.program.core
    assert core is not None
    sitting.main.open("members")
    QTest.mouseClick(sitting.find(ChipButton, "chip_probation"), Qt.MouseButton.LeftButton)
    sitting.press("addMember")
    sitting.write("full_name", "Nguyễn Văn Luyện")
    sitting.press("saveMember")
    assert "Nguyễn Văn Luyện" in [one.full_name for one in core.members.list()]
    sitting.press("addMember")
    sitting.write("full_name", "Lê Thị Nháp")
    sitting.main.page().leave()
    core.papers.add("submission", 2017, {})
    sitting.main.open("settings")
    QTest.mouseClick(sitting.find(QRadioButton, "font16"), Qt.MouseButton.LeftButton)
    sitting.wait(lambda: look.font_size == 16)
    sitting.press("backUp")
    quiet(sitting)
    assert core.backups.list()


def hand_in(sitting: Sitting, stick: Path) -> None:
    sitting.main.open("packages")
    sitting.dialogs.paths = [stick]
    sitting.press("otherFolder")
    sitting.press("writePackage")
    sitting.wait(lambda: any(stick.iterdir()))
    quiet(sitting)


@pytest.mark.slow
def test_nothing_is_left_after_practising_from_the_first_window(sitting: Sitting, tmp_path: Path) -> None:
    before = lying(sitting.folder)
    (stick := tmp_path / "USB").mkdir()
    # What a power cut spoilt is in nobody's way: another cell is made.
    (sitting.folder / FOLDER).mkdir()
    (sitting.folder / FOLDER / "chi-bo.db").write_bytes(b"spoilt" * 1000)
    into_practice(sitting)
    assert sitting.find(QWidget, "practiceStrip").isVisible()
    assert "rời đi là xóa hết" in sitting.said()
    do_much(sitting)
    hand_in(sitting, stick)
    assert set(lying(sitting.folder)) > set(before), "practice lies nowhere"
    out_again(sitting)
    assert lying(sitting.folder) == before
    assert look.font_size == BASE_SIZE
    (package,) = stick.iterdir()
    assert package.name.startswith("LUYEN-TAP_")
    sitting.enter()
    core = sitting.program.core
    assert core is not None
    assert [one.full_name for one in core.members.list()] == ["Nguyễn Văn Bảo"]
    assert core.drafts.find("member", "new") == {"full_name": "Trần Văn Mẫu"}
    assert sitting.program.seat.chosen_year in {0, 2017}
    sitting.main.open("members")
    assert not sitting.find(ChipButton, "chip_all").isHidden()


@pytest.mark.slow
def test_practice_is_one_click_away_from_the_open_data(sitting: Sitting, practice: Path) -> None:
    shutil.copytree(practice, sitting.folder / FOLDER)
    sitting.enter().open("members")
    sitting.press("addMember")
    sitting.write("full_name", "Phạm Văn Dở Dang")
    sitting.main.open("settings")
    quiet(sitting)
    into_practice(sitting, "practiceFromSettings")
    quiet(sitting)
    before = {name: held for name, held in lying(sitting.folder).items() if not name.startswith(FOLDER)}
    assert "chi-bo.db-wal" not in before, "the real data are still open"
    do_much(sitting)
    out_again(sitting)
    assert lying(sitting.folder) == before
    sitting.enter().open("members")
    sitting.press("addMember")
    assert sitting.find(QLineEdit, "full_name").text() == "Phạm Văn Dở Dang"


@pytest.mark.slow
def test_the_end_of_the_program_ends_practice_too(sitting: Sitting, practice: Path) -> None:
    before = lying(sitting.folder)
    shutil.copytree(practice, sitting.folder / FOLDER)
    into_practice(sitting)
    sitting.program.close()
    assert lying(sitting.folder) == before


@pytest.mark.slow
def test_after_a_power_cut_practice_goes_on_where_it_was(sitting: Sitting, practice: Path) -> None:
    shutil.copytree(practice, sitting.folder / FOLDER)
    into_practice(sitting)
    core = sitting.program.core
    assert core is not None
    assert "Nguyễn Thị Tập" in [one.full_name for one in core.members.list()]
    out_again(sitting)
    assert not (sitting.folder / FOLDER).exists()


def test_a_cell_locked_meanwhile_stays_locked(sitting: Sitting, practice: Path) -> None:
    shutil.copytree(practice, sitting.folder / FOLDER)
    sitting.enter().open("settings")
    sitting.press("practiceFromSettings")
    sitting.program.locking.lock()
    quiet(sitting)
    sitting.wait(lambda: sitting.program.core is None)
    assert isinstance(sitting.program.window, UnlockWindow)
    assert isinstance(sitting.enter(), MainWindow)
    assert not is_practice(sitting)


def test_practice_that_somebody_else_has_open_is_told_and_the_window_stays(
    sitting: Sitting, practice: Path, log_watch: LogWatch
) -> None:
    shutil.copytree(practice, sitting.folder / FOLDER)
    other = bootstrap.open_practice(sitting.folder / FOLDER, sitting.seams)
    sitting.press("practice")
    sitting.wait(lambda: bool(sitting.dialogs.told))
    assert sitting.find(Button, "practice").isEnabled()
    assert [one.partition(":")[0] for one in log_watch.take()] == ["task failed"]
    other.close()


def test_without_a_cell_one_leads_back_to_the_wizard(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, practice: Path
) -> None:
    folder = tmp_path / "so"
    shutil.copytree(practice, folder / FOLDER)
    program = Program(qapp, folder, Seams(RoomClock(), cost=CHEAP))
    program.start()
    assert isinstance(program.window, FirstStartWindow)
    click(program.window, "practice")
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=15_000)
    assert isinstance(program.window, MainWindow)
    click(program.window, "toRealData")
    qtbot.waitUntil(lambda: isinstance(program.window, FirstStartWindow), timeout=15_000)
    qtbot.waitUntil(lambda: not program.runner.busy(), timeout=15_000)
    assert list(lying(folder)) == []
    program.close()
    program.deleteLater()


def test_what_the_system_holds_is_left_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "chi-bo.db").write_bytes(b"held")

    def held(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        take_away(tmp_path / FOLDER)
    assert list(lying(tmp_path)) == [FOLDER, f"{FOLDER}/chi-bo.db"]
    shutil.copytree(tmp_path / FOLDER, tmp_path / (FOLDER + PARTIAL))
    take_away(tmp_path / FOLDER)
    assert list(lying(tmp_path)) == []
