"""Reads forms that came back, away from the window: nobody knows who made the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.common.progress import Progress
from app.errors import AppError

if TYPE_CHECKING:
    from app.papers.form_reading.flow import Flow

WORD_PARTS = ("word/document.xml",)


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the lines of the files as `app.papers.form_reading.flow` has them, in Unicode.

    Of several files one that cannot be read has none; a single one raises why: `Refused` and
    `EnvironmentFailed` (L-503 … L-513) for what is no whole, harmless file of Word or OpenDocument.
    """
    from app.papers.form_reading.flow import encoded, files_in

    files = list(files_in(payload))
    flows: list[Flow | None] = []
    for done, data in enumerate(files):
        progress.step(done, len(files), "form.reading")
        try:
            flows.append(_flow(data))
        except AppError:
            if len(files) == 1:
                raise
            flows.append(None)
    progress.step(len(files), len(files), "form.reading")
    return encoded(flows)


def _flow(data: bytes) -> Flow:
    from app.papers.form_reading import docx_flow, odt_flow
    from app.papers.old_word import convert
    from app.sheets.safe_zip import check_office_file, damage_told
    from app.sheets.xlsx import DAMAGE

    found = check_office_file(data, (*WORD_PARTS, odt_flow.MAIN_PART), leave_macros=True)
    with damage_told(DAMAGE):
        if found.main_part == odt_flow.MAIN_PART:
            return odt_flow.read(data)
        converted = convert(data)
        flow = docx_flow.read(converted.data)
        flow.kinds = list(converted.kinds)
        return flow
