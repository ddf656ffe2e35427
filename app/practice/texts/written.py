"""What is known before a text of the practice year is written, and what comes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.self_reviews import CorrectionState
from app.domain.shortcomings import ShortcomingDegree


class Work(StrEnum):
    """What a writer does for a living; each tells of other things in other words."""

    FARMER = "farmer"
    TEACHER = "teacher"
    OFFICIAL = "official"
    WORKER = "worker"
    PENSIONER = "pensioner"


@dataclass(frozen=True, slots=True)
class WrittenShortcoming:
    """One shortcoming as all speak of it: the paper, the comrade who criticises, the plan to correct it.

    All fields tell of the same matter, place and day.
    """

    text: str
    sign: str
    cause: str
    outer_cause: str
    responsibility: str
    measure: str
    criticism: str
    answer: str
    result: str
    """What is told a year later, when it is corrected."""
    remedy: str
    due_on: dt.date
    degree: ShortcomingDegree = ShortcomingDegree.LIMITATION


@dataclass(frozen=True, slots=True)
class EarlierMatter:
    """A shortcoming of the year before and how far it was corrected."""

    text: str
    correction: CorrectionState = CorrectionState.CORRECTED
    result: str = ""


@dataclass(frozen=True, slots=True)
class WrittenExplanation:
    """Giải trình of one suggested point."""

    text: str
    cause: str
    responsibility: str
    measures: str


@dataclass(frozen=True, slots=True)
class WrittenPoint:
    """One suggested point, with the facts its explanation will tell."""

    text: str
    explanation: WrittenExplanation


@dataclass(frozen=True, slots=True)
class WrittenCommitment:
    """One promise, with what is told of it at the end of the year: carried out, or in part."""

    content: str
    goal: str
    measure: str
    due: str
    done: str
    partly: str


@dataclass(frozen=True, slots=True)
class SelfReviewFacts:
    """Who writes a self-review, and what it must speak of."""

    work: Work = Work.FARMER
    leads: bool = False
    """Holds a post of the cell: writes the sections of leaders too."""
    heads: bool = False
    """Is the bí thư, who leads in any case."""
    probationary: bool = False
    young: bool = False
    """Has no grown children to speak of; whoever is on probation is taken for young."""
    level: str = ""
    """Name of the level that the writer takes for himself."""
    shortcomings: Sequence[WrittenShortcoming] = ()
    earlier: Sequence[EarlierMatter] = ()
    explanations: Sequence[WrittenExplanation] = ()
    style: str = ""
    """Code of a style; empty: the bank goes through the styles that suit the writer."""

    def kind(self) -> str:
        """Return the kind of writer by which a bank chooses a shortcoming."""
        if self.leads or self.heads:
            return "leader"
        return "probationary" if self.probationary else self.work.value

    def audiences(self) -> tuple[str, ...]:
        """Return the kinds of writer this one is, the most special first."""
        special = ["probationary", "young"] if self.probationary else ["young"] if self.young else []
        posts = ["secretary", "leader"] if self.heads else ["leader"] if self.leads else []
        return (*special, *posts, self.work.value)


@dataclass(frozen=True, slots=True)
class CollectiveFacts:
    """What the collective report must speak of."""

    level: str = ""
    shortcomings: Sequence[WrittenShortcoming] = ()
    earlier: Sequence[EarlierMatter] = ()
    explanations: Sequence[WrittenExplanation] = ()
