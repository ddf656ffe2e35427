"""Paragraphs that are equal or nearly so: shown side by side to the secretary alone (rulings.md 2.6; R2-11).

Words are compared, not letters: case, punctuation and the place of a tone mark make no difference.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

from app.common.text import fold

LEAST_WORDS = 15
"""Shorter paragraphs are set phrases; one of a pair is at least as long as this."""
NEARLY = 0.8
"""From this likeness on two paragraphs are called nearly equal."""
SHORTEST = 10
"""What is shorter than this cannot be nearly equal to a paragraph of `LEAST_WORDS`."""
_RUN = 3
_SHARED = 0.3
"""Part of the shorter one's runs of three words that two paragraphs must share to be looked at closely.

Two places changed in the shortest paragraph leave at least five of its thirteen runs.
"""
_MOST = 10
"""With so many others a paragraph is paired: of a cell that copied one model nobody reads 100,000 pairs."""
_MOST_KNOWN = 40
"""So many rows with one run are looked up; what more of them share is found by their other runs."""
_WORD = re.compile(r"\w+")
_LIST_MARK = re.compile(r"\s*(?:[-+•*–]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody wrote in one place of a year: `owner` is a member's uid or a target."""

    owner: str
    year: int
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its words, as they are compared."""

    source: Text
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs of different papers, the earlier year first; `likeness` is 1 where no word differs."""

    one: Paragraph
    other: Paragraph
    likeness: float


def similar_paragraphs(texts: Sequence[Text]) -> list[Pair]:
    """Return paragraphs that two papers share, the most alike first.

    A paper is what one owner wrote in one year: a paragraph repeated inside of it is no pair. Where many
    papers share a paragraph, each is paired with the first of them only.
    """
    groups: dict[tuple[str, ...], list[Paragraph]] = defaultdict(list)
    for one in paragraphs(texts):
        groups[one.words].append(one)
    equal = (group for words, group in groups.items() if len(words) >= LEAST_WORDS)
    pairs = [pair for group in equal for pair in _pairs(_with_the_first(group), 1.0)]
    for first, second, alike in _nearly_equal(list(groups)):
        across = product(groups[first][:_MOST], groups[second][:_MOST])
        pairs += _pairs(across, alike)
    return sorted(pairs, key=_order)


def paragraphs(texts: Iterable[Text]) -> Iterator[Paragraph]:
    """Yield the paragraphs, one for each line, that are long enough to be nearly equal to some other."""
    for source in texts:
        for line in source.text.split("\n"):
            words = words_of(without_mark(line))
            if len(words) >= SHORTEST:
                yield Paragraph(source, line.strip(), words)


def without_mark(line: str) -> str:
    """Return a line without the dash or number of a list: it is no word."""
    found = _LIST_MARK.match(line)
    return line[found.end() :] if found else line


def words_of(text: str) -> tuple[str, ...]:
    """Return the words as they are compared: without marks, case and punctuation."""
    return tuple(_WORD.findall(fold(text)))


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two rows of words are, 0 to 1: what both have in the same order, by length."""
    total = len(one) + len(other)
    return 2 * _common(one, other) / total if total else 1.0


def _with_the_first(group: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph]]:
    for at, one in enumerate(group):
        yield from ((former, one) for former in group[: min(at, _MOST)])


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence, one bit of a number for each word of `one`."""
    places: dict[str, int] = defaultdict(int)
    for at, word in enumerate(one):
        places[word] |= 1 << at
    full = (1 << len(one)) - 1
    row = full
    for word in other:
        met = row & places.get(word, 0)
        row = ((row + met) | (row - met)) & full
    return len(one) - row.bit_count()


def _nearly_equal(
    rows: Sequence[tuple[str, ...]],
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], float]]:
    """Yield different rows of words that are nearly equal; a row meets only those that share runs with it."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, row in enumerate(rows):
        runs = runs_of(row)
        shared = Counter(chain.from_iterable(index.get(run, ()) for run in runs))
        found = 0
        for former, count in shared.most_common():
            if found == _MOST:
                break
            worth = _may_agree(rows[former], row, count, min(sizes[former], len(runs)))
            if worth and (alike := likeness(rows[former], row)) >= NEARLY:
                found += 1
                yield rows[former], row, alike
        for run in runs:
            if len(index[run]) < _MOST_KNOWN:
                index[run].append(number)
        sizes.append(len(runs))


def _may_agree(one: Sequence[str], other: Sequence[str], shared: int, runs: int) -> bool:
    return max(len(one), len(other)) >= LEAST_WORDS and shared >= _SHARED * runs


def runs_of(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words, which most of a copied paragraph keeps."""
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _pairs(found: Iterable[tuple[Paragraph, Paragraph]], alike: float) -> Iterator[Pair]:
    for one, other in found:
        if _paper(one) != _paper(other):
            first, second = sorted((one, other), key=_paper)
            yield Pair(first, second, alike)


def _paper(paragraph: Paragraph) -> tuple[int, str]:
    return (paragraph.source.year, paragraph.source.owner)


def _order(pair: Pair) -> tuple[object, ...]:
    return (-pair.likeness, _paper(pair.one), _paper(pair.other), pair.one.text, pair.other.text)
