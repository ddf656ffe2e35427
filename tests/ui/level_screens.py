"""States of Phân loại, Xếp loại, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from tests.ui.a_program import Room
from ui.models.level_grid import PROPOSE, RECOGNISE
from ui.models.score_cells import GIVEN
from ui.pages.levels_page import LevelsPage

Maker = Callable[[Room], QWidget]


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "levels-card": ("filled", _at("cell", "levels")),
        "levels-proposing": ("filled", _at(PROPOSE, "")),
        "levels-scores": ("filled", _at("cell", "scores")),
        "levels-scores-wrong": ("filled", _wrong_scores),
        "levels-decision": ("filled", _at(RECOGNISE, "")),
    }


def _wrong_scores(room: Room) -> QWidget:
    room.window.open("levels", "cell", "scores")
    page = cast("LevelsPage", room.window.page())
    code = page.scores.grid.sheet.form.items[0].code
    page.scores.grid.put({(code, GIVEN): "bảy điểm rưỡi"})
    page.scores.go_to_fault()
    return room.window


def _at(subject: str, field: str) -> Maker:
    def make(room: Room) -> QWidget:
        room.window.open("levels", subject, field)
        return room.window

    return make
