"""The quiet line over the list of members: pairs that may be one person, or what waits in the trash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.members import Member
from app.domain.people import Person
from app.services.merging import Pair
from ui.pages.member_columns import is_overdue
from ui.pages.member_lists import COUNTED_AT_ONCE
from ui.pages.page import Desk
from ui.texts import clearing as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine
from ui.widgets.styled import spaced


class MemberMatters(QWidget):
    """Says nothing by itself where there is nothing to say; never opens anything unasked."""

    pairs_asked = Signal()
    erase_asked = Signal(object)
    """Members whose 30 days are over."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core, self._desk = core, desk
        self._pairs: Sequence[Pair] = ()
        self._trashed: list[Person] = []
        self._in_trash = False
        self._line = StateLine(State.NOTE, role="base")
        self._see = Button(words.SEE_PAIRS, kind="link", glyph="question", name="seePairs", changes=True)
        self._erase = Button(
            words.ERASE_OVERDUE, kind="danger", glyph="trash", name="eraseOverdue", changes=True
        )
        row = QHBoxLayout(self)
        spaced(row, look.px(8))
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._erase)
        row.addWidget(self._see, 1, Qt.AlignmentFlag.AlignLeft)
        self._see.clicked.connect(self.pairs_asked)
        self._erase.clicked.connect(lambda: self.erase_asked.emit(self._overdue()))
        self.hide()

    def look_at(self, people: Sequence[Person]) -> None:
        """Find out what there is to say of `people`, those in the trash included."""
        self._trashed = [one for one in people if one.member.trashed_on]
        merging = self._core.clearing.merging
        if len(people) <= COUNTED_AT_ONCE:
            self._take(merging.pairs())
            return

        def work(_progress: Progress) -> tuple[Pair, ...]:
            return merging.pairs()

        task = self._desk.runner.store(work)
        task.succeeded.connect(self._take)
        task.failed.connect(self._desk.notifier.show)

    def turn(self, *, in_trash: bool) -> None:
        """Speak of the trash, or of those outside it."""
        self._in_trash = in_trash
        self._show()

    def _overdue(self) -> list[Member]:
        today = self._desk.clock.today()
        return [one.member for one in self._trashed if is_overdue(one, today)]

    def _take(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        self._show()

    def _show(self) -> None:
        in_trash, overdue = self._in_trash, len(self._overdue())
        self._see.setVisible(not in_trash)
        self._erase.setVisible(in_trash and overdue > 0)
        self.setVisible(bool(self._trashed) if in_trash else bool(self._pairs))
        self._line.setVisible(in_trash)
        self._see.say(words.SEE_PAIRS.format(count=len(self._pairs)))
        if overdue:
            self._line.say(State.LACKING, words.OVERDUE.format(count=overdue))
        else:
            self._line.say(State.NOTE, words.IN_TRASH)
