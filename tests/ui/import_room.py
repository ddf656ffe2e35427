"""What tests of the import share: a window over an empty cell, and the way to a preview."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core, Seams, create_cell
from app.worker.inline import InlineJobs
from tests.builders import CELL
from tests.ui.a_program import CHEAP, PASSWORD, Room, RoomClock, a_room
from ui.widgets.button import Button

W = TypeVar("W", bound=QWidget)
WAIT = 10_000
Look = Callable[..., QWidget]


def a_cell(folder: Path) -> Core:
    """Return the core of an empty cell whose heavy work runs in this process."""
    seams = Seams(RoomClock(), InlineJobs(), cost=CHEAP)
    return create_cell(folder, PASSWORD, CELL, 2017, seams)[0]


def at_the_list(qtbot: QtBot, folder: Path, core: Core) -> Room:
    """Return a window that shows the list of members."""
    room = a_room(folder, core)
    qtbot.addWidget(room.window)
    room.window.open("members")
    room.window.show()
    return room


def choose(room: Room, path: Path, data: bytes) -> None:
    """Put a file there and choose it for the import."""
    path.write_bytes(data)
    room.dialogs.paths = [path]
    press(room.window, "importMembers")


def shown(qtbot: QtBot, room: Room, kind: type[W]) -> W:
    """Return the dialog of this kind once it is on the screen."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in room.window.findChildren(kind)), timeout=WAIT)
    return next(one for one in room.window.findChildren(kind) if one.isVisible())


def find(within: QWidget, kind: type[W], name: str) -> W:
    """Return the widget of this name."""
    found: W | None = within.findChild(kind, name)
    assert found is not None, name
    return found


def press(within: QWidget, name: str) -> None:
    """Click a button."""
    QTest.mouseClick(find(within, Button, name), Qt.MouseButton.LeftButton)


def take(qtbot: QtBot, room: Room, dialog: QWidget) -> None:
    """Take the list in and wait until that is told."""
    notices = len(room.notices)
    press(dialog, "takeIn")
    qtbot.waitUntil(lambda: len(room.notices) > notices, timeout=WAIT)
