"""Đổi khóa and the new recovery code in their states, for pictures and measures."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from tests.ui.a_program import Room
from ui.desktop.recovery_sheet import SheetFacts
from ui.dialogs.key_change import KeyChangeDialog
from ui.dialogs.new_code import NewCodeDialog
from ui.texts import key_change as words
from ui.theme.signs import State
from ui.widgets.button import Button

CODE = "K7QM-2XWD-ABCD-EFGH-IJKL-WWWW"
FACTS = SheetFacts("Chi bộ thôn Mẫu", "Đảng bộ xã Mẫu", dt.datetime(2017, 12, 4, 14, 32))  # noqa: DTZ001  the wall clock


def key_change(room: Room) -> QWidget:
    """Return the dialog as it opens."""
    return KeyChangeDialog(room.desk.printing, room.window)


def key_change_wrong(room: Room) -> QWidget:
    """Return it with a refused password and none typed."""
    dialog = KeyChangeDialog(room.desk.printing, room.window)
    _press(dialog, "changeKey")
    return dialog


def key_change_working(room: Room) -> QWidget:
    """Return it while the key is being changed."""
    dialog = KeyChangeDialog(room.desk.printing, room.window)
    dialog._set_busy(busy=True)  # noqa: SLF001  as between two signals
    dialog.step(1, 4, "")
    return dialog


def key_changed(room: Room) -> QWidget:
    """Return it with the new code, after the sheet was printed."""
    dialog = KeyChangeDialog(room.desk.printing, room.window)
    days = ", ".join(f"{day:02d}/11/2017 (12 bản)" for day in range(30, 24, -1))
    former = words.FORMER.format(count=74, days=words.MORE_DAYS.format(days=days, more=20))
    goes = words.FORMER_GOES.format(day=dt.date(2018, 11, 30))
    said = [(State.OPEN, f"{former} {goes}"), (State.OPEN, words.SIGNING), (State.OPEN, words.SECOND)]
    dialog.show_done(CODE, FACTS, said)
    _press(dialog, "printCode")
    return dialog


def new_code(room: Room) -> QWidget:
    """Return the dialog as it opens."""
    return NewCodeDialog(room.desk.printing, room.window)


def new_code_shown(room: Room) -> QWidget:
    """Return it with the code and a group that was mistyped."""
    dialog = NewCodeDialog(room.desk.printing, room.window)
    dialog.show_code(CODE, FACTS)
    _press(dialog, "makeCode")
    return dialog


def _press(root: QWidget, name: str) -> None:
    button = root.findChild(Button, name)
    assert isinstance(button, Button), name
    button.click()
