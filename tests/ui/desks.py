"""A desk whose dialogs, opener and printer are doubles; clock and runner are real enough to work."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.common.clock import Clock
from tests.ui.doubles import PreparedDialogs, RecordedOpener, RecordedPrinting
from ui.desktop.changes import ChangeSignal
from ui.desktop.notifier import Notice, Notifier
from ui.desktop.seat import Seat
from ui.pages.page import Desk, Page
from ui.tasks.runner import TaskRunner
from ui.theme.room import Room

P = TypeVar("P", bound=Page)


def a_desk(folder: Path, clock: Clock) -> Desk:
    """Return a desk; close its runner after the test."""
    return Desk(
        clock=clock,
        runner=TaskRunner(),
        dialogs=PreparedDialogs(),
        notifier=Notifier(),
        opener=RecordedOpener(),
        printing=RecordedPrinting(),
        seat=Seat(folder),
    )


def dialogs_of(desk: Desk) -> PreparedDialogs:
    """Return the dialogs of a test's desk, to prepare answers."""
    assert isinstance(desk.dialogs, PreparedDialogs)
    return desk.dialogs


def notices_of(desk: Desk) -> list[Notice]:
    """Return a list that fills with what the user is told from now on."""
    heard: list[Notice] = []
    desk.notifier.noticed.connect(heard.append)
    return heard


def put_on_screen(qtbot: QtBot, page: Page, core: Core) -> None:
    """Show the page of 2017 as in the window: wide, hearing of every change, with the keyboard."""
    qtbot.addWidget(page)
    changes = ChangeSignal(page)
    core.changes.append(changes.tell)
    changes.changed.connect(lambda change: page.refresh() if change.subjects & page.subjects else None)
    page.resize(1146, 640)
    page.show_year(2017)
    page.fit(Room.WIDE)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def seen(qtbot: QtBot, page: P, core: Core, desk: Desk) -> Iterator[P]:
    """Give a page on the screen, and end with its work done and its input written away."""
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())
