"""Reads a form of the committee, away from the window: nobody knows who made it."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the form as it looks: a line with its format, below it the view and its named places.

    `payload` is the name of the file, a line break, and the file. Raises `Refused` L-330 to L-332 and what
    `check_office_file` raises for what is no whole, harmless form.
    """
    from app.papers.committee.checks import format_of
    from app.papers.committee.filling import encode_read, read
    from app.sheets.safe_zip import damage_told
    from app.sheets.xlsx import DAMAGE

    progress.step(0, 1, "forms.reading")
    name, _, data = payload.partition(b"\n")
    with damage_told(DAMAGE):
        format_ = format_of(data, name.decode())
        told = encode_read(read(data, format_))
    progress.step(1, 1, "forms.reading")
    return format_.encode() + b"\n" + told
