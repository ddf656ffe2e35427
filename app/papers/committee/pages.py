"""A filled form as pages: what of it can be shown becomes our PDF, what cannot is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.papers.committee import sheet_pages
from app.papers.committee.filling import EXCEL, WORD
from app.papers.word_pages import on_pages
from app.papers.word_reading import WordReading, read_word
from app.papers.word_reading.sentences import told


def _word(data: bytes) -> tuple[WordReading, list[str]]:
    return read_word(data), []


_READERS: Mapping[str, Callable[[bytes], tuple[WordReading, list[str]]]] = {
    WORD: _word,
    EXCEL: sheet_pages.read,
}


def pages_of(data: bytes, format_: str, title: str, band: str) -> tuple[bytes, list[str], bool]:
    """Return the PDF of a filled form, sentences on what it does not show, whether a reader misses any."""
    reading, notes = _READERS[format_](data)
    pdf, reading = on_pages(reading, title, band)
    return pdf, [*notes, *told(reading.not_shown)], bool(notes) or not reading.is_whole
