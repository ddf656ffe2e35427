"""Hints for one text while it is written, for the secretary's or the author's eyes alone (R2-08)."""

from __future__ import annotations

from app.common.text import clean_text
from app.rules.general_phrases import Hint, hints

__all__ = ["Hint", "writing_hints"]


def writing_hints(text: str) -> tuple[Hint, ...]:
    """Return what might be said more concretely in `text`, in its order, with places in the cleaned text.

    Nothing of it is kept, printed or counted; a page takes about a millisecond.
    """
    return hints(clean_text(text))
