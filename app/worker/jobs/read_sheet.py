"""Reads a member list: the bytes of a file in, the understood list as JSON out."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the list in the file `payload`; what the file is shows from its content, never from its name."""
    from app.sheets.member_list import encode
    from app.sheets.member_sheet import read_members
    from app.sheets.xlsx import read_workbook

    return encode(read_members(read_workbook(payload), progress))
