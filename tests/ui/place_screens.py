"""The window over data that cannot be written, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.storage.access import Standing
from tests.ui.a_program import Room

Maker = Callable[[Room], QWidget]


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "locked-members": ("filled", lambda room: _standing(room, Standing.LOCKED, "members")),
        "locked-papers": ("filled", lambda room: _standing(room, Standing.LOCKED, "papers")),
        "failing-members": ("long", lambda room: _standing(room, Standing.FAILING, "members")),
        "gone-settings": ("filled", lambda room: _standing(room, Standing.GONE, "settings")),
    }


def _standing(room: Room, standing: Standing, page: str) -> QWidget:
    access = room.core.access._database.access  # noqa: SLF001  a picture needs no failing disk
    access.standing = standing
    room.window.follow(room.core.access)
    room.window.open(page)
    return room.window
