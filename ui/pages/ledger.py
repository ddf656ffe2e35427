"""A page of two tabs: a list with the records of the chosen one beside it, and those of the whole cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from ui.forms.record_kind import Owner
from ui.lists.frame import ListFrame
from ui.lists.leaving import ListLeaving
from ui.lists.shape import WithCard
from ui.pages.books import Books
from ui.pages.page import Desk, Page
from ui.pages.year_not_begun import BegunYear
from ui.pages.year_now import YearNow
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

T = TypeVar("T")
LIST_TAB = 0


class LedgerPage(Page, Generic[T]):
    """What such pages share; each makes `list`, `own`, `cell`, `tabs` and `head`, then lays out."""

    list: ListFrame[T]
    own: Books
    """The records of the chosen one."""
    cell: Books
    """The records of the second tab."""
    tabs: Tabs
    head: PageHead

    def __init__(self, core: Core, desk: Desk, back: Button) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._room = Room.WIDE
        self._card_open = False
        # While the list is read again its cursor moves by itself.
        self._reading = False
        self._back = back
        self.now = YearNow(core.review)
        self._shape = WithCard()
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        self._stack = QStackedWidget()

    def _lay_out(self, of_cell: Sequence[QWidget]) -> None:
        scroll, sheet = Scroll(spacing=24), Sheet()
        for book in of_cell:
            scroll.body.addWidget(book)
        scroll.body.addStretch(1)
        scroll.body.setContentsMargins(0, 0, look.px(8), 0)
        sheet.body.addWidget(scroll, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(sheet)
        body = QWidget()
        column = QVBoxLayout(body)
        spaced(column, look.px(10))
        for part in (self.tabs, self._leaving):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self._body = BegunYear(self, body)
        self.column.addWidget(self.head)
        self.column.addWidget(self._body, 1)
        self._shape.write(True)  # noqa: FBT003  the one question
        self.tabs.chosen.connect(self._on_tab)
        self.list.current_changed.connect(lambda _uid: self._on_current())
        self.list.clicked.connect(self._on_clicked)
        self.list.opened.connect(lambda _uid: self._on_clicked())
        self.list.own.undo_asked.connect(self.undo_asked)
        self._back.clicked.connect(self._on_back)
        self.cell.changed.connect(self._show_buttons)

    # What a page says ---------------------------------------------------------------------------------------

    def _lines(self) -> Sequence[T]:
        """Return the lines of the list."""
        return ()

    def _about(self) -> str:
        """Return what the list is called on paper."""
        return ""

    def _shows_card(self) -> bool:
        """Return whether what is beside the list takes its place where there is no room for both."""
        return self._card_open

    def _show_card(self) -> None:
        """Show the records of the chosen one."""

    def _say(self, tab: int) -> None:
        """Say the facts of a tab below the title."""

    def _show_buttons(self) -> None:
        """Show the acts that there are now."""

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self.leave()
        self.now.read(year)
        self._show()

    @override
    def refresh(self) -> None:
        self.now.read(self.now.year.year)
        self._show()

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        self.list.fit(room)
        self._back.shorten(room < Room.NARROW)
        self._arrange()

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self._show_buttons()

    @override
    def go_to_filter(self) -> None:
        self.tabs.choose(LIST_TAB)
        self.list.tools.search.begin()

    @override
    def leave(self) -> None:
        self.own.leave()
        self.cell.leave()

    # Showing ------------------------------------------------------------------------------------------------

    def _allow_records(self) -> bool:
        """Let records be changed unless the year is finished; return whether they may be."""
        allowed = self.can_change and not self.now.is_finished
        self.own.allow_changes(allowed)
        self.cell.allow_changes(allowed)
        return allowed

    def _show(self) -> None:
        self._body.show_of(self.now)
        self._reading = True
        self.list.about = self._about()
        self.list.show_records(self._lines())
        self._reading = False
        self.cell.show_of(Owner(self.now.year.year))
        self._show_card()
        self._on_tab(self.tabs.current())

    def _on_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._say(at)
        self._arrange()

    def _arrange(self) -> None:
        """Where there is no room for both, show the list or the chosen one, with the way back."""
        alone, card = self._room < Room.SHARED, self._shows_card()
        self.list.show_sides(list_shown=not alone or not card, beside_shown=not alone or card)
        self._show_buttons()

    def _on_current(self) -> None:
        if not self._reading:
            self._show_card()

    def _on_clicked(self) -> None:
        self._card_open = True
        self._arrange()

    def _on_back(self) -> None:
        self._card_open = False
        self._arrange()
        self.list.view.setFocus()
