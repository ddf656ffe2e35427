"""Whether a form can be taken in: one that is read and written safely, with nothing undecided in it."""

from __future__ import annotations

from app.errors import Refused
from app.papers.committee.catalogue import size_word
from app.papers.committee.filling import WORD
from app.papers.layout_check.package import MAIN_PART, Package, W
from app.sheets.safe_zip import check_office_file

_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_RICH_TEXT = b"{\\rtf"
_UNDECIDED = ("ins", "del", "moveFrom", "moveTo")
_TEXTS = ("document", "header", "footer")


_MOST_PARAGRAPHS = 4_000
"""A form of thirty pages with a table has fewer; each is drawn on screen with its places."""


def _refuse_long(package: Package, name: str) -> None:
    count = sum(1 for part in package.names(_TEXTS) for _ in package.part(part).iter(f"{W}p"))
    if count > _MOST_PARAGRAPHS:
        raise too_long(name, count, _MOST_PARAGRAPHS, "paragraphs")


def too_long(name: str, size: int, limit: int, unit: str) -> Refused:
    """Return the refusal (L-332) of a form that has more of a unit than can be marked."""
    return Refused("L-332", name=name, size=size, limit=limit, unit=size_word(unit))


def format_of(data: bytes, name: str) -> str:
    """Return "docx" or "xlsx" for a form that is safe to read.

    Raises `Refused` L-331 for a file of another office program, L-330 with changes still tracked, and what
    `check_office_file` raises.
    """
    if _OPEN_DOCUMENT in data[:120] or data.startswith(_RICH_TEXT):
        raise Refused("L-331", name=name)
    check_office_file(data, [MAIN_PART])
    package = Package(data)
    _refuse_long(package, name)
    if any(
        next(package.part(part).iter(*(f"{W}{tag}" for tag in _UNDECIDED)), None) is not None
        for part in package.names(_TEXTS)
    ):
        raise Refused("L-330", name=name)
    return WORD
