"""Reads a form of the committee, away from the window: nobody knows who made it."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the form as it looks: a line with its format, below it the view and its named places.

    `payload` is the name of the file, a line break, and the file. Raises `Refused` L-330 to L-332 and what
    `check_office_file` raises for what is no whole, harmless form.
    """
    from app.papers.committee.checks import refuse_other_office, refuse_unfit_sheets, refuse_unfit_word
    from app.papers.committee.filling import EXCEL, WORD, encode_read, read
    from app.papers.layout_check.package import MAIN_PART
    from app.sheets.safe_zip import check_office_file, damage_told
    from app.sheets.xlsx import DAMAGE
    from app.sheets.xlsx import MAIN_PART as WORKBOOK

    progress.step(0, 1, "forms.reading")
    name, _, data = payload.partition(b"\n")
    called = name.decode()
    refuse_other_office(data, called)
    checked = check_office_file(data, [MAIN_PART, WORKBOOK])
    format_ = EXCEL if checked.main_part == WORKBOOK else WORD
    with damage_told(DAMAGE):
        (refuse_unfit_sheets if format_ == EXCEL else refuse_unfit_word)(data, called)
        told = encode_read(read(data, format_))
    progress.step(1, 1, "forms.reading")
    return format_.encode() + b"\n" + told
