"""Holds a Word file, whoever made it, against the layout in force on its date (product.md 5).

Pure: bytes in, differences out. The file must have been looked over before
(`app.sheets.safe_zip.check_office_file`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from app.papers.layout_check.checks import CHECKS
from app.papers.layout_check.found import Found, Weight, weighed
from app.papers.layout_check.locate import located
from app.papers.layout_check.parts import Sort
from app.papers.layout_check.reader import read
from app.papers.styles import Profile, profile_for

__all__ = ["Found", "Looked", "Sort", "Weight", "look"]


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, and what the file was taken for."""

    profile: Profile
    sort: Sort
    kind: str
    """The name of type as it stands on the paper, empty where none was recognised."""
    dated_on: dt.date | None
    found: tuple[Found, ...]


def look(data: bytes, day: dt.date | None, today: dt.date) -> Looked:
    """Return how the file differs from the layout of `day`, of its own date, or of `today`.

    Raises what lxml and zipfile raise for damaged files.
    """
    paper = located(read(data))
    profile = profile_for(day or paper.dated_on or today)
    found = [one for check in CHECKS for one in check(paper, profile)]
    name = paper.title.type_name.text if paper.title.type_name else ""
    return Looked(profile, paper.sort, name, paper.dated_on, weighed(found, profile))
