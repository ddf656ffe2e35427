"""The secretary looks at the diagnostic file before it goes anywhere, and says where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import MEMBER
from tests.conftest import LogWatch
from tests.ui.a_program import PASSWORD, Room, a_room
from tests.ui.sitting import Sitting
from ui.dialogs.diagnosis import DiagnosisDialog
from ui.texts import diagnosis as words
from ui.widgets.button import Button
from ui.widgets.labels import StateLine


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    room.core.members.add(MEMBER)
    qtbot.addWidget(room.window)
    room.window.show()
    yield room
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    room.close()


def asked(qtbot: QtBot, room: Room, place: str) -> DiagnosisDialog:
    room.window.open(place)
    button = room.window.page().findChild(Button, "openDiagnosis")
    assert button is not None
    button.click()
    assert not button.isEnabled()
    qtbot.waitUntil(lambda: room.window.findChild(DiagnosisDialog) is not None, timeout=15_000)
    assert button.isEnabled()
    dialog = room.window.findChild(DiagnosisDialog)
    assert isinstance(dialog, DiagnosisDialog)
    return dialog


def press(dialog: DiagnosisDialog, name: str) -> None:
    button = dialog.findChild(Button, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def content(dialog: DiagnosisDialog) -> str:
    shown = dialog.findChild(QPlainTextEdit, "diagnosisText")
    assert shown is not None
    assert shown.isVisible()
    return shown.toPlainText()


@pytest.mark.parametrize("place", ["settings", "help"])
def test_what_was_shown_is_what_is_saved(qtbot: QtBot, room: Room, tmp_path: Path, place: str) -> None:
    dialog = asked(qtbot, room, place)
    shown = content(dialog)
    assert "Qt 6." in shown
    said = dialog.findChild(StateLine)
    assert said is not None
    assert said.words() == words.SOUND
    room.dialogs.paths = [tmp_path / "chan-doan"]
    press(dialog, "saveDiagnosis")
    assert (tmp_path / "chan-doan.txt").read_text(encoding="utf-8") == shown
    assert room.notices[-1].words == words.SAVED
    act = room.notices[-1].act
    assert act is not None
    act()
    assert vars(room.desk.opener)["opened"] == [tmp_path]


def test_it_can_be_copied_and_left_unsaved(qtbot: QtBot, room: Room) -> None:
    dialog = asked(qtbot, room, "settings")
    press(dialog, "copyDiagnosis")
    assert QGuiApplication.clipboard().text() == content(dialog)
    room.dialogs.paths = [None]
    press(dialog, "saveDiagnosis")
    assert dialog.isVisible()
    press(dialog, "closeDiagnosis")
    assert room.notices == []


def test_a_place_that_takes_no_file_is_told(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    dialog = asked(qtbot, room, "settings")
    (tmp_path / "tep").touch()
    room.dialogs.paths = [tmp_path / "tep" / "chan-doan.txt"]
    press(dialog, "saveDiagnosis")
    assert "L-107" in room.notices[-1].words


def test_data_that_do_not_open_have_their_file_at_the_unlock_window(
    qtbot: QtBot, tmp_path: Path, log_watch: LogWatch
) -> None:
    sitting = Sitting(qtbot, tmp_path / "so")
    (tmp_path / "so" / "chi-bo.db").write_bytes(b"x" * 5000)
    assert not [one for one in sitting.door.findChildren(Button, "openDiagnosis") if one.isVisible()]
    sitting.write("passwordField", PASSWORD)
    sitting.press("open")
    sitting.wait(lambda: "L-20" in " ".join(one.words() for one in sitting.door.findChildren(StateLine)))
    sitting.press("openDiagnosis")
    dialog = sitting.door.findChild(DiagnosisDialog)
    assert isinstance(dialog, DiagnosisDialog)
    said = dialog.findChild(StateLine)
    assert said is not None
    assert said.words() == words.NOT_OPEN
    shown = content(dialog)
    assert "chi-bo.db: 5000 byte" in shown
    sitting.dialogs.paths = [tmp_path / "chan-doan.txt"]
    press(dialog, "saveDiagnosis")
    assert (tmp_path / "chan-doan.txt").read_text(encoding="utf-8") == shown
    assert sitting.notice("unlockNotice") == words.SAVED
    sitting.close()
    assert all(line.startswith("task failed: L-2") for line in log_watch.take())


def test_data_with_something_wrong_are_said_to_be(qtbot: QtBot, room: Room) -> None:
    (room.core.folder / "chi-bo.moc").unlink()
    dialog = asked(qtbot, room, "settings")
    said = dialog.findChild(StateLine)
    assert said is not None
    assert said.words() == words.UNSOUND
    press(dialog, "closeDiagnosis")
