"""Small records that a section of a self-review or report is made of, entered below its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bootstrap import Core
from app.services.writing import SectionView
from ui.forms.record_book import RecordBook
from ui.forms.record_kind import Owner, RecordKind
from ui.pages.page import Desk
from ui.pages.review_earlier import earlier_kind
from ui.pages.shortcoming_kinds import blame_kind, shortcoming_kind
from ui.pages.sign_kinds import sign_kind
from ui.theme.look import look
from ui.widgets.styled import spaced

SIGNS = "signs"
"""The section on the signs; the others are known by what they carry."""


class WritingRecords(QWidget):
    """One list is in sight at most: the one of the section being written."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        kinds: Mapping[str, RecordKind[Any]] = {
            "shortcomings": shortcoming_kind(core),
            "responsibilities": blame_kind(core),
            "earlier": earlier_kind(core, "earlier_"),
            SIGNS: sign_kind(core),
        }
        self.books: Mapping[str, RecordBook[Any]] = {
            name: RecordBook(kind, core.drafts, desk.notifier) for name, kind in kinds.items()
        }
        column = QVBoxLayout(self)
        spaced(column, look.px(12))
        for book in self.books.values():
            column.addWidget(book)

    def show_section(self, section: SectionView | None, owner: Owner) -> bool:
        """Show the records of a section of `owner`; return whether it has any to show."""
        wanted = self._of(section)
        for name, book in self.books.items():
            if name == wanted:
                book.show_of(owner)
            else:
                book.put_down()
            book.setVisible(name == wanted)
        self.setVisible(wanted is not None)
        return wanted is not None

    def section_of(self, kind: str) -> str:
        """Return the section whose records are of a kind, by the name of the kind."""
        return next(name for name, book in self.books.items() if book.kind.name == kind)

    def _of(self, section: SectionView | None) -> str | None:
        if section is None:
            return None
        return next((one for one in (section.carries, section.code) if one in self.books), None)
