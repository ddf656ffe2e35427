"""Levels of earlier years in the words of their time (``resources/regulations/common/past_levels.toml``).

People write them short, from memory, in the words of another year; what is kept is the name of its own year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.common import release_files
from app.common.text import clean_line, fold
from app.rules.ruleset import RuleSet

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_BEFORE = ("dangvien", "chibo", "chidang")


@dataclass(frozen=True, slots=True)
class PastWord:
    """A level of its year: its name, a short one for narrow columns; `rank` 0 says that none was given."""

    name: str
    short: str
    rank: int = 0
    sub_reason: str = ""


@dataclass(frozen=True, slots=True)
class _Period:
    """The words of a time, for members or for cells."""

    levels: tuple[PastWord, ...]
    by_key: dict[str, PastWord]


def says_nothing(text: str) -> bool:
    """Return whether a cell is left empty, or holds what people write instead."""
    word = clean_line(text).casefold()
    return not word or word in _words()["nothing"]["words"]


def past_word(text: str, of_year: int, *, of_cell: bool) -> PastWord | None:
    """Return the level of `of_year` that the words mean, or None for words that are no level of that time."""
    key = _key(text)
    known = _period(of_year, of_cell).by_key
    for before in ("", *_BEFORE):
        if key.startswith(before) and (found := known.get(key.removeprefix(before))):
            return found
    return None


def level_names(of_year: int, *, of_cell: bool) -> tuple[str, ...]:
    """Return the levels of a year in its own words, the highest first."""
    return tuple(one.name for one in _period(of_year, of_cell).levels)


def short_name(name: str, of_year: int, *, of_cell: bool) -> str:
    """Return a stored name as narrow columns show it; a name that is not known stays itself."""
    word = past_word(name, of_year, of_cell=of_cell)
    return word.short if word else name


def code_of(rank: int, ruleset: RuleSet | None, *, of_cell: bool) -> str:
    """Return the level of that rank in today's rule set; empty where there is none."""
    levels = (ruleset.cell_levels if of_cell else ruleset.member_levels) if ruleset else ()
    return next((one.code for one in levels if one.rank == rank), "")


@lru_cache(maxsize=512)
def _period(of_year: int, of_cell: bool) -> _Period:  # noqa: FBT001  a cache key
    data = _words()
    period = next(one for one in data["periods"] if of_year <= one["until"])
    entries: Sequence[dict[str, Any]] = period["cells" if of_cell else "members"]
    common: dict[str, list[str]] = data["cells" if of_cell else "members"]
    levels = [PastWord(one["name"], one["short"], one["rank"], one.get("sub_reason", "")) for one in entries]
    by_key: dict[str, PastWord] = {}
    for entry, level in zip(entries, levels, strict=True):
        first = level is next(one for one in levels if one.rank == level.rank)
        spoken = [level.name, *entry.get("words", ()), *(common.get(str(level.rank), ()) if first else ())]
        for word in spoken:
            by_key.setdefault(_key(word), level)
            by_key.setdefault(_bare(_key(word)), level)
    for word, unrated in _unrated(period["unrated"], of_cell=of_cell):
        by_key.setdefault(word, unrated)
    return _Period(tuple(levels), by_key)


def _unrated(not_yet: str, *, of_cell: bool) -> Iterator[tuple[str, PastWord]]:
    for code, entry in _words()["unrated"].items():
        if of_cell and code != "not_yet":
            continue  # a cell is neither on probation nor exempt
        word = PastWord(entry["name"] or not_yet, entry["short"])
        for spoken in (word.name, *entry["words"]):
            yield _key(spoken), word


def _bare(key: str) -> str:
    return key.removeprefix("dangvien")


def _key(text: str) -> str:
    return _NOT_WORD.sub("", fold(clean_line(text)))


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return release_files.read_toml("regulations", "common", "past_levels.toml")
