"""Khắc phục: one ledger for the collective and for persons, with milestones, results and inspections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from app.bootstrap import Core
from app.errors import AppError
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import NEW, RecordPlace, read_place
from ui.forms.record_kind import Owner
from ui.lists.frame import ListFrame, Parts
from ui.pages import remediation_kinds as kinds
from ui.pages.book_card import BookCard
from ui.pages.books import Books
from ui.pages.ledger import LedgerPage
from ui.pages.page import Desk
from ui.pages.remediation_list import RemediationLine, lines_of, remediation_list_kind
from ui.pages.whereabouts import Here, field_in_focus
from ui.texts import remediation as words
from ui.texts import shared
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.tabs import Tabs

LEDGER, INSPECTIONS = 0, 1
PAPER, ITEM = "remediation_plan", "remediation_item"
ITEMS = "items"
"""What a finding on the ledger opens."""
_OF_INSPECTIONS = ("inspections", "inspection")
"""What a finding on inspections opens, and the kind of their records."""


class RemediationPage(LedgerPage[RemediationLine]):
    """Two tabs: the ledger with the chosen matter beside it, and the inspections of the year."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {"remediation_item", "remediation_step", "inspection", "shortcoming", "cycle", "member"}
        | {"standing", "outgoing_paper", "saved_filter"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(core, desk, Button(words.BACK_TO_LIST, glyph="caret-left", name="backToLedger"))
        self._adding = False
        self._added = ""
        review, today = core.review, desk.clock.today
        item = RecordBook(
            kinds.item_kind(review, self.now, today, self._on_added, self._on_add), core.drafts, desk.notifier
        )
        self._steps = RecordBook(kinds.step_kind(review, self.now, today), core.drafts, desk.notifier)
        inspections = RecordBook(kinds.inspection_kind(review, self.now), core.drafts, desk.notifier)
        self.own, self.cell = Books(self, item, self._steps), Books(self, inspections)
        self._card = BookCard("remediationCard", words.CHOOSE_ONE, [item, self._steps])
        self.list = ListFrame(remediation_list_kind(today), self._leaving, Parts(self._card, self._shape))
        self.tabs = Tabs(list(words.TABS), "remediationTabs")
        self._printed = Button(words.PRINTED, glyph="printer", name="printPlan")
        self._add = Button(words.ADD, glyph="plus", name="addRemediation", changes=True)
        self._plan = Button(words.PLAN, kind="primary", glyph="check", name="planRemediation", changes=True)
        self.head = PageHead(words.TITLE, [self._back, self._printed, self._add, self._plan])
        self._lay_out([inspections])
        self._connect()

    def _connect(self) -> None:
        self.list.first_step.connect(self._on_add)
        self._plan.clicked.connect(self._on_plan)
        self._add.clicked.connect(self._on_add)
        self._printed.clicked.connect(self._on_print)
        self.own.changed.connect(self._on_form)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self._adding = False
        super().show_year(year)

    @override
    def open_at(self, subject: str, field: str) -> None:
        place = read_place(subject)
        if field in _OF_INSPECTIONS or (place and place.kind in _OF_INSPECTIONS):
            self.tabs.choose(INSPECTIONS)
            if place:
                self.cell.open_at(place, field)
            elif any(one.uid == subject for one in self.now.year.inspections):
                self.cell.open_at(RecordPlace(_OF_INSPECTIONS[1], subject))
        elif place and place.kind == ITEM and place.record == NEW:
            self._on_add()
        elif place:
            self._go_to(place.owner)
            self.own.open_at(place, field)
        elif any(one.uid == subject for one in self.now.year.remediation_items):
            self._go_to(subject)
            self.own.open_field(ITEM if field == ITEMS else field)
        else:
            self._show_due()
            if subject and self._plan.isVisibleTo(self):  # a shortcoming that has no matter yet
                self._plan.setFocus()

    @override
    def here(self) -> Here:
        place = self.own.place() or self.cell.place()
        line = self.list.current() if self.tabs.current() == LEDGER else None
        subject = place.text() if place else line.item.uid if line else ""
        return Here(subject, *field_in_focus(self))

    @override
    def fit(self, room: Room) -> None:
        for button in (self._printed, self._add):
            button.shorten(room < Room.NARROW)
        super().fit(room)

    # Showing ------------------------------------------------------------------------------------------------

    @override
    def _lines(self) -> Sequence[RemediationLine]:
        return lines_of(self.now)

    @override
    def _about(self) -> str:
        return words.OF_YEAR.format(year=self.now.year.year)

    @override
    def _shows_card(self) -> bool:
        return self._card_open or self._adding

    @override
    def _show_card(self) -> None:
        line = None if self._adding else self.list.current()
        self.own.show_of(Owner(self.now.year.year, line.item.uid if line else ""))
        self._steps.setVisible(line is not None)
        if line is not None:
            self._card.show_facts(line.whose, kinds.origin(self.now, line.item))
        elif self._adding:
            self._card.show_facts(words.NEW_TITLE, "")
        else:
            self._card.show_nobody()
        self._show_buttons()

    @override
    def _say(self, tab: int) -> None:
        year, items = self.now.year.year, self.now.year.remediation_items
        if tab == INSPECTIONS:
            self.head.say(words.FACTS_INSPECTIONS.format(year=year, count=len(self.now.year.inspections)))
        else:
            done = sum(line.is_done for line in lines_of(self.now))
            late = sum(bool(kinds.overdue(one, self._desk.clock.today())) for one in items)
            said = [words.FACTS.format(year=year, done=done, all=len(items))]
            self.head.say("; ".join([*said, words.FACTS_LATE.format(count=late)] if late else said))

    def _show_due(self) -> None:
        """Show what a finding on the ledger speaks of: what is late, else what lacks a person or a day."""
        self.tabs.choose(LEDGER)
        self.list.tools.chips.choose("late" if self.list.count("late") else "lacking")
        self.list.view.setFocus()

    @override
    def _show_buttons(self) -> None:
        allowed = self._allow_records()
        on_ledger = self.tabs.current() == LEDGER and self.now.has_begun
        count = self._unplanned()
        writing = self.own.is_writing()
        self._plan.say(words.PLAN.format(count=count))
        self._plan.setVisible(on_ledger and allowed and count > 0 and not writing)
        self._add.setVisible(on_ledger and allowed and not writing)
        self._printed.setVisible(self.now.has_begun)
        alone = self._room < Room.SHARED and self._shows_card()
        self._back.setVisible(on_ledger and alone)

    def _unplanned(self) -> int:
        """Return how many concluded shortcomings have no matter in the ledger."""
        known = {one.shortcoming for one in self.now.year.remediation_items}
        return sum(one.counts and one.uid not in known for one in self.now.year.shortcomings)

    # Acts ---------------------------------------------------------------------------------------------------

    def _go_to(self, uid: str) -> None:
        self._adding = False
        self.tabs.choose(LEDGER)
        self.list.go_to(uid)
        self._show_card()
        self._on_clicked()

    @override
    def _on_current(self) -> None:
        self._adding = self._adding and self._reading
        super()._on_current()

    @override
    def _on_back(self) -> None:
        self.own.put_down()
        self._adding = False
        self._show_card()
        super()._on_back()

    def _on_add(self) -> None:
        if self.can_change and not self.now.is_finished:
            self._adding = True
            self.tabs.choose(LEDGER)
            self._show_card()
            self._arrange()
            self.own.open_at(RecordPlace(ITEM, NEW))

    def _on_added(self, uid: str) -> None:
        self._added = uid

    def _on_form(self) -> None:
        """Go to the matter that was added; a form of a new one that was left shows the list's again."""
        if not self.own.is_writing():
            added, self._added = self._added, ""
            if added:
                self._go_to(added)
            elif self._adding:
                self._adding = False
                self._show_card()
                self._arrange()
        self._show_buttons()

    def _on_print(self) -> None:
        made = [one for one in self.now.year.papers if one.kind == PAPER]
        self.opened.emit("papers", made[0].uid if made else PAPER, "")

    def _on_plan(self) -> None:
        try:
            count = self._core.review.remediation.plan(self.now.year.year)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self._desk.notifier.done(words.PLANNED.format(count=count), shared.UNDO, self.undo_asked.emit)
