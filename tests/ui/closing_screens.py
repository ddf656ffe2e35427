"""The password of a closed package in its states, for pictures and measures."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from tests.ui.a_program import Room
from ui.desktop.password_sheet import PasswordSheetFacts
from ui.dialogs.closing import ClosingDialog
from ui.dialogs.package_password import PackagePasswordDialog
from ui.widgets.button import Button
from ui.widgets.secret_field import SecretField

FACTS = PasswordSheetFacts(
    "Chi bộ thôn Mẫu",
    "Đảng bộ xã Mẫu",
    "Đảng ủy xã Mẫu",
    2017,
    dt.datetime(2017, 12, 4, 14, 32),  # noqa: DTZ001  the wall clock
)


def closing(room: Room) -> ClosingDialog:
    """Return the dialog with a made password."""
    dialog = ClosingDialog(room.desk.printing, FACTS, room.window)
    shown = dialog.findChild(QWidget, "packagePassword")
    shown.setText("trau-bien-lua-nui-sen-73915")  # type: ignore[union-attr]  # a label, the same in every picture
    return dialog


def closing_unkept(room: Room) -> QWidget:
    """Return it after it was printed and nobody said that it is on paper."""
    dialog = closing(room)
    _press(dialog, "printPassword")
    _press(dialog, "closePackage")
    assert dialog.findChild(QCheckBox, "passwordKept")
    return dialog


def closing_own(room: Room) -> QWidget:
    """Return it with a password of one's own that is too short."""
    dialog = closing(room)
    own = dialog.findChild(QRadioButton, "ownPassword")
    secret = dialog.findChild(SecretField)
    assert own is not None
    assert isinstance(secret, SecretField)
    own.setChecked(True)
    secret.field.insert("ngan")
    _press(dialog, "closePackage")
    return dialog


def asked(room: Room) -> QWidget:
    """Return the question for the password of a package."""
    return PackagePasswordDialog(room.window)


def asked_again(room: Room) -> QWidget:
    """Return it after a wrong one."""
    return PackagePasswordDialog(room.window, again=True)


def _press(root: QWidget, name: str) -> None:
    button = root.findChild(Button, name)
    assert isinstance(button, Button), name
    button.click()
