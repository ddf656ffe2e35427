"""A form and the page as paper beside it, or one of them at a time where there is no room for both."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.present_paper import page_view
from ui.texts import paper_page as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

PAGE_WIDTH = 430
_ANY_WIDTH = 16_777_215
AT_FORM, AT_PAGE = 0, 1


class FormAndPage(QWidget):
    """The form at the left, the page at the right; below 1200 two tabs "Viết" and "Trang in"."""

    def __init__(self, form: QWidget, name: str, *, page_width: int = PAGE_WIDTH, shown: bool = True) -> None:
        super().__init__()
        self.form = form
        self.page = page_view()
        self._page_width = page_width
        self.beside = True
        """Whether there is room for both."""
        self.shows_page = shown
        """Whether the page is asked for; else the form stands alone."""
        self._tabs = Tabs([words.WRITING, words.PAGE], name)
        self._tabs.chosen.connect(lambda _at: self._show())
        row = QHBoxLayout()
        spaced(row, look.px(12))
        row.addWidget(form, 1)
        row.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        column.addWidget(self._tabs)
        column.addLayout(row, 1)

    def choose(self, at: int) -> None:
        """Show the form (0) or the page (1) where only one has room."""
        self._tabs.choose(at)

    def fit(self, room: Room) -> None:
        """Set form and page side by side, or one of them at a time."""
        self.beside = room >= Room.MEDIUM
        self.page.setMinimumWidth(look.px(PAGE_WIDTH) if self.beside else 0)
        self.page.setMaximumWidth(look.px(self._page_width) if self.beside else _ANY_WIDTH)
        self._show()

    def show_page(self, shown: bool) -> None:  # noqa: FBT001  the one question
        """Show the page with the form, or the form alone."""
        self.shows_page = shown
        self._tabs.choose(AT_PAGE if shown else AT_FORM)
        self._show()

    def _show(self) -> None:
        by_turns = self.shows_page and not self.beside
        self._tabs.setVisible(by_turns)
        self.form.setVisible(not by_turns or self._tabs.current() == AT_FORM)
        self.page.setVisible(self.shows_page and (self.beside or self._tabs.current() == AT_PAGE))
