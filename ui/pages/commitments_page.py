"""Cam kết & Chương trình: what each member promised and was given to do, and the programme of action."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.domain.posts import post_text
from app.errors import AppError
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import read_place
from ui.forms.record_kind import Owner
from ui.lists.frame import ListFrame, Parts
from ui.lists.leaving import ListLeaving
from ui.lists.shape import WithCard
from ui.pages import commitment_kinds as kinds
from ui.pages.book_card import BookCard
from ui.pages.books import Books
from ui.pages.commitment_list import CommitmentLine, commitment_list_kind, lines_of
from ui.pages.due_words import said_day
from ui.pages.page import Desk, Page
from ui.pages.whereabouts import Here, field_in_focus
from ui.pages.year_not_begun import BegunYear
from ui.pages.year_now import YearNow
from ui.texts import commitments as words
from ui.texts import shared
from ui.texts.fields import post_name
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

MEMBERS, PROGRAMME = 0, 1
PAPER = "commitment"
LACKING = "commitment"
"""What findings open: whose commitment is wanting."""


class CommitmentsPage(Page):
    """Two tabs: the members with their commitments and tasks, the cell's programme and resolution."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {"commitment", "commitment_item", "assigned_task", "programme", "programme_item", "task_assignment"}
        | {"cycle", "member", "post", "standing", "saved_filter"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._room = Room.WIDE
        self._card_open = False
        # While the list is read again its cursor moves by itself.
        self._reading = False
        self.now = YearNow(core.review)
        review, today = core.review, desk.clock.today
        of_member = (
            kinds.commitment_kind(review, self.now),
            kinds.item_kind(review, self.now),
            kinds.task_kind(review, self.now, today),
        )
        of_cell = (
            kinds.programme_kind(review, self.now),
            kinds.programme_item_kind(review, self.now, today),
            kinds.assignment_kind(review, self.now),
        )
        own = [RecordBook(kind, core.drafts, desk.notifier) for kind in of_member]
        cell = [RecordBook(kind, core.drafts, desk.notifier) for kind in of_cell]
        self.own, self.cell = Books(self, *own), Books(self, *cell)
        self._card = BookCard("commitmentCard", words.CHOOSE_ONE, own)
        self._shape = WithCard()
        self._several = Button(words.RECEIVE_SEVERAL, glyph="tray", name="receiveSeveral", changes=True)
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        self.list: ListFrame[CommitmentLine] = ListFrame(
            commitment_list_kind(today), self._leaving, Parts(self._card, self._shape, None, (self._several,))
        )
        self.tabs = Tabs(list(words.TABS), "commitmentTabs")
        self._back = Button(words.BACK_TO_LIST, glyph="caret-left", name="backToCommitments")
        self._printed = Button(words.PRINTED, glyph="printer", name="printCommitment")
        self._receive = Button(words.RECEIVE, kind="primary", glyph="tray", name="receivePaper", changes=True)
        self._stack = QStackedWidget()
        self._build(cell)
        self._connect()

    def _build(self, cell: list[RecordBook[Any]]) -> None:
        scroll, sheet = Scroll(spacing=24), Sheet()
        for book in cell:
            scroll.body.addWidget(book)
        scroll.body.addStretch(1)
        scroll.body.setContentsMargins(0, 0, look.px(8), 0)
        sheet.body.addWidget(scroll, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(sheet)
        self._head = PageHead(words.TITLE, [self._back, self._printed, self._receive])
        body = QWidget()
        column = QVBoxLayout(body)
        spaced(column, look.px(10))
        for part in (self.tabs, self._leaving):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self._body = BegunYear(self, body)
        self.column.addWidget(self._head)
        self.column.addWidget(self._body, 1)
        self._shape.write(True)  # noqa: FBT003  the one question

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.list.current_changed.connect(lambda _uid: self._on_current())
        self.list.clicked.connect(self._on_clicked)
        self.list.opened.connect(lambda _uid: self._on_clicked())
        self.list.first_step.connect(lambda: self.opened.emit("members", "", ""))
        self.list.own.undo_asked.connect(self.undo_asked)
        self._several.clicked.connect(lambda: self._take_in(self.list.chosen()))
        self._receive.clicked.connect(self._on_receive)
        self._printed.clicked.connect(self._on_print)
        self._back.clicked.connect(self._on_back)
        for books in (self.own, self.cell):
            books.changed.connect(self._show_buttons)

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
    def open_at(self, subject: str, field: str) -> None:
        place = read_place(subject)
        if place is None and subject:
            self._go_to(subject)
            if not self.own.open_field(field):
                self.list.view.setFocus()
        elif place and place.owner:
            self._go_to(place.owner)
            self.own.open_at(place, field)
        elif place:
            self.tabs.choose(PROGRAMME)
            self.cell.open_at(place, field)
        else:
            self._open_field(field)

    @override
    def here(self) -> Here:
        place = self.own.place() or self.cell.place()
        line = self.list.current() if self.tabs.current() == MEMBERS else None
        subject = place.text() if place else line.person.uid if line else ""
        return Here(subject, *field_in_focus(self))

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        self.list.fit(room)
        for button in (self._back, self._printed):
            button.shorten(room < Room.NARROW)
        self._arrange()

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self._show_buttons()

    @override
    def go_to_filter(self) -> None:
        self.tabs.choose(MEMBERS)
        self.list.tools.search.begin()

    @override
    def leave(self) -> None:
        self.own.leave()
        self.cell.leave()

    # Showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._body.show_of(self.now)
        self._reading = True
        self.list.about = words.OF_YEAR.format(year=self.now.year.year)
        self.list.show_records(lines_of(self.now, self._desk.clock.today()))
        self._reading = False
        self.cell.show_of(Owner(self.now.year.year))
        self._show_card()
        self._on_tab(self.tabs.current())

    def _show_card(self) -> None:
        line = self.list.current()
        if line is None:
            self.own.show_of(Owner(self.now.year.year))
            self._card.show_nobody()
        else:
            self.own.show_of(Owner(self.now.year.year, line.person.uid))
            post = post_text(line.person.posts, self._desk.clock.today(), post_name)
            self._card.show_facts(line.person.member.full_name, post)
        self._show_buttons()

    def _on_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._head.say(self._facts_of_members() if at == MEMBERS else self._facts_of_programme())
        self._arrange()

    def _facts_of_members(self) -> str:
        lines, today = lines_of(self.now, self._desk.clock.today()), self._desk.clock.today()
        there = sum(not line.is_lacking for line in lines)
        said = [words.FACTS.format(year=self.now.year.year, there=there, all=len(lines))]
        late = sum(any(kinds.is_late(task, today) for task in line.tasks) for line in lines)
        return "; ".join([*said, words.FACTS_LATE.format(count=late)] if late else said)

    def _facts_of_programme(self) -> str:
        items = self.now.year.programme_items
        done = sum(not kinds.is_open(one) for one in items)
        return words.FACTS_PROGRAMME.format(year=self.now.year.year, done=done, all=len(items))

    def _arrange(self) -> None:
        """Where there is no room for both, show the list or the member, with the way back."""
        alone = self._room < Room.SHARED
        card = self._card_open
        self.list.show_sides(list_shown=not alone or not card, beside_shown=not alone or card)
        self._show_buttons()

    def _show_buttons(self) -> None:
        allowed = self.can_change and not self.now.is_finished
        self.own.allow_changes(allowed)
        self.cell.allow_changes(allowed)
        line = self.list.current()
        on_members = self.tabs.current() == MEMBERS and self.now.has_begun
        due = line is not None and (line.own is None or line.own.received_on is None)
        self._receive.setVisible(on_members and allowed and due and not self.own.is_writing())
        self._several.setEnabled(allowed)
        self._printed.setVisible(on_members and line is not None)
        self._back.setVisible(on_members and self._room < Room.SHARED and self._card_open)

    # Acts ---------------------------------------------------------------------------------------------------

    def _go_to(self, uid: str) -> None:
        self.tabs.choose(MEMBERS)
        self.list.go_to(uid)
        self._card_open = True
        self._arrange()

    def _open_field(self, field: str) -> None:
        self.tabs.choose(PROGRAMME if self.cell.has_field(field) else MEMBERS)
        if field == LACKING:
            self.list.tools.chips.choose("none" if self.list.count("none") else "unassessed")
            self.list.view.setFocus()
        else:
            (self.own if self.tabs.current() == MEMBERS else self.cell).open_field(field)

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

    def _on_print(self) -> None:
        line = self.list.current()
        of = line.person.uid if line else ""
        made = [one for one in self.now.year.papers if (one.kind, one.target) == (PAPER, of)]
        self.opened.emit("papers", made[0].uid if made else PAPER, "")

    def _on_receive(self) -> None:
        line = self.list.current()
        chosen = self.list.chosen()
        self._take_in(chosen if len(chosen) > 1 else [line] if line else [])

    def _take_in(self, lines: list[CommitmentLine]) -> None:
        """Record that these members handed theirs in on paper today, as one step."""
        due = [one for one in lines if one.own is None or one.own.received_on is None]
        if not due:
            self._desk.notifier.note(words.ALL_RECEIVED)
            return
        day = self._desk.clock.today()
        try:
            uids = [one.person.uid for one in due]
            self._core.review.commitments.receive(self.now.year.year, uids, day)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        said = words.RECEIVED if len(due) == 1 else words.RECEIVED_MANY
        names = words.COMRADE.format(name=due[0].person.member.full_name)
        told = said.format(names=names, count=len(due), day=said_day(day))
        self._desk.notifier.done(told, shared.UNDO, self.undo_asked.emit)
