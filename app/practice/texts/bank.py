"""The words of the practice year: self-reviews, reports, opinions, conclusions, each of them another.

The templates stand in ``resources/practice/texts``; persons, places and figures in them are invented. One
bank writes one year of one cell, and no paragraph that is nearly one of its former ones.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from typing import Literal, TypeAlias

from app.domain.conferences import OpinionKind
from app.practice.texts.grammar import YEARS, Grammar, Memory, Regime
from app.practice.texts.papers import ReportWriter, SelfReviewWriter
from app.practice.texts.records import COLLECTIVE_KIND, RecordWriter
from app.practice.texts.written import (
    CollectiveFacts,
    SelfReviewFacts,
    WrittenCommitment,
    WrittenExplanation,
    WrittenPoint,
    WrittenShortcoming,
)

MinutesPart: TypeAlias = Literal[
    "opening", "presenting", "atmosphere", "closing", "guidance", "lesson", "excuse"
]


class TextBank:
    """Writes the texts of one practice year; the same `rng` and the same calls give the same texts."""

    def __init__(
        self, regime: Regime, rng: random.Random, year: int | None = None, earlier: Iterable[str] = ()
    ) -> None:
        """Write for `regime`; `earlier` are texts, of last year for instance, that must not come again."""
        self._grammar = Grammar(regime, rng, year or YEARS[regime])
        self._memory = Memory(earlier)
        self._answers: dict[str, str] = {}
        self._records = RecordWriter(self._grammar, self._memory)
        self._self_reviews = SelfReviewWriter(self._grammar, self._memory, self.shortcoming)
        self._reports = ReportWriter(self._grammar, self._memory, self.shortcoming)

    def self_review(self, facts: SelfReviewFacts) -> dict[str, str]:
        """Return the text of each section that the writer's form requires, by section code.

        Optional sections are there where they have something to say.
        """
        return self._self_reviews.write(facts)

    def collective_report(self, facts: CollectiveFacts) -> dict[str, str]:
        """Return the text of each section of the collective report, by section code."""
        return self._reports.write(facts)

    def shortcoming(self, kind: str = "any", *, young: bool = False) -> WrittenShortcoming:
        """Return a shortcoming of a kind of writer (``leader``, a `Work` …) or of `COLLECTIVE_KIND`.

        What everybody may have comes with each kind of writer; who is young has no grown children.
        """
        found = self._records.shortcoming(kind, young=young)
        self._answers[found.criticism] = found.answer
        return found

    def suggestion_letter(self, count: int, about: str = COLLECTIVE_KIND) -> list[WrittenPoint]:
        """Return `count` suggested points about the collective, or about a ``person``."""
        return [self._records.point(about) for _ in range(count)]

    def explanation(self, point: WrittenPoint) -> WrittenExplanation:
        """Return the explanation of a point: what happened, cause, responsibility, measures."""
        return point.explanation

    def opinion(self, kind: OpinionKind, about: WrittenShortcoming | str = "") -> str:
        """Return what one comrade says: criticism has its facts, praise its deed, a question its figure.

        `about` is the shortcoming that is criticised, or `COLLECTIVE_KIND`.
        """
        if kind is OpinionKind.SHORTCOMING:
            known = about if isinstance(about, WrittenShortcoming) else self.shortcoming(about or "any")
            return known.criticism
        pool = f"opinions.{kind.value}" + ("_collective" if about == COLLECTIVE_KIND else "")
        if kind is OpinionKind.QUESTION:
            said, answer = self._records.question(pool)
        else:
            said, answer = self._sentence(pool), self._sentence(f"opinions.answer_{kind.value}")
        self._answers[said] = answer
        return said

    def answer(self, opinion: str) -> str:
        """Return how the criticised one answers an opinion of this bank (tiếp thu, giải trình)."""
        return self._answers.get(opinion) or self._sentence("opinions.answer")

    def conclusion(self, about: str, shortcoming: WrittenShortcoming | None = None) -> str:
        """Return what the chair concludes on a member by name, `COLLECTIVE_KIND`, or a ``suggestion``."""
        if about in {COLLECTIVE_KIND, "suggestion"}:
            return self._sentence(f"meeting.conclusion_{about}")
        unit = self._grammar.unit()
        facts = {"name": about, "strength": _lower(unit.fill(self._grammar.draw("meeting.merit")))}
        if shortcoming is None:
            return unit.bind(**facts).fill(self._grammar.draw("meeting.conclusion_clean"))
        unit.bind(**facts, shortcoming=_lower(shortcoming.text))
        return unit.fill(self._grammar.draw("meeting.conclusion"))

    def commitment_items(self, count: int) -> list[WrittenCommitment]:
        """Return `count` different promises with goal, measure, time and what became of them."""
        return self._records.commitments(count)

    def residence_opinion(self) -> str:
        """Return the comment of a residence committee on a member."""
        return self._sentence("meeting.residence")

    def remediation(self, shortcoming: WrittenShortcoming) -> tuple[str, dt.date]:
        """Return how a concluded shortcoming is put right, and until when."""
        return shortcoming.remedy, shortcoming.due_on

    def minutes(self, part: MinutesPart, name: str = "") -> str:
        """Return a fragment of the minutes; `name` is who presents."""
        return self._sentence(f"meeting.{part}", name=name)

    def _sentence(self, pool: str, **facts: str) -> str:
        def write() -> str:
            return self._grammar.unit().bind(**facts).fill(self._grammar.draw(pool))

        return self._memory.fresh(write, lambda text: [text])[0]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
