"""What the program is made of, for the About window: names, versions, licences, and where the texts lie.

The list (``resources/licences.json``) is made from the lock by ``packaging/licences.py``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from app.common import release_files

_TEXTS = "giay-phep"


@dataclass(frozen=True, slots=True)
class Part:
    """A library, font or tool inside the program; `licence` is its SPDX name."""

    name: str
    version: str
    licence: str


def parts() -> tuple[Part, ...]:
    """Return every part of the program, by name."""
    listed = release_files.read_json("licences.json")
    return tuple(Part(**part) for part in listed["parts"])


def texts_folder() -> Path | None:
    """Return the folder with the licence texts in full, which only the built program has beside it."""
    folder = Path(sys.executable).parent / _TEXTS
    return folder if folder.is_dir() else None
