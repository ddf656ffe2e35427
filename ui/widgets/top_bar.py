"""The bar at the top: name, year, cell and committee, search, and whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout

from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import Elided, Glyph, StateLine, Text
from ui.widgets.search_field import SearchField
from ui.widgets.styled import spaced


class TopBar(QFrame):
    """52 high, the same on every page."""

    year_chosen = Signal(int)
    new_year_asked = Signal()
    lock_asked = Signal()

    def __init__(self, program: str, year_label: str, search: SearchField, lock: str, new_year: str) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(look.px(52))
        self._program = Text(program, role="section", wrap=False)
        self._years = QComboBox()
        self._years.setObjectName("year")
        self._years.setAccessibleName(year_label)
        self._years.setFont(look.font(bold=True))
        self._years.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._year_label = year_label
        self._new_year = new_year
        self._year_at = 0
        self._cell = Elided(role="strong", name="cellName")
        self._committee = Elided(tone="soft", name="committeeName")
        self.search = search
        self._saved = StateLine(State.DONE, role="base", size=18, wrap=False)
        self._saved.setObjectName("savedState")
        self._lock = Button(lock, kind="icon", glyph="lock-simple", name="lockNow")
        self._lock.clicked.connect(self.lock_asked)
        self._build()
        self._years.activated.connect(self._on_chosen)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        spaced(row, look.px(10), (look.px(16), 0, look.px(16), 0))
        self._mark = Glyph("book-bookmark", "accent", 22, filled=True)
        row.addWidget(self._mark)
        row.addWidget(self._program)
        row.addWidget(self._years)
        row.addWidget(self._cell)
        row.addWidget(self._committee)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._lock)

    def show_cell(self, cell: str, committee: str) -> None:
        """Show whose data these are."""
        self._cell.setText(cell)
        self._committee.setText(committee)

    def show_years(self, years: list[int], current: int) -> None:
        """Offer the years of the cell."""
        self._years.clear()
        for year in years:
            self._years.addItem(f"{self._year_label} {year}", year)
        self._years.insertSeparator(self._years.count())
        self._years.addItem(self._new_year)
        self._year_at = years.index(current)
        self._years.setCurrentIndex(self._year_at)

    def go_to_year(self, year: int) -> None:
        """Choose a year as the user does; one that the cell does not have changes nothing."""
        at = self._years.findData(year)
        if at >= 0 and at != self._years.currentIndex():
            self._year_at = at
            self._years.setCurrentIndex(at)
            self.year_chosen.emit(year)

    def _on_chosen(self, at: int) -> None:
        year = self._years.itemData(at)
        if year is None:
            self._years.setCurrentIndex(self._year_at)  # the line is an act, no year
            self.new_year_asked.emit()
            return
        self._year_at = at
        self.year_chosen.emit(year)

    def show_saved(self, state: State, words: str) -> None:
        """Say whether everything is saved."""
        self._saved.say(state, words, "soft" if state is State.DONE else "")

    def offer_lock(self, offered: bool) -> None:  # noqa: FBT001  the one question
        """Show the lock; practice data, whose password everybody knows, have none."""
        self._lock.setVisible(offered)

    def fit(self, room: Room) -> None:
        """Give way on narrow windows: the program's name, the committee and the key hint go."""
        wide = room >= Room.MEDIUM
        self._program.setVisible(wide)
        # The year stands above the edge of the navigation and the page, as drawn.
        self._program.setFixedWidth(look.px(220 - 16 - 22 - 10))
        self._years.setFixedWidth(look.px(126 if wide else 120))
        self._committee.setVisible(wide)
        self.search.show_hint(room >= Room.WIDE)
        self.search.setFixedWidth(look.px(300 if room >= Room.WIDE else 200))
