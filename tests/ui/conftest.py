"""Every test of the windows has the look of the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import SteadyClock
from tests.ui.desks import a_desk
from tests.ui.sitting import Sitting
from ui.desktop.translations import install
from ui.pages.page import Desk
from ui.theme.look import BASE_SIZE, apply


@pytest.fixture(autouse=True)
def look_of_the_program(qapp: QApplication) -> None:
    """Apply the look at the base size, whatever the test before it chose, and Qt's Vietnamese words."""
    install(qapp)
    apply(qapp, BASE_SIZE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk whose work has ended when the test has."""
    desk = a_desk(tmp_path, SteadyClock())
    yield desk
    desk.runner.close()


@pytest.fixture
def sitting(qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    """Give the whole program over a cell with one member, at its unlock window."""
    sitting = Sitting(qtbot, tmp_path / "so")
    yield sitting
    sitting.close()
