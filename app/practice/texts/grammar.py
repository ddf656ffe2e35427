"""Sentences of the practice year, made from the templates in ``resources/practice/texts``.

A template holds choices ``[a|b]``, words of a list ``{street}``, numbers ``{3-9}`` (``{n=3-9}`` to be said
again as ``{n}``), days (``{day}``, ``{late}`` after it, ``{soon}`` in the next year), ``{month}``,
``{year}``, ``{last}``, ``{next}``. Within one unit the same name is the same thing, ``{street2}`` another.
``2017~`` or ``366~`` in front keeps a template to that regime.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, TypeAlias, TypeVar

from app.common.release_files import read_toml
from app.rules.similar_texts import LEAST_WORDS, SHORTEST, likeness, runs_of, words_of

T = TypeVar("T")
Regime: TypeAlias = Literal["2017", "366"]
YEARS: dict[Regime, int] = {"2017": 2017, "366": 2026}
"""The year a bank writes about while no other is asked for."""
TOO_ALIKE = 0.72
"""Less than what the comparison of texts calls nearly equal: no practice paragraph is reported there."""
_LONG_WORDS = {"follow", "task"}
"""Lists of whole phrases: even and odd years have different halves of them, as of the templates."""
_RUNS_WEIGH = 1.5
"""By this a share of common runs is made as heavy as a likeness."""
_CLOSE = 0.2
"""Part of its runs that a paragraph must share with another to be compared with it."""
_TRIES = 40
_FILES = (
    "careless",
    "collective",
    "commitments",
    "commitments_told",
    "direction",
    "discipline",
    "duties",
    "ethics",
    "following",
    "ideology",
    "leadership",
    "level",
    "meeting",
    "opinions",
    "shortcomings",
    "signs",
    "styles",
    "suggestions",
    "words",
)
_LATE, _LAST_MONTH = 9, 10
"""What happened in the year is told until October; the papers are written in November."""
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"(?:([a-z]\w*)=)?(\d+(?:\.\d)?)-(\d+(?:\.\d)?)")
_OF_REGIME = re.compile(r"(2017|366)~")


@lru_cache(maxsize=1)
def templates() -> dict[str, dict[str, Any]]:
    """Return every template by file and key; raises `EnvironmentFailed` L-016 for a damaged file."""
    return {name: read_toml("practice", "texts", f"{name}.toml") for name in _FILES}


class Grammar:
    """Draws templates and fills them; the same `rng` gives the same sentences."""

    def __init__(self, regime: Regime, rng: random.Random, year: int) -> None:
        self.rng = rng
        self.year = year
        self.regime = regime
        self._decks: dict[str, list[Any]] = {}
        words = templates()["words"]
        self._unfit: dict[str, Sequence[str]] = words["not_of"]
        self._words: dict[str, Sequence[str]] = {**words, **words["of_regime"][regime]}

    def draw(self, pool: str) -> Any:  # noqa: ANN401  a sentence, or a record of sentences
        """Return the next template of a pool, as ``file.key``: none comes again before all were drawn.

        Even and odd years have different halves of every pool, so no year repeats the one before it.
        """
        deck = self._decks.setdefault(pool, [])
        if not deck:
            deck.extend(self._half(pool))
            self.rng.shuffle(deck)
        return deck.pop()

    def draw_from(self, pools: Sequence[str], writer: Iterable[str] = ()) -> Any:  # noqa: ANN401  as `draw`
        """Return a template of one of the pools that suits the writer, the fuller pools more often."""
        known = [pool for pool in pools if self.size(pool)]
        unfit = [word for kind in writer for word in self._unfit.get(kind, ())]
        for _ in range(_TRIES):
            weights = [len(self._decks.get(pool) or self._half(pool)) for pool in known]
            drawn = self.draw(self.rng.choices(known, weights)[0])
            if not any(word in str(drawn) for word in unfit):
                break
        return drawn

    def size(self, pool: str) -> int:
        """Return how many templates of a pool this year may use."""
        return len(self._half(pool))

    def unit(self) -> Unit:
        """Return an empty unit: what is filled in it speaks of the same places, days and numbers."""
        return Unit(self)

    def words_of(self, name: str) -> Sequence[str]:
        """Return the list of words that a slot stands for."""
        return self._words[name]

    def draw_whole(self, pool: str) -> Any:  # noqa: ANN401  as `draw`
        """Return the next of a pool that every year has whole: a way of writing stays the same."""
        deck = self._decks.setdefault(pool, [])
        if not deck:
            file, _, key = pool.partition(".")
            deck.extend(templates()[file][key])
            self.rng.shuffle(deck)
        return deck.pop()

    def one_of(self, wordings: str | Sequence[str]) -> str:
        """Return one of several wordings of the same; even and odd years have different ones."""
        if isinstance(wordings, str):
            return wordings
        half = wordings[self.year % 2 :: 2] if len(wordings) > 1 else wordings
        return self.rng.choice(half)

    def _half(self, pool: str) -> list[Any]:
        file, _, key = pool.partition(".")
        fitting = [one for one in templates()[file].get(key, ()) if self._fits(one)]
        return fitting[self.year % 2 :: 2] if len(fitting) > 1 else fitting

    def _fits(self, template: str | Mapping[str, Any]) -> bool:
        text = template if isinstance(template, str) else str(template.get("regime", ""))
        found = _OF_REGIME.match(text)
        return found is None or found[1] == self.regime


class Unit:
    """One paragraph or one record: a name in it always means the same thing."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._said: dict[str, str] = {}

    def fill(self, template: str) -> str:
        """Return the template as a sentence, with a capital letter."""
        text = _OF_REGIME.sub("", template, count=1)
        while "[" in text:
            text = _CHOICE.sub(lambda found: self._grammar.rng.choice(found[1].split("|")), text)
        text = _SLOT.sub(lambda found: self._slot(found[1]), text)
        text = " ".join(text.split())
        return text[:1].upper() + text[1:]

    def bind(self, **facts: str) -> Unit:
        """Let names stand for facts that are given, and return the unit."""
        self._said.update(facts)
        return self

    def tells_all_of(self, template: str) -> bool:
        """Return whether everything a template names was told in this unit before."""
        return all(name in self._said for name in _SLOT.findall(template))

    def _slot(self, name: str) -> str:
        if name in self._said:
            return self._said[name]
        number = _RANGE.fullmatch(name)
        if number:
            value = self._number(number[2], number[3])
            if number[1]:
                self._said[number[1]] = value
            return value
        self._said[name] = self._word(name)
        return self._said[name]

    def _number(self, least: str, most: str) -> str:
        rng = self._grammar.rng
        if "." in least + most:
            return f"{rng.uniform(float(least), float(most)):.1f}".replace(".", ",")
        return f"{rng.randint(int(least), int(most)):,}".replace(",", ".")

    def _word(self, name: str) -> str:
        rng, year = self._grammar.rng, self._grammar.year
        kind = name.rstrip("0123456789")
        if kind in {"year", "last", "next"}:
            return str(year + {"last": -1, "year": 0, "next": 1}[kind])
        if kind == "day":
            return f"{rng.randint(1, 28)}/{rng.randint(1, _LATE - 1)}/{year}"
        if kind == "late":
            return f"{rng.randint(1, 28)}/{rng.randint(_LATE, _LAST_MONTH)}/{year}"
        if kind == "soon":
            return f"{rng.randint(10, 28)}/{rng.randint(2, 9)}/{year + 1}"
        if kind == "month":
            before = int(self._said.get("month", 0)) if name != kind else 0
            return str(rng.randint(before + 1, _LAST_MONTH - (name == kind)))
        said = set(self._said.values())
        words = self._grammar.words_of(kind)
        if kind in _LONG_WORDS:
            words = words[year % 2 :: 2]
        return rng.choice([word for word in words if word not in said] or list(words))


