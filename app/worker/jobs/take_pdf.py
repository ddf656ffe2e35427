"""Looks at the PDF that Word made of a corrected file, away from the window."""

from __future__ import annotations

import dataclasses
import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return a line of JSON, `PdfWords`, and below it the PDF as it is kept.

    `payload` is a bundle of the Word file and the PDF.

    Raises `Refused` L-359, L-360, L-362.
    """
    from app.package import bundle
    from app.papers.readback import pdf_pages
    from app.papers.word_reading import read_word
    from app.papers.word_taking.beside import taken_pdf
    from app.papers.word_taking.pdf_words import pdf_words

    progress.step(0, 1, "word.reading")
    (_, word), (_, pdf) = bundle.unpack(payload)
    kept = taken_pdf(word, pdf)
    told = pdf_words(read_word(word), pdf_pages(kept))
    progress.step(1, 1, "word.reading")
    return json.dumps(dataclasses.asdict(told), ensure_ascii=False).encode() + b"\n" + kept
