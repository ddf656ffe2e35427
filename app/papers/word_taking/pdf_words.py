"""Which words of a corrected file its PDF lacks, and which it has beyond them, paragraph by paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from app.common.text import fold
from app.papers.word_reading import WordReading, paragraphs, texts
from app.papers.word_reading.model import Para

_WORD = re.compile(r"[^\W_]+")
_LEAST_PIECE = 4
"""Ends of pages, and of lines in a cell, part a paragraph into pieces of so many words at least."""
_LEAST_FOREIGN = 4
"""A line of fewer words may be a number of a page, or what stands at the head of every one."""


@dataclass(frozen=True, slots=True)
class PdfWords:
    """Paragraphs of the Word file that the PDF lacks, lines of the PDF that the Word file lacks."""

    lacking: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


def pdf_words(reading: WordReading, pages: Sequence[str]) -> PdfWords:
    """Return what differs, marks and capitals aside: programs write those of a page in several ways.

    Of a file with pictures, notes and the like, lines beyond its text are theirs.
    """
    ours = [para.text for para in texts(reading.sections) if para.text]
    whole = [*ours, *(para.text for para in _bands(reading))]
    there = [line for page in pages for line in page.splitlines()]
    lacking = _unfound(ours, there, (_counted(ours) - _counted(there)).keys())
    # Heads of tables stand again on each page: only what stands nowhere else is more.
    more = _counted(there).keys() - _counted(whole).keys()
    foreign = _unfound(there, whole, more) if reading.is_whole else ()
    return PdfWords(lacking, tuple(line for line in foreign if len(_words(line)) >= _LEAST_FOREIGN))


def _unfound(lines: Sequence[str], other: Sequence[str], lost: Set[str]) -> tuple[str, ...]:
    """Return the lines with a word that is `lost` which do not stand in `other`, each once."""
    mine, whole = _run_together(lines), _run_together(other)
    return tuple(
        dict.fromkeys(line for line in lines if lost & {*_words(line)} and not _stands(line, mine, whole))
    )


def _stands(line: str, mine: str, whole: str) -> bool:
    said = _words(line)
    if len(said) < 2 * _LEAST_PIECE:
        # A cell: it stands there as often as it is wanted.
        return whole.count("".join(said)) >= mine.count("".join(said))
    at = 0
    while at < len(said):
        end = min(at + _LEAST_PIECE, len(said))
        if "".join(said[at:end]) not in whole:
            return False
        while end < len(said) and "".join(said[at : end + 1]) in whole:
            end += 1
        at = end
    return True


def _bands(reading: WordReading) -> Iterable[Para]:
    for section in reading.sections:
        for bands in (section.header, section.footer):
            for blocks in (bands.first, bands.other, bands.even):
                yield from paragraphs(blocks or ())


def _counted(lines: Iterable[str]) -> Counter[str]:
    return Counter(word for line in lines for word in _words(line))


def _words(line: str) -> list[str]:
    return _WORD.findall(fold(line))


def _run_together(lines: Iterable[str]) -> str:
    return "".join(word for line in lines for word in _words(line))
