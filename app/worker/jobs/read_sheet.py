"""Reads a member list: the file and the user's decisions about it in, the understood list as JSON out."""

from __future__ import annotations

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the list in the file of `payload` (`app.sheets.member_list.request`)."""
    from app.sheets.member_list import encode, requested
    from app.sheets.member_sheet import read_members
    from app.sheets.reading import read_book

    data, wishes = requested(payload)
    return encode(read_members(read_book(data), progress, wishes))
