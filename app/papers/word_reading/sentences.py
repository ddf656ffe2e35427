"""What of a Word file our pages do not show, in the words of ``resources/texts/word_reading.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from app.common import release_files
from app.papers.word_reading.model import NotShown


def told(not_shown: Iterable[NotShown]) -> tuple[str, ...]:
    """Return a sentence for each thing; what a reader would miss comes first."""
    ordered = sorted(not_shown, key=lambda one: not one.loses)
    return tuple(_entry(one).format(what=one.what, times=one.times) for one in ordered)


def _entry(one: NotShown) -> str:
    return str(_texts()["loses" if one.loses else "looks"][one.code])


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    return release_files.read_toml("texts", "word_reading.toml")
