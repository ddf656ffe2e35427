"""What a kind of paper is: a code, a type of number, and a pure builder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.outgoing_papers import OutgoingPaper
from app.papers.content import Document
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class PartRow:
    """One paper of a package, as the contents list names it."""

    title: str
    number: str = ""
    """ "Số 05-TTr/CB", empty for what bears no number."""
    dated_on: dt.date | None = None
    extent: str = ""
    """Copies or sheets: "01 bản", "bản giấy, 3 tờ"; empty for what is not in the dossier."""
    note: str = ""
    differs: bool = False
    """Whether it was corrected in Word and says otherwise than the data."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What one paper is about beside the year.

    Without `paper` the paper is a blank form; without `dated_on` a pen writes the day.
    """

    paper: OutgoingPaper | None = None
    dated_on: dt.date | None = None
    parts: tuple[PartRow, ...] = ()
    missing: tuple[str, ...] = ()
    """Titles of what a dossier still lacks."""
    code: str = ""
    """The code of a package, as its folder bears it."""

    @property
    def day(self) -> dt.date | None:
        """Return the date the paper bears."""
        return self.paper.dated_on if self.paper else self.dated_on


class Scope(StrEnum):
    """What one paper of a kind is about."""

    YEAR = "year"
    """The cell in its year: one paper, and its later versions."""
    MEMBER = "member"
    """A member under review."""
    SUGGESTED = "suggested"
    """A member, or the collective, who got suggestions from above."""
    REPORT = "report"
    """A version of the collective report."""
    CONFERENCE = "conference"
    MEMBERS_BALLOT = "members_ballot"
    CELL_BALLOT = "cell_ballot"


class Group(StrEnum):
    """The step of the year in which papers of a kind are written, in this order."""

    PREPARE = "prepare"
    WRITE = "write"
    CONFERENCE = "conference"
    RATE = "rate"
    AFTER = "after"


Builder = Callable[[ReviewYear, Subject, Wording, Profile], Document]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind; its titles and type code are wording."""

    code: str
    build: Builder
    scope: Scope = Scope.YEAR

    @property
    def title(self) -> str:
        """Return what lists and windows call it: "Tờ trình"; as the rules of today say it."""
        return self.title_in(wording("shared").values["terms"])

    def title_in(self, terms: Mapping[str, str]) -> str:
        """Return what papers of a year call it, by the terms of its rules: "phân loại" to 2017."""
        return wording(self.code, terms=terms).text("title")

    @property
    def type_code(self) -> str:
        """Return the code in its number ("TTr"), empty for papers without a number."""
        return wording(self.code).text("type_code")

    @property
    def group(self) -> Group:
        """Return the step of the year to which the kind belongs; the writing where its wording names none."""
        return Group(wording(self.code).values.get("group", Group.WRITE))

    @property
    def gates(self) -> tuple[str, ...]:
        """Return the ids of the requirements that must be met before it is issued; most kinds have none."""
        return tuple(wording(self.code).values.get("gates", ()))

    @property
    def fields(self) -> tuple[str, ...]:
        """Return which fields of the record are entered for it; all others come from the year."""
        return wording(self.code).texts("fields")

    @property
    def is_handed_up(self) -> bool:
        """Return whether such a paper goes into the package although the rules name no part for it."""
        return bool(wording(self.code).values.get("handed_up", False))

    @property
    def copies(self) -> int:
        """Return in how many copies such a paper is printed, unless its own record says otherwise."""
        return int(wording(self.code).values.get("copies", 1))
