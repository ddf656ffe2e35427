"""The card of one subject of the rating: what is known, what the rules say, and the records entered here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from ui.forms.record_book import RecordBook
from ui.pages.level_said import Fact, Minded
from ui.texts import levels as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.facts import FactList
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import emptied, spaced


class SubjectCard(Sheet):
    """Title, the records of the subject, then facts from elsewhere and what the rules say beside them."""

    def __init__(
        self, name: str, books: Iterable[RecordBook[Any]], told: str, links: Iterable[Button] = ()
    ) -> None:
        super().__init__(spacing=10)
        self.books = tuple(books)
        self._title = Text(words.NOBODY, role="section", name=f"{name}Title")
        self._title.setMinimumHeight(look.px(22))
        self._from = Text(words.FROM_CARD, role="small", tone="soft", name=f"{name}From")
        self._facts = FactList(words.NOTHING)
        self._told_head = Text(told, role="small", tone="soft")
        self._told = QVBoxLayout()
        spaced(self._told, look.px(6))
        self._links = tuple(links)
        self.body.addWidget(self._title)
        self._build()

    def _build(self) -> None:
        scroll = Scroll()
        first, *others = self.books
        for part in (first, self._from, self._facts, *self._links, self._told_head):
            scroll.body.addWidget(part)
        scroll.body.addLayout(self._told)
        for book in others:
            scroll.body.addWidget(book)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll, 1)
        self.say_nothing()

    def say_nothing(self) -> None:
        """Show that nobody is chosen."""
        self._title.setText(words.NOBODY)
        self._show(shown=False)

    def say(self, title: str, source: str, facts: Iterable[Fact], told: Iterable[Minded]) -> None:
        """Show a subject; its records are shown by the books."""
        self._title.setText(title)
        self._show(shown=True)
        self._facts.clear()
        for fact in facts:
            self._facts.add(fact.label, fact.value)
        self._from.setText(source)
        emptied(self._told)
        lines = [StateLine(one.state, one.words) for one in told]
        for line in lines:
            self._told.addWidget(line)
        self._told_head.setVisible(bool(lines))

    def _show(self, *, shown: bool) -> None:
        for part in (self._from, self._facts, self._told_head, *self.books, *self._links):
            part.setVisible(shown)
        if not shown:
            emptied(self._told)
