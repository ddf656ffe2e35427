"""The PDF that Word made of a corrected file: that it is one, that it is of that file, without its maker."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, MutableMapping
from typing import Any

import pypdfium2

from app.common.text import fold
from app.errors import Refused
from app.papers.readback import pdf_pages
from app.papers.word_reading import read_word, texts

_BEGIN = b"%PDF-"
_DAMAGE = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
_FIGURE = re.compile(r"\d+")
_FIGURES_TOLD = 8
_OF_PAGES = frozenset({"/AA", "/PieceInfo", "/Metadata", "/LastModified"})
"""What a page runs by itself, and what programs keep beside it."""
_OF_NOTES = frozenset({"/T", "/M", "/CreationDate", "/AA"})
"""Who wrote a note on a page, and when, and what it runs by itself."""
_LINKS = frozenset({"/URI", "/GoTo"})
"""What a click may do: open an address or another page."""
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

    # Of a damaged file pypdf raises whatever it met; `DependencyError` where a file may be read, not changed.
    damage = (pypdf.errors.PyPdfError, pypdf.errors.DependencyError, *_DAMAGE)
    try:
        writer = pypdf.PdfWriter()
        writer.append(io.BytesIO(pdf), import_outline=False)
        writer.metadata = None
        for page in writer.pages:
            _take(page, _OF_PAGES)
            for note in page.annotations or ():
                _quiet(note.get_object())
        writer.compress_identical_objects(remove_duplicates=False)
        out = io.BytesIO()
        writer.write(out)
    except damage as error:
        raise _unreadable() from error
    return out.getvalue()


def _quiet(note: Any) -> None:  # noqa: ANN401  an object of the file, whatever stands there
    """Take from a note or link who made it, and what it would do other than lead somewhere."""
    if not isinstance(note, dict):
        return
    _take(note, _OF_NOTES)
    act = note.get("/A")
    act = act.get_object() if act is not None else None
    if isinstance(act, dict) and act.get("/S") in _LINKS:
        _take(act, {"/Next"})
    else:
        _take(note, {"/A"})


def _take(of: MutableMapping[Any, Any], names: Iterable[str]) -> None:
    for name in [one for one in names if one in of]:
        del of[name]
