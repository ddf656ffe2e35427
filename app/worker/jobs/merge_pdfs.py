"""Joins the papers of a dossier into one PDF with a bookmark for each."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the joined PDF; `payload` comes from `app.package.merged.request`."""
    from app.package import merged

    return merged.merge(merged.parts_of(payload), progress)
