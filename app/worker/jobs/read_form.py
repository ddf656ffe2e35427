"""Reads a form that came back, away from the window: nobody knows who made the file."""

from __future__ import annotations

from app.common.progress import Progress

WORD_PARTS = ("word/document.xml",)


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the lines of the file as `app.papers.form_reading.flow` has them, in Unicode.

    Raises `Refused` and `EnvironmentFailed` (L-503 … L-513) for what is no whole, harmless file of Word or
    OpenDocument.
    """
    from app.papers.form_reading import docx_flow, odt_flow
    from app.papers.form_reading.flow import encoded
    from app.papers.old_word import convert
    from app.sheets.safe_zip import check_office_file, damage_told
    from app.sheets.xlsx import DAMAGE

    progress.step(0, 1, "form.reading")
    found = check_office_file(payload, (*WORD_PARTS, odt_flow.MAIN_PART))
    with damage_told(DAMAGE):
        if found.main_part == odt_flow.MAIN_PART:
            flow = odt_flow.read(payload)
        else:
            converted = convert(payload)
            flow = docx_flow.read(converted.data)
            flow.kinds = list(converted.kinds)
    progress.step(1, 1, "form.reading")
    return encoded(flow)
