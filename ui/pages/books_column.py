"""Lists of small records on one page: each on its sheet, and a place found in all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import read_place
from ui.pages.book_group import BookGroup
from ui.theme.look import look
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced


class BooksColumn(BookGroup):
    """The lists of a page that lie side by side or below each other, several forms open if so wished."""

    def __iter__(self) -> Iterator[RecordBook[Any]]:
        """Yield the lists."""
        return iter(self.by_name.values())

    def column(self, names: Sequence[str]) -> QWidget:
        """Return the lists of these names one below the other, each on a sheet."""
        column = QWidget()
        lines = QVBoxLayout(column)
        spaced(lines, look.px(12))
        for name in names:
            sheet = Sheet()
            sheet.body.addWidget(self.by_name[name])
            lines.addWidget(sheet)
        lines.addStretch(1)
        return column

    def open_at(self, subject: str, field: str) -> bool:
        """Open a record by its uid or its place among drafts, or the list that has a field or is one."""
        place = read_place(subject)
        if place is not None:
            if place.kind in self.by_name:
                self.by_name[place.kind].open_at(place.record, field)
            return place.kind in self.by_name
        for book in self:
            if subject and any(one.uid == subject for one in book.records()):
                book.open_at(subject, field)
                return True
        if field in self.by_name:  # the whole of a list is meant: its first field
            self.by_name[field].open_field(next(iter(self.by_name[field].kind.texts)))
            return True
        return self.open_field(field)

    def place(self) -> str:
        """Return the record whose form is open, as `open_at` takes it; empty where none is."""
        open_ones = [place for book in self if (place := book.place())]
        return open_ones[0].text() if open_ones else ""
