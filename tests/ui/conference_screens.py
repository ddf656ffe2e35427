"""Nhập sau hội nghị in its parts, for pictures and measures."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from tests.ui.a_program import Room
from tests.ui.opened import found
from tests.ui.screen_data import YEAR, Maker, begun
from ui.forms.record_drafts import NEW, RecordPlace
from ui.pages.conference_page import ConferencePage, Tab
from ui.widgets.button import Button

_PARTS = {
    "setup": Tab.SETUP,
    "roll": Tab.ROLL,
    "opinions": Tab.OPINIONS,
    "conclusions": Tab.CONCLUSIONS,
    "ballots": Tab.BALLOTS,
    "end": Tab.END,
}


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    shown = {f"conference-{name}": ("filled", partial(_part, tab)) for name, tab in _PARTS.items()}
    more = {
        "conference-matrix": ("filled", _matrix),
        "conference-ballots-wrong": ("filled", _wrong_sums),
        "conference-minutes": ("filled", _minutes),
        "conference-first": ("long", _first),
    }
    return {**shown, **more}


def _page(room: Room) -> ConferencePage:
    room.window.open("conference")
    return cast("ConferencePage", room.window.page())


def _part(tab: Tab, room: Room) -> QWidget:
    page = _page(room)
    page.tabs.choose(tab)
    return room.window


def _matrix(room: Room) -> QWidget:
    page = _page(room)
    page.tabs.choose(Tab.OPINIONS)
    found(page, Button, "turnMatrix").click()
    return room.window


def _wrong_sums(room: Room) -> QWidget:
    page = _page(room)
    page.tabs.choose(Tab.BALLOTS)
    grid = page.ballots.grid
    grid.put({grid.place(grid.index(row, 1)): text for row, text in ((1, "10"), (3, "13"))})
    return room.window


def _minutes(room: Room) -> QWidget:
    found(_page(room), Button, "conferencePaper").click()
    return room.window


def _first(room: Room) -> QWidget:
    begun(room.core, YEAR)
    _page(room).open_at(RecordPlace("conference", NEW).text(), "")
    return room.window
