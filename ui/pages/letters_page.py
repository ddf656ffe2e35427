"""Văn bản gợi ý, giải trình: letters cut into points, the journey of each, and what answers it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from app.bootstrap import Core
from app.domain.suggestions import SuggestionPoint
from app.errors import AppError
from app.services.letter_points import cut_points
from app.services.review import REVIEW_SUBJECTS
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import NEW
from ui.forms.record_kind import Owner
from ui.forms.text_draft import TextDraft
from ui.pages.books_column import BooksColumn
from ui.pages.letter_kinds import (
    LettersNow,
    explanation_kind,
    letter_kind,
    override_kind,
    point_kind,
    question_kind,
)
from ui.pages.page import Desk, Page
from ui.pages.point_journey import journey
from ui.pages.whereabouts import Here, field_in_focus
from ui.texts import letters as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.editors import CheckField, ProseField
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.page_head import PageHead
from ui.widgets.record_line import RecordLine
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import emptied, spaced
from ui.widgets.tab_order import order_tabs

PASTED = "letter_text"
_LEFT = ("suggestion_letter", "suggestion_point")
_RIGHT = ("explanation", "gate_override", "clarification")


class LettersPage(Page):
    """Letters and points at the left; at the right the journey of the point whose form is open."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {"member"}

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._point = ""
        """The uid of the point whose journey is in sight."""
        self._now = LettersNow(core.review)
        makers = (letter_kind, point_kind, explanation_kind, override_kind, question_kind)
        self.books = BooksColumn(
            self, *(RecordBook(make(self._now), core.drafts, desk.notifier) for make in makers)
        )
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="fromLetters")
        self._register = Button(words.REGISTER, glyph="notebook", name="toRegister")
        self._head = PageHead(words.TITLE, [self._back, self._register])
        self._pasted = FieldRow(
            words.PASTE, ProseField(lines=4), help_text=words.PASTE_HELP, name="letterText"
        )
        self._draft = TextDraft(self._pasted, core.drafts, PASTED)
        self._cut = Button(words.CUT, glyph="check", name="cutLetter", changes=True)
        self._filter = CheckField(words.ONLY_UNEXPLAINED)
        self._filter.setObjectName("onlyUnexplained")
        self._journey = QVBoxLayout()
        self._nothing = Sheet()
        self._scroll = Scroll()
        self._build()
        self._connect()

    def _build(self) -> None:
        nothing = EmptyState("", words.BEGIN, glyph="notebook", step_glyph="arrow-right")
        nothing.chosen.connect(lambda: self.opened.emit("year", "", ""))
        self._nothing.body.addWidget(nothing)
        self._left, self._right = self.books.column(_LEFT), self.books.column(_RIGHT)
        self._paste = Sheet()
        cut = FlowRow()
        cut.add(self._cut)
        self._paste.body.addWidget(self._pasted)
        self._paste.body.addWidget(cut)
        course = Sheet()
        course.head(words.JOURNEY)
        spaced(self._journey, 0)
        course.body.addLayout(self._journey)
        # What there is stands before what would add to it.
        added = ((self._left, 1, self._filter), (self._left, 3, self._paste), (self._right, 0, course))
        for column, at, part in added:
            lines = column.layout()
            if isinstance(lines, QVBoxLayout):
                lines.insertWidget(at, part)
        self._across = QHBoxLayout()
        spaced(self._across, look.px(12))
        self._across.addWidget(self._left, 1)
        self._across.addWidget(self._right, 1)
        self._scroll.body.addLayout(self._across)
        self._scroll.body.addStretch(1)
        self.column.addWidget(self._head)
        self.column.addWidget(self._nothing, 1)
        self.column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.books.by_name["suggestion_point"].begun.connect(self._on_point)
        self._back.clicked.connect(lambda: self.opened.emit("review", "", ""))
        self._register.clicked.connect(lambda: self.opened.emit("registers", "", ""))
        self._cut.clicked.connect(self._on_cut)
        self._filter.edited.connect(self._on_filter)
        self._draft.on_kept(self.draft_kept.emit, self.draft_failed.emit)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self.leave()
        if year != self._year:
            self._point = ""
        self._year = year
        self.refresh()

    @override
    def refresh(self) -> None:
        self._now.read(self._year)
        is_begun = bool(self._now.whole.cycles)
        self._nothing.setHidden(is_begun)
        self._scroll.setVisible(is_begun)
        for said in self._nothing.findChildren(EmptyState):
            said.say(words.NOT_BEGUN.format(year=self._year))
        self._paste.setVisible(bool(self._now.whole.suggestion_letters))
        self._filter.setVisible(bool(self._now.whole.suggestion_points))
        points, left = len(self._now.whole.suggestion_points), len(self._now.unexplained())
        facts = words.FACTS.format(year=self._year, points=points, left=left)
        self._head.say(facts if is_begun else "")
        self._draft.show(str(self._year))
        self._show_books()
        self._allow()
        order_tabs(self)

    @override
    def open_at(self, subject: str, field: str) -> None:
        if field == PASTED:
            self._pasted.focus()
            return
        about = self._about(subject)
        if about and field != "clarifications":
            self._point = about
            self._show_books()
            if field.startswith("explanation"):
                self.books.by_name["explanation"].open_field("explanation_text")
                return
        if field == "clarifications":
            asked = [one.uid for one in self._now.whole.clarifications if one.target == subject]
            self.books.by_name["clarification"].open_at(asked[0] if asked else NEW)
        else:
            self.books.open_at(subject, field)

    @override
    def fit(self, room: Room) -> None:
        below = room < Room.MEDIUM
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        for button in (self._back, self._register):
            button.shorten(room < Room.NARROW)

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        if self._year:
            self._allow()

    @override
    def here(self) -> Here:
        return Here(self.books.place() or self._point, *field_in_focus(self))

    @override
    def leave(self) -> None:
        self._draft.keeper.flush()
        self.books.leave()

    # Showing ------------------------------------------------------------------------------------------------

    def _show_books(self) -> None:
        for name, book in self.books.by_name.items():
            book.show_of(Owner(self._year, self._point if name == "explanation" else ""))
        self._show_journey()

    def _show_journey(self) -> None:
        emptied(self._journey)
        point = self._current()
        if point is None:
            self._journey.addWidget(Text(words.CHOOSE_POINT, tone="soft"))
            return
        for stop in journey(self._now, point, self._is_carried(point)):
            line = RecordLine(stop.lines, "journeyStop")
            line.clicked.connect(lambda _checked=False, place=stop.opens: self._go(*place))
            self._journey.addWidget(line)
            line.show()

    def _about(self, subject: str) -> str:
        """Return the point that a place speaks of: itself, or the first open one of somebody."""
        points = [*self._now.unexplained(), *self._now.whole.suggestion_points]
        return next((one.uid for one in points if subject and subject in {one.uid, one.target}), "")

    def _current(self) -> SuggestionPoint | None:
        return next((one for one in self._now.whole.suggestion_points if one.uid == self._point), None)

    def _is_carried(self, point: SuggestionPoint) -> bool:
        """Return whether next year answers for a shortcoming of the same subject."""
        if self._core.review.cycles.get(self._year + 1) is None:
            return False
        following = self._core.review.whole(self._year + 1)
        return any(one.target == point.target for one in following.earlier_shortcomings)

    def _allow(self) -> None:
        finished = any(one.finished_on for one in self._now.whole.cycles)
        allowed = self.can_change and not finished
        self.books.allow_changes(allowed)
        self._cut.setVisible(not finished)
        self._pasted.setVisible(not finished)

    # Acts ---------------------------------------------------------------------------------------------------

    def _go(self, page: str, subject: str, field: str) -> None:
        if page == "letters":
            self.open_at(subject, field)
        else:
            self.opened.emit(page, subject, field)

    def _on_point(self) -> None:
        place = self.books.by_name["suggestion_point"].place()
        if place is not None and place.record != self._point:
            self._point = place.record
            self._show_books()

    def _on_filter(self) -> None:
        self._now.only_unexplained = bool(self._filter.value())
        self._show_books()

    def _on_cut(self) -> None:
        points = cut_points(self._draft.text(), self._now.whole.members)
        if not points:
            self._desk.notifier.mind(words.NOTHING_TO_CUT)
            return
        letter = self._now.letters()[-1]
        try:
            self._core.review.suggestions.add_points(letter, points)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self._draft.forget()
        self._desk.notifier.done(words.CUT_DONE.format(count=len(points)), shared.UNDO, self.undo_asked.emit)
