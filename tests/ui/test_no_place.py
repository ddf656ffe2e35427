"""A data folder that cannot be made or written is told by the wizard, which goes on once it can be (I10)."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Seams
from tests.builders import CELL
from tests.conftest import LogWatch
from tests.ui.a_program import CHEAP, RoomClock
from tests.ui.typing_in import type_text
from ui.dialogs.first_start import FirstStartWindow
from ui.main import Program
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text

SEAMS = Seams(RoomClock(), cost=CHEAP)
FIELDS = ("name", "upper_organisation", "upper_committee", "place_name", "cell_secretary")


def write(window: FirstStartWindow, name: str, text: str) -> None:
    field = window.findChild(QLineEdit, name)
    assert field is not None
    field.clear()
    type_text(field, text)


def press(window: FirstStartWindow, name: str) -> None:
    button = window.findChild(Button, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def fill_in(window: FirstStartWindow) -> None:
    press(window, "newCell")
    for field in FIELDS:
        write(window, field, str(CELL[field]))
    write(window, "term_started_on", "01/03/2015")
    write(window, "year", "2017")
    press(window, "cellNext")
    for field in ("firstField", "secondField"):
        write(window, field, "mật khẩu dài đủ")
    press(window, "create")


def told(window: FirstStartWindow) -> list[str]:
    return [line.words() for line in window.findChildren(StateLine) if line.isVisible()]


@pytest.mark.fault("I10")
def test_a_file_in_the_place_of_the_folder(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, log_watch: LogWatch
) -> None:
    (tmp_path / "du-lieu").write_bytes(b"a file")
    program = Program(qapp, tmp_path / "du-lieu" / "so", SEAMS)
    program.start()
    window = program.window
    assert isinstance(window, FirstStartWindow)
    fill_in(window)
    qtbot.waitUntil(lambda: any("(L-107)" in words for words in told(window)))
    (tmp_path / "du-lieu").unlink()
    press(window, "create")
    code = window.findChild(Text, "recoveryCode")
    assert code is not None
    qtbot.waitUntil(lambda: code.text() != "", timeout=15_000)
    program.close()
    program.deleteLater()
    assert set(log_watch.take()) == {"task failed: L-107"}


@pytest.mark.fault("I10")
@pytest.mark.skipif(sys.platform != "linux", reason="/sys takes no folder from anybody, root neither")
def test_a_place_that_takes_no_folder(qtbot: QtBot, qapp: QApplication, log_watch: LogWatch) -> None:
    program = Program(qapp, Path("/sys/so-chi-bo"), SEAMS)
    program.start()
    window = program.window
    assert isinstance(window, FirstStartWindow)
    fill_in(window)
    qtbot.waitUntil(lambda: any("(L-104)" in words for words in told(window)))
    program.close()
    program.deleteLater()
    assert set(log_watch.take()) == {"task failed: L-104"}
