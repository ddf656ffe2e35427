"""Words shown while the mouse rests: letter for letter, whatever they look like."""

from __future__ import annotations

import html


def plain(words: str) -> str:
    """Return `words` so that a tooltip shows them as they are; Qt takes what looks like markup for markup."""
    if not {"<", "&"} & set(words):
        return words
    return f"<span style='white-space: pre-wrap'>{html.escape(words)}</span>"
