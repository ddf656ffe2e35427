"""The PDF that Word made of a corrected file: that it is one, that it is of that file, without its maker."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable

import pypdfium2

from app.common.text import fold
from app.errors import Refused
from app.papers.readback import pdf_pages
from app.papers.word_reading import read_word, texts

_BEGIN = b"%PDF-"
_FIGURE = re.compile(r"\d+")
_FIGURES_TOLD = 8
_OF_PERSONS = frozenset({"/T", "/M", "/CreationDate"})
"""Who wrote a note on a page, and when."""
_LEAST_SHARE = 0.9
"""What stands in pictures or is hyphenated at ends of lines may be read otherwise."""


def taken_pdf(word: bytes, pdf: bytes) -> bytes:
    """Return the PDF without what tells who made it.

    Raises `Refused` L-359 for what is no PDF that opens, L-360 for one of another text, L-362 for one that
    lacks figures of the text.
    """
    try:
        pages = pdf_pages(pdf) if pdf.startswith(_BEGIN) else []
    except pypdfium2.PdfiumError:
        pages = []
    if not pages:
        raise _unreadable()
    wanted = _words(para.text for para in texts(read_word(word).sections))
    share = (wanted & _words(pages)).total() / max(wanted.total(), 1)
    if share < _LEAST_SHARE:
        raise Refused("L-360", percent=round(100 * share))
    lost = _figures(para.text for para in texts(read_word(word).sections)) - _figures(pages)
    if lost:
        # The same text with other figures is the PDF of an earlier correction.
        raise Refused("L-362", figures=", ".join(sorted(lost)[:_FIGURES_TOLD]))
    return _nameless(pdf)


def _unreadable() -> Refused:
    return Refused("L-359")


def _words(lines: Iterable[str]) -> Counter[str]:
    return Counter(" ".join(fold(line) for line in lines).split())


def _figures(lines: Iterable[str]) -> Counter[str]:
    return Counter(_FIGURE.findall("\n".join(lines)))


def _nameless(pdf: bytes) -> bytes:
    """Return the pages alone: what was said of author, firm and times stays behind, and whatever runs."""
    import pypdf  # noqa: PLC0415  heavy

    try:
        writer = pypdf.PdfWriter()
        writer.append(io.BytesIO(pdf), import_outline=False)
        writer.metadata = None
        for page in writer.pages:
            for note in page.annotations or ():
                for name in _OF_PERSONS & note.get_object().keys():
                    del note.get_object()[name]
        out = io.BytesIO()
        writer.write(out)
    except pypdf.errors.PyPdfError as error:
        raise _unreadable() from error
    return out.getvalue()
