"""Whether a form can be taken in: one that is read and written safely, with nothing undecided in it."""

from __future__ import annotations

from app.errors import Refused
from app.papers.committee.filling import EXCEL, WORD
from app.papers.layout_check.package import MAIN_PART, Package, W
from app.sheets.safe_zip import check_office_file
from app.sheets.xlsx import MAIN_PART as WORKBOOK

_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_RICH_TEXT = b"{\\rtf"
_UNDECIDED = ("ins", "del", "moveFrom", "moveTo")
_TEXTS = ("document", "header", "footer")


def format_of(data: bytes, name: str) -> str:
    """Return "docx" or "xlsx" for a form that is safe to read.

    Raises `Refused` L-331 for a file of another office program, L-330 with changes still tracked, and what
    `check_office_file` raises.
    """
    if _OPEN_DOCUMENT in data[:120] or data.startswith(_RICH_TEXT):
        raise Refused("L-331", name=name)
    checked = check_office_file(data, [MAIN_PART, WORKBOOK])
    if checked.main_part == WORKBOOK:
        return EXCEL
    package = Package(data)
    if any(
        next(package.part(part).iter(*(f"{W}{tag}" for tag in _UNDECIDED)), None) is not None
        for part in package.names(_TEXTS)
    ):
        raise Refused("L-330", name=name)
    return WORD
