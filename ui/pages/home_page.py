"""Trang chính: the steps of the year, what is due and missing, each line one click from its field."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.services.home import HomeFacts
from app.services.review import REVIEW_SUBJECTS
from ui.pages.home_aside import HomeAside
from ui.pages.home_said import Act, act_of, steps_of
from ui.pages.home_work import WorkList
from ui.pages.next_year import NEXT_YEAR, OpeningYear
from ui.pages.page import Desk, Page
from ui.pages.start_notes import StartNotes
from ui.texts import home as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.step_line import StepLine
from ui.widgets.styled import spaced
from ui.widgets.tab_order import order_tabs

_ASIDE_WIDTH = 352
_NARROW_ASIDE_WIDTH = 280


class HomePage(Page):
    """The steps above, the work of the year at the left, what stands beside it at the right."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {
        "member",
        "post",
        "standing",
        "cell",
        "work_year",
        "outgoing_paper",
        "submission",
        "backup",
        "past_level",
    }

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._next = Act("")
        self._act = Button(words.LOOK_AT_PROMISES, kind="primary", glyph="arrow-right", name="nextAct")
        self._head = PageHead(words.TITLE, [self._act])
        self._standing = StateLine(State.OPEN)
        self._standing.setObjectName("yearStanding")
        self._how = Text(words.NOT_BEGUN_HOW, tone="soft", name="notBegunHow")
        self._said = QWidget()
        self._steps = StepLine(words.STEPS)
        self._work = WorkList()
        self._aside = HomeAside(core, desk)
        self._opening_year = OpeningYear(core, desk, self)
        self._notes = StartNotes(core, desk, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        said = QVBoxLayout(self._said)
        spaced(said, look.px(4), (look.px(16), look.px(12), look.px(16), look.px(12)))
        said.addWidget(self._standing)
        said.addWidget(self._how)
        course = Sheet(padding=0, spacing=0)
        course.body.addWidget(self._said)
        course.body.addWidget(self._steps)
        self._scroll = Scroll()
        self._scroll.body.addWidget(course)
        self._across = QHBoxLayout()
        spaced(self._across, look.px(12))
        self._across.addWidget(self._work, 1)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        spaced(column, 0)
        column.addWidget(self._aside)
        column.addStretch(1)
        self._across.addWidget(self._side)
        self._scroll.body.addLayout(self._across)
        self._scroll.body.addStretch(1)
        self.column.addWidget(self._head)
        self.column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._act.clicked.connect(self._on_act)
        self._work.opened.connect(self.opened)
        self._work.rearranged.connect(lambda: order_tabs(self))
        self._aside.opened.connect(self.opened)
        self._aside.backed_up.connect(self.refresh)
        self._aside.next_year_asked.connect(self._show_next_year)
        self._opening_year.year_asked.connect(self.year_asked)
        self._opening_year.undo_asked.connect(self.undo_asked)
        self._notes.opened.connect(self.opened)
        self._notes.year_asked.connect(self.year_asked)

    @override
    def show_year(self, year: int) -> None:
        self._year = year
        self._work.fold()
        self.refresh()
        self._notes.say()

    @override
    def open_at(self, subject: str, field: str) -> None:
        if subject == NEXT_YEAR:
            self._show_next_year()

    def _show_next_year(self) -> None:
        self._opening_year.show(self._year, can_change=self.can_change)

    @override
    def refresh(self) -> None:
        facts, lines = self._core.home.overview(self._year)
        today = self._desk.clock.today()
        self._head.say(
            words.TODAY.format(
                weekday=words.WEEKDAYS[today.weekday()], day=today.day, month=today.month, year=today.year
            )
        )
        self._show_course(facts)
        self._work.show_lines(facts, lines, today)
        self._next = act_of(facts, lines, has_next=self._year + 1 in self._core.years.list())
        self._act.say(self._next.words)
        self._aside.show_facts(facts)
        order_tabs(self)

    def _show_course(self, facts: HomeFacts) -> None:
        """Show the steps, and in words that the year is not begun or is over."""
        self._steps.show_steps(steps_of(facts))
        self._steps.setVisible(bool(facts.course))
        self._how.setHidden(facts.is_reviewed)
        self._how.setText(words.NOT_BEGUN_HOW if facts.members else words.NOBODY_YET_HOW)
        self._said.setVisible(not facts.is_reviewed or facts.is_finished)
        if facts.finished_on:
            said = words.FINISHED.format(year=facts.year, date=facts.finished_on)
            self._standing.say(State.DONE, said)
        else:
            self._standing.say(State.OPEN, words.NOT_BEGUN.format(year=facts.year))

    @override
    def fit(self, room: Room) -> None:
        below = room < Room.NARROW
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        width = _NARROW_ASIDE_WIDTH if room < Room.MEDIUM else _ASIDE_WIDTH
        self._side.setMaximumWidth(16_777_215 if below else look.px(width))
        self._side.setMinimumWidth(0 if below else look.px(width))
        self._aside.set_across(below)

    def _on_act(self) -> None:
        if self._next.opens_next:
            self._show_next_year()
        elif self._next.year:
            self.year_asked.emit(self._next.year)
        else:
            self.opened.emit(*self._next.target)
