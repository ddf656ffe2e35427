"""What stands beside a list: whose matters these are, and the lists of small records that belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from ui.forms.record_book import RecordBook
from ui.theme.look import look
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Elided, Text
from ui.widgets.sheet import Scroll, Sheet


class BookCard(QStackedWidget):
    """A sheet with a title, facts and the lists, one below the other; a sentence where nobody is chosen."""

    def __init__(self, name: str, nothing: str, books: Sequence[RecordBook[Any]]) -> None:
        super().__init__()
        self._title = Elided(role="section", name=f"{name}Title")
        self._facts = Text(role="small", tone="soft", name=f"{name}Facts")
        self._sheet, self._empty = Sheet(spacing=10), Sheet()
        scroll = Scroll(spacing=24)
        self._sheet.body.addWidget(self._title)
        scroll.body.addWidget(self._facts)
        for book in books:
            scroll.body.addWidget(book)
        scroll.body.addStretch(1)
        scroll.body.setContentsMargins(0, 0, look.px(8), 0)
        self._sheet.body.addWidget(scroll, 1)
        self._empty.body.addWidget(EmptyState(nothing, glyph="users"))
        self.addWidget(self._empty)
        self.addWidget(self._sheet)

    def show_nobody(self) -> None:
        """Say that one has to be chosen first."""
        self.setCurrentWidget(self._empty)

    def show_facts(self, title: str, facts: str) -> None:
        """Show whose the lists are."""
        self._title.setText(title)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.setCurrentWidget(self._sheet)
