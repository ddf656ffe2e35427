"""What a page of the review shows while the year was not begun: one sentence and the first step."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.page import Page
from ui.pages.year_now import YearNow
from ui.texts import year_not_begun as words
from ui.widgets.empty_state import EmptyState, on_sheet


class BegunYear(QStackedWidget):
    """The body of a page, or the way to begin the year."""

    def __init__(self, page: Page, body: QWidget) -> None:
        super().__init__()
        self._empty = EmptyState(words.NOT_BEGUN, words.BEGIN, glyph="hourglass", step_glyph="arrow-right")
        self._empty.chosen.connect(lambda: page.opened.emit("review", "", ""))
        self._body, self._ground = body, on_sheet(self._empty)
        self.addWidget(body)
        self.addWidget(self._ground)

    def show_of(self, now: YearNow) -> None:
        """Show the body where the year was begun."""
        self.show_body(now.year.year, has_begun=now.has_begun)

    def show_body(self, year: int, *, has_begun: bool) -> None:
        """Show the body of a year that was begun, else the way to begin it."""
        self._empty.say(words.NOT_BEGUN.format(year=year))
        self.setCurrentWidget(self._body if has_begun else self._ground)
