"""The two lists of Đảng viên in one place: everybody, and what is still to find out of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.people import Person
from ui.lists.frame import ListFrame, Parts
from ui.lists.kind import TRASH
from ui.lists.leaving import ListLeaving
from ui.lists.shape import WithCard
from ui.pages.member_columns import member_kind
from ui.pages.member_gaps import PersonGap, gap_kind, gaps_in
from ui.texts import gaps as gap_words
from ui.texts import members as words
from ui.theme.room import Room
from ui.widgets.button import Button

COUNTED_AT_ONCE = 300


class MemberLists(QStackedWidget):
    """One of both lists, with the card or the form beside it."""

    current_changed = Signal()
    opened = Signal()
    field_asked = Signal(str)
    """A field of the current member is to be filled in, "" for the whole form."""
    clicked = Signal()
    left = Signal()
    turned = Signal()
    """The other list is shown now."""
    trash_turned = Signal()
    """The trash is shown now, or no longer."""

    def __init__(self, leaving: ListLeaving, beside: QWidget) -> None:
        super().__init__()
        self._beside = beside
        self._people: Sequence[Person] = ()
        self._found: list[PersonGap] = []
        self._today = leaving.desk.clock.today
        self.together = Button(words.TOGETHER, glyph="pencil-simple", name="setTogether", changes=True)
        self._ask_gaps = Button(gap_words.BUTTON, glyph="question", name="showGaps")
        self._by_fact = Button(gap_words.BY_FACT, name="gapsByFact")
        self._shapes = (WithCard(), WithCard())
        parts = Parts(beside, self._shapes[0], acts=(self.together,))
        self.everybody: ListFrame[Person] = ListFrame(member_kind(self._today), leaving, parts)
        self.gaps = ListFrame(gap_kind(), leaving, Parts(beside, self._shapes[1]))
        self.addWidget(self.everybody)
        self.addWidget(self.gaps)
        self._shapes[0].adopt(beside)
        self.everybody.tools.add(self._ask_gaps)
        self.gaps.tools.add(self._by_fact)
        self._connect()

    def _connect(self) -> None:
        for frame in (self.everybody, self.gaps):
            frame.current_changed.connect(lambda _uid: self.current_changed.emit())
            frame.left.connect(self.left)
        self.everybody.opened.connect(lambda _uid: self.opened.emit())
        self.everybody.edit_asked.connect(lambda _uid: self.field_asked.emit(""))
        self.everybody.clicked.connect(self.clicked)
        self.everybody.tools.chips.chosen.connect(lambda _code: self.trash_turned.emit())
        self.gaps.opened.connect(lambda _identity: self._open_gap())
        self.gaps.edit_asked.connect(lambda _identity: self._open_gap())
        self.gaps.clicked.connect(self._open_gap)
        self.gaps.first_step.connect(lambda: self.turn(to_gaps=False))
        self.gaps.table.modelReset.connect(self._say_order)
        self._ask_gaps.clicked.connect(lambda: self.turn(to_gaps=True))
        self._by_fact.clicked.connect(self._on_order)

    def shown(self) -> ListFrame[Any]:
        """Return the list in sight."""
        return self.gaps if self.on_gaps() else self.everybody

    def on_gaps(self) -> bool:
        """Return whether what is to find out is in sight."""
        return self.currentWidget() is self.gaps

    def on_trash(self) -> bool:
        """Return whether those in the trash are in sight."""
        return not self.on_gaps() and self.everybody.chip == TRASH

    def go_to_trash(self) -> None:
        """Show who lies in the trash."""
        self.turn(to_gaps=False)
        self.everybody.tools.search.clear()
        if TRASH in self.everybody.tools.chips.codes():
            self.everybody.tools.chips.choose(TRASH)

    def turn(self, *, to_gaps: bool) -> None:
        """Show one of both lists."""
        if to_gaps != self.on_gaps():
            if len(self._people) > COUNTED_AT_ONCE:
                self._look_for_gaps()
            self.setCurrentIndex(int(to_gaps))
            self._shapes[int(to_gaps)].adopt(self._beside)
            self.turned.emit()

    def show_people(self, people: Sequence[Person]) -> None:
        """Show everybody, those in the trash included, and what is to find out of who is here."""
        # A list that is read again chooses a line by itself: that is no wish of the user.
        with QSignalBlocker(self.everybody), QSignalBlocker(self.gaps):
            self.everybody.show_records(people)
            self._people = people
            # A cell has 60 members; of a list imported by thousands the gaps are looked for when asked for.
            if self.on_gaps() or len(people) <= COUNTED_AT_ONCE:
                self._look_for_gaps()
        urgent = self.gaps.count("urgent")
        self._ask_gaps.say(gap_words.BUTTON_COUNT.format(count=urgent) if urgent else gap_words.BUTTON)

    def current(self) -> Person | None:
        """Return the member the cursor is on."""
        if self.on_gaps():
            line = self.gaps.current()
            return line.person if line else None
        return self.everybody.current()

    def go_to(self, uid: str) -> None:
        """Put the cursor on a member; among the facts to find out the place is kept as it is."""
        if not self.on_gaps():
            self.everybody.go_to(uid)

    def gaps_said(self) -> str:
        """Return how much there is to find out, in a sentence."""
        people = len({one.person.uid for one in self._found})
        said = gap_words.FACTS.format(count=len(self._found), people=people)
        return said if self._found else gap_words.NOTHING

    def write(self, writing: bool) -> None:  # noqa: FBT001  the one question
        """Give a form more width than a card, or take it back."""
        for shape in self._shapes:
            shape.write(writing)

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller."""
        self.everybody.fit(room)
        self.gaps.fit(room)

    def _look_for_gaps(self) -> None:
        self._found = gaps_in(self._people, self._today())
        self.gaps.show_records(self._found)

    def _open_gap(self) -> None:
        line = self.gaps.current()
        if line:
            self.field_asked.emit(line.gap.field)

    def _on_order(self) -> None:
        key, _ = self.gaps.table.order
        self.gaps.sort("name" if key == "what" else "what", False)  # noqa: FBT003  as a menu calls it

    def _say_order(self) -> None:
        by_fact = self.gaps.table.order[0] == "what"
        self._by_fact.say(gap_words.BY_PERSON if by_fact else gap_words.BY_FACT)
