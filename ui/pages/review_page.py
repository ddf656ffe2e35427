"""Kiểm điểm: the steps of the review, those under review in their order, and what is known of each."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from typing_extensions import override

from app.bootstrap import Core
from app.domain.conferences import TurnState
from app.services.member_forms import FormKind
from app.services.review import REVIEW_SUBJECTS
from app.services.review_course import course_of
from app.services.review_subjects import ReviewSubject, review_subjects
from ui.forms.record_drafts import read_place
from ui.lists.frame import ListFrame, Parts
from ui.lists.leaving import ListLeaving
from ui.lists.shape import WithCard
from ui.pages.member_forms import MemberForms
from ui.pages.page import Desk, Page
from ui.pages.review_card import ReviewCard
from ui.pages.review_list import review_kind
from ui.pages.review_parts import DOORS, FIELD_PLACES, Door
from ui.pages.review_said import steps_of
from ui.pages.whereabouts import Here, field_in_focus
from ui.texts import lists as list_words
from ui.texts import review as words
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Sheet
from ui.widgets.step_line import StepLine
from ui.widgets.tab_order import order_tabs

REACHED = frozenset({"writing", "commitments"})
"""Pages that lines of the card lead to."""


class ReviewPage(Page):
    """The list with its card; what is written and what the conference said are places within the page."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {
        "member",
        "post",
        "standing",
        "cell",
        "saved_filter",
    }

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        # While the list is read again its cursor moves by itself, and the card waits.
        self._reading = False
        self._room = Room.WIDE
        self._on_card = False
        self._is_begun = False
        self._finished = False
        self.card = ReviewCard(core, desk)
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        self._shape = WithCard()
        self.list: ListFrame[ReviewSubject] = ListFrame(
            review_kind(), self._leaving, Parts(self.card, self._shape)
        )
        self._steps = StepLine(words.STEPS)
        self._back = Button(words.BACK_TO_LIST, glyph="caret-left", name="backToSubjects")
        self._print = Button(list_words.PRINT, glyph="printer", name="printSubjects")
        self._print.shorten(
            short=True
        )  # five more stand beside it, and the facts below the title want one line
        self._doors = [Button(one.words, glyph=one.glyph, name=one.name) for one in DOORS]
        self._forms = MemberForms(FormKind.SELF_REVIEW, core, desk)
        self._head = PageHead(words.TITLE, [self._back, self._print, self._forms.act, *self._doors])
        self._nothing = Sheet()
        self._build()
        self._connect()

    def _build(self) -> None:
        nothing = EmptyState("", words.BEGIN, glyph="chat-centered-text", step_glyph="arrow-right")
        nothing.chosen.connect(lambda: self.opened.emit("year", "", ""))
        self._nothing.body.addWidget(nothing)
        self._course = Sheet(padding=0)
        self._course.body.addWidget(self._steps)
        for part in (self._head, self._course, self._forms, self._leaving):
            self.column.addWidget(part)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._nothing, 1)

    def _connect(self) -> None:
        self.list.current_changed.connect(lambda _uid: self._on_current())
        self.list.opened.connect(self._on_opened)
        self.list.first_step.connect(lambda: self.opened.emit("members", "", ""))
        self.list.own.undo_asked.connect(self.undo_asked)
        self._forms.undo_asked.connect(self.undo_asked)
        self.card.opened.connect(self.go)
        self.card.undo_asked.connect(self.undo_asked)
        self.card.draft_kept.connect(self.draft_kept)
        self.card.draft_failed.connect(self.draft_failed)
        self.card.rearranged.connect(lambda: order_tabs(self))
        self._back.clicked.connect(lambda: self._arrange(on_card=False))
        self._print.clicked.connect(lambda: self._leaving.print(self.list.listing()))
        for door, button in zip(DOORS, self._doors, strict=True):
            button.clicked.connect(partial(self._through, door))

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self.leave()
        self._year = year
        self.refresh()

    @override
    def refresh(self) -> None:
        whole = self._core.review.whole(self._year)
        found = review_subjects(whole)
        self._show_parts(is_begun=bool(whole.cycles))
        self._finished = any(one.finished_on for one in whole.cycles)
        self._reading = True
        self.list.about = words.OF_THE_YEAR.format(year=self._year)
        self.list.show_records(found)
        self._reading = False
        self._steps.show_steps(steps_of(course_of(whole, found)))
        self._head.say(_facts(self._year, found) if whole.cycles else "")
        self.card.show_subject(self.list.current(), self._year)
        self._allow()
        order_tabs(self)

    @override
    def open_at(self, subject: str, field: str) -> None:
        waiting = read_place(subject)
        if waiting:  # a draft of what is entered on the card, and of whom
            subject = waiting.owner
        if subject:
            self.list.go_to(subject)
            self.card.show_subject(self.list.current(), self._year)
            self._arrange(on_card=True)
        if waiting:
            self.card.open_draft(waiting)
        elif field:
            self.go("review", subject, field)

    def go(self, page: str, subject: str, field: str) -> None:
        """Go to a field: on the card, or on the page where it stands."""
        if page in REACHED:
            self.opened.emit(page, subject, field)
        elif field in FIELD_PLACES:
            self.opened.emit(FIELD_PLACES[field], subject, field)
        else:
            self.card.open_field(field)

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        self.list.fit(room)
        self.card.fit(room)
        self._forms.act.shorten(room < Room.WIDE)
        for button in self._doors:
            button.shorten(room < Room.NARROW)
        self._show_course()
        self._arrange(on_card=self._on_card)

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self._allow()

    def _allow(self) -> None:
        may_change = self.can_change and not self._finished
        self.card.allow_changes(may_change)
        self._forms.show_year(self._year, may_change=may_change)

    @override
    def go_to_filter(self) -> None:
        self._arrange(on_card=False)
        self.list.tools.search.begin()

    @override
    def here(self) -> Here:
        return Here(self.list.view.current(), *field_in_focus(self))

    @override
    def leave(self) -> None:
        self.card.leave()

    # Showing ------------------------------------------------------------------------------------------------

    def _show_parts(self, *, is_begun: bool) -> None:
        self.list.setVisible(is_begun)
        self._is_begun = is_begun
        self._show_course()
        self._print.setVisible(is_begun)
        self._forms.act.setVisible(is_begun)
        self._nothing.setVisible(not is_begun)
        for said in self._nothing.findChildren(EmptyState):
            said.say(words.NOT_BEGUN.format(year=self._year))

    def _show_course(self) -> None:
        """Where the height is scarce the facts under the title say enough, and the names get the lines."""
        self._course.setVisible(self._is_begun and self._room >= Room.MEDIUM)

    def _arrange(self, *, on_card: bool) -> None:
        """Below 780 the card takes the place of the list."""
        alone, self._on_card = self._room < Room.SHARED, on_card
        self.list.show_sides(list_shown=not alone or not on_card, beside_shown=not alone or on_card)
        self._back.setVisible(alone and on_card)

    def _on_current(self) -> None:
        if not self._reading:
            self.card.leave()
            self.card.show_subject(self.list.current(), self._year)

    def _on_opened(self, target: str) -> None:
        if self._room < Room.SHARED and not self._on_card:
            self._arrange(on_card=True)
        else:
            self.go("writing", target, "")

    def _through(self, door: Door, *_clicked: bool) -> None:
        current = self.list.current()
        self.opened.emit(door.page, current.target if current else "", "")


def _facts(year: int, found: tuple[ReviewSubject, ...]) -> str:
    persons = [one for one in found if not one.is_collective]
    return words.FACTS.format(
        year=year,
        written=sum(one.written.is_handed_in for one in persons),
        persons=len(persons),
        met=sum(one.turn is TurnState.DONE for one in found),
        subjects=len(found),
    )
