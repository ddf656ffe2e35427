"""A window that nobody touches does nothing: no layout asks for itself again and again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.a_program import Room, a_room
from tests.ui.screens import page_codes

SETTLING = 40
WATCHED = 20


class LayoutsAsked(QObject):
    """Counts how often any widget is asked to lay itself out."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path)
    qtbot.addWidget(room.window)
    room.window.resize(1366, 697)
    room.window.show()
    yield room
    room.close()


@pytest.mark.parametrize("page", page_codes())
def test_a_page_that_is_only_looked_at_is_laid_out_once(room: Room, page: str) -> None:
    room.window.open(page)
    _rounds(SETTLING)
    asked = LayoutsAsked()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(asked)

    _rounds(WATCHED)

    app.removeEventFilter(asked)
    assert asked.count == 0


def _rounds(count: int) -> None:
    for _ in range(count):
        QTest.qWait(1)
