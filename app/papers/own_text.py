"""What a text is that a cell may set itself: its path, its original, what it must keep."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.papers.content import Style

SIGNATURE, SIGNER, RECIPIENTS, FORM = "signature", "signer", "recipients", "form"
GONE = "gone"
"""The part of texts for which the year's rules have no place any more."""
POST = f"{SIGNER}/post"
SENTENCE, HEAD, TITLE, NAME = 1_200, 120, 400, 120
"""So many letters a sentence, a head of a column, a title and a name may have."""


class Sort(StrEnum):
    """How a text is typed."""

    LINE = "line"
    """One paragraph, heading or cell."""
    LINES = "lines"
    """Any number of lines, one below the other."""
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place inside a sentence that the program fills in: its code, and what it is called."""

    code: str
    words: str
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Prescribed:
    """The document whose form gives the words; `is_verified` says whether they were read there."""

    document: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One text that may be set: its path, where it stands, its original, and what it must keep."""

    key: str
    part: str
    label: str
    original: str
    slots: tuple[Slot, ...] = ()
    sort: Sort = Sort.LINE
    most: int = SENTENCE
    choices: tuple[tuple[str, str], ...] = ()
    prescribed: Prescribed | None = None
    may_be_empty: bool = False
    style: Style | None = None
    """How the head of a column looks, and `room_mm` how wide its column is; none for other texts."""
    room_mm: float = 0
    tone: str = ""
    """The fashion of tones in which the year's papers are written."""
