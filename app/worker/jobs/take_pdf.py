"""Looks at the PDF that Word made of a corrected file, away from the window."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the PDF as it is kept; `payload` is a bundle of the Word file and the PDF.

    Raises `Refused` L-359, L-360, L-362.
    """
    from app.package import bundle
    from app.papers.word_taking.beside import taken_pdf

    progress.step(0, 1, "word.reading")
    (_, word), (_, pdf) = bundle.unpack(payload)
    kept = taken_pdf(word, pdf)
    progress.step(1, 1, "word.reading")
    return kept
