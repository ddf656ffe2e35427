"""Joins the papers of a dossier into one PDF with a bookmark for each."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the joined PDF; `payload` comes from `app.package.bundle.pack`."""
    from app.package import bundle, merged

    return merged.merge(bundle.unpack(payload), progress)
