"""A program whose window stands open at a page, and what is looked for in it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from tests.ui.a_program import Room, RoomClock, a_core, a_room
from ui.widgets.labels import StateLine

W = TypeVar("W", bound=QWidget)
NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Giả")


def opened_at(
    page: str,
    qtbot: QtBot,
    folder: Path,
    names: Sequence[str],
    prepare: Callable[[Core], object] | None = None,
) -> Iterator[Room]:
    """Give the window at `page` over a cell of members with these names, and close it afterwards."""
    core = a_core(folder, RoomClock())
    for name in names:
        core.members.add({"full_name": name})
    if prepare:
        prepare(core)
    room = a_room(folder, core)
    qtbot.addWidget(room.window)
    room.window.resize(1366, 697)
    room.window.open(page)
    room.window.show()
    yield room
    room.close()


def found(root: QWidget, kind: type[W], name: str = "") -> W:
    """Return the widget of this kind and name."""
    widget = root.findChild(kind, name) if name else root.findChild(kind)
    assert isinstance(widget, kind), name
    return widget


def why_not(dialog: QWidget) -> str:
    """Return why the act of a dialog is out of use; empty where nothing is said."""
    line = found(dialog, StateLine, "whyNot")
    return "" if line.isHidden() else line.words()
