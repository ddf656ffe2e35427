"""Every test of the windows has the look of the program."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.desktop.translations import install
from ui.theme.look import BASE_SIZE, apply


@pytest.fixture(autouse=True)
def look_of_the_program(qapp: QApplication) -> None:
    """Apply the look at the base size, whatever the test before it chose, and Qt's Vietnamese words."""
    install(qapp)
    apply(qapp, BASE_SIZE)
