"""Matters of the practice year that several papers speak of: shortcomings, suggested points, promises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from app.domain.shortcomings import ShortcomingDegree
from app.practice.texts.grammar import Grammar, Memory, Unit
from app.practice.texts.written import (
    WrittenCommitment,
    WrittenExplanation,
    WrittenPoint,
    WrittenShortcoming,
)

COLLECTIVE_KIND = "collective"
"""The kind of shortcoming, point and opinion that is about the collective."""
_TOLD_AFTER = ("cause", "responsibility", "measure", "criticism", "answer", "result")
"""What is told of a shortcoming after its sign: criticism begins with what the sign told."""
_TELLS_MORE = 0.6
"""How often what followed is told after the sign."""
_OPENS = 0.75
"""How often criticism does not begin with the matter at once."""
_FIRST_DUE, _LAST_DUE = 2, 9
"""Months of the next year until which something is to be put right."""


class RecordWriter:
    """Draws a record and fills all its sentences together, so that they tell of one place and day."""

    def __init__(self, grammar: Grammar, memory: Memory) -> None:
        self._grammar = grammar
        self._memory = memory

    def shortcoming(self, kind: str, *, young: bool = False) -> WrittenShortcoming:
        """Return a shortcoming whose sign is told by no other one."""
        writer = [
            *(["probationary", "young"] if kind == "probationary" else []),
            *(["young"] if young else []),
        ]
        return self._memory.fresh(lambda: self._shortcoming(kind, writer), _sign_of)[0]

    def point(self, about: str) -> WrittenPoint:
        """Return a suggested point with what its explanation will say."""
        return self._memory.fresh(lambda: self._point(about), _explanation_of)[0]

    def question(self, pool: str) -> tuple[str, str]:
        """Return a question with the answer that fits it."""

        def write() -> tuple[str, str]:
            record, unit = self._grammar.draw(pool), self._grammar.unit()
            return unit.fill(record["text"]), unit.fill(record["answer"])

        return self._memory.fresh(write, lambda made: [made[0]])[0]

    def commitments(self, count: int) -> list[WrittenCommitment]:
        """Return `count` promises of different contents."""
        found: dict[str, WrittenCommitment] = {}
        while len(found) < count:
            record, unit = self._grammar.draw("commitments.items"), self._grammar.unit()
            item = WrittenCommitment(**{name: unit.fill(text) for name, text in record.items()})
            found[item.content] = item
        return list(found.values())

    def _shortcoming(self, kind: str, writer: Sequence[str]) -> WrittenShortcoming:
        grammar, pools = self._grammar, [f"shortcomings.{kind}", "shortcomings.any"]
        if kind == COLLECTIVE_KIND:
            pools = ["collective.shortcomings"]
        record, unit = grammar.draw_from(pools, writer), grammar.unit()
        told = {name: unit.fill(grammar.one_of(record[name])) for name in ("text", "sign")}
        if kind not in {COLLECTIVE_KIND, "leader", "probationary"} and grammar.rng.random() < _TELLS_MORE:
            told["sign"] = f"{told['sign']} {unit.fill(grammar.draw('shortcomings.aftermath'))}"
        opener = self._opener("collective" if kind == COLLECTIVE_KIND else "shortcomings", unit, told["text"])
        told |= {name: unit.fill(grammar.one_of(record[name])) for name in _TOLD_AFTER}
        told["criticism"] = f"{opener} {told['criticism']}".strip()
        month, day = grammar.rng.randint(_FIRST_DUE, _LAST_DUE), grammar.rng.randint(10, 28)
        return WrittenShortcoming(
            **told,
            outer_cause=unit.fill(grammar.one_of(record["outer"])),
            remedy=unit.fill(grammar.one_of(record["fix"])),
            due_on=dt.date(grammar.year + 1, month, day),
            degree=ShortcomingDegree(record.get("degree", ShortcomingDegree.LIMITATION)),
        )

    def _opener(self, file: str, unit: Unit, text: str) -> str:
        """Return how criticism begins: with the matter, with a place or day that was told, or at once."""
        unit.bind(matter=text[:1].lower() + text[1:])
        pool = f"{file}.opener"
        count = self._grammar.size(pool) if self._grammar.rng.random() < _OPENS else 0
        drawn = (self._grammar.draw(pool) for _ in range(count))
        return next((unit.fill(one) for one in drawn if unit.tells_all_of(one)), "")

    def _point(self, about: str) -> WrittenPoint:
        record, unit = self._grammar.draw(f"suggestions.{about}"), self._grammar.unit()
        told = {name: unit.fill(record[name]) for name in ("cause", "responsibility", "measures")}
        text = unit.fill(record["text"])
        return WrittenPoint(text, WrittenExplanation(text=unit.fill(record["explanation"]), **told))


def _sign_of(one: WrittenShortcoming) -> Iterable[str]:
    return [f"{one.text}. {one.sign}"]


def _explanation_of(point: WrittenPoint) -> Iterable[str]:
    return [point.explanation.text]
