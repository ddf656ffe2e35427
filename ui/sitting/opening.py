"""The main window over an open cell, as it was left."""

from __future__ import annotations

from app.bootstrap import Core
from ui.desktop.seat import Seat
from ui.main_window import Holding, MainWindow
from ui.pages.factory import page_makers, search_in
from ui.pages.page import Desk

FIRST_SIZE = (1280, 680)


def main_window(core: Core, desk: Desk, place: str) -> MainWindow:
    """Return a new window on that page, in the year, size and place it was last left with."""
    core.drafts.on_damaged = desk.notifier.show
    window = MainWindow(desk, core.history, page_makers(core, desk), search_in(core, lambda: window.year))
    window.show_holding(holding(core), _year(core, desk.seat))
    window.open(place)
    window.follow(core.access)
    if not window.restoreGeometry(desk.seat.geometry):
        window.resize(*FIRST_SIZE)
    return window


def holding(core: Core) -> Holding:
    """Return what the frame shows of the open cell."""
    cell = core.cells.current()
    return Holding(cell.name, cell.upper_committee, core.years.list(), cell.is_practice)


def _year(core: Core, seat: Seat) -> int:
    years = core.years.list()
    return seat.chosen_year if seat.chosen_year in years else years[0]
