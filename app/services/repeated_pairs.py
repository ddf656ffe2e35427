"""Two passages that agree, side by side: who wrote each, when, in which section, and which words differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from app.common.text import fold
from app.domain.targets import COLLECTIVE
from app.rules.ruleset import RuleSet, from_snapshot
from app.services.repeated_texts import Passage, SharedPassage
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

_WORD = re.compile(r"\w+")
_WHOLE = 1.0


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


def side_by_side(database: Database, shared: Iterable[SharedPassage]) -> tuple[SideBySide, ...]:
    """Return the pairs as they are looked at, in the order given (rulings.md 2.6)."""
    pairs = tuple(shared)
    passages = [one for pair in pairs for one in (pair.one, pair.other)]
    years = {year: review_year(database, year) for year in sorted({one.year for one in passages})}
    return tuple(_pair(one, years) for one in pairs)


def differing(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return both texts in runs, whole and in order; words are compared without case and punctuation."""
    mine, others = (list(_WORD.finditer(text)) for text in (one, other))
    matcher = SequenceMatcher(None, _folded(mine), _folded(others), autojunk=False)
    blocks = matcher.get_matching_blocks()
    left = [(block.a, block.a + block.size) for block in blocks]
    right = [(block.b, block.b + block.size) for block in blocks]
    return tuple(_runs(one, mine, left)), tuple(_runs(other, others, right))


def _pair(pair: SharedPassage, years: Mapping[int, ReviewYear]) -> SideBySide:
    left, right = differing(pair.one.text, pair.other.text)
    return SideBySide(
        _side(pair.one, years[pair.one.year], left),
        _side(pair.other, years[pair.other.year], right),
        pair.likeness >= _WHOLE,
    )


def _side(passage: Passage, whole: ReviewYear, runs: tuple[Run, ...]) -> Side:
    name = next((one.full_name for one in whole.members if one.uid == passage.owner), "")
    return Side(name, passage.year, _heading(passage, whole), runs)


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
