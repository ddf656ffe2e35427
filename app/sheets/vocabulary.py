"""The words of member lists: what columns are called, what stands in cells instead of nothing.

All of it is data: ``resources/sheets/member_list.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.common import release_files
from app.common.text import clean_line, fold, search_form

LEFT_OUT = "left_out"
"""Stands for the field of a column that is never read, on purpose (294-QĐ/TW 6.2.4)."""
COUNTING = "counting"
"""Stands for the field of the column that numbers the lines."""
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_NOT_LETTER = re.compile(r"[\W_]+")
_NAME_FIELDS = frozenset({"full_name", "family_part", "given_part"})


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary in folded form."""

    names: tuple[str, ...]
    """Folded titles of columns of names, to tell quickly that a line is no head."""
    columns: tuple[tuple[str, str], ...]
    """Pairs (folded name, field), longest name first."""
    exact: frozenset[str]
    """Names that count only when the title is nothing else."""
    others: frozenset[str]
    """Words that tell of another person or another card."""
    male: frozenset[str]
    female: frozenset[str]
    nothing: frozenset[str]
    ordinary: frozenset[str]
    guide: tuple[str, ...]
    parts: dict[tuple[str, str], str]
    """By field of the common title and title below it, as spoken: which part of the field stands there."""
    turned: dict[tuple[str, str], str]
    """By field of the common title and title below it, as spoken: which field it is instead."""
    standings: dict[str, str]
    theory: dict[str, str]
    before_name: tuple[str, ...]
    """How comrades are addressed, folded, the longest first."""
    lines: dict[str, tuple[str, ...]]
    """Beginnings of lines that are no persons, by kind, with their marks in lower case."""


def field_of(title: str) -> str:
    """Return the field that a column title names; empty for a title that says nothing of a member.

    `LEFT_OUT` and `COUNTING` are answers too.
    """
    folded = folded_title(title)
    if not folded:
        return ""
    known = words()
    for name, field in known.columns:
        if folded == name:
            return field
        if name not in known.exact and folded.startswith(name + " "):
            return LEFT_OUT if _of_another(title) else field
    return LEFT_OUT if _of_another(title) else ""


def names_people(title: str) -> bool:
    """Return whether a column of this title holds names; quick for whatever stands in the lines of a list."""
    return folded_title(title).startswith(words().names) and field_of(title) in _NAME_FIELDS


def folded_title(title: str) -> str:
    """Return a title without marks, brackets and punctuation, in lower case."""
    bare = _BRACKETS.sub(" ", clean_line(title))
    return _NOT_WORD.sub(" ", fold(bare)).strip()


@lru_cache(maxsize=4096)
def folded_word(text: str) -> str:
    """Return a cell's word without marks and outer spaces, to look it up in `Words`."""
    return fold(clean_line(text))


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the vocabulary."""
    data = release_files.read_toml("sheets", "member_list.toml")
    names = [(folded_title(name), field) for field, names in data["columns"].items() for name in names]
    kinds = {kind: [folded_word(word) for word in given] for kind, given in data["words"].items()}
    return Words(
        names=tuple(name for name, field in names if field in _NAME_FIELDS),
        columns=tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair[0]))),
        exact=frozenset(map(folded_title, data["words"]["exact"])),
        others=frozenset(map(search_form, data["words"]["others"])),
        male=frozenset(kinds["male"]),
        female=frozenset(kinds["female"]),
        nothing=frozenset(kinds["nothing"]),
        ordinary=frozenset(kinds["ordinary"]),
        guide=tuple(kinds["guide"]),
        parts=_below(data["below"]),
        turned=_below(data["turned"]),
        standings=_codes(data["standings"]),
        theory=_codes(data["theory"]),
        before_name=tuple(sorted(kinds["before_name"], key=len, reverse=True)),
        lines={kind: tuple(map(search_form, given)) for kind, given in data["lines"].items()},
    )


def spoken_title(title: str) -> str:
    """Return a title with its marks, without brackets and punctuation, in lower case: "năm" is not "nam"."""
    return _NOT_LETTER.sub(" ", search_form(_BRACKETS.sub(" ", clean_line(title)))).strip()


def _of_another(title: str) -> bool:
    # With their marks: "bố" is another person, "bộ" is none.
    spaced = f" {spoken_title(title)} "
    return any(f" {word} " in spaced for word in words().others)


def _below(tables: dict[str, dict[str, list[str]]]) -> dict[tuple[str, str], str]:
    named = [
        (field, title, part)
        for field, parts in tables.items()
        for part, titles in parts.items()
        for title in titles
    ]
    found = {(field, spoken_title(title)): part for field, title, part in named}
    for field, title, part in named:
        found.setdefault((field, folded_title(title)), part)  # a title typed without any mark
    return found


def _codes(table: dict[str, Any]) -> dict[str, str]:
    return {folded_word(word): code for code, given in table.items() for word in given}
