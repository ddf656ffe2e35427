"""The card beside the list of those under review: who it is, the act that leads on, and the tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.bootstrap import Core
from app.domain.self_reviews import WritingState
from app.services.review_subjects import ReviewSubject
from ui.forms.record_drafts import RecordPlace
from ui.pages.page import Desk
from ui.pages.review_parts import CARD_PARTS
from ui.texts import review as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Elided, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

_ACTS = {
    is_collective: tuple(zip(said, words.SHORT_ACTS, strict=True))
    for is_collective, said in ((False, (words.WRITE, words.GO_ON, words.LOOK)), (True, words.REPORT_ACTS))
}
"""Of members and of collectives: to begin, to go on, to look at, in whole and in short words."""


class ReviewCard(Sheet):
    """Shows one subject; every tab is a `CardPart` of `CARD_PARTS`."""

    opened = Signal(str, str, str)
    undo_asked = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)
    rearranged = Signal()

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(spacing=10)
        self.subject: ReviewSubject | None = None
        self._name = Text(role="title", name="reviewName")
        self._short = Elided(role="section", name="reviewShortName")
        self._short.hide()
        self._is_small = False
        self._says = (words.WRITE, words.SHORT_ACTS[0])
        self._posts = Text(role="small", tone="soft", name="reviewPosts")
        self._write = Button(words.WRITE, glyph="pencil-simple", name="writeReview")
        self._tabs = Tabs([part.title for part in CARD_PARTS], "reviewTabs")
        self._tabs.setAccessibleName(words.TAB_NAMES)
        self._tabs.setVisible(len(CARD_PARTS) > 1)
        self.parts = [part.make(core, desk) for part in CARD_PARTS]
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._stack = QStackedWidget()
        self._inside = QWidget()
        self._nobody = EmptyState(words.CHOOSE_ONE, glyph="users")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self._inside)
        spaced(column, look.px(8))
        spaced(self._top, look.px(8))
        self._top.addWidget(self._name, 1)
        self._top.addWidget(self._short, 1)
        self._top.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._top)
        column.addWidget(self._posts)
        column.addWidget(self._tabs)
        for part in self.parts:
            scroll = Scroll()
            scroll.body.addWidget(part)
            scroll.body.addStretch(1)
            self._stack.addWidget(scroll)
        column.addWidget(self._stack, 1)
        self.body.addWidget(self._nobody, 1)
        self.body.addWidget(self._inside, 1)
        self._inside.hide()

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_tab)
        self._write.clicked.connect(self._on_write)
        for part in self.parts:
            part.opened.connect(self.opened)
            part.undo_asked.connect(self.undo_asked)
            part.draft_kept.connect(self.draft_kept)
            part.draft_failed.connect(self.draft_failed)
            part.rearranged.connect(self.rearranged)

    def show_subject(self, subject: ReviewSubject | None, year: int) -> None:
        """Show a subject of `year`, or that none is chosen."""
        self.subject = subject
        self._inside.setVisible(subject is not None)
        self._nobody.setVisible(subject is None)
        if subject is None:
            return
        self._name.setText(subject.name)
        self._short.setText(subject.name)
        self._posts.setText(subject.posts)
        self._posts.setVisible(bool(subject.posts))
        begin, go_on, look_at = _ACTS[subject.is_collective]
        state = subject.written.state
        is_over = state is WritingState.FINAL and (
            subject.written.is_final_version or not subject.is_collective
        )
        whole, short = begin if state is None else look_at if is_over else go_on
        self._says = (whole, short)
        self._say()
        for part in self.parts:
            part.show_subject(subject, year)

    def open_field(self, field: str) -> bool:
        """Go to the tab on which a field stands and to the field; return whether there is one."""
        for at, part in enumerate(CARD_PARTS):
            if field in part.fields and self.subject is not None:
                self._tabs.choose(at)
                self.parts[at].open_field(field)
                return True
        return False

    def open_draft(self, place: RecordPlace) -> None:
        """Go on with the draft of a small record on its tab."""
        for at, part in enumerate(self.parts):
            if part.open_draft(place):
                self._tabs.choose(at)

    def fit(self, room: Room) -> None:
        """In a small window the act stands in short words beside the name: the lines have the height."""
        small = self._is_small = room < Room.MEDIUM
        self._say()
        # The list beside says the whole name; here two lines of it would take the height of the fields.
        self._short.setVisible(small)
        self._name.setVisible(not small)
        way = QBoxLayout.Direction.LeftToRight if small else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(way)

    def _say(self) -> None:
        whole, short = self._says
        self._write.say(short if self._is_small else whole)
        self._write.setAccessibleName(whole)

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let the facts be edited, or only be looked at."""
        for part in self.parts:
            part.allow_changes(allowed)

    def leave(self) -> None:
        """Write unfinished input away."""
        for part in self.parts:
            part.leave()

    def _on_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)

    def _on_write(self) -> None:
        if self.subject:
            self.opened.emit("writing", self.subject.target, "")
