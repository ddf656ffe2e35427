"""Sets the manual on pages."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the PDF; `payload` is the manual as encoded."""
    from app.domain.manual import decode
    from app.papers.writers import manual_writer

    progress.step(0, 1, "lists.writing")
    return manual_writer.write(decode(payload))
