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
    from app.papers.readback import missing_in_pdf
    from app.papers.word_reading import NotShown, read_word, texts
    from app.papers.word_reading.sentences import told
    from app.papers.writers import word_pdf
    from app.sheets.safe_zip import check_office_file, damage_told
    from app.sheets.xlsx import DAMAGE

    progress.step(0, 1, "word.reading")
    head, _, data = payload.partition(b"\n")
    asked = json.loads(head)
    check_office_file(data, [MAIN_PART])
    with damage_told(DAMAGE):
        reading = read_word(data)
    pdf = word_pdf.write(reading, asked["title"], asked["band"])
    if missing_in_pdf("".join(para.text for para in texts(reading.sections)), pdf):
        lost = (*reading.not_shown, NotShown("text", loses=True))
        reading = dataclasses.replace(reading, not_shown=lost)
    answer = {
        "is_whole": reading.is_whole,
        "not_shown": [dataclasses.asdict(one) for one in reading.not_shown],
        "told": told(reading.not_shown),
    }
    progress.step(1, 1, "word.reading")
    return json.dumps(answer, ensure_ascii=False).encode() + b"\n" + pdf
