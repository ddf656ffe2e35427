"""A stored fact of a member in words, wherever two values of one field stand side by side."""

from __future__ import annotations

from enum import StrEnum

from app.domain.types import show_date
from ui.texts.fields import chosen_words


def fact_words(field: str, stored: object) -> str:
    """Return what a field of a member says: a choice in words, a date as people write it, else the text."""
    if isinstance(stored, StrEnum):
        return chosen_words(stored) if stored else ""
    return show_date(str(stored)) if field.endswith("_on") else str(stored)
