"""Makes the PDF of a Word file of anybody's, away from the window."""

from __future__ import annotations

import dataclasses
import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return a line of JSON, what the PDF does not show, and below it the PDF.

    `payload` is a line of JSON, ``title`` and ``band``, and below it the file. The answer's ``told`` are
    sentences, ``not_shown`` the things themselves; ``is_whole`` says that no reader would miss anything.
    Raises `Refused` and `EnvironmentFailed` (L-503 … L-513) for what is no whole, harmless Word file, L-314,
    L-301.
    """
    from app.papers.layout_check.package import MAIN_PART
    from app.papers.word_pages import on_pages
    from app.papers.word_reading import read_word
    from app.papers.word_reading.sentences import told
    from app.sheets.safe_zip import check_office_file, damage_told
    from app.sheets.xlsx import DAMAGE

    progress.step(0, 1, "word.reading")
    head, _, data = payload.partition(b"\n")
    asked = json.loads(head)
    check_office_file(data, [MAIN_PART])
    with damage_told(DAMAGE):
        reading = read_word(data)
    pdf, reading = on_pages(reading, asked["title"], asked["band"])
    answer = {
        "is_whole": reading.is_whole,
        "not_shown": [dataclasses.asdict(one) for one in reading.not_shown],
        "told": told(reading.not_shown),
    }
    progress.step(1, 1, "word.reading")
    return json.dumps(answer, ensure_ascii=False).encode() + b"\n" + pdf