class Memory:
    """What was written so far, so that no paragraph comes twice or nearly so."""

    def __init__(self, earlier: Iterable[str] = ()) -> None:
        self._rows: list[tuple[str, ...]] = []
        self._index: dict[tuple[str, ...], list[int]] = {}
        for text in earlier:
            for line in text.split("\n"):
                self.keep(line)

    def keep(self, paragraph: str) -> None:
        """Remember a paragraph that is long enough to be compared."""
        words = words_of(paragraph)
        if len(words) >= SHORTEST:
            for run in runs_of(words):
                self._index.setdefault(run, []).append(len(self._rows))
            self._rows.append(words)

    def is_fresh(self, paragraph: str, but: str = "") -> bool:
        """Return whether a paragraph is like no other, except its own matter remembered as `but`."""
        return self.worst(paragraph, words_of(but)) < TOO_ALIKE

    def worst(self, paragraph: str, but: tuple[str, ...] = ()) -> float:
        """Return how alike the most alike remembered paragraph is."""
        words = words_of(paragraph)
        if len(words) < SHORTEST:
            return 0.0
        runs, shared = runs_of(words), dict[int, int]()
        for run in runs:
            for row in self._index.get(run, ()):
                shared[row] = shared.get(row, 0) + 1
        least = 0 if len(words) >= LEAST_WORDS else LEAST_WORDS
        close = {
            row: count
            for row, count in shared.items()
            if count >= _CLOSE * len(runs) and len(self._rows[row]) >= least
        }
        return max(
            (self._alike(row, words, count) for row, count in close.items() if self._rows[row] != but),
            default=0.0,
        )

    def _alike(self, row: int, words: tuple[str, ...], shared: int) -> float:
        """Return how alike a remembered row is: in its words, or in its runs of words where that is more."""
        known = self._rows[row]
        runs = len(known) + len(words) - 4 - shared
        return max(likeness(known, words), _RUNS_WEIGH * shared / max(runs, 1))

    def fresh(self, write: Callable[[], T], texts: Callable[[T], Iterable[str]]) -> tuple[T, bool]:
        """Return what `write` makes, made anew until no paragraph in its `texts` repeats a former one.

        The second value says whether that was reached; what is returned is remembered.
        """
        best, least = write(), 2.0
        for attempt in range(_TRIES):
            made = best if attempt == 0 else write()
            worst = max((self.worst(line) for line in lines_of(texts(made))), default=0.0)
            if worst < least:
                best, least = made, worst
            if least < TOO_ALIKE:
                break
        for line in lines_of(texts(best)):
            self.keep(line)
        return best, least < TOO_ALIKE


def lines_of(texts: Iterable[str]) -> list[str]:
    """Return the paragraphs of several texts."""
    return [line for text in texts for line in text.split("\n")]
