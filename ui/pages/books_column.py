"""Lists of small records on one page: each on its sheet, read, locked and opened together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.drafts import DraftService
from ui.desktop.notifier import Notifier
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import read_place
from ui.forms.record_kind import Owner, RecordKind
from ui.theme.look import look
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced


class Books(QObject):
    """The lists of a page by the names of their kinds, in the order of the page."""

    undo_asked = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)
    rearranged = Signal()

    def __init__(
        self, kinds: Sequence[RecordKind[Any]], drafts: DraftService, notifier: Notifier, page: QWidget
    ) -> None:
        super().__init__(page)
        self.by_name: dict[str, RecordBook[Any]] = {
            kind.name: RecordBook(kind, drafts, notifier) for kind in kinds
        }
        for book in self:
            book.undo_asked.connect(self.undo_asked)
            book.draft_kept.connect(self.draft_kept)
            book.draft_failed.connect(self.draft_failed)
            book.rearranged.connect(self.rearranged)

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

    def show_of(self, owner: Owner) -> None:
        """Show the records of an owner in all lists."""
        for book in self:
            book.show_of(owner)

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let records be changed, or only be looked at."""
        for book in self:
            book.allow_changes(allowed)

    def leave(self) -> None:
        """Write what is being typed away as drafts."""
        for book in self:
            book.leave()

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
        for book in self:
            if field and book.has_field(field):
                book.open_field(field)
                return True
        return False

    def place(self) -> str:
        """Return the record whose form is open, as `open_at` takes it; empty where none is."""
        open_ones = [place for book in self if (place := book.place())]
        return open_ones[0].text() if open_ones else ""
