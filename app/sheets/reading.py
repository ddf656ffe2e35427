"""Opens a file that holds tables, by what it is and never by its name."""

from __future__ import annotations

from collections.abc import Callable

from app.sheets import docx_tables, xlsx
from app.sheets.old_text import in_unicode
from app.sheets.safe_zip import check_office_file
from app.sheets.table import Book, Table

READERS: dict[str, Callable[[bytes], tuple[Table, ...]]] = {
    xlsx.MAIN_PART: xlsx.tables_of,
    docx_tables.MAIN_PART: docx_tables.tables_of,
}
"""By the main part of the format. A new format adds its reader here."""


def read_book(data: bytes) -> Book:
    """Return all tables of the file; raises what `check_office_file` and the readers raise."""
    checked = check_office_file(data, READERS)
    tables, kind = in_unicode(READERS[checked.main_part](data))
    return Book(tables, checked.has_links, kind)
