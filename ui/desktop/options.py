"""What the windows can be started with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

PICTURES = "--anh"
"""The folder for pictures of every page, for those who build the program."""


def pictures_asked(arguments: Sequence[str]) -> Path | None:
    """Return the folder for the pictures when the program was started for them."""
    given = list(arguments)
    return Path(given[given.index(PICTURES) + 1]) if PICTURES in given[:-1] else None
