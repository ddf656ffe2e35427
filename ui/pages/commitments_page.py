"""Cam kết & Chương trình: what each member promised and was given to do, and the programme of action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from app.bootstrap import Core
from app.domain.commitments import Outcome
from app.domain.posts import post_text
from app.errors import AppError
from app.services.member_forms import FormKind
from app.services.present_pages import Asked
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import RecordPlace, read_place
from ui.forms.record_kind import Owner
from ui.lists.frame import ListFrame, Parts
from ui.pages import commitment_kinds as kinds
from ui.pages.book_card import BookCard
from ui.pages.books import Books
from ui.pages.commitment_list import CommitmentLine, commitment_list_kind, lines_of
from ui.pages.due_words import said_day
from ui.pages.form_beside import FormAndPage
from ui.pages.ledger import LedgerPage
from ui.pages.member_forms import MemberForms
from ui.pages.page import Desk
from ui.pages.present_paper import PresentPaper
from ui.pages.whereabouts import Here, field_in_focus
from ui.texts import commitments as words
from ui.texts import paper_page, shared
from ui.texts.fields import post_name
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.tabs import Tabs

MEMBERS, PROGRAMME = 0, 1
PAPER, _PAGE_WIDTH = "commitment", 660
LACKING = "commitment"
"""What findings open: whose commitment is wanting."""


class CommitmentsPage(LedgerPage[CommitmentLine]):
    """Two tabs: the members with their commitments and tasks, the cell's programme and resolution."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {"commitment", "commitment_item", "assigned_task", "programme", "programme_item", "task_assignment"}
        | {"cycle", "member", "post", "standing", "saved_filter"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        back = Button(words.BACK_TO_LIST, glyph="caret-left", name="backToCommitments")
        super().__init__(core, desk, back)
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
        self._beside = FormAndPage(self._card, "commitmentPageTabs", page_width=_PAGE_WIDTH, shown=False)
        self._paper = PresentPaper(core, desk, self._beside.page)
        self._several = Button(words.RECEIVE_SEVERAL, glyph="tray", name="receiveSeveral", changes=True)
        self.list = ListFrame(
            commitment_list_kind(today),
            self._leaving,
            Parts(self._beside, self._shape, None, (self._several,)),
        )
        self.tabs = Tabs(list(words.TABS), "commitmentTabs")
        self._page = Button(paper_page.PAGE, glyph="file-text", name="commitmentPage")
        self._print = Button(paper_page.PRINT, glyph="printer", name="printCommitment")
        self._filed = Button(words.FILED, glyph="files", name="fileCommitment")
        self._receive = Button(words.RECEIVE, kind="primary", glyph="tray", name="receivePaper", changes=True)
        self._forms = MemberForms(FormKind.COMMITMENT, core, desk)
        acts = [back, self._page, self._filed, self._print, self._forms.act, self._receive]
        self.head = PageHead(words.TITLE, acts)
        self._lay_out(cell)
        self.column.insertWidget(1, self._paper)
        self.column.insertWidget(2, self._forms)
        self._connect()

    def _connect(self) -> None:
        self.list.first_step.connect(lambda: self.opened.emit("members", "", ""))
        self._several.clicked.connect(lambda: self._take_in(self.list.chosen()))
        self._receive.clicked.connect(self._on_receive)
        self._page.clicked.connect(self._on_page)
        self._print.clicked.connect(self._paper.print_shown)
        self._filed.clicked.connect(self._on_filed)
        self.own.changed.connect(self._show_buttons)
        self._forms.undo_asked.connect(self.undo_asked)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def open_at(self, subject: str, field: str) -> None:
        place = read_place(subject) or self._place_of(subject)
        place, field = self._unfinished(subject, field) if place is None else (place, field)
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
        for button in (self._page, self._filed, self._print, self._forms.act):
            button.shorten(room < Room.NARROW)
        self._beside.fit(room)
        super().fit(room)

    @override
    def leave(self) -> None:
        super().leave()
        self._paper.stop()

    # Showing ------------------------------------------------------------------------------------------------

    @override
    def _lines(self) -> Sequence[CommitmentLine]:
        return lines_of(self.now, self._desk.clock.today())

    @override
    def _about(self) -> str:
        return words.OF_YEAR.format(year=self.now.year.year)

    @override
    def _show_card(self) -> None:
        line = self.list.current()
        if line is None:
            self.own.show_of(Owner(self.now.year.year))
            self._card.show_nobody()
        else:
            self.own.show_of(Owner(self.now.year.year, line.person.uid))
            post = post_text(line.person.posts, self._desk.clock.today(), post_name)
            self._card.show_facts(line.person.member.full_name, post)
            self._show_page(line.person.uid)
        self._show_buttons()

    @override
    def _say(self, tab: int) -> None:
        self.head.say(self._facts_of_members() if tab == MEMBERS else self._facts_of_programme())

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

    @override
    def _show_buttons(self) -> None:
        allowed = self._allow_records()
        line = self.list.current()
        on_members = self.tabs.current() == MEMBERS and self.now.has_begun
        due = line is not None and (line.own is None or line.own.received_on is None)
        self._receive.setVisible(on_members and allowed and due and not self.own.is_writing())
        self._several.setEnabled(allowed)
        on_page = self._beside.shows_page
        self._forms.show_year(self.now.year.year, may_change=allowed)
        self._forms.act.setVisible(on_members and not on_page)
        self._page.setVisible(on_members and line is not None and not on_page)
        for button in (self._filed, self._print):
            button.setVisible(on_members and line is not None and on_page)
        alone = self._room < Room.SHARED and self._card_open
        self._back.setVisible(on_members and (alone or on_page))

    # Acts ---------------------------------------------------------------------------------------------------

    def _go_to(self, uid: str) -> None:
        self.tabs.choose(MEMBERS)
        self.list.go_to(uid)
        self._card_open = True
        self._arrange()

    def _place_of(self, uid: str) -> RecordPlace | None:
        """Return where a task of the programme or of a member is entered, by its uid."""
        if any(one.uid == uid for one in self.now.year.programme_items):
            return RecordPlace("programme_item", uid)
        own = next((one for one in self.now.year.assigned_tasks if one.uid == uid), None)
        return RecordPlace("assigned_task", uid, own.target) if own else None

    def _unfinished(self, subject: str, field: str) -> tuple[RecordPlace | None, str]:
        """Return the first promise or task without a result, where what a finding asks of is that."""
        year = self.now.year
        if field == "programme":
            tasks = (one.uid for one in year.programme_items if one.outcome is Outcome.UNKNOWN)
            if uid := next(tasks, ""):
                return RecordPlace("programme_item", uid), "outcome"
        own = {one.uid for one in year.commitments if one.member_uid == subject and not one.missing_reason}
        promises = (one for one in year.commitment_items if one.commitment in own and not one.is_answered)
        if field == "commitment" and (promise := next(promises, None)):
            return RecordPlace("commitment_item", promise.uid, subject), "degree"
        return None, field

    def _open_field(self, field: str) -> None:
        self.tabs.choose(PROGRAMME if self.cell.has_field(field) else MEMBERS)
        if field == LACKING:
            self.list.tools.chips.choose("none" if self.list.count("none") else "unassessed")
            self.list.view.setFocus()
        else:
            (self.own if self.tabs.current() == MEMBERS else self.cell).open_field(field)

    @override
    def _arrange(self) -> None:
        """The page takes the place of the list, since both are wide."""
        super()._arrange()
        if self._beside.shows_page:
            self.list.show_sides(list_shown=False, beside_shown=True)

    def _show_page(self, uid: str) -> None:
        if self._beside.shows_page:
            self._paper.show_paper(Asked(PAPER, self.now.year.year, target=uid))

    def _on_page(self) -> None:
        line = self.list.current()
        if line is not None:
            self._card_open = True
            self._beside.show_page(True)  # noqa: FBT003  the one question
            self._show_page(line.person.uid)
            self._arrange()

    @override
    def _on_back(self) -> None:
        self._beside.show_page(False)  # noqa: FBT003  the one question
        self._paper.stop()
        super()._on_back()

    def _on_filed(self) -> None:
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
