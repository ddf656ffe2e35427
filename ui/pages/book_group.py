"""The lists of small records of a page speak with the window as one, are read and locked together."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ui.forms.record_book import RecordBook
from ui.forms.record_kind import Owner
from ui.pages.page import Page
from ui.widgets.tab_order import order_tabs


class BookGroup(QObject):
    """The lists by the names of their kinds, in the order of the page."""

    def __init__(self, page: Page, *books: RecordBook[Any]) -> None:
        super().__init__(page)
        self.by_name: dict[str, RecordBook[Any]] = {book.kind.name: book for book in books}
        for book in books:
            book.undo_asked.connect(page.undo_asked)
            book.draft_kept.connect(page.draft_kept)
            book.draft_failed.connect(page.draft_failed)
            book.rearranged.connect(lambda: order_tabs(page))

    def show_of(self, owner: Owner) -> None:
        """Show the records of `owner` in all lists."""
        for book in self.by_name.values():
            book.show_of(owner)

    def leave(self) -> None:
        """Write what is being typed away as drafts."""
        for book in self.by_name.values():
            book.leave()

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let records be changed, or only be looked at."""
        for book in self.by_name.values():
            book.allow_changes(allowed)

    def open_field(self, field: str) -> bool:
        """Open the form that has this field; return whether there is one."""
        for book in self.by_name.values():
            if field and book.has_field(field):
                book.open_field(field)
                return True
        return False
