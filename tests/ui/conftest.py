"""Every test of the windows has the look of the program."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.builders import SteadyClock
from tests.ui.desks import a_desk
from tests.ui.sitting import Sitting
from ui.desktop.translations import install
from ui.pages.page import Desk
from ui.theme.look import BASE_SIZE, apply

_PATIENCE_MS = 30_000


class PatientBot(QtBot):
    """Waits as long as a busy machine needs: what is waited for ends the wait."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Give what waits for windows; pages come from child processes, which nobody hurries."""
    del qapp
    return PatientBot(request)


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
