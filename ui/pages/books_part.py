"""A tab of the card of somebody under review that holds lists of small records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from app.services.review_subjects import ReviewSubject
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import RecordPlace
from ui.forms.record_kind import Owner
from ui.pages.review_card_part import CardPart


class BooksPart(CardPart):
    """The lists one below the other; `opens` says of a name that findings use which field it means."""

    def __init__(self, *books: RecordBook[Any], opens: Mapping[str, str]) -> None:
        super().__init__()
        self.books = books
        self._opens = opens
        for book in books:
            self.column.addWidget(book)
            book.undo_asked.connect(self.undo_asked)
            book.draft_kept.connect(self.draft_kept)
            book.draft_failed.connect(self.draft_failed)
            book.rearranged.connect(self.rearranged)

    @override
    def show_subject(self, subject: ReviewSubject, year: int) -> None:
        for book in self.books:
            book.show_of(Owner(year, subject.target))

    @override
    def open_field(self, field: str) -> None:
        wanted = self._opens.get(field, field)
        for book in self.books:
            if book.has_field(wanted):
                book.open_field(wanted)
                return

    @override
    def open_draft(self, place: RecordPlace) -> bool:
        for book in self.books:
            if book.kind.name == place.kind:
                book.open_at(place.record)
                return True
        return False

    @override
    def allow_changes(self, allowed: bool) -> None:
        for book in self.books:
            book.allow_changes(allowed)

    @override
    def leave(self) -> None:
        for book in self.books:
            book.leave()
