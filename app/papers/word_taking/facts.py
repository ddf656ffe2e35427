"""What a Word file says otherwise than the data: levels, numbers, days, names; nothing is decided here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from app.common import release_files
from app.papers.word_taking.compare import Row

FactKind: TypeAlias = Literal["level", "paper_number", "date", "number", "name", "stranger"]
_LONGEST_NAME = 5
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Known:
    """Words of the data that a paper repeats."""

    names: tuple[str, ...] = ()
    """Members, holders of posts, signers."""
    levels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Names of the cell, the committee, the commune: capital letters that are no person."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that both sides say differently; the side that says nothing is empty.

    A "stranger" is a person whom the data do not know. `row` is its place among the compared rows.
    """

    kind: FactKind
    ours: str
    theirs: str
    row: int
    whose: str = ""
    """What the row of a table begins with in which it stands."""
    column: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    kind: FactKind
    text: str
    key: str


def facts(rows: Sequence[Row], known: Known) -> tuple[Fact, ...]:
    """Return what the paragraphs that differ say otherwise, in their order."""
    whole = " ".join(row.our_text for row in rows)
    finder = _Finder(known, whole)
    return tuple(
        replace(fact, whose=row.row, column=row.column)
        for place, row in enumerate(rows)
        if row.change in {"changed", "added", "gone"}
        for fact in _of_row(place, row, finder)
    )


def _of_row(place: int, row: Row, finder: _Finder) -> Iterator[Fact]:
    ours, theirs = (list(finder.said(text)) for text in (row.our_text, row.their_text))
    matcher = SequenceMatcher(a=[one.key for one in ours], b=[one.key for one in theirs], autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag != "equal":
            yield from _paired(ours[a0:a1], theirs[b0:b1], place)


def _paired(ours: list[_Said], theirs: list[_Said], place: int) -> Iterator[Fact]:
    """Yield what stands in place of what: of one kind, in order; a stranger may stand in place of a name."""
    left = list(theirs)
    for one in ours:
        other = next((two for two in left if _of_a_kind(one, two)), None)
        if other is not None:
            left.remove(other)
        kind = other.kind if other is not None and other.kind == "stranger" else one.kind
        yield Fact(kind, one.text, other.text if other else "", place)
    for two in left:
        yield Fact(two.kind, "", two.text, place)


def _of_a_kind(one: _Said, other: _Said) -> bool:
    persons = {"name", "stranger"}
    return one.kind == other.kind or (one.kind in persons and other.kind in persons)


class _Finder:
    """Finds what a text says of levels, numbers, days and persons."""

    def __init__(self, known: Known, whole: str) -> None:
        self._whole = whole.casefold()
        self._known = known
        words = recognised()
        named = sorted(known.names, key=len, reverse=True)
        self._patterns: list[tuple[FactKind, re.Pattern[str]]] = [
            ("name", _any_of(named)),
            ("level", _any_of(sorted(known.levels, key=len, reverse=True))),
            ("paper_number", re.compile(words["paper_number"])),
            ("date", re.compile("|".join(words["dates"]))),
            ("number", re.compile(words["number"])),
        ]
        self._places = {word.casefold() for place in known.places for word in place.split()}
        self._surnames = {word.casefold() for word in words["surnames"].split()}
        self._before = tuple(words["before_names"])

    def said(self, text: str) -> Iterator[_Said]:
        """Yield what the text says, in its order."""
        found: list[tuple[int, _Said]] = []
        for kind, pattern in self._patterns:
            found += [
                (match.start(), _Said(kind, " ".join(match[0].split()), _key(kind, match[0])))
                for match in pattern.finditer(text)
            ]
            text = pattern.sub(lambda match: "\0" * len(match[0]), text)
        found += self._strangers(text)
        for _, one in sorted(found, key=lambda pair: pair[0]):
            yield one

    def _strangers(self, text: str) -> Iterator[tuple[int, _Said]]:
        for start, name in _capitalised(text):
            if self._is_person(name, text[:start]) and name.casefold() not in self._whole:
                yield start, _Said("stranger", name, name.casefold())

    def _is_person(self, name: str, before: str) -> bool:
        words = name.split()
        if not _SHORTEST_NAME <= len(words) <= _LONGEST_NAME:
            return False
        if all(word.casefold() in self._places for word in words):
            return False
        called = before.casefold().rstrip().endswith(self._before)
        return called or words[0].casefold() in self._surnames


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(one) for one in words) + r")(?!\w)", re.IGNORECASE)


def _key(kind: FactKind, text: str) -> str:
    """Return by what two are the same: "05" is 5, "3/2/2017" is 03/02/2017, capitals are letters."""
    plain = "".join(text.split()).casefold()
    return f"{kind} " + re.sub(r"(?<![\d.,])0+(?=\d)", "", plain)


def _capitalised(text: str) -> Iterator[tuple[int, str]]:
    """Yield stretches of words that begin with a capital letter, as names of persons do."""
    start = 0
    words: list[str] = []
    for match in re.finditer(r"[^\W\d_]+|[^\s]", text):
        word = match[0]
        follows = bool(words) and text[start + len(" ".join(words)) : match.start()] == " "
        if word[:1].isupper() and (not words or follows):
            start = start if words else match.start()
            words.append(word)
            continue
        if words:
            yield start, " ".join(words)
        start, words = (match.start(), [word]) if word[:1].isupper() else (0, [])
    if words:
        yield start, " ".join(words)


@lru_cache(maxsize=1)
def recognised() -> dict[str, Any]:
    """Return the words and expressions by which facts are known."""
    return release_files.read_toml("word_taking", "recognised.toml")
