"""How much room a window gives, measured in widths of the font: what a screen leaves out follows from it."""

from __future__ import annotations

from enum import IntEnum

from ui.theme.look import BASE_SIZE, look


class Room(IntEnum):
    """Effective width of the window (width × 14 / font size) in steps; a page compares with ``<``."""

    CARD_ALONE = 0
    """Below 780: the card takes the place of the list; at 764, the narrowest size, both do not fit."""
    SHARED = 780
    """Below 900: list and card share the width by a splitter."""
    NARROW = 900
    """Below 1200: narrow navigation, every give-way."""
    MEDIUM = 1200
    """Below 1360: the first give-way, short search field."""
    WIDE = 1360
    """As drawn."""


def room_of(width: int) -> Room:
    """Return the room that a window `width` pixels wide gives at the chosen font size."""
    effective = width * BASE_SIZE / look.font_size
    return max(room for room in Room if effective >= room)
