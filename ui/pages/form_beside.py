"""A form and the page as paper beside it, or one of them at a time where there is no room for both."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.texts import paper_page as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.page_view import PageView
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

PAGE_WIDTH = 430
_ANY_WIDTH = 16_777_215
FORM, PAGE = 0, 1


class FormAndPage(QWidget):
    """The form at the left, the page at the right; below 1200 two tabs "Viết" and "Trang in"."""

    def __init__(self, form: QWidget, name: str) -> None:
        super().__init__()
        self.form = form
        self.page = PageView(words.PAGE, words.PREVIOUS_PAGE, words.NEXT_PAGE)
        self.beside = True
        """Whether there is room for both."""
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
        self._tabs.setVisible(not self.beside)
        self.page.setMinimumWidth(look.px(PAGE_WIDTH) if self.beside else 0)
        self.page.setMaximumWidth(look.px(PAGE_WIDTH) if self.beside else _ANY_WIDTH)
        self._show()

    def _show(self) -> None:
        self.form.setVisible(self.beside or self._tabs.current() == FORM)
        self.page.setVisible(self.beside or self._tabs.current() == PAGE)
