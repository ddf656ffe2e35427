"""General phrases in what is written of shortcomings: a hint to who writes, no finding (rulings.md 2.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.common import release_files
from app.common.text import search_form

_SENTENCE = re.compile(r"[^.!?;\n]+(?:\.(?=\d)[^.!?;\n]+)*")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Hint:
    """One phrase in a text: where it stands there, from letter to letter, and what is advised."""

    start: int
    end: int
    phrase: str
    """As it was written."""
    advice: str


def hints(text: str) -> tuple[Hint, ...]:
    """Return the general phrases of `text` (NFC) in their order.

    A sentence with a figure has something concrete in it and is left alone. Of phrases that lie in each other
    the longest is named.
    """
    found = [
        Hint(start, end, text[start:end], _advice(text[start:end]))
        for sentence in _SENTENCE.finditer(text)
        if not _FIGURE.search(sentence[0])
        for start, end in _places(sentence[0], sentence.start())
    ]
    return tuple(found)


def _places(sentence: str, offset: int) -> list[tuple[int, int]]:
    # Word by word: the place of a tone mark may change the length of nothing, but spaces differ freely.
    words = [(search_form(one[0]), *one.span()) for one in re.finditer(r"[\w]+", sentence)]
    places, at = [], 0
    while at < len(words):
        size = _longest(tuple(word for word, _, _ in words[at : at + _most_words()]))
        if size:
            places.append((offset + words[at][1], offset + words[at + size - 1][2]))
        at += size or 1
    return places


def _longest(words: tuple[str, ...]) -> int:
    """Return how many of the first words are a phrase; 0 where none is."""
    return next((size for size in range(len(words), 0, -1) if words[:size] in _phrases()), 0)


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(re.findall(r"\w+", search_form(one))) for one in _file()["phrases"])


@cache
def _most_words() -> int:
    return max(map(len, _phrases()))


def _advice(phrase: str) -> str:
    return str(_file()["hint"]).format(phrase=phrase)


@cache
def _file() -> dict[str, list[str] | str]:
    return release_files.read_toml("texts", "general_phrases.toml")
