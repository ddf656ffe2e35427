"""Holds a Word file against the layout of its date, away from the window: nobody knows who made it."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the report; `payload` comes from `app.papers.layout_check.report.request`.

    Raises `Refused` and `EnvironmentFailed` (L-503 … L-513) for what is no whole, harmless Word file.
    """
    from app.papers.layout_check.package import MAIN_PART
    from app.papers.layout_check.report import made, requested
    from app.sheets.safe_zip import check_office_file, damage_told
    from app.sheets.xlsx import DAMAGE

    progress.step(0, 1, "layout.checking")
    asked = requested(payload)
    check_office_file(asked.data, [MAIN_PART])
    with damage_told(DAMAGE):
        report = made(asked)
    progress.step(1, 1, "layout.checking")
    return report
