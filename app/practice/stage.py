"""What the acts of a practice year work with."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from app.common import release_files
from app.domain.cells import Cell
from app.domain.cycles import CollectiveSubject
from app.practice.cast import Cast
from app.practice.plan import CONFERENCE, PracticeClock
from app.practice.texts.bank import TextBank
from app.practice.texts.careless import CarelessTexts
from app.practice.texts.written import WrittenExplanation, WrittenShortcoming
from app.rules.ruleset import RuleSet
from app.services.review import ReviewServices
from app.storage.queries.review_year import review_year_in
from app.year.review_year import ReviewYear

Phase: TypeAlias = Literal["cast", "prepared", "written", "reviewed", "rated", "corrected"]
"""Where a year stands after its acts so far: who takes part, then what was done."""


@dataclass(slots=True)
class Matters:
    """What was written of matters that several papers speak of, so that all tell the same."""

    admitted: dict[str, list[WrittenShortcoming]] = field(default_factory=dict)
    """By whose it is: shortcomings that a self-review or the report admits."""
    known: dict[str, WrittenShortcoming] = field(default_factory=dict)
    """By the record that holds it: earlier and concluded shortcomings."""
    explanations: dict[str, list[WrittenExplanation]] = field(default_factory=dict)
    """By whom they are of."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The open year, its people, the words they use, and the day it is."""

    year: int
    cell: Cell
    ruleset: RuleSet
    review: ReviewServices
    cast: Cast
    texts: TextBank
    careless_texts: CarelessTexts
    matters: Matters
    clock: PracticeClock
    chance: random.Random
    sittings: tuple[tuple[str, str], ...] = (("07:30", "11:30"), ("13:30", "17:30"))
    """From when to when the conference of the cell sits: the whole day of 43-HD/BTCTW, mục 2."""

    def day(self, month: int, day: int, years_on: int = 0) -> dt.date:
        """Return a day of the year, or of one after it."""
        return dt.date(self.year + years_on, month, day)

    @property
    def conference_day(self) -> dt.date:
        """Return the day on which the cell meets."""
        return self.day(*CONFERENCE)

    @property
    def has_collective(self) -> bool:
        """Return whether a collective writes a report: chi ủy, or the cell where the rules know no other."""
        return self.cast.has_committee or CollectiveSubject.NONE not in self.ruleset.collective_subjects

    def now(self) -> ReviewYear:
        """Return the year as the acts so far have left it, which nobody outside sees yet."""
        with self.review.database.write("practice.fill") as work:
            return review_year_in(work, self.year)

    def said(self, text: str) -> str:
        """Return a text of ``year.toml`` with the year and the terms of the rule set filled in."""
        return text.format(year=self.year, last=self.year - 1, next=self.year + 1, **self.ruleset.terms)

    def some(self, values: Sequence[Any], count: int) -> list[Any]:
        """Return `count` different ones of `values`, fewer where there are not so many."""
        return self.chance.sample(list(values), min(count, len(values)))

    def turns(self, values: Sequence[Any]) -> Iterator[Any]:
        """Yield `values` in a random order, again and again."""
        while True:
            yield from self.some(values, len(values))


@lru_cache(maxsize=1)
def year_words() -> Mapping[str, Any]:
    """Return the invented words of the year that are no text of anybody's own."""
    return release_files.read_toml("practice", "year.toml")


def shortcoming_facts(written: WrittenShortcoming) -> dict[str, object]:
    """Return the facts of a shortcoming as the bank tells them."""
    names = ("text", "sign", "cause", "outer_cause", "responsibility", "measure", "due_on", "degree")
    return {name: getattr(written, name) for name in names}
