"""Nhập sau hội nghị in its parts, for pictures and measures."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from tests.ui.a_program import Room
from tests.ui.opened import found
from tests.ui.screen_data import LONG, YEAR, Maker, begun
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
    more: dict[str, tuple[str, Maker]] = {
        "conference-matrix": ("filled", _matrix),
        "conference-ballots-wrong": ("filled", _wrong_sums),
        "conference-ballots-later": ("later", partial(_part, Tab.BALLOTS)),
        "conference-opinions-wrong": ("filled", _wrong_opinion),
        "conference-gate": ("long", _gate),
        "conference-opinions-long": ("long", partial(_long, Tab.OPINIONS)),
        "conference-ballots-long": ("long", partial(_long, Tab.BALLOTS)),
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


def _wrong_opinion(room: Room) -> QWidget:
    page = _page(room)
    page.tabs.choose(Tab.OPINIONS)
    found(page, Button, "recordOpinion").click()
    return room.window


def _long(tab: Tab, room: Room) -> QWidget:
    """Show a conference of forty people with one long name, of whom the first was spoken on."""
    core = room.core
    begun(core, YEAR)
    core.review.population.settle(
        YEAR, {one.uid: {"review": "yes", "rating": "yes"} for one in core.members.list()}
    )
    people = [one.uid for one in core.members.list()]
    conference = core.review.conferences.add(YEAR, {"body": "cell", "chair": people[0]})
    core.review.conferences.put_sitting(conference, 1, {"held_on": "2017-12-04", "started_at": "19:00"})
    said = [{"speaker": one, "kind": "shortcoming", "text": LONG} for one in people[1:4]]
    core.review.turns.record(conference, people[0], said)
    page = _page(room)
    page.tabs.choose(tab)
    page.open_at(people[0], "")
    return room.window


def _gate(room: Room) -> QWidget:
    """Show somebody who has still to explain a point of the committee's letter."""
    core = room.core
    owner = core.members.list()[0].uid
    begun(core, YEAR)
    core.review.population.settle(YEAR, {owner: {"review": "yes", "rating": "yes"}})
    letter = core.review.suggestions.add_letter(YEAR, {"number": "118-CV/ĐU", "dated_on": "2017-11-10"})
    core.review.suggestions.add_points(letter, [{"text": LONG, "target": owner}])
    core.review.conferences.add(YEAR, {"body": "cell"})
    page = _page(room)
    page.tabs.choose(Tab.OPINIONS)
    page.open_at(owner, "opinions")
    return room.window
