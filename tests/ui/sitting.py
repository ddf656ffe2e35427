"""The whole program at a cell that lies there already: found, written into and pressed as a user would."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Seams
from tests.builders import CELL
from tests.ui.a_program import CHEAP, PASSWORD, RoomClock
from tests.ui.doubles import PreparedDialogs
from tests.ui.typing_in import type_text
from ui.dialogs.unlock import UnlockWindow
from ui.main import Program
from ui.main_window import MainWindow
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text

W = TypeVar("W", bound=QWidget)
PATIENCE_MS = 15_000


class Sitting:
    """A program over a cell with one member; ends with `close`."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.clock = RoomClock()
        self.seams = Seams(self.clock, cost=CHEAP)
        if not bootstrap.exists(folder):
            core, self.code = bootstrap.create_cell(folder, PASSWORD, CELL, 2017, self.seams)
            core.members.add({"full_name": "Nguyễn Văn Bảo", "card_number": "000000001234"})
            core.close()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.program = Program(app, folder, self.seams)
        self.dialogs = PreparedDialogs()
        self.program.dialogs = self.dialogs
        self.program.start()

    @property
    def main(self) -> MainWindow:
        assert isinstance(self.program.window, MainWindow)
        return self.program.window

    @property
    def door(self) -> UnlockWindow:
        assert isinstance(self.program.window, UnlockWindow)
        return self.program.window

    def enter(self, password: str = PASSWORD) -> MainWindow:
        """Give the password and wait for the window."""
        self.write("passwordField", password)
        self.press("open")
        self.wait(lambda: isinstance(self.program.window, MainWindow))
        return self.main

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def rest(self, **time: int) -> None:
        """Let the clock go on."""
        self.clock.moment += dt.timedelta(**time)

    def find(self, kind: type[W], name: str) -> W:
        assert self.program.window is not None
        found = [one for one in self.program.window.findChildren(kind, name) if one.isVisible()]
        assert found, name
        return found[0]

    def write(self, name: str, text: str) -> QLineEdit:
        """Write `text` into an emptied field."""
        field = self.find(QLineEdit, name)
        field.clear()
        type_text(field, text)
        return field

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(Button, name), Qt.MouseButton.LeftButton)

    def said(self) -> str:
        assert self.program.window is not None
        texts = [text.text() for text in self.program.window.findChildren(Text) if text.isVisible()]
        return " ".join(texts)

    def notice(self, name: str) -> str:
        return self.find(StateLine, name).words()

    def close(self) -> None:
        if self.program.window:
            self.program.window.close()
            self.program.window.deleteLater()
        self.program.close()
        self.program.deleteLater()
        # A window that only waits to be deleted is styled anew by the next test, which takes seconds.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
