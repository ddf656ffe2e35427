"""What opening the next year would bring over, shown before anybody says yes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.common.text import name_key
from app.domain.commitments import Commitment, CommitmentItem
from app.domain.levels import PastLevel
from app.domain.posts import posts_on
from app.domain.remediation import RemediationItem
from app.domain.self_reviews import EarlierShortcoming
from app.domain.types import Record
from app.year.review_year import ReviewYear


class NextYearState(StrEnum):
    """How the next year stands."""

    THERE = "there"
    """It is opened already."""
    NO_REVIEW = "no_review"
    """The year before has no review in the program: the next one begins empty."""
    UNFINISHED = "unfinished"
    """The year before must be finished first."""
    READY = "ready"


class CarriedKind(StrEnum):
    """What is brought over line by line."""

    SHORTCOMING = "shortcoming"
    REMEDIATION = "remediation"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """One matter: the target it is about, the member's name if it is one, and its words."""

    target: str
    name: str
    text: str
    since: int = 0
    """Year of the review that pointed it out; 0 where that is no question."""


@dataclass(frozen=True, slots=True)
class NextYear:
    """The year that would be opened, and what would stand in it."""

    year: int
    state: NextYearState
    has_rules: bool
    """Whether a rule set is loaded for it."""
    lines: Mapping[CarriedKind, tuple[CarriedLine, ...]] = field(default_factory=dict)
    levels: int = 0
    posts: int = 0
    """Posts held as the year begins: they have dates, and are typed once."""
    lessons: str = ""
    own_texts: int = 0
    """Words of its papers that the cell set itself; they go on."""


def lines_of(old: ReviewYear, carried: Sequence[Record]) -> dict[CarriedKind, tuple[CarriedLine, ...]]:
    """Return the matters among `carried`, by kind."""
    names = {member.uid: member.full_name for member in old.members}
    owners = {one.uid: one.member_uid for one in carried if isinstance(one, Commitment)}
    found: dict[CarriedKind, list[CarriedLine]] = {kind: [] for kind in CarriedKind}
    for one in carried:
        if isinstance(one, EarlierShortcoming):
            line = CarriedLine(one.target, names.get(one.target, ""), one.text, one.from_year)
            found[CarriedKind.SHORTCOMING].append(line)
        elif isinstance(one, RemediationItem):
            found[CarriedKind.REMEDIATION].append(
                CarriedLine(one.target, names.get(one.target, ""), one.text)
            )
        elif isinstance(one, CommitmentItem):
            owner = owners[one.commitment]
            found[CarriedKind.PROMISE].append(CarriedLine(owner, names.get(owner, ""), one.content))
    return {kind: tuple(sorted(lines, key=_order)) for kind, lines in found.items()}


def _order(line: CarriedLine) -> tuple[bool, str]:
    """The collective first, then the members by given name."""
    return bool(line.name), name_key(line.name)


def levels_in(carried: Sequence[Record]) -> int:
    """Return how many levels go into the history."""
    return sum(isinstance(one, PastLevel) for one in carried)


def posts_held(old: ReviewYear) -> int:
    """Return how many posts are held on the first day of the year after `old`."""
    first = dt.date(old.year + 1, 1, 1)
    return sum(len(posts_on(person.posts, first)) for person in old.people())
