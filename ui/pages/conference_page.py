"""Nhập sau hội nghị: a review conference typed from the handwritten minutes, in the order of the paper."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget
from typing_extensions import override

from app.bootstrap import Core
from app.domain.conferences import TurnState
from app.errors import AppError
from app.services.present_pages import Asked
from app.services.review import REVIEW_SUBJECTS
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import NEW, read_place
from ui.forms.record_kind import Owner
from ui.pages.ballot_part import BallotPart
from ui.pages.books import Books
from ui.pages.conference_kinds import (
    conference_kind,
    conference_name,
    guest_kind,
    sitting_kind,
)
from ui.pages.conference_scene import Scene
from ui.pages.end_part import EndPart
from ui.pages.opinion_part import PASTED
from ui.pages.page import Desk, Page
from ui.pages.present_paper import PresentPaper, page_view
from ui.pages.roll_part import RollPart
from ui.pages.subject_part import Side, SubjectPart
from ui.pages.whereabouts import Here, field_in_focus
from ui.texts import conference as words
from ui.texts import paper_page, shared
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.empty_state import EmptyState, on_sheet
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs


class Tab(IntEnum):
    """The parts of the page, in the order in which the minutes are read."""

    SETUP = 0
    ROLL = 1
    OPINIONS = 2
    CONCLUSIONS = 3
    BALLOTS = 4
    END = 5


MINUTES = "review_minutes"
"""The kind of paper that the page is typed for."""
_PLACES = {
    "conference": Tab.SETUP,
    "sittings": Tab.SETUP,
    "guests": Tab.SETUP,
    "order_reason": Tab.SETUP,
    "attendance": Tab.ROLL,
    "opinions": Tab.OPINIONS,
    "turns": Tab.CONCLUSIONS,
    "conclusions": Tab.CONCLUSIONS,
    "shortcomings": Tab.CONCLUSIONS,
    "ballots": Tab.BALLOTS,
    "general_note": Tab.END,
    "read_back": Tab.END,
    "defects": Tab.END,
}
"""Where what a finding speaks of is entered."""
_LISTS = {"sittings": "sitting", "guests": "guest", "turns": "turn", "conclusions": "suggestion_conclusion"}
"""The lists of small records that findings call by what they hold."""


CHANGING = (
    *("recordOpinion", "pasteOpinions", "concludeOpinion", "withdrawOpinion"),
    *("saveBallot", "removeBallot"),
)
"""Buttons of the parts that store or remove something."""


class ConferencePage(Page):
    """One conference of the year at a time, part by part."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {"member", "post", "standing", "cell"}

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core, self._desk = core, desk
        self._scene = Scene(core)
        # Whether the year is finished, and whether the minutes are in sight in place of the parts.
        self._finished = self._on_paper = False
        drafts, notifier = core.drafts, desk.notifier
        self._conferences = RecordBook(conference_kind(self._scene), drafts, notifier)
        self._sittings = RecordBook(sitting_kind(self._scene), drafts, notifier)
        self._guests = RecordBook(guest_kind(self._scene), drafts, notifier)
        self.roll = RollPart(self._scene, desk)
        self.subject = SubjectPart(self._scene, desk)
        self.ballots = BallotPart(self._scene, desk)
        self.end = EndPart(self._scene, desk)
        own = (self._conferences, self._sittings, self._guests)
        self._books = Books(self, *own, *self.subject.books(), *self.end.books())
        self.tabs = Tabs(list(words.TABS), "conferenceTabs")
        self._which = ChoiceField(())
        self._which.setObjectName("whichConference")
        self._which.setAccessibleName(words.WHICH)
        self._which.setMinimumContentsLength(24)
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="conferenceBack")
        self._paper = Button(words.MINUTES_PAPER, glyph="file-text", name="conferencePaper")
        self._filed = Button(words.FILED, glyph="files", name="fileMinutes")
        self._print = Button(paper_page.PRINT, glyph="printer", name="printMinutes")
        self._head = PageHead(words.TITLE, [self._back, self._filed, self._print, self._paper])
        self._minutes = page_view()
        self._present = PresentPaper(core, desk, self._minutes)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        setup, scroll = Sheet(), Scroll(spacing=24)
        for book in (self._conferences, self._sittings, self._guests):
            scroll.body.addWidget(book)
        scroll.body.addStretch(1)
        setup.body.addWidget(scroll, 1)
        self._empty = EmptyState(words.NO_CONFERENCE, words.FIRST_TAB, step_glyph="arrow-right")
        self._no_sitting = EmptyState(words.NO_SITTING, words.FIRST_TAB, step_glyph="arrow-right")
        self._no_review = EmptyState("", words.TO_HOME, step_glyph="arrow-right")
        self._parts = (setup, self.roll, self.subject, self.ballots, self.end)
        self._grounds = {one: on_sheet(one) for one in (self._empty, self._no_sitting, self._no_review)}
        for part in (*self._parts, *self._grounds.values(), self._minutes):
            self._stack.addWidget(part)
        row = QHBoxLayout()
        spaced(row, 8)
        row.addWidget(self.tabs, 1)
        row.addWidget(self._which)
        self.column.addWidget(self._head)
        self.column.addWidget(self._present)
        self.column.addLayout(row)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.opened.emit("review", "", ""))
        self._no_review.chosen.connect(lambda: self.opened.emit("review", "", ""))
        self._paper.clicked.connect(self._on_minutes)
        self._filed.clicked.connect(lambda: self.opened.emit("papers", MINUTES, ""))
        self._print.clicked.connect(self._present.print_shown)
        self.tabs.tabBarClicked.connect(lambda _at: self._on_tab_again())
        self._empty.chosen.connect(self._on_first)
        self._no_sitting.chosen.connect(self._on_first)
        self._which.edited.connect(self._on_which)
        self.tabs.chosen.connect(lambda _at: self._on_tab())
        for part in (self.roll, self.subject, self.ballots):
            part.undo_asked.connect(self.undo_asked)
        for keeper in (self.roll.keeper, self.ballots.keeper, self.subject.opinions.entry.keeper):
            keeper.kept.connect(self.draft_kept)
            keeper.failed.connect(self.draft_failed)
        self.subject.opinions.draft_kept.connect(self.draft_kept)
        self.subject.opinions.draft_failed.connect(self.draft_failed)
        self.end.open_asked.connect(self._on_open)
        self.end.close_asked.connect(self._on_close)
        self.end.tag_asked.connect(self._on_tag)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self.leave()
        self._scene.year = year
        self.refresh()

    @override
    def refresh(self) -> None:
        self._scene.read()
        cycles = self._core.review.whole(self._scene.year).cycles
        self._finished = any(one.finished_on for one in cycles)
        names = [(one.conference.uid, self._name(one.conference.uid)) for one in self._scene.views]
        self._which.set_choices(names)
        self._which.set_value(self._scene.chosen)
        self._which.setVisible(len(names) > 1)
        self.tabs.setVisible(bool(cycles))
        self._no_review.say(words.NO_REVIEW.format(year=self._scene.year))
        self._say()
        self._allow()
        self._show(bool(cycles))

    def _name(self, uid: str) -> str:
        return conference_name(self._scene, uid)

    def _say(self) -> None:
        view = self._scene.view
        self._on_paper = self._on_paper and view is not None
        self._paper.setVisible(view is not None)
        self._paper.say(words.GO_ON_TYPING if self._on_paper else words.MINUTES_PAPER)
        for button in (self._filed, self._print):
            button.setVisible(self._on_paper)
        if view is None:
            self._head.say("")
            return
        done = sum(one.state is TurnState.DONE for one in view.subjects)
        name, state = self._name(view.conference.uid), words.STATES[view.conference.state]
        self._head.say(words.FACTS.format(name=name, state=state, done=done, all=len(view.subjects)))

    def _show(self, begun: bool) -> None:  # noqa: FBT001  a fact
        tab, view = Tab(self.tabs.current()), self._scene.view
        if not begun:
            self._stack.setCurrentWidget(self._grounds[self._no_review])
        elif self._on_paper:
            self._present.show_paper(Asked(MINUTES, self._scene.year, about=self._scene.chosen))
            self._stack.setCurrentWidget(self._minutes)
        elif tab is Tab.SETUP:
            self._show_setup()
        elif view is None:
            self._stack.setCurrentWidget(self._grounds[self._empty])
        elif tab is Tab.ROLL and not view.sittings:
            self._stack.setCurrentWidget(self._grounds[self._no_sitting])
        elif tab in {Tab.OPINIONS, Tab.CONCLUSIONS}:
            self.subject.show_side(Side.OPINIONS if tab is Tab.OPINIONS else Side.CONCLUSION)
            self._stack.setCurrentWidget(self.subject)
        else:
            parts: dict[Tab, RollPart | BallotPart | EndPart] = {
                Tab.ROLL: self.roll,
                Tab.BALLOTS: self.ballots,
                Tab.END: self.end,
            }
            part = parts[tab]
            part.refresh()
            self._stack.setCurrentWidget(part)

    def _show_setup(self) -> None:
        year, view = self._scene.year, self._scene.view
        self._conferences.show_of(Owner(year))
        for book in (self._sittings, self._guests):
            book.setVisible(view is not None)
            book.show_of(Owner(year, self._scene.chosen))
        self._stack.setCurrentWidget(self._parts[0])

    @override
    def open_at(self, subject: str, field: str) -> None:
        self._on_paper = False
        place = read_place(subject)
        if place:
            self._go_to_owner(place.kind, place.record, place.owner)
            self._books.open_at(place, field)
            return
        if any(one.conference.uid == subject for one in self._scene.views):
            self._scene.chosen = subject
            self.refresh()
        if field in _PLACES:
            self.tabs.choose(_PLACES[field])
        self.leave()
        if self._scene.bring(subject):
            self.refresh()
            self.subject.go_to(subject)
        if field in _PLACES:
            self._books.open_field(_LISTS.get(field, field))
        if field == "attendance":
            self.roll.go_to(subject)

    def _go_to_owner(self, kind: str, record: str, owner: str) -> None:
        """Show whose record it is and the part that has its list."""
        records = self._core.review.whole(self._scene.year)
        tab = _TABS.get(kind, Tab.SETUP)
        chosen = record if kind in {"conference", "close"} and record != NEW else owner
        if any(one.conference.uid == chosen for one in self._scene.views):
            self._scene.chosen = chosen
        if kind in _OUTSIDE_LISTS:
            self.tabs.choose(tab)
            self.refresh()
            if not self.ballots.go_to(record):
                self.subject.go_to(record)
            if kind == "attendance":
                self.roll.go_on()
            elif kind == PASTED:
                self.subject.opinions.paste()
            return
        found = next((one.target for one in records.opinions if one.uid == record), "")
        found = found or next((one.target for one in records.review_turns if one.uid == record), owner)
        self.tabs.choose(tab)
        if tab in {Tab.OPINIONS, Tab.CONCLUSIONS}:
            self._scene.bring(found)
        self.refresh()
        if tab in {Tab.OPINIONS, Tab.CONCLUSIONS}:
            self.subject.go_to(found)

    @override
    def go_to_filter(self) -> None:
        if self.tabs.current() == Tab.OPINIONS and self.can_change:
            self.subject.opinions.choose_shortcoming()

    @override
    def fit(self, room: Room) -> None:
        self.subject.fit(room)

    @override
    def here(self) -> Here:
        place = self._books.place()
        return Here(place.text() if place else self._scene.target, *field_in_focus(self))

    @override
    def leave(self) -> None:
        self.roll.leave()
        self.subject.leave()
        self.ballots.leave()
        self._present.stop()
        self._books.leave()

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self._allow()

    def _allow(self) -> None:
        """Let the parts be edited, but not those of a finished year."""
        allowed = self.can_change and not self._finished
        super().allow_changes(self.can_change)
        for part in (self._books, self.roll, self.ballots, self.end):
            part.allow_changes(allowed)
        self.subject.opinions.entry.fix(not allowed)
        for name in CHANGING:
            for button in self.findChildren(Button, name):
                button.setEnabled(allowed)

    # Acts ---------------------------------------------------------------------------------------------------

    def _on_tab(self) -> None:
        self._on_paper = False
        self.leave()
        self.refresh()

    def _on_tab_again(self) -> None:
        """Go back from the minutes to the part whose tab was the current one all the time."""
        if self._on_paper:
            self._on_tab()

    def _on_minutes(self) -> None:
        self.leave()
        self._on_paper = not self._on_paper
        self.refresh()

    def _on_first(self) -> None:
        self.tabs.choose(Tab.SETUP)
        book = self._sittings if self._scene.view else self._conferences
        book.open_at(NEW)

    def _on_which(self) -> None:
        self.leave()
        self._scene.chosen = str(self._which.value())
        self.refresh()

    def _on_open(self) -> None:
        conferences = self._core.review.conferences
        self._done(lambda: conferences.open(self._scene.conference), words.OPENED)

    def _on_close(self) -> None:
        conferences = self._core.review.conferences
        self._done(lambda: conferences.close(self._scene.conference), words.CLOSED)

    def _on_tag(self, code: str, on: bool) -> None:  # noqa: FBT001  Qt's signal
        conferences, chosen = self._core.review.conferences, self._scene.conference
        tags = self._core.review.whole(self._scene.year).defect_tags
        own = next((one for one in tags if one.conference == chosen.uid and one.tag == code), None)
        if on and own is None:
            self._done(lambda: conferences.tag(chosen, code), "")
        elif own is not None and not on:
            self._done(lambda: conferences.untag(own), "")

    def _done(self, act: Callable[[], object], said: str) -> None:
        try:
            act()
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            if said:
                self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)


_OUTSIDE_LISTS = frozenset({"opinion_entry", PASTED, "attendance", "ballot"})
"""What is typed outside the lists of small records."""
_TABS = {
    "opinion": Tab.OPINIONS,
    "opinion_entry": Tab.OPINIONS,
    PASTED: Tab.OPINIONS,
    "attendance": Tab.ROLL,
    "ballot": Tab.BALLOTS,
    "turn": Tab.CONCLUSIONS,
    "shortcoming": Tab.CONCLUSIONS,
    "responsibility": Tab.CONCLUSIONS,
    "suggestion_conclusion": Tab.CONCLUSIONS,
    "gate_override": Tab.CONCLUSIONS,
    "close": Tab.END,
    "reservation": Tab.END,
}
"""The part that has the list of a kind of small records; the first part has the others."""
