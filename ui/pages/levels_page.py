"""Phân loại, Xếp loại: who is reviewed and rated, the level of each, decisions, objections, rewards."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.services.level_tables import LevelTable
from app.services.review import REVIEW_SUBJECTS
from ui.forms.record_drafts import read_place
from ui.lists.leaving import ListLeaving
from ui.models.level_grid import PROPOSE, RECOGNISE
from ui.pages import level_kinds
from ui.pages import level_said as said
from ui.pages.level_desks import LevelDesk, PopulationDesk
from ui.pages.level_entries import LevelEntries
from ui.pages.level_tools import LevelTools
from ui.pages.page import Desk, Page
from ui.pages.score_desk import FORM as SCORE_SHEET
from ui.pages.score_desk import ScoreDesk, scored
from ui.pages.whereabouts import Here, field_in_focus
from ui.texts import levels as words
from ui.texts import scores as score_words
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.acts_menu import WaysMenu
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState, on_sheet
from ui.widgets.labels import Text
from ui.widgets.page_head import PageHead
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

POPULATION, LEVELS, ENTRY, SCORES = range(4)
"""The tabs, and what stands in their place while levels of the whole cell or a score sheet are typed."""
_OF_SCORES = "scores"
"""What findings call the score sheets."""
_TAB_OF = {
    **dict.fromkeys(("population", level_kinds.POPULATION), POPULATION),
    **dict.fromkeys(
        ("levels", "cell_level", "recognised", "objections", "member_answer", "outside_ratings"), LEVELS
    ),
    **dict.fromkeys((level_kinds.PROPOSED, level_kinds.RECOGNISED, level_kinds.OBJECTION), LEVELS),
    **dict.fromkeys((level_kinds.REWARD, level_kinds.OUTSIDE), LEVELS),
}
"""Where a matter that a finding, a draft or another page speaks of is entered."""


class LevelsPage(Page):
    """Two tabs over one table of the year, which is read once for all of them."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {
        *("member", "post", "standing", "discipline", "past_level", "saved_filter"),
    }

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._year = 0
        self._room = Room.WIDE
        self._table: LevelTable | None = None
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        tools = self._tools = LevelTools(core, desk, self, lambda: self._table, self._leaving)
        self.population = PopulationDesk(tools)
        self.levels = LevelDesk(tools)
        self.entries = LevelEntries(tools)
        self.scores = ScoreDesk(tools)
        self.tabs = Tabs(list(words.TABS), "levelTabs")
        self._findings = Button(words.TO_FINDINGS, kind="link", glyph="check-circle", name="toFindings")
        self._papers = Button(words.TO_PAPERS, kind="link", glyph="files", name="toPapers")
        self._earlier = Button(
            words.TO_EARLIER, kind="link", glyph="clock-counter-clockwise", name="toEarlier"
        )
        self._propose = Button(words.ENTER_PROPOSED, glyph="notebook", name="enterProposed", changes=True)
        self._recognise = Button(
            words.ENTER_RECOGNISED, glyph="seal-check", name="enterRecognised", changes=True
        )
        self._announce = Button(words.TO_YEAR, kind="link", glyph="arrow-right", name="toYear")
        self._links = (self._findings, self._papers, self._earlier, self._announce)
        self._ways = WaysMenu("levelWays", words.WAYS)
        self._ways.stand_for(*self._links)
        acts = (self._propose, self._recognise, self.population.accept)
        self._head = PageHead(said.page_title(None, self._year), [*self._links, self._ways, *acts])
        self._sums = Text(role="small", tone="soft", name="levelSums")
        self._empty = EmptyState("", words.BEGIN, glyph="notebook", step_glyph="arrow-right")
        self._stack, self._parts = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        filled = QWidget()
        column = QVBoxLayout(filled)
        spaced(column, look.px(8))
        for part in (self.population, self.levels, self.entries, self.scores):
            self._parts.addWidget(part)
        for above in (self._sums, self.tabs, self._leaving):
            column.addWidget(above)
        column.addWidget(self._parts, 1)
        self._stack.addWidget(filled)
        self._stack.addWidget(on_sheet(self._empty))
        self.column.addWidget(self._head)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self._findings.clicked.connect(lambda: self.opened.emit("findings", "", ""))
        self._papers.clicked.connect(lambda: self.opened.emit("papers", "", ""))
        self._earlier.clicked.connect(lambda: self.opened.emit("earlier", "", ""))
        self._announce.clicked.connect(lambda: self.opened.emit("year", "", ""))
        self._empty.chosen.connect(lambda: self.opened.emit("review", "", ""))
        self._propose.clicked.connect(partial(self._on_enter, PROPOSE))
        self._recognise.clicked.connect(partial(self._on_enter, RECOGNISE))
        for typed in (self.entries, self.scores):
            typed.left.connect(partial(self._on_tab, LEVELS))
        self.levels.scores_asked.connect(self._on_scores)
        self.levels.tally_asked.connect(lambda place: self.opened.emit("conference", place, ""))
        self.population.first_step.connect(lambda: self.opened.emit("members", "", ""))
        self.levels.first_step.connect(partial(self.tabs.choose, POPULATION))
        for part in (self.population, self.levels):
            part.writing.connect(self._show_acts)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self.leave()
        self._year = year
        self.refresh()

    @override
    def refresh(self) -> None:
        table = self._table = self._core.review.level_tables.of(self._year)
        rate = said.rate_word(table, self._year)
        self._head.say("", said.page_title(table, self._year))
        self._stack.setCurrentIndex(0 if table else 1)
        self._empty.say(words.NOT_BEGUN.format(year=self._year, rate=rate))
        sums = (said.facts_said(table), said.cap_said(table)) if table else ()
        self._sums.setText("\n".join(filter(None, sums)))
        if table:
            for part in (self.population, self.levels):
                part.show_table(table)
            self.entries.refresh(table)
            self.scores.refresh(table)
        self._allow()
        self._show_acts()

    @override
    def open_at(self, subject: str, field: str) -> None:
        if subject in {PROPOSE, RECOGNISE}:
            self._on_enter(subject)
            return
        place = read_place(subject)
        if field == _OF_SCORES or (place and place.kind == SCORE_SHEET):
            self._on_scores(place.owner if place else subject, place.record if place else "")
            return
        tab = _TAB_OF.get(place.kind if place else field, _TAB_OF.get(field, self.tabs.current()))
        self.tabs.choose(tab)
        self._on_tab(tab)
        within = "" if field in _TAB_OF and not place else field
        self._open_subject(subject, within)

    @override
    def here(self) -> Here:
        if self._parts.currentIndex() == ENTRY:
            return Here(self.entries.place())
        if self._parts.currentIndex() == SCORES:
            return Here(self.scores.place())
        field, cursor = field_in_focus(self)
        part = (self.population, self.levels)[self.tabs.current()]
        return Here(part.subject(), field, cursor)

    @override
    def fit(self, room: Room) -> None:
        for part in (self.population, self.levels, self.entries, self.scores):
            part.fit(room)
        # Where the height is short the lists come first; the sums stand on the summary table as well.
        self._room = room
        self._show_above()
        self._show_acts()

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self._allow()

    @override
    def go_to_filter(self) -> None:
        part = self._parts.currentWidget()
        if part is self.population or part is self.levels:
            part.list.tools.search.begin()

    @override
    def leave(self) -> None:
        for part in (self.population, self.levels):
            part.books.leave()
        self.entries.leave()
        self.scores.leave()

    # Showing ------------------------------------------------------------------------------------------------

    def _allow(self) -> None:
        allowed = self.can_change and not (self._table and self._table.is_finished)
        for part in (self.population, self.levels):
            part.books.allow_changes(allowed)
        self.entries.allow(allowed)
        self.scores.allow(allowed)

    def _show_above(self) -> None:
        """Give what is typed the height of the sums, and of the head where the window is low."""
        is_typing, is_roomy = self._parts.currentIndex() >= ENTRY, self._room >= Room.MEDIUM
        self._sums.setVisible(is_roomy and not is_typing)
        self._head.setVisible(is_roomy or not is_typing)

    def _show_acts(self) -> None:
        """Offer the acts of the tab in sight; while a form is open its "Lưu" is the primary one."""
        at = self._parts.currentIndex() if self._table else -1
        open_year = bool(self._table and not self._table.is_finished)
        writing = self.population.books.is_writing()
        self.population.accept.setVisible(at == POPULATION and open_year and not writing)
        for button in (self._propose, self._recognise):
            button.setVisible(at == LEVELS and open_year)
        narrow = self._room < Room.WIDE
        for link in self._links:
            link.setVisible(self._table is not None and not narrow)
        self._ways.setVisible(self._table is not None and narrow)

    def _on_tab(self, at: int) -> None:
        self.entries.leave()
        self.scores.leave()
        self._parts.setCurrentIndex(at)
        self.tabs.choose(at)
        self.tabs.show()
        self._show_above()
        self._show_acts()

    def _on_enter(self, mode: str, *_clicked: bool) -> None:
        if self._table is None:
            return
        self._show_typing(ENTRY)
        self.entries.open(mode)

    def _on_scores(self, target: str, side: str = "") -> None:
        if self._table is None:
            return
        if scored(self._table):
            self._show_typing(SCORES)
            self.scores.open_sheet(target, side)
        else:
            self._on_tab(LEVELS)
            self._tools.desk.notifier.mind(score_words.NOBODY.format(year=self._year))

    def _show_typing(self, part: int) -> None:
        self.leave()
        self.tabs.choose(LEVELS)
        self.tabs.hide()
        self._parts.setCurrentIndex(part)
        self._show_above()
        self._show_acts()

    def _open_subject(self, subject: str, field: str) -> None:
        place = read_place(subject)
        desk = self.population if self.tabs.current() == POPULATION else self.levels
        desk.open_at("" if place else subject, place, field)
