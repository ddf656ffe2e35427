"""What was written is read again before it leaves: no letter of the content may be missing from a file.

Read by other means than those that wrote it (reliability.md F02, F03).
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping

import pypdfium2
from lxml import etree

from app.errors import EnvironmentFailed
from app.papers.content import Document
from app.papers.writers.text_writer import lines

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINE_END_HYPHEN = "\x02"
"""What PDFium reads for a hyphen at the end of a line."""


def check(document: Document, files: Mapping[str, bytes], title: str = "") -> None:
    """Return when every file (``docx``, ``pdf``) holds all letters of `document`.

    Raises `EnvironmentFailed` ``L-304`` with the paper's `title`, the format and the letters that are
    missing. More may stand there: page numbers, the repeated heads of tables.
    """
    wanted = _letters("".join(lines(document)))
    for name, data in files.items():
        missing = wanted - _letters(_READERS[name](data))
        if missing:
            letters = "".join(sorted(missing))
            raise EnvironmentFailed("L-304", paper=title or document.title, format=name, missing=letters)


def missing_in_pdf(text: str, pdf: bytes) -> str:
    """Return the letters of `text` that the PDF lacks, each once; empty when it has all."""
    return "".join(sorted(_letters(text) - _letters("".join(pdf_pages(pdf)))))


def pdf_pages(pdf: bytes) -> list[str]:
    """Return the text of each page in the order it was drawn."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = (page.get_textpage().get_text_bounded() for page in document)
        return [unicodedata.normalize("NFC", text).replace(_LINE_END_HYPHEN, "-") for text in texts]
    finally:
        document.close()


def text_of_word(data: bytes) -> str:
    """Return all text of a Word file of ours, or of one that was looked over, in one piece."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return "".join(text.text or "" for text in body.iter(f"{{{_WORD}}}t"))


def _letters(text: str) -> Counter[str]:
    return Counter("".join(unicodedata.normalize("NFC", text).split()))


_READERS: Mapping[str, Callable[[bytes], str]] = {
    "docx": text_of_word,
    "pdf": lambda data: "".join(pdf_pages(data)),
}
