"""Stored facts of a member in words: a value beside another one, and what hangs on a member."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.common.messages import record_words
from app.domain.types import show_date
from ui.texts import clearing as words
from ui.texts.fields import chosen_words


def fact_words(field: str, stored: object) -> str:
    """Return what a field of a member says: a choice in words, a date as people write it, else the text."""
    if isinstance(stored, StrEnum):
        return chosen_words(stored) if stored else ""
    return show_date(str(stored)) if field.endswith("_on") else str(stored)


def counted_words(counts: Mapping[str, int]) -> str:
    """Return records counted by the names of their tables as a line: "bản cam kết (1); ý kiến góp ý (2)"."""
    called = ((record_words(table), count) for table, count in counts.items())
    return "; ".join(
        words.COUNTED.format(what=f"{what[:1].lower()}{what[1:]}", count=count) for what, count in called
    )
