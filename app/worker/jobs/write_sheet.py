"""Writes a list as an Excel workbook."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the workbook; `payload` comes from `app.domain.listing.encode`."""
    from app.domain.listing import decode
    from app.sheets.xlsx_out import write

    return write(decode(payload), progress)
