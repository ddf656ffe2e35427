"""Lists out to Excel: what the screen shows, ready to print, with nothing in it that could run.

Words are written as words even where they look like a formula or a number (reliability.md E11), and such a
cell is marked so that Excel keeps them when somebody edits it. The file says nothing of person or machine.
"""

from __future__ import annotations

import datetime as dt
import io

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app.common.progress import Progress
from app.domain.listing import Listing, Value, shown

FONT = "Times New Roman"
SIZE_PT, TITLE_PT = 12, 14
A4 = 9
MARGIN_INCHES = 0.6
WIDEST, NARROWEST = 48, 7
"""Letters a column takes at most and at least; longer words wrap."""
_SPARE = 2
_NOT_IN_A_NAME = frozenset("[]:*?/\\'")
_NAME_LENGTH = 31
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_STEP_ROWS = 500
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it Excel counts a day that never was; older dates stay words."""
_NO_MOMENT = dt.datetime(2000, 1, 1)  # noqa: DTZ001  the file format has no zone


def write(listing: Listing, progress: Progress) -> bytes:
    """Return the list as a workbook: heading, frozen and repeated column titles, rows.

    Lists beside it get a sheet each.
    """
    out = io.BytesIO()
    # Nothing is guessed from what words look like; no temporary file outside.
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = dt.datetime.combine(listing.made_on, dt.time()) if listing.made_on else _NO_MOMENT
    book.set_properties(
        {"title": listing.title, "author": "", "company": "", "comments": "", "created": made}
    )
    for one in (listing, *listing.beside):
        _Sheet(book, one).fill(progress)
    book.close()
    return out.getvalue()


def sheet_name(title: str) -> str:
    """Return a title as the name of a sheet, which Excel wants short and without brackets and slashes."""
    return (
        "".join(" " if letter in _NOT_IN_A_NAME else letter for letter in title)[:_NAME_LENGTH].strip() or "1"
    )


class _Sheet:
    """One sheet being filled."""

    def __init__(self, book: Workbook, listing: Listing) -> None:
        self._listing = listing
        self._sheet: Worksheet = book.add_worksheet(sheet_name(listing.title))
        base = {"font_name": FONT, "font_size": SIZE_PT}
        cell = {**base, "border": 1, "text_wrap": True, "valign": "vcenter"}
        self._title = book.add_format({**base, "font_size": TITLE_PT, "bold": True})
        self._note = book.add_format({**base, "italic": True})
        self._head = book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#EEEAE2"})
        self._number = book.add_format({**cell, "num_format": "0"})
        self._date = book.add_format({**cell, "num_format": "dd/mm/yyyy", "align": "center"})
        self._words = {
            (right, guarded): book.add_format(
                {
                    **cell,
                    "num_format": "@",
                    "align": "right" if right else "left",
                    **({"quote_prefix": True} if guarded else {}),
                }
            )
            for right in (False, True)
            for guarded in (False, True)
        }
        self._top = 1 + len(listing.notes) + 1

    def fill(self, progress: Progress) -> None:
        """Write everything, and how it prints."""
        self._heading()
        total = len(self._listing.rows)
        for place, row in enumerate(self._listing.rows):
            if place % _STEP_ROWS == 0:
                progress.step(place, total, "lists.writing")
            for column, value in enumerate(row):
                self._cell(self._top + 1 + place, column, value)
        self._widths()
        self._printing()

    def _heading(self) -> None:
        self._sheet.write_string(0, 0, self._listing.title, self._title)
        for line, note in enumerate(self._listing.notes, start=1):
            self._sheet.write_string(line, 0, note, self._note)
        for column, told in enumerate(self._listing.columns):
            self._sheet.write_string(self._top, column, told.title, self._head)

    def _cell(self, row: int, column: int, value: Value) -> None:
        if isinstance(value, dt.date) and value >= _FIRST_DAY:
            self._sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), self._date)
        elif isinstance(value, int):
            self._sheet.write_number(row, column, value, self._number)
        else:
            words = shown(value)
            # An empty string writes an empty cell, which Excel's own filter counts as empty.
            write = self._sheet.write_string if words else self._sheet.write_blank
            write(row, column, words or None, self._format(column, words))

    def _format(self, column: int, words: str) -> Format:
        return self._words[self._listing.columns[column].to_right, words.startswith(_LIKE_A_FORMULA)]

    def _widths(self) -> None:
        for column, told in enumerate(self._listing.columns):
            longest = max((len(shown(row[column])) for row in self._listing.rows), default=0)
            # A title may wrap between its words, but no word of it may break.
            title = max(map(len, told.title.split()), default=0)
            self._sheet.set_column(column, column, min(max(longest, title, NARROWEST) + _SPARE, WIDEST))

    def _printing(self) -> None:
        last_row, last_column = self._top + len(self._listing.rows), len(self._listing.columns) - 1
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self._top)
        sheet.freeze_panes(self._top + 1, 0)
        sheet.print_area(0, 0, last_row, last_column)
        sheet.set_footer("&C&P/&N")
        if self._listing.rows:
            sheet.autofilter(self._top, 0, last_row, last_column)
            # Card numbers are words on purpose; no green corner shall ask about them.
            sheet.ignore_errors({"number_stored_as_text": _block(self._top + 1, last_row, last_column)})


def _block(first_row: int, last_row: int, last_column: int) -> str:
    return str(xl_range(first_row, 0, last_row, last_column))
