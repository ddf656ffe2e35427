"""Which lines of a file are the fixed words of the form: the best agreement of both from top to bottom.

Decided for the whole file at once, so that a sentence of a member that happens to be like a heading further
down does not tear the form apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.papers.form_reading.expected import Entry, Sort

_ALIKE = 0.86
"""From so many letters in common on, a line is a fixed one that somebody touched."""
_LEAST_WORDS, _MOST_COUNTED = 3, 8
_SHARED = 0.6
_CONTROL, _FACT, _CHOICE, _LABEL, _TOUCHED = 4.0, 3.0, 1.5, 1.0, 0.7
"""How much a line says of where it stands, by what it agrees with."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line as it is compared: its plain words, and the place of its control."""

    words: str
    tag: str = ""


def aligned(lines: Sequence[Candidate], entries: Sequence[Entry]) -> list[int | None]:
    """Return for each line the entry that it is, in the order of both, or None."""
    best = [[0.0] * (len(entries) + 1) for _ in range(len(lines) + 1)]
    weights = [[_weight(line, entry) for entry in entries] for line in lines]
    for at in range(len(lines) - 1, -1, -1):
        row, below, own = best[at], best[at + 1], weights[at]
        for place in range(len(entries) - 1, -1, -1):
            found = max(below[place], row[place + 1])
            if own[place]:
                found = max(found, own[place] + below[place + _step(entries[place])])
            row[place] = found
    return _walked(best, weights, entries)


def _walked(
    best: Sequence[Sequence[float]], weights: Sequence[Sequence[float]], entries: Sequence[Entry]
) -> list[int | None]:
    found: list[int | None] = []
    place = 0
    for at, own in enumerate(weights):
        taken: int | None = None
        for there in range(place, len(entries)):
            after = there + _step(entries[there])
            if own[there] and best[at][there] == own[there] + best[at + 1][after]:
                taken, place = there, after
                break
            if best[at][there] != best[at][there + 1] or best[at + 1][there] == best[at][there]:
                break
        found.append(taken)
    return found


def _step(entry: Entry) -> int:
    """Return 0 for what several lines can be: paragraphs of a control, a label and its choice."""
    return 0 if entry.sort in {Sort.FIELD, Sort.CHOICE} else 1


def _weight(line: Candidate, entry: Entry) -> float:
    if line.tag:
        return _CONTROL if entry.tag == line.tag and entry.sort in {Sort.FIELD, Sort.CHOICE} else 0.0
    if not line.words:
        return 0.0
    if entry.sort is Sort.LINE:
        return _of_line(line.words, entry.words)
    if entry.sort is Sort.LABEL:
        return _LABEL if line.words == entry.words else 0.0
    if entry.sort in {Sort.CHOICE, Sort.FACT} and f"{line.words} ".startswith(f"{entry.words} "):
        return _CHOICE if entry.sort is Sort.CHOICE else _FACT
    return 0.0


def _of_line(words: str, wanted: str) -> float:
    count = min(len(wanted.split()), _MOST_COUNTED)
    if words == wanted:
        return 1.0 + count
    return _TOUCHED * (1 + count) if count >= _LEAST_WORDS and _alike(words, wanted) else 0.0


def _alike(one: str, other: str) -> bool:
    if not _SHARED < len(one) / len(other) < 1 / _SHARED:
        return False
    here, there = set(one.split()), set(other.split())
    if len(here & there) < _SHARED * max(len(here), len(there)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
