"""States of Phân loại, Xếp loại, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.a_program import Room
from ui.models.level_grid import PROPOSE, RECOGNISE

Maker = Callable[[Room], QWidget]


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "levels-card": ("filled", _at("cell", "levels")),
        "levels-proposing": ("filled", _at(PROPOSE, "")),
        "levels-decision": ("filled", _at(RECOGNISE, "")),
    }


def _at(subject: str, field: str) -> Maker:
    def make(room: Room) -> QWidget:
        room.window.open("levels", subject, field)
        return room.window

    return make
