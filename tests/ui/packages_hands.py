"""Writing the package in the window, into a folder that is chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from tests.ui.a_program import Room
from tests.ui.hands import click
from ui.widgets.choice_card import ChoiceCard


def write_to_folder(qtbot: QtBot, room: Room, target: Path) -> Path:
    """Choose a folder on Nộp hồ sơ, write the package into it, and return where it lies."""
    target.mkdir()
    room.window.open("packages")
    page = room.window.page()
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=20_000)
    room.dialogs.paths = [target]
    click(page, "otherFolder")
    assert any(card.isChecked() for card in page.findChildren(ChoiceCard))
    for box in page.findChildren(QCheckBox, "openStick"):
        if box.isVisible() and not box.isChecked():
            box.click()
    click(page, "writePackage")
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=60_000)
    (folder,) = target.iterdir()
    return folder
