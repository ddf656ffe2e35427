"""A desk whose dialogs, opener and printer are doubles; clock and runner are real enough to work."""

from pathlib import Path

from app.common.clock import Clock
from tests.ui.doubles import PreparedDialogs, RecordedOpener, RecordedPrinting
from ui.desktop.notifier import Notice, Notifier
from ui.desktop.seat import Seat
from ui.pages.page import Desk
from ui.tasks.runner import TaskRunner


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
