"""Form and page of a paper side by side, or as two tabs where there is no room for both."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.outgoing_papers import OutgoingPaper
from app.services.offered_kinds import KindOffered
from ui.pages.paper_editor import Keep, PaperEditor
from ui.texts import papers as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_view import PageView
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

PAGE_WIDTH = 430
_ANY_WIDTH = 16_777_215


class PaperDesk(QStackedWidget):
    """What stands right of the register."""

    def __init__(self, kinds: Mapping[str, KindOffered], keep: Keep) -> None:
        super().__init__()
        self.editor = PaperEditor(kinds, keep)
        self.page = PageView(words.PAGE, words.PREVIOUS_PAGE, words.NEXT_PAGE)
        self._tabs = Tabs([words.WRITING, words.PAGE], "paperTabs")
        self._tabs.chosen.connect(self._on_tab)
        self._beside = True
        self._nothing = Sheet()
        self._nothing.body.addWidget(EmptyState(words.CHOOSE_ONE, glyph="file-text"))
        self._both = QWidget()
        row = QHBoxLayout()
        spaced(row, look.px(12))
        row.addWidget(self.editor, 1)
        row.addWidget(self.page, 1)
        column = QVBoxLayout(self._both)
        spaced(column, look.px(8))
        column.addWidget(self._tabs)
        column.addLayout(row, 1)
        self.addWidget(self._nothing)
        self.addWidget(self._both)

    def show_nothing(self) -> None:
        """Say that a paper has to be chosen first."""
        self.editor.flush()
        self.editor.paper = None
        self.setCurrentWidget(self._nothing)

    def show_paper(self, paper: OutgoingPaper) -> None:
        """Show form and page; of an issued paper the page, where only one has room."""
        self.setCurrentWidget(self._both)
        if not self._beside and paper.is_issued:
            self._tabs.choose(1)

    def show_tab(self, at: int) -> None:
        """Show the form (0) or the page (1) where only one has room."""
        self._tabs.choose(at)

    def fit(self, room: Room) -> None:
        """Set form and page side by side, or one of them at a time."""
        self._beside = room >= Room.MEDIUM
        self._tabs.setVisible(not self._beside)
        self.page.setMinimumWidth(look.px(PAGE_WIDTH) if self._beside else 0)
        self.page.setMaximumWidth(look.px(PAGE_WIDTH) if self._beside else _ANY_WIDTH)
        self.editor.set_columns(2 if Room.NARROW <= room < Room.MEDIUM else 1)
        self._on_tab(self._tabs.current())

    def _on_tab(self, at: int) -> None:
        self.editor.setVisible(self._beside or at == 0)
        self.page.setVisible(self._beside or at == 1)
