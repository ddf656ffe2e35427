"""Two passages that agree, side by side: who wrote each, when, in which section, and which words differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import overload

from typing_extensions import override

from app.common.text import fold
from app.domain.targets import COLLECTIVE
from app.rules.ruleset import RuleSet, from_snapshot
from app.services.repeated_texts import Passage, SharedPassage
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

_WORD = re.compile(r"\w+")
_WHOLE = 1.0
_LONG = 400
"""From so many words on frequent ones do not begin a match: 4,000 words take a few hundredths of a second."""
Place = tuple[str, int, str]
"""Owner, year and section of a passage."""
Title = tuple[str, str]
"""Who wrote it and the heading it stands under."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both passages, or in this one alone."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One passage: `name` is empty for the collective's report, `heading` where the form is not known."""

    name: str
    year: int
    heading: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two passages to look at together."""

    left: Side
    right: Side
    is_equal: bool
    """Whether no word differs; else nearly equal."""


class Pairs(Sequence[SideBySide]):
    """Pairs of passages in the order given; which words of one differ is found when it is looked at.

    Of a cell that copied one model there are some thousands: nobody waits for those not looked at.
    """

    def __init__(
        self, shared: Iterable[SharedPassage] = (), titles: Mapping[Place, Title] | None = None
    ) -> None:
        self.shared = tuple(shared)
        self._titles = titles or {}

    @override
    def __len__(self) -> int:
        return len(self.shared)

    @overload
    def __getitem__(self, at: int) -> SideBySide: ...

    @overload
    def __getitem__(self, at: slice) -> Pairs: ...

    @override
    def __getitem__(self, at: int | slice) -> SideBySide | Pairs:
        if isinstance(at, slice):
            return Pairs(self.shared[at], self._titles)
        pair = self.shared[at]
        left, right = differing(pair.one.text, pair.other.text)
        sides = self._side(pair.one, left), self._side(pair.other, right)
        return SideBySide(*sides, is_equal=pair.likeness >= _WHOLE)

    def _side(self, passage: Passage, runs: tuple[Run, ...]) -> Side:
        name, heading = self._titles.get(_place(passage), ("", ""))
        return Side(name, passage.year, heading, runs)


def side_by_side(database: Database, shared: Iterable[SharedPassage]) -> Pairs:
    """Return the pairs as they are looked at, in the order given (rulings.md 2.6).

    Reads the years of the passages whole: some 100 ms for a large cell, no work for the window's thread.
    """
    pairs = tuple(shared)
    passages = [one for pair in pairs for one in (pair.one, pair.other)]
    years = {year: review_year(database, year) for year in sorted({one.year for one in passages})}
    return Pairs(pairs, {_place(one): _title(one, years[one.year]) for one in passages})


def differing(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both texts in runs, whole and in order; words are compared without case and punctuation."""
    mine, others = (list(_WORD.finditer(text)) for text in (one, other))
    blocks = _agreeing(_folded(mine), _folded(others))
    left = [(first, first + size) for first, _, size in blocks]
    right = [(first, first + size) for _, first, size in blocks]
    return tuple(_runs(one, mine, left)), tuple(_runs(other, others, right))


def _agreeing(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return where both agree: place in one, place in the other, how many words.

    What is the same at both ends is most of a copied text, and is passed over first.
    """
    head = _same(one, other)
    tail = _same(one[head:][::-1], other[head:][::-1])
    middle = one[head : len(one) - tail], other[head : len(other) - tail]
    matcher = SequenceMatcher(None, *middle, autojunk=max(map(len, middle)) > _LONG)
    between = [(at + head, to + head, size) for at, to, size in matcher.get_matching_blocks()]
    return [(0, 0, head), *between[:-1], (len(one) - tail, len(other) - tail, tail)]


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, others) in pairs if mine != others), min(len(one), len(other)))


def _place(passage: Passage) -> Place:
    return passage.owner, passage.year, passage.section


def _title(passage: Passage, whole: ReviewYear) -> Title:
    name = next((one.full_name for one in whole.members if one.uid == passage.owner), "")
    return name, _heading(passage, whole)


def _heading(passage: Passage, whole: ReviewYear) -> str:
    if not whole.cycles:
        return ""
    types = {one.member_uid: one.object_type for one in whole.population}
    kind = COLLECTIVE if passage.owner == COLLECTIVE else types.get(passage.owner, "")
    form = _ruleset(whole.cycles[0].ruleset_snapshot).form_for(kind)
    sections = form.sections if form else ()
    return next((one.heading for one in sections if one.code == passage.section), "")


@lru_cache(maxsize=3)
def _ruleset(snapshot: str) -> RuleSet:
    return from_snapshot(snapshot)


def _folded(words: Iterable[re.Match[str]]) -> list[str]:
    return [fold(one[0]) for one in words]


def _runs(text: str, words: list[re.Match[str]], agreeing: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """Cut `text` where words begin or cease to agree; a row of words that differ is one run."""
    at, word = 0, 0
    for first, last in agreeing:
        if first > word:
            start, end = words[word].start(), words[first - 1].end()
            if start > at:
                yield Run(text[at:start], differs=False)
            yield Run(text[start:end], differs=True)
            at = end
        word = last
    if at < len(text):
        yield Run(text[at:], differs=False)
