"""Makes the files of a paper that was corrected in Word: the Word file as it leaves, and its PDF."""

from __future__ import annotations

import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return a bundle: what `word_pdf` says, the Word file with the words of practice, the PDF.

    `payload` is a line of JSON, ``title`` and ``band``, and below it the file; ``by_word`` says how many
    bytes at its end are the PDF that Word made, which is then the one that is returned. Raises as `word_pdf`
    does.
    """
    from app.package import bundle
    from app.papers.word_taking.cleaned import banded, bands_itself
    from app.papers.word_taking.stamped import stamped
    from app.worker.jobs import word_pdf

    head, _, data = payload.partition(b"\n")
    asked = json.loads(head)
    split = len(data) - asked.get("by_word", 0)
    data, by_word = data[:split], data[split:]
    band = "" if bands_itself(data, asked["band"]) else asked["band"]
    wish = json.dumps({"title": asked["title"], "band": band}).encode()
    told, _, pdf = word_pdf.run(wish + b"\n" + data, progress).partition(b"\n")
    return bundle.pack(
        [
            ("told", told),
            ("docx", banded(data, band)),
            ("pdf", stamped(by_word, asked["band"]) if by_word else pdf),
        ]
    )
