"""Whether a Word form can be taken in: short enough to be marked, with nothing undecided in it."""

from __future__ import annotations

from app.errors import Refused
from app.papers.committee.catalogue import size_word
from app.papers.committee.sheet_book import Book
from app.papers.committee.sheet_form import tables_of
from app.papers.committee.sheet_whole import check_whole
from app.papers.layout_check.package import Package, W

_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_RICH_TEXT = b"{\\rtf"
_UNDECIDED = ("ins", "del", "moveFrom", "moveTo")
_TEXTS = ("document", "header", "footer")
_MOST_ROWS, _MOST_COLUMNS = 600, 60
_MOST_PARAGRAPHS = 4_000
"""A form of thirty pages with a table has fewer; each is drawn on screen with its places."""


def refuse_other_office(data: bytes, name: str) -> None:
    """Refuse a file of another office program (`Refused` L-331), which says how to save it."""
    if _OPEN_DOCUMENT in data[:120] or data.startswith(_RICH_TEXT):
        raise Refused("L-331", name=name)


def refuse_unfit_word(data: bytes, name: str) -> None:
    """Refuse a Word form that is too long (`Refused` L-332) or has changes nobody decided on (L-330)."""
    package = Package(data)
    roots = [package.part(part) for part in package.names(_TEXTS)]
    count = sum(1 for root in roots for _ in root.iter(f"{W}p"))
    if count > _MOST_PARAGRAPHS:
        raise too_long(name, count, _MOST_PARAGRAPHS, "paragraphs")
    tags = [f"{W}{tag}" for tag in _UNDECIDED]
    if any(next(root.iter(*tags), None) is not None for root in roots):
        raise Refused("L-330", name=name)


def refuse_unfit_sheets(data: bytes, name: str) -> None:
    """Refuse an Excel form whose sheets are too long or too wide to be marked (`Refused` L-332).

    Raises `NotWhole` for one that Excel would have to repair.
    """
    book = Book(data)
    check_whole(book)
    for one in tables_of(book):
        if one.last_row > _MOST_ROWS:
            raise too_long(name, one.last_row, _MOST_ROWS, "rows")
        if one.last_column > _MOST_COLUMNS:
            raise too_long(name, one.last_column, _MOST_COLUMNS, "columns")


def too_long(name: str, size: int, limit: int, unit: str) -> Refused:
    """Return the refusal (L-332) of a form that has more of a unit than can be marked."""
    return Refused("L-332", name=name, size=size, limit=limit, unit=size_word(unit))
