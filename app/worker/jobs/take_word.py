"""Holds a Word file against the paper it is taken for, away from the window."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the comparison and the cleaned file; `payload` comes from `app.papers.word_taking.request`.

    Raises `Refused` and `EnvironmentFailed` (L-503 … L-513) for what is no whole, harmless Word file, L-314 …
    L-358 for one that cannot be taken for the paper, L-301.
    """
    from app.papers.layout_check.package import MAIN_PART
    from app.papers.word_taking.request import made, requested
    from app.papers.word_taking.sniffed import refuse_other_kinds
    from app.sheets.safe_zip import check_office_file, damage_told
    from app.sheets.xlsx import DAMAGE

    progress.step(0, 2, "word.reading")
    asked = requested(payload)
    refuse_other_kinds(asked.data)
    check_office_file(asked.data, [MAIN_PART])
    progress.step(1, 2, "word.reading")
    with damage_told(DAMAGE):
        answer = made(asked)
    progress.step(2, 2, "word.reading")
    return answer
