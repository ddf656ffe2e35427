"""Sổ văn bản: the registers of papers that went out and came in, each a list with a card of its line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from app.bootstrap import Core
from app.domain.incoming_papers import IncomingPaper
from app.domain.outgoing_papers import OutgoingPaper
from app.errors import AppError, ChangedElsewhere, Invalid
from app.services.incoming_papers import IncomingLine
from app.services.paper_numbers import RegisterLine
from ui.lists.frame import ListFrame, Parts
from ui.lists.leaving import ListLeaving
from ui.lists.shape import WithCard
from ui.pages.incoming_editor import IncomingEditor
from ui.pages.incoming_list import incoming_kind, is_waiting
from ui.pages.outgoing_register import OutgoingCard, outgoing_kind
from ui.pages.page import Desk, Page
from ui.pages.whereabouts import Here, field_in_focus
from ui.texts import lists as list_words
from ui.texts import papers as paper_words
from ui.texts import registers as words
from ui.texts import shared
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.tabs import Tabs

FORM = "incoming"
OUT, IN = 0, 1
NEW = "new"
"""Opens the form of a new line."""


class RegistersPage(Page):
    """Two lists under two tabs; the papers themselves are written on Văn bản."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {
            "outgoing_paper",
            "word_edition",
            "number_gap",
            "number_start",
            "incoming_paper",
            "suggestion_letter",
        }
        | {"legal_basis", "guidance", "cell", "cycle", "saved_filter"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._adding = False
        # While a list is read again its cursor moves by itself; what is being typed stays in sight.
        self._reading = False
        self._titles: dict[int, dict[str, str]] = {}
        self.card = OutgoingCard(self._title_of)
        self.editor = IncomingEditor(partial(core.drafts.keep, FORM), desk.clock.today)
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        self.out: ListFrame[RegisterLine] = ListFrame(
            outgoing_kind(self._title_of), self._leaving, Parts(self.card, WithCard())
        )
        self.came: ListFrame[IncomingLine] = ListFrame(
            incoming_kind(desk.clock.today), self._leaving, Parts(self.editor, WithCard())
        )
        self.tabs = Tabs(list(words.TABS), "registerTabs")
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="toPapers")
        self._add = Button(words.ADD, kind="primary", glyph="plus", name="addIncoming", changes=True)
        self._print = Button(list_words.PRINT, glyph="printer", name="printRegister")
        self._excel = Button(list_words.EXCEL, glyph="floppy-disk", name="excelRegister")
        self._head = PageHead(words.TITLE, [self._back, self._print, self._excel, self._add])
        self._stack = QStackedWidget()
        for frame in (self.out, self.came):
            self._stack.addWidget(frame)
        for part in (self._head, self.tabs, self._leaving):
            self.column.addWidget(part)
        self.column.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self._back.clicked.connect(lambda: self.opened.emit("papers", "", ""))
        self._add.clicked.connect(self._on_add)
        self._print.clicked.connect(lambda: self._leaving.print(self._frame().listing()))
        self._excel.clicked.connect(lambda: self._leaving.excel(self._frame().listing()))
        self.out.current_changed.connect(lambda _uid: self.card.show_line(self.out.current()))
        self.out.first_step.connect(lambda: self.opened.emit("papers", "", ""))
        self.card.explained.connect(self._on_explained)
        self.card.forgotten.connect(self._on_forgotten)
        self.card.paper_asked.connect(lambda uid: self.opened.emit("papers", uid, ""))
        self.came.current_changed.connect(lambda _uid: self._on_line())
        self.came.first_step.connect(self._on_add)
        self.editor.saved.connect(self._on_save)
        self.editor.cancelled.connect(self._on_cancel)
        self.editor.removed.connect(self._on_remove)
        self.editor.begun.connect(self._show_buttons)
        self.editor.keeper.kept.connect(self.draft_kept)
        self.editor.keeper.failed.connect(self.draft_failed)
        for frame in (self.out, self.came):
            frame.own.undo_asked.connect(self.undo_asked)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self.leave()
        self._year, self._adding = year, False
        self.refresh()

    @override
    def refresh(self) -> None:
        term = self._core.cells.current().term_started_on
        self.out.about = words.OF_TERM.format(date=term)
        self.came.about = words.OF_YEAR.format(year=self._year)
        typing = self.editor.is_being_typed()
        self._read()
        self.card.show_line(self.out.current())
        if not typing:
            self._show_line()
        self._on_tab(self.tabs.current())

    @override
    def open_at(self, subject: str, field: str) -> None:
        known = {line.uid for line in self._core.review.incoming_papers.lines(self._year)}
        self.tabs.choose(IN if subject in known | {NEW} else OUT)
        if subject == NEW:
            self._on_add()
        elif subject in known:
            self._adding = False
            self.came.go_to(subject)
            self._show_line()
        elif subject:
            self.out.go_to(subject)
        if field and field in words.INCOMING:
            self.editor.form.binder.focus(field)

    @override
    def fit(self, room: Room) -> None:
        for frame in (self.out, self.came):
            frame.fit(room)
        for button in (self._back, self._print, self._excel, self._add):
            button.shorten(room < Room.NARROW)

    @override
    def go_to_filter(self) -> None:
        self._frame().tools.search.begin()

    @override
    def here(self) -> Here:
        if self.tabs.current() == OUT:
            line = self.out.current()
            return Here(line.uid if line else "", *field_in_focus(self))
        return Here(NEW if self._adding else self.came.view.current(), *field_in_focus(self))

    @override
    def leave(self) -> None:
        self.editor.keeper.flush()

    def _read(self) -> None:
        self._reading = True
        lines = self._core.numbers.register()
        years = {line.paper.year for line in lines if line.paper}
        offered = self._core.papers.offered
        self._titles = {year: {kind.code: kind.title for kind in offered.kinds(year)} for year in years}
        self.out.show_records(lines)
        self.came.show_records(self._core.review.incoming_papers.lines(self._year))
        self._reading = False

    def _title_of(self, paper: OutgoingPaper) -> str:
        return self._titles[paper.year][paper.kind]

    # Showing ------------------------------------------------------------------------------------------------

    def _frame(self) -> ListFrame[RegisterLine] | ListFrame[IncomingLine]:
        return self.out if self.tabs.current() == OUT else self.came

    def _on_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._head.say(self._facts_out() if at == OUT else self._facts_in())
        self._show_buttons()

    def _facts_out(self) -> str:
        lines = self._core.numbers.register()
        gaps = [line for line in lines if line.paper is None]
        left = sum(line.is_unexplained for line in gaps)
        return words.FACTS_OUT.format(count=len(lines) - len(gaps), gaps=len(gaps), open=left)

    def _facts_in(self) -> str:
        lines = self._core.review.incoming_papers.lines(self._year)
        waiting = sum(is_waiting(line) for line in lines)
        return words.FACTS_IN.format(year=self._year, count=len(lines), open=waiting)

    def _show_buttons(self) -> None:
        """Offer one primary act: to save what is being typed, or to begin a line."""
        line = self.editor.line
        typing = self._adding or self.editor.is_being_typed() or bool(line and line.number is None)
        self.editor.offer_save(typing)
        self._add.setVisible(self.tabs.current() == IN and not typing)

    def _on_line(self) -> None:
        if not self._reading:
            self.editor.keeper.flush()
            self._adding = False
            self._show_line()

    def _show_line(self) -> None:
        line = None if self._adding else self.came.current()
        subject = line.uid if line else f"{NEW}-{self._year}"
        self.came.show_sides(list_shown=True, beside_shown=line is not None or self._adding)
        self.editor.show_line(line, self._year, self._core.drafts.find(FORM, subject))
        self._show_buttons()

    # Acts ---------------------------------------------------------------------------------------------------

    def _on_add(self) -> None:
        self.editor.keeper.flush()
        self._adding = True
        self.tabs.choose(IN)
        self._show_line()
        self.editor.form.binder.focus("number")

    def _on_cancel(self) -> None:
        self._core.drafts.drop(FORM, self.editor.subject())
        self.editor.keeper.forget()
        self._adding = False
        self._show_line()

    def _on_save(self) -> None:
        stored: list[IncomingPaper] = []
        subject = self.editor.subject()
        if self._tried(lambda: stored.append(self._store())):
            self.editor.keeper.forget()
            self._core.drafts.drop(FORM, subject)
            self._adding = False
            self._read()
            self.came.go_to(stored[0].uid)
            self._show_line()
            said = words.SAVED.format(number=stored[0].register_number)
            self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)

    def _store(self) -> IncomingPaper:
        incoming, editor = self._core.review.incoming_papers, self.editor
        values, line = editor.values(), editor.line
        if line is None:
            return incoming.add(self._year, values, editor.entered_as())
        if line.paper is None:
            return incoming.register_letter(line.uid, self._year, values)
        del values["register_number"]
        return incoming.save(line.paper, values, editor.entered_as())

    def _on_remove(self) -> None:
        line = self.editor.line
        if line and line.paper:
            paper = line.paper
            if self._tried(lambda: self._core.review.incoming_papers.remove(paper)):
                self.editor.keeper.forget()
                self._core.drafts.drop(FORM, line.uid)
                self._show_line()
                said = words.REMOVED.format(number=paper.register_number)
                self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)

    def _on_explained(self) -> None:
        line = self.card.line
        if line and line.paper is None:
            explain = partial(self._core.numbers.explain, line.type_code, line.number, self.card.values())
            self._tell(explain, words.EXPLAINED.format(number=_within(line.number_words)))

    def _on_forgotten(self) -> None:
        line = self.card.line
        if line and line.gap:
            gap = line.gap
            said = words.FORGOTTEN.format(number=_within(line.number_words))
            self._tell(partial(self._core.numbers.forget, gap), said)

    def _tell(self, act: Callable[[], object], said: str) -> None:
        if self._tried(act):
            self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)

    def _tried(self, act: Callable[[], object]) -> bool:
        """Return whether an act was done; a refusal is told where it belongs."""
        try:
            act()
        except Invalid as error:
            self.editor.form.binder.show(error.problems)
        except ChangedElsewhere:
            self._desk.notifier.mind(paper_words.CHANGED_ELSEWHERE)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            return True
        return False


def _within(number: str) -> str:
    """Return a number as it stands within a sentence ("số 06-TTr/CB")."""
    return f"{number[:1].lower()}{number[1:]}"
