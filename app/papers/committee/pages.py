"""A filled form as pages: what of it can be shown becomes our PDF, what cannot is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.papers.committee import sheet_pages
from app.papers.committee.filling import EXCEL, WORD
from app.papers.readback import missing_in_pdf
from app.papers.word_reading import NotShown, WordReading, read_word, texts
from app.papers.word_reading.sentences import told
from app.papers.writers import word_pdf


def _word(data: bytes) -> tuple[WordReading, list[str]]:
    return read_word(data), []


_READERS: Mapping[str, Callable[[bytes], tuple[WordReading, list[str]]]] = {
    WORD: _word,
    EXCEL: sheet_pages.read,
}


def pages_of(data: bytes, format_: str, title: str, band: str) -> tuple[bytes, list[str], bool]:
    """Return the PDF of a filled form, sentences on what it does not show, whether a reader misses any."""
    reading, notes = _READERS[format_](data)
    pdf = word_pdf.write(reading, title, band)
    not_shown = reading.not_shown
    if missing_in_pdf("".join(para.text for para in texts(reading.sections)), pdf):
        not_shown = (*not_shown, NotShown("text", loses=True))
    lacks = bool(notes) or any(one.loses for one in not_shown)
    return pdf, [*notes, *told(not_shown)], lacks
