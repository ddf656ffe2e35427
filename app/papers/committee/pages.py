"""A filled form as pages: what of it can be shown becomes our PDF, what cannot is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.papers.committee.filling import WORD
from app.papers.readback import missing_in_pdf
from app.papers.word_reading import NotShown, WordReading, read_word, texts
from app.papers.word_reading.sentences import told
from app.papers.writers import word_pdf

_READERS: Mapping[str, Callable[[bytes], WordReading]] = {WORD: read_word}


def pages_of(data: bytes, format_: str, title: str, band: str) -> tuple[bytes, list[str]]:
    """Return the PDF of a filled form, and the sentences on what it does not show."""
    reading = _READERS[format_](data)
    pdf = word_pdf.write(reading, title, band)
    not_shown = reading.not_shown
    if missing_in_pdf("".join(para.text for para in texts(reading.sections)), pdf):
        not_shown = (*not_shown, NotShown("text", loses=True))
    return pdf, list(told(not_shown))
