"""Looks for paragraphs that papers share, away from the window."""

from __future__ import annotations

import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return passages and pairs as JSON; `payload` is a JSON list of owner, year, place and text.

    A passage is owner, year, place and paragraph; a pair is the places of two in that list, then the likeness
    from 0 to 1. Each passage is told once: of a copied model there are thousands of pairs.
    """
    from app.rules.similar_texts import Paragraph, Text, similar_paragraphs

    progress.step(0, 1, "texts.comparing")
    pairs = similar_paragraphs([Text(*one) for one in json.loads(payload)])
    progress.step(1, 1, "texts.comparing")

    passages: dict[tuple[object, ...], int] = {}

    def place(one: Paragraph) -> int:
        told = (one.source.owner, one.source.year, one.source.place, one.text)
        return passages.setdefault(told, len(passages))

    found = [[place(pair.one), place(pair.other), pair.likeness] for pair in pairs]
    return json.dumps([list(passages), found], ensure_ascii=False).encode()
