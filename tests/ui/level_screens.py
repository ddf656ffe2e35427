"""States of Phân loại, Xếp loại, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from tests.ui.a_program import Room
from tests.ui.screen_data import LATER, LONG, YEAR, begun
from ui.models.level_grid import PROPOSE, RECOGNISE
from ui.models.score_cells import GIVEN
from ui.pages.level_entry import LevelEntry
from ui.pages.levels_page import LevelsPage

Maker = Callable[[Room], QWidget]


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "levels-chosen": ("filled", _chosen),
        "levels-card": ("filled", _at("cell", "levels")),
        "levels-proposing": ("filled", _at(PROPOSE, "")),
        "levels-scores": ("filled", _at("cell", "scores")),
        "levels-scores-wrong": ("filled", _wrong_scores),
        "levels-decision": ("filled", _at(RECOGNISE, "")),
        "levels-proposing-wrong": ("filled", _wrong_level),
        "levels-long-names": ("long", _long),
        "levels-later": ("later", _at("cell", "levels")),
        "levels-later-scores": ("later", _scores_of_a_member),
    }


def _chosen(room: Room) -> QWidget:
    room.window.open("levels", "", "population")
    cast("LevelsPage", room.window.page()).population.list.view.selectAll()
    return room.window


def _wrong_scores(room: Room) -> QWidget:
    room.window.open("levels", "cell", "scores")
    page = cast("LevelsPage", room.window.page())
    code = page.scores.grid.sheet.form.items[0].code
    page.scores.grid.put({(code, GIVEN): "bảy điểm rưỡi"})
    page.scores.go_to_fault()
    return room.window


def _wrong_level(room: Room) -> QWidget:
    room.window.open("levels", PROPOSE, "")
    grid = next(one for one in room.window.findChildren(LevelEntry) if one.mode == PROPOSE).grid
    grid.put({grid.target(grid.index(2, 0)): "9"})
    return room.window


def _long(room: Room) -> QWidget:
    begun(room.core, YEAR)
    people = [one.uid for one in room.core.members.list()]
    room.core.review.population.settle(YEAR, {one: {"review": "yes", "rating": "yes"} for one in people})
    decided = {"level": "excellent", "number": "05-QĐ/ĐU", "dated_on": "2018-01-30", "issuer": LONG}
    room.core.review.levels.recognise(YEAR, people[0], decided)
    room.window.open("levels", people[0], "levels")
    return room.window


def _scores_of_a_member(room: Room) -> QWidget:
    sheets = room.core.review.whole(LATER).score_sheets
    room.window.open("levels", next(one.target for one in sheets if one.target != "cell"), "scores")
    return room.window


def _at(subject: str, field: str) -> Maker:
    def make(room: Room) -> QWidget:
        room.window.open("levels", subject, field)
        return room.window

    return make
