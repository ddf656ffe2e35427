"""Năm kiểm điểm: the review of the year is begun here, with its rules, bases, days, rounds and end."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout
from typing_extensions import override

from app.bootstrap import Core
from app.errors import AppError
from app.services.review import REVIEW_SUBJECTS
from app.services.rule_sets import Standing, YearRules
from ui.desktop.dialogs import Question
from ui.forms.record_book import RecordBook
from ui.forms.record_kind import Owner
from ui.pages.books_column import BooksColumn
from ui.pages.next_year import NEXT_YEAR
from ui.pages.page import Desk, Page
from ui.pages.rules_sheet import counts, standing
from ui.pages.whereabouts import Here, field_in_focus
from ui.pages.year_kinds import (
    FrameNow,
    basis_kind,
    cycle_kind,
    guidance_kind,
    milestone_kind,
    order_kind,
    round_kind,
)
from ui.texts import shared
from ui.texts import year as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tab_order import order_tabs

_LEFT = ("cycle", "legal_basis", "guidance")
_RIGHT = ("milestone", "round", "re_review_order")


class YearPage(Page):
    """Before the review is begun one sheet with its first step; afterwards the frame of the year in lists."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {"member", "cell"}

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._now = FrameNow(core.review, desk.clock.today)
        makers = (cycle_kind, basis_kind, guidance_kind, milestone_kind, round_kind, order_kind)
        self.books = BooksColumn(
            self, *(RecordBook(make(self._now), core.drafts, desk.notifier) for make in makers)
        )
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="fromYear")
        self._finish = Button(words.FINISH, glyph="arrow-right", name="finishYear")
        self._head = PageHead(words.TITLE, [self._back, self._finish])
        self._rules = Sheet()
        self._set = Text(role="strong", name="rulesOfYear")
        self._counts = Text(role="small", tone="soft")
        self._standing = StateLine(State.NOTE)
        self._how = Text(tone="soft", name="howToBegin")
        self._begin = Button(words.BEGIN, kind="primary", glyph="check", name="beginReview", changes=True)
        self._from_last = Button(words.FROM_LAST, kind="primary", glyph="arrow-right", name="beginFromLast")
        self._read = Button(words.READ_RULES, glyph="file-text", name="readRules")
        self._take = Button(words.TAKE_BASES, glyph="plus", name="takeBases", changes=True)
        self._close_round = Button(words.CLOSE_ROUND, glyph="check", name="closeRound", changes=True)
        self._scroll = Scroll()
        self._build()
        self._connect()

    def _build(self) -> None:
        acts = FlowRow()
        acts.add(self._begin, self._from_last, self._read)
        for part in (self._set, self._counts, self._standing, self._how, acts):
            self._rules.body.addWidget(part)
        self._left, self._right = self.books.column(_LEFT), self.books.column(_RIGHT)
        for name, button in (("legal_basis", self._take), ("round", self._close_round)):
            row = FlowRow()
            row.add(button)
            sheet = self.books.by_name[name].parentWidget()
            below = sheet.layout() if sheet else None
            if below is not None:
                below.addWidget(row)
        note = Text(words.ORDER_NOTE, role="small", tone="soft")
        orders = self.books.by_name["re_review_order"].parentWidget()
        below = orders.layout() if orders else None
        if below is not None:
            below.addWidget(note)
        self._across = QHBoxLayout()
        spaced(self._across, look.px(12))
        self._across.addWidget(self._left, 1)
        self._across.addWidget(self._right, 1)
        self._scroll.body.addWidget(self._rules)
        self._scroll.body.addLayout(self._across)
        self._scroll.body.addStretch(1)
        self.column.addWidget(self._head)
        self.column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.opened.emit("review", "", ""))
        self._read.clicked.connect(lambda: self.opened.emit("rules", "", ""))
        self._finish.clicked.connect(lambda: self.opened.emit("home", NEXT_YEAR, ""))
        self._begin.clicked.connect(self._on_begin)
        self._from_last.clicked.connect(self._on_from_last)
        self._take.clicked.connect(self._on_take)
        self._close_round.clicked.connect(self._on_close_round)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self.leave()
        self._year = year
        self.refresh()

    @override
    def refresh(self) -> None:
        self._now.read(self._year)
        rules = self._core.review.rule_sets.of_year(self._year)
        self._show_rules(rules)
        self._show_begun(is_begun=bool(self._now.whole.cycles))
        self.books.show_of(Owner(self._year))
        self._allow()
        order_tabs(self)

    @override
    def open_at(self, subject: str, field: str) -> None:
        self.books.open_at(subject, field)

    @override
    def fit(self, room: Room) -> None:
        below = room < Room.MEDIUM
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        self._back.shorten(room < Room.NARROW)

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        if self._year:
            self._allow()

    @override
    def here(self) -> Here:
        return Here(self.books.place(), *field_in_focus(self))

    @override
    def leave(self) -> None:
        self.books.leave()

    # Showing ------------------------------------------------------------------------------------------------

    def _allow(self) -> None:
        finished = any(one.finished_on for one in self._now.whole.cycles)
        self.books.allow_changes(self.can_change and not finished)
        has_open_round = any(not one.closed_on for one in self._now.whole.rounds)
        untaken = self._now.frame.untaken if self._now.frame else 0
        self._take.setVisible(bool(untaken) and not finished)
        self._take.say(words.TAKE_BASES.format(count=untaken))
        self._close_round.setVisible(has_open_round and not finished)
        self._close_round.say(words.CLOSE_ROUND.format(number=len(self._now.whole.rounds)))

    def _show_rules(self, rules: YearRules) -> None:
        self._set.setHidden(rules.set is None)
        self._counts.setHidden(rules.set is None)
        if rules.set:
            self._set.say(rules.set.title)
            self._counts.say(counts(rules))
        self._standing.say(*standing(rules))
        self._read.say(words.NO_RULES if rules.standing is Standing.NONE else words.READ_RULES)
        self._begin.setVisible(rules.standing is Standing.PLANNED and not self._last_year())
        self._from_last.setVisible(rules.standing is not Standing.BEGUN and self._last_year())

    def _show_begun(self, *, is_begun: bool) -> None:
        year, finished = self._year, next((one.finished_on for one in self._now.whole.cycles), None)
        for part in (self._left, self._right):
            part.setVisible(is_begun)
        self._finish.setVisible(is_begun)
        self._finish.say(self._next_act(is_over=finished is not None).format(next=year + 1))
        self._begin.say(words.BEGIN.format(year=year))
        self._from_last.say(words.FROM_LAST.format(last=year - 1))
        self._how.setHidden(is_begun)
        after = words.AFTER_LAST.format(last=year - 1, year=year)
        self._how.say(after if self._last_year() else words.BEGIN_FIRST)
        facts = words.FACTS_BEGUN if is_begun else words.FACTS_NOT_BEGUN
        if finished:
            facts = words.FACTS_FINISHED
        self._head.say(facts.format(year=year, date=finished))

    def _next_act(self, *, is_over: bool) -> str:
        """Return what the step to the next year does: end this one, open the next, go there."""
        if not is_over:
            return words.FINISH
        is_there = self._year + 1 in self._core.years.list()
        return words.GO_TO_NEXT if is_there else words.OPEN_NEXT

    def _last_year(self) -> bool:
        return self._core.review.cycles.get(self._year - 1) is not None

    # Acts ---------------------------------------------------------------------------------------------------

    def _on_begin(self) -> None:
        try:
            self._core.review.frames.begin(self._year)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self._done(words.BEGUN.format(year=self._year))

    def _on_from_last(self) -> None:
        self.year_asked.emit(self._year - 1)
        self.opened.emit("home", NEXT_YEAR, "")

    def _on_take(self) -> None:
        try:
            taken = self._core.review.frames.take_bases(self._year)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self._done(words.TAKEN.format(count=len(taken)))

    def _on_close_round(self) -> None:
        last = max(self._now.whole.rounds, key=lambda one: one.number)
        question = Question(
            words.ASK_CLOSE.format(number=last.number),
            words.ASK_CLOSE_WORDS,
            words.CLOSE_ROUND.format(number=last.number),
            words.KEEP_OPEN,
        )
        if not self._desk.dialogs.ask(question):
            return
        try:
            self._core.review.rounds.close(last)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self._done(words.CLOSED.format(number=last.number))

    def _done(self, said: str) -> None:
        self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)
