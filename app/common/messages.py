"""What the user reads when something is wrong: the sentences of error codes and problem codes.

The sentences are data (``resources/texts/errors.toml``, ``resources/texts/problems.toml``); this module only
fetches them and fills in the parameters. A code or a parameter that is missing there is a bug and raises
`LookupError`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import Any

from app.common import release_files
from app.errors import AppError, EnvironmentFailed, Problem


@dataclass(frozen=True, slots=True)
class Message:
    """An error in three sentences: what happened, how the data are, what to do now."""

    what: str
    data: str
    remedy: str


def message(error: AppError) -> Message:
    """Return what a dialog or message bar shows for `error`, part by part."""
    try:
        entry = _texts("errors")[error.code]
    except EnvironmentFailed as damaged:
        # The sentences themselves are gone: what is left to say are the code and the file.
        return Message(error.code, str(damaged.params["name"]), "")
    return Message(**{part: _filled(text, error.params) for part, text in entry.items()})


def sentence(error: AppError) -> str:
    """Return what `error` says in one paragraph, its code at the end, for the terminal and a message bar."""
    parts = message(error)
    return f"{parts.what} {parts.data} {parts.remedy} ({error.code})"


def register() -> dict[str, Message]:
    """Return every code of the register with its sentences, "…" where an error puts in its own facts.

    The help describes each of them (decisions.md 8.20).
    """
    return {code: _general(entry) for code, entry in _texts("errors").items()}


def problem_sentence(problem: Problem) -> str:
    """Return what stands under the field of `problem`."""
    try:
        return _filled(_texts("problems")[problem.code], problem.params)
    except EnvironmentFailed:
        return problem.code


def record_words(table: str) -> str:
    """Return how people call the records of a table ("Bản kiểm điểm cá nhân")."""
    words: dict[str, str] = _texts("records")
    return words.get(table, words["other"])


@lru_cache(maxsize=3)
def _texts(name: str) -> dict[str, Any]:
    return release_files.read_toml("texts", f"{name}.toml")


def _filled(text: str, params: Mapping[str, object]) -> str:
    return text.format_map({name: shown(value) for name, value in params.items()})


def decimal(value: float) -> str:
    """Return a number with as many digits as it has, as people here write it: "27", "27,5"."""
    return f"{value:g}".replace(".", ",")


def _general(entry: Mapping[str, str]) -> Message:
    names = {name for text in entry.values() for _, name, _, _ in Formatter().parse(text) if name}
    blanks = dict.fromkeys(names, "…")
    return Message(**{part: _filled(text, blanks) for part, text in entry.items()})


def shown(value: object) -> str:
    """Return a value as it stands in a sentence: dates and decimals as people here write them."""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0").replace(".", ",")
    # A date is written as people here write it (documents-and-meetings.md 1.12).
    return value.strftime("%d/%m/%Y") if isinstance(value, dt.date) else str(value)
