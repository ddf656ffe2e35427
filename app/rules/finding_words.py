"""The words in which findings name things, from ``resources/texts/findings.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from app.common import release_files

LONGEST = 60
"""A record that has no name is called by so many letters of its text."""


def word(key: str, **values: object) -> str:
    """Return the words at `key` with `values` in place; `LookupError` if there are none."""
    return _all()[key].format_map(values)


def listed(parts: Iterable[str]) -> str:
    """Return the parts as they stand in a sentence, one behind the other."""
    return ", ".join(part for part in parts if part)


def brief(text: str) -> str:
    """Return the first line of a text in quotation marks, cut at a word where it is long."""
    line = text.strip().split("\n")[0]
    if len(line) > LONGEST:
        line = line[:LONGEST].rsplit(" ", 1)[0] + "…"
    return f"“{line}”"


@cache
def _all() -> dict[str, str]:
    return release_files.read_toml("texts", "findings.toml")
