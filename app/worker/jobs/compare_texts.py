"""Looks for paragraphs that papers share, away from the window."""

from __future__ import annotations

import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return pairs as JSON; `payload` is a JSON list of owner, year, place and text.

    A pair is two entries of owner, year, place and paragraph, then the likeness from 0 to 1.
    """
    from app.rules.facts.texts import Paragraph, Text, similar_paragraphs

    progress.step(0, 1, "texts.comparing")
    pairs = similar_paragraphs([Text(*one) for one in json.loads(payload)])
    progress.step(1, 1, "texts.comparing")

    def told(one: Paragraph) -> list[object]:
        return [one.source.owner, one.source.year, one.source.place, one.text]

    found = [[told(pair.one), told(pair.other), pair.likeness] for pair in pairs]
    return json.dumps(found, ensure_ascii=False).encode()
