"""A real core on a real database and the windows over it, with the desktop's answers prepared."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from app import bootstrap
from app.bootstrap import Core, Seams
from app.common.changes import Change
from app.keys.password import Cost
from tests.builders import CELL
from tests.ui.doubles import PreparedDialogs, RecordedOpener, RecordedPrinting
from ui.desktop.changes import ChangeSignal
from ui.desktop.notifier import Notice, Notifier
from ui.desktop.seat import Seat
from ui.main_window import MainWindow
from ui.pages.factory import page_makers, search_in
from ui.pages.page import Desk
from ui.sitting.opening import holding
from ui.tasks.runner import TaskRunner

PASSWORD = "mật khẩu để thử"
CHEAP = Cost(1, 8, 1)
"""A guess that costs nothing: tests do not wait for Argon2id."""


class RoomClock:
    """Stands at 14:32 on 4 December 2017 unless moved."""

    def __init__(self) -> None:
        self.moment = dt.datetime(2017, 12, 4, 14, 32)  # noqa: DTZ001  the wall clock has no zone

    def today(self) -> dt.date:
        return self.moment.date()

    def now(self) -> dt.datetime:
        return self.moment

    def utc(self) -> dt.datetime:
        return self.moment.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class Room:
    """One sitting at the program: core, desktop answers and the window."""

    core: Core
    desk: Desk
    window: MainWindow
    notices: list[Notice]

    @property
    def dialogs(self) -> PreparedDialogs:
        return cast("PreparedDialogs", self.desk.dialogs)

    def close(self) -> None:
        self.window.close()
        self.desk.runner.close()
        self.core.close()


def a_core(folder: Path, clock: RoomClock | None = None) -> Core:
    """Return the core of a new, empty cell."""
    seams = Seams(clock or RoomClock(), cost=CHEAP)
    core, _code = bootstrap.create_cell(folder, PASSWORD, CELL, 2017, seams)
    core.keys.recovery.keep_on_paper()
    return core


def a_room(folder: Path, core: Core | None = None, clock: RoomClock | None = None) -> Room:
    """Return a window over `core`, not shown yet."""
    clock = clock or RoomClock()
    core = core or a_core(folder, clock)
    desk = Desk(
        clock,
        TaskRunner(),
        PreparedDialogs(),
        Notifier(),
        RecordedOpener(),
        RecordedPrinting(),
        Seat(folder),
    )
    core.drafts.on_damaged = desk.notifier.show
    notices: list[Notice] = []
    desk.notifier.noticed.connect(notices.append)
    window = MainWindow(desk, core.history, page_makers(core, desk), search_in(core, lambda: 2017))
    window.show_holding(holding(core), 2017)
    changes = ChangeSignal(window)
    core.changes.append(changes.tell)
    changes.changed.connect(partial(_heard, core, window))
    return Room(core, desk, window, notices)


def _heard(core: Core, window: MainWindow, change: Change) -> None:
    """Do what the program does at a commit."""
    if change.subjects & {"cell", "work_year"}:
        window.show_holding(holding(core), window.year)
    window.on_change(change)
