"""The lists of small records of a page: they take turns, and speak with the window as one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import RecordPlace
from ui.forms.record_editor import RecordEditor
from ui.forms.record_kind import Owner
from ui.pages.page import Page
from ui.widgets.tab_order import order_tabs


class Books(QObject):
    """One form at a time is open on a page; what was typed into the one before waits as a draft."""

    changed = Signal()
    """A form was opened or closed."""

    def __init__(self, page: Page, *books: RecordBook[Any]) -> None:
        super().__init__(page)
        self._books = {book.kind.name: book for book in books}
        for book in books:
            book.undo_asked.connect(page.undo_asked)
            book.draft_kept.connect(page.draft_kept)
            book.draft_failed.connect(page.draft_failed)
            book.rearranged.connect(lambda: order_tabs(page))
            book.begun.connect(partial(self._on_begun, book))
            book.ended.connect(self.changed)

    def show_of(self, owner: Owner) -> None:
        """Show the records of `owner` in all lists."""
        for book in self._books.values():
            book.show_of(owner)

    def refresh(self) -> None:
        """Read all lists again."""
        for book in self._books.values():
            book.refresh()

    def leave(self) -> None:
        """Write away what is being typed."""
        for book in self._books.values():
            book.leave()

    def put_down(self) -> None:
        """Close the form that is open; what was typed waits as a draft."""
        for book in self._books.values():
            book.put_down()

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let records be changed, or only be looked at."""
        for book in self._books.values():
            book.allow_changes(allowed)

    def open_at(self, place: RecordPlace, field: str = "") -> None:
        """Open the form of a record whose owner is shown."""
        if place.kind in self._books:
            self._books[place.kind].open_at(place.record, field)

    def open_field(self, field: str) -> bool:
        """Open the form that has this field; return whether there is one."""
        for book in self._books.values():
            if field and book.has_field(field):
                book.open_field(field)
                return True
        return False

    def has_field(self, field: str) -> bool:
        """Return whether one of the forms has this field."""
        return any(book.has_field(field) for book in self._books.values())

    def editor(self, kind: str) -> RecordEditor:
        """Return the form of a kind."""
        return self._books[kind].editor

    def place(self) -> RecordPlace | None:
        """Return the record whose form is open, if one is."""
        return next(filter(None, (book.place() for book in self._books.values())), None)

    def is_writing(self) -> bool:
        """Return whether a form is open: its "Lưu" is then the primary act of the page."""
        return self.place() is not None

    def _on_begun(self, book: RecordBook[Any]) -> None:
        for other in self._books.values():
            if other is not book:
                other.put_down()
        self.changed.emit()
