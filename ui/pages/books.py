"""The lists of small records of a page that take turns: one form at a time is open."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import RecordPlace
from ui.forms.record_editor import RecordEditor
from ui.pages.book_group import BookGroup
from ui.pages.page import Page


class Books(BookGroup):
    """One form at a time is open on a page; what was typed into the one before waits as a draft."""

    changed = Signal()
    """A form was opened or closed."""

    def __init__(self, page: Page, *books: RecordBook[Any]) -> None:
        super().__init__(page, *books)
        for book in books:
            book.begun.connect(partial(self._on_begun, book))
            book.ended.connect(self.changed)

    def refresh(self) -> None:
        """Read all lists again."""
        for book in self.by_name.values():
            book.refresh()

    def put_down(self) -> None:
        """Close the form that is open; what was typed waits as a draft."""
        for book in self.by_name.values():
            book.put_down()

    def open_at(self, place: RecordPlace, field: str = "") -> None:
        """Open the form of a record whose owner is shown."""
        if place.kind in self.by_name:
            self.by_name[place.kind].open_at(place.record, field)

    def has_field(self, field: str) -> bool:
        """Return whether one of the forms has this field."""
        return any(book.has_field(field) for book in self.by_name.values())

    def editor(self, kind: str) -> RecordEditor:
        """Return the form of a kind."""
        return self.by_name[kind].editor

    def place(self) -> RecordPlace | None:
        """Return the record whose form is open, if one is."""
        return next(filter(None, (book.place() for book in self.by_name.values())), None)

    def is_writing(self) -> bool:
        """Return whether a form is open: its "Lưu" is then the primary act of the page."""
        return self.place() is not None

    def _on_begun(self, book: RecordBook[Any]) -> None:
        for other in self.by_name.values():
            if other is not book:
                other.put_down()
        self.changed.emit()
