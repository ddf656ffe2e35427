"""What a careless cell writes: general phrases, praise, copies; for the year with planted defects."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

from app.practice.texts.grammar import YEARS, Grammar, Regime
from app.practice.texts.written import WrittenShortcoming

_FACTS_OF_RECORDS = frozenset({"level", "scores", "earlier", "suggestions", "shortcomings"})
"""Sections that repeat what records say; carelessness does not change them."""


class CarelessTexts:
    """Spoils texts of a bank; what it returns is shorter than paragraphs that are compared, copies aside."""

    def __init__(self, regime: Regime, rng: random.Random, year: int | None = None) -> None:
        """Write for `regime`, with chances of its own."""
        self._grammar = Grammar(regime, rng, year or YEARS[regime])

    def vague(self, review: Mapping[str, str]) -> dict[str, str]:
        """Return a self-review that says nothing: the same sections, a general phrase each."""
        kept = {section: text for section, text in review.items() if section in _FACTS_OF_RECORDS}
        return {section: self._next("general") for section in review} | kept

    def copied(self, review: Mapping[str, str]) -> dict[str, str]:
        """Return another member's self-review as somebody copies it: the words stay, some marks go."""
        return {section: text.replace(";", ",") for section, text in review.items()}

    def shortcoming(self, known: WrittenShortcoming) -> WrittenShortcoming:
        """Return a shortcoming without a sign, a cause or anybody who answers for it."""
        return replace(
            known, text=self._next("shortcoming"), sign="", cause="", outer_cause="", responsibility=""
        )

    def praise(self) -> str:
        """Return an opinion that only praises."""
        return self._next("praise")

    def answer(self) -> str:
        """Return an answer that takes up nothing."""
        return self._next("answer")

    def explanation(self) -> str:
        """Return an explanation without cause, responsibility or measures."""
        return self._next("explanation")

    def conclusion(self) -> str:
        """Return a conclusion that names no shortcoming."""
        return self._next("conclusion")

    def _next(self, pool: str) -> str:
        return str(self._grammar.draw_whole(f"careless.{pool}"))
