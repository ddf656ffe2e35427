"""The words by which components are known, from ``resources/layout_check/recognised.toml``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from app.common import release_files


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """Return the file's tables."""
    return release_files.read_toml("layout_check", "recognised.toml")


@lru_cache(maxsize=64)
def pattern(name: str) -> re.Pattern[str]:
    """Return the expression called `name`."""
    return re.compile(words()["patterns"][name])


def reads_as(name: str, text: str) -> re.Match[str] | None:
    """Return the match when the whole of `text` reads as the expression `name`."""
    return pattern(name).fullmatch(text)


def shouts_as(name: str, text: str) -> bool:
    """Return whether `text` reads as `name` in whatever case it is written."""
    return pattern(name).fullmatch(text.upper()) is not None


def type_of(text: str) -> str:
    """Return the name of type of paper that `text` begins with, in capitals; empty for none.

    A word in capitals is one; otherwise the line must be the name and nothing else.
    """
    upper = text.upper()
    for name in words()["types"]:
        if upper == name or (text.startswith(name) and upper == text and text[len(name)] in " :"):
            return str(name)
    return ""


def form_of(text: str) -> str:
    """Return the beginning of `text` by which it is a form's name, in capitals; empty for none."""
    if text != text.upper():
        return ""
    return next(
        (name for name in words()["kinds"]["forms"] if text == name or text.startswith(f"{name} ")), ""
    )


def is_organisation(text: str) -> bool:
    """Return whether a line of the head begins as the name of a body does."""
    return text.upper().startswith(tuple(words()["organisations"]["names"]))
