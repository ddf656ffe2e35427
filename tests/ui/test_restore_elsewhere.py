"""A new laptop and a stick: the sets of the second place come back through the first window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Seams
from tests.builders import CELL
from tests.conftest import LogWatch
from tests.ui.a_program import CHEAP, PASSWORD, RoomClock
from tests.ui.doubles import PreparedDialogs
from tests.ui.typing_in import type_text
from ui.dialogs.first_start import FirstStartWindow
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.unlock import UnlockWindow
from ui.main import Program
from ui.main_window import MainWindow
from ui.texts import restore as words
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.two_line_view import TwoLineView

SEAMS = Seams(RoomClock(), cost=CHEAP)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with the sets of a laptop that is gone; the newest holds fourteen members."""
    stick = tmp_path / "usb"
    stick.mkdir()
    core, _code = bootstrap.create_cell(tmp_path / "cu", PASSWORD, CELL, 2017, SEAMS)
    core.second_place.choose(stick)
    for at in range(14):
        core.members.add({"full_name": f"Nguyễn Văn {'ABCDEGHIKLMNOP'[at]}"})
        core.backups.make("manual")
    core.second_place.copy()
    core.close()
    return stick


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, stick: Path) -> Iterator[Program]:
    """The wizard of the new laptop."""
    shutil.copytree(tmp_path / "cu" / "sao-luu", tmp_path / "o-cung-cu" / "sao-luu")
    shutil.rmtree(tmp_path / "cu")
    program = Program(qapp, tmp_path / "moi", SEAMS)
    program.dialogs = PreparedDialogs()
    program.start()
    assert stick.is_dir()
    yield program
    program.close()
    program.deleteLater()


def press(program: Program, name: str) -> None:
    assert program.window is not None
    button = program.window.findChild(Button, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(program: Program, name: str, text: str) -> None:
    assert program.window is not None
    field = program.window.findChild(QLineEdit, name)
    assert field is not None, name
    type_text(field, text)


def dialog_of(program: Program) -> RestoreDialog:
    assert program.window is not None
    dialog = program.window.findChild(RestoreDialog)
    assert dialog is not None
    return dialog


def said(dialog: RestoreDialog) -> str:
    text = dialog.findChild(Text, "restoreWords")
    assert text is not None
    return text.text()


def sets_shown(dialog: RestoreDialog) -> int:
    view = dialog.findChild(TwoLineView, "restoreSets")
    assert view is not None
    return view.model().rowCount() if view.isVisible() else 0


def is_shown(program: Program, kind: type[UnlockWindow] | type[MainWindow]) -> bool:
    return isinstance(program.window, kind)


def test_the_stick_of_the_second_place_makes_the_new_laptop_whole(
    qtbot: QtBot, program: Program, stick: Path
) -> None:
    dialogs = program.dialogs
    assert isinstance(dialogs, PreparedDialogs)
    assert isinstance(program.window, FirstStartWindow)
    press(program, "restore")
    dialog = dialog_of(program)
    assert said(dialog) == words.NONE
    assert sets_shown(dialog) == 0
    dialogs.paths, dialogs.answers = [stick], [True]
    press(program, "elsewhere")
    assert sets_shown(dialog) > 0
    assert "usb" in said(dialog)
    write(program, "restorePasswordField", PASSWORD)
    press(program, "restoreSet")
    qtbot.waitUntil(partial(is_shown, program, UnlockWindow), timeout=15_000)
    write(program, "passwordField", PASSWORD)
    press(program, "open")
    qtbot.waitUntil(partial(is_shown, program, MainWindow), timeout=15_000)
    assert program.core is not None
    assert len(program.core.members.list()) == 14


def test_every_set_of_an_old_disk_can_be_chosen_and_an_empty_folder_says_so(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    dialogs = program.dialogs
    assert isinstance(dialogs, PreparedDialogs)
    press(program, "restore")
    dialog = dialog_of(program)
    (tmp_path / "trong").mkdir()
    dialogs.paths = [tmp_path / "trong", None, tmp_path / "o-cung-cu"]
    press(program, "elsewhere")
    assert said(dialog) == words.NONE_IN_FOLDER.format(folder="trong")
    press(program, "elsewhere")
    press(program, "elsewhere")
    assert sets_shown(dialog) >= 14
    view = dialog.findChild(TwoLineView, "restoreSets")
    assert view is not None
    for _ in range(view.model().rowCount() - 1):
        QTest.keyClick(view, Qt.Key.Key_Down)
    write(program, "restorePasswordField", PASSWORD)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialogs.answers = [False]
        press(program, "restoreSet")
    oldest, _password = chosen.args
    assert oldest.number == 1
    qtbot.waitUntil(lambda: len(dialogs.asked) == 1, timeout=15_000)
    press(program, "cancelRestore")


def test_a_wrong_password_for_a_set_of_a_stick_is_called_wrong(
    qtbot: QtBot, program: Program, stick: Path, log_watch: LogWatch
) -> None:
    dialogs = program.dialogs
    assert isinstance(dialogs, PreparedDialogs)
    press(program, "restore")
    dialogs.paths = [stick]
    press(program, "elsewhere")
    write(program, "restorePasswordField", "không phải")
    press(program, "restoreSet")
    qtbot.waitUntil(lambda: program.patience.wrong == 1, timeout=15_000)
    dialogs.paths = [stick]
    press(program, "elsewhere")
    button = dialog_of(program).findChild(Button, "restoreSet")
    assert button is not None
    assert not button.isEnabled()
    press(program, "cancelRestore")
    assert log_watch.take() == ["task failed: L-206"]
