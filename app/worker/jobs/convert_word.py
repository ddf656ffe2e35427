"""Puts a Word file for old fonts into Unicode, away from the window: nobody knows who made it."""

from __future__ import annotations

import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return a line of JSON, kinds of fonts and pairs of paragraphs, and below it the new file.

    Raises `Refused` and `EnvironmentFailed` (L-503 … L-513) for what is no whole, harmless Word file.
    """
    from app.papers.layout_check.package import MAIN_PART
    from app.papers.old_word import convert
    from app.sheets.safe_zip import check_office_file, damage_told
    from app.sheets.xlsx import DAMAGE

    progress.step(0, 1, "word.converting")
    check_office_file(payload, [MAIN_PART])
    with damage_told(DAMAGE):
        made = convert(payload)
    progress.step(1, 1, "word.converting")
    told = {"kinds": made.kinds, "changes": made.changes}
    return json.dumps(told, ensure_ascii=False).encode() + b"\n" + made.data
