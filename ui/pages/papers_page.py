"""Văn bản: the register, the form of the chosen paper, and beside it the page as it will print."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from app.bootstrap import Core
from app.domain.outgoing_papers import OutgoingPaper
from app.errors import AppError, ChangedElsewhere, Invalid
from ui.desktop.dialogs import Question
from ui.lists.frame import ListFrame, Parts
from ui.lists.leaving import ListLeaving
from ui.lists.shape import BesideDesk
from ui.pages.layout_checking import LayoutChecking
from ui.pages.old_word import OldWord
from ui.pages.page import Desk, Page
from ui.pages.paper_acts import PaperActs
from ui.pages.paper_desk import PaperDesk, several_acts
from ui.pages.paper_list import lines_of, paper_kind
from ui.pages.paper_output import PaperOutput
from ui.pages.paper_preview import PaperPreview, Wanted, pages_of_papers
from ui.pages.paper_said import PaperSaid
from ui.pages.whereabouts import Here, field_in_focus
from ui.pages.word_taking import WordTaking
from ui.texts import committee_forms, layout_check, paper_page, registers, shared
from ui.texts import papers as words
from ui.theme.room import Room
from ui.widgets.acts_menu import ActsMenu
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.two_line_view import TwoLineView

FORM = "paper"


class PapersPage(Page):
    """The papers of a year: prepared, looked at, issued, printed, written to files."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {"outgoing_paper", "word_edition", "member", "cell", "saved_filter", "committee_form"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._room = Room.WIDE
        self._on_paper = False
        """Whether the paper stands in place of the register, where there is no room for both."""
        # While the list is read again its cursor moves by itself, and nothing is shown before it stands.
        self._reading = False
        self._kinds = {kind.code: kind for kind in core.papers.offered.kinds()}
        titles = {code: kind.title for code, kind in self._kinds.items()}
        self._titles = titles
        self._said = PaperSaid(titles)
        self.acts = PaperActs(core, desk, self._said, self)
        self.body = PaperDesk(self._kinds, partial(core.drafts.keep, FORM))
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        view = TwoLineView("paperList", words.LIST, lines_of(self._said))
        self._several = several_acts()
        parts = Parts(self.body, BesideDesk(), view, tuple(self._several.values()))
        self.list = ListFrame(paper_kind(self._said), self._leaving, parts)
        self._preview = PaperPreview(pages_of_papers(core), desk.runner, self)
        self._output = PaperOutput(core, desk)
        self._layout = LayoutChecking(core, desk, self._leaving)
        self._old_word = OldWord(core, desk)
        self._word_taking = WordTaking(core, desk, self._said)
        self._make_buttons()
        self._build()
        self._connect()

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self._commit()
        self._year = year
        self._kinds.update((kind.code, kind) for kind in self._core.papers.offered.kinds(year))
        self.acts.show_year(year, self._kinds)
        self._titles.update((code, kind.title) for code, kind in self._kinds.items())
        self.refresh()

    @override
    def refresh(self) -> None:
        papers = [*self._core.papers.list(self._year), *self._core.papers.list(self._year, in_trash=True)]
        self._reading = True
        self.list.about = words.OF_YEAR.format(year=self._year)
        about = [paper for paper in papers if paper.target or paper.about]
        named = self._core.papers.offered.named(self._year, about) if about else {}
        edited = self._core.papers.word.of_year(self._year)
        self._said.know(papers, named, self._core.papers.making.forms_of(papers), edited)
        self.list.show_records(papers)
        self._reading = False
        issued = sum(1 for paper in papers if paper.is_issued)
        drafts = sum(1 for paper in papers if not paper.is_issued and not paper.trashed_on)
        self._head.say(words.FACTS.format(year=self._year, issued=issued, drafts=drafts))
        self._show_current()

    @override
    def open_at(self, subject: str, field: str) -> None:
        if subject in self._kinds:
            self._commit()
            self.acts.open_kind(subject)
        elif subject:
            self.list.go_to(subject)
        self._arrange(on_paper=bool(subject))
        if field and self.body.editor.can_edit():
            self.body.editor.binder.focus(field)

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        self.list.fit(room)
        self.body.fit(room)
        # Where there is no room for both, the registers are found in the menu.
        self._registers.setVisible(room >= Room.WIDE)
        self._registers_too.setVisible(room < Room.WIDE)
        self._word.shorten(room < Room.WIDE)
        for button in (self._print, self._write, self._back):
            button.shorten(room < Room.NARROW)
        self._arrange(on_paper=self._on_paper)

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        editor = self.body.editor
        editor.fix(not allowed)
        if editor.paper and not self._is_being_typed():
            editor.show_paper(editor.paper, self._core.drafts.find(FORM, editor.paper.uid))
        self._show_buttons()

    @override
    def go_to_filter(self) -> None:
        self._arrange(on_paper=False)
        self.list.tools.search.begin()

    @override
    def here(self) -> Here:
        paper = self.list.current()
        return Here(paper.uid if paper else "", *field_in_focus(self))

    @override
    def leave(self) -> None:
        self._commit()
        self._preview.stop()

    # Building -----------------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self._back = Button(words.BACK_TO_LIST, glyph="caret-left", name="backToList")
        self._print = Button(paper_page.PRINT, glyph="printer", name="printPaper")
        self._write = Button(words.WRITE, glyph="floppy-disk", name="writePaper")
        self._registers = Button(registers.OPEN, glyph="notebook", name="toRegisters")
        self._registers_too = Button(registers.OPEN, glyph="notebook", name="toRegistersToo")
        self._forms = Button(committee_forms.OPEN, glyph="file-text", name="toForms")
        self._word = ActsMenu("wordActs", layout_check.MENU, layout_check.MENU_LONG, "dots-three")
        self._new = Button(words.NEW, glyph="plus", name="newPaper", changes=True)
        self._first = Button(words.NEW, kind="primary", glyph="plus", name="firstPaper", changes=True)
        self._issue = Button(words.ISSUE, kind="primary", glyph="seal-check", name="issuePaper", changes=True)

    def _build(self) -> None:
        checks = (self._layout.of_file, self._layout.of_paper)
        self._word.offer(
            (self._registers_too,), (self._forms,), self._word_taking.acts, checks, (self._old_word.act,)
        )
        actions = [self._back, self._registers, self._word, self._print, self._write, self._new]
        self._head = PageHead(words.TITLE, [*actions, self._first, self._issue])
        self.column.addWidget(self._head)
        self.column.addWidget(self._layout)
        self.column.addWidget(self._old_word)
        self.column.addWidget(self._word_taking)
        self.column.addWidget(self._output)
        self.column.addWidget(self._leaving)
        self.column.addWidget(self.list, 1)

    def _connect(self) -> None:
        editor = self.body.editor
        self.list.current_changed.connect(self._on_current)
        self.list.opened.connect(lambda _uid: self._on_opened())
        self.list.edit_asked.connect(lambda _uid: self._on_opened())
        self.list.restore_asked.connect(self._on_restore)
        self.list.own.undo_asked.connect(self.undo_asked)
        editor.renew_asked.connect(lambda: self._with_paper(self.acts.renew))
        self.list.first_step.connect(self._on_new)
        self.list.trash_asked.connect(self._on_trash)
        editor.typed.connect(self._on_typed)
        editor.left.connect(self._commit)
        editor.draft_kept.connect(self.draft_kept)
        editor.draft_failed.connect(self.draft_failed)
        editor.trash_asked.connect(self._on_trash)
        editor.restore_asked.connect(self._on_restore)
        self._preview.made.connect(self._on_made)
        self._preview.unfit.connect(self._on_unfit)
        self._preview.failed.connect(self._desk.notifier.show)
        self._output.written.connect(self._on_written)
        self._layout.of_paper.clicked.connect(lambda: self._with_paper(self._layout.check_paper))
        self._registers_too.clicked.connect(self._registers.click)
        self._registers.clicked.connect(lambda: self.opened.emit("registers", "", ""))
        self._new.clicked.connect(self._on_new)
        self._first.clicked.connect(self._on_new)
        self._issue.clicked.connect(self._on_issue)
        self._print.clicked.connect(lambda: self._with_paper(self._output.print))
        self._write.clicked.connect(lambda: self._with_paper(self._output.write))
        self._back.clicked.connect(lambda: self._arrange(on_paper=False))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_record_key)
        self._connect_acts()

    def _connect_acts(self) -> None:
        self.body.editor.wording.clicked.connect(lambda: self._with_paper(self._go_to_wording))
        self._forms.clicked.connect(lambda: self.acts.open_forms(self.list.current()))
        self.acts.undo_asked.connect(self.undo_asked)
        self._word_taking.undo_asked.connect(self.undo_asked)
        self.acts.begun.connect(self._on_begun)
        self.acts.opened.connect(self.opened)
        doing = {"issue": self.acts.issue, "print": self._output.print_several}
        doing["write"] = self._output.write_several
        for code, act in doing.items():
            self._several[code].clicked.connect(partial(self._with_chosen, act))

    # Showing ------------------------------------------------------------------------------------------------

    def _show_current(self) -> None:
        """Show the paper the cursor is on; one that is being typed in stays as it is."""
        paper, shown = self.list.current(), self.body.editor.paper
        if paper is None:
            self.body.show_nothing()
        elif shown is None or shown.uid != paper.uid or not self._is_being_typed():
            if shown is None or (shown.uid, shown.rev) != (paper.uid, paper.rev):
                self.body.editor.show_paper(paper, self._core.drafts.find(FORM, paper.uid))
            self.body.show_paper(paper)
            self.body.editor.say_version(*self._said.versions(paper))
            self._show_warnings(paper)
            self._preview.show_now(self._wanted(paper))
        self._show_buttons()

    def _is_being_typed(self) -> bool:
        return self.body.editor.is_in_preparation() and self.body.editor.binder.dirty()

    def _show_buttons(self) -> None:
        paper = self.list.current()
        can_issue = self.body.editor.can_edit() and paper is not None
        numbered = paper is not None and bool(self._kinds[paper.kind].type_code)
        self._issue.setText(words.ISSUE if numbered else words.ISSUE_UNNUMBERED)
        self._issue.setAccessibleName(self._issue.text())
        self._issue.setVisible(can_issue)
        self._new.setVisible(can_issue)
        self._first.setVisible(not can_issue)
        for button in (self._print, self._write, self._layout.of_paper):
            button.setVisible(paper is not None)
        self._back.setVisible(self._room < Room.SHARED and self._on_paper)
        self._word_taking.show_paper(paper)

    def _show_warnings(self, paper: OutgoingPaper) -> None:
        problems = () if paper.is_issued else self._core.papers.problems(paper.uid)
        self.body.editor.show_warnings(problems)

    def _arrange(self, *, on_paper: bool) -> None:
        """Below 760 the paper takes the place of the register."""
        alone, self._on_paper = self._room < Room.SHARED, on_paper
        self.list.show_sides(list_shown=not alone or not on_paper, beside_shown=not alone or on_paper)
        self._show_buttons()

    def _wanted(self, paper: OutgoingPaper) -> Wanted:
        editor = self.body.editor
        return Wanted(
            paper.uid, editor.binder.values() if editor.can_edit() and not self._is_unfit() else None
        )

    def _is_unfit(self) -> bool:
        """Return whether the form cannot be printed as it stands; the page then shows what is stored."""
        return self.body.editor.can_edit() and bool(self.body.editor.problems())

    # Typing and storing -------------------------------------------------------------------------------------

    def _on_current(self, _uid: str) -> None:
        if not self._reading:
            self._commit()
            self._show_current()

    def _on_opened(self) -> None:
        self._arrange(on_paper=True)
        if self.body.editor.can_edit():
            self.body.editor.binder.focus()

    def _on_typed(self) -> None:
        paper = self.body.editor.paper
        if paper is None:
            return
        if self.body.editor.problems():
            self._on_unfit(paper.uid)
        else:
            self._preview.follow(self._wanted(paper))

    def _commit(self) -> bool:
        """Store what was typed as one step; return whether the paper is as the screen shows it."""
        editor = self.body.editor
        paper = editor.paper
        if paper is None or not self._is_being_typed():
            return True
        if editor.problems() or not self.can_change:
            editor.flush()
            return False
        try:
            stored = self._core.papers.save(paper.uid, paper.rev, editor.binder.values())
        except Invalid as error:
            editor.binder.show(error.problems)
        except ChangedElsewhere:
            self._desk.notifier.mind(words.CHANGED_ELSEWHERE)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            self._core.drafts.drop(FORM, paper.uid)
            editor.settle(stored, self._desk.clock.now())
            self._show_warnings(stored)
            return True
        editor.flush()
        return False

    def _on_made(self, uid: str, pages: list[bytes]) -> None:
        paper = self.body.editor.paper
        if paper and paper.uid == uid:
            note = self._said.page_note(paper, self._core.papers.making.lacking(uid), unfit=self._is_unfit())
            self.body.page.show_pages(pages, self._word_taking.on_page(paper, note))

    def _on_unfit(self, _uid: str) -> None:
        self.body.page.say(paper_page.NOT_FOLLOWING)

    # Acts ---------------------------------------------------------------------------------------------------

    def _on_new(self) -> None:
        self._commit()
        self.acts.choose()

    def _on_begun(self, uid: str) -> None:
        self.list.go_to(uid)
        self._on_opened()

    def _on_record_key(self) -> None:
        if self._issue.isVisible():
            self._on_issue()

    def _on_issue(self) -> None:
        paper = self.body.editor.paper
        if paper is None or not self.body.editor.can_edit():
            return
        problems = self.body.editor.problems()
        if problems:
            self.body.editor.binder.show(problems)
            return
        if self._commit() and self._desk.dialogs.ask(self._question(paper)):
            self._issue_now(paper)

    def _question(self, paper: OutgoingPaper) -> Question:
        numbered = bool(self._kinds[paper.kind].type_code)
        title = words.ASK_ISSUE.format(kind=self._titles[paper.kind].lower())
        said = words.ASK_ISSUE_NUMBERED if numbered else words.ASK_ISSUE_UNNUMBERED
        act = words.ISSUE if numbered else words.ISSUE_UNNUMBERED
        return Question(title, said, act, shared.KEEP, glyph="seal-check")

    def _issue_now(self, paper: OutgoingPaper) -> None:
        try:
            issued = self._core.papers.issue(paper.uid)
        except Invalid as error:
            self.body.editor.show_warnings(tuple(self.body.editor.binder.show(error.problems)))
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            self.list.go_to(issued.uid)
            self._show_current()
            self._desk.notifier.done(words.ISSUED_NOW.format(paper=self._said.named(issued)))
            self._word_taking.check_number(issued)

    def _on_trash(self) -> None:
        self._commit()
        self.acts.trash(self.list.chosen())

    def _on_restore(self) -> None:
        self.acts.restore(self.list.chosen())

    def _with_chosen(self, act: Callable[[list[OutgoingPaper]], None], *_clicked: bool) -> None:
        if self._commit():
            act(self.list.chosen())

    def _with_paper(self, act: Callable[[OutgoingPaper], None]) -> None:
        paper = self.list.current()
        if paper and self._commit():
            act(paper)

    def _go_to_wording(self, paper: OutgoingPaper) -> None:
        self.opened.emit("wording", f"{paper.kind}/{paper.uid}", "")

    def _on_written(self, folder: Path, said: str) -> None:
        self._desk.notifier.done(said, words.OPEN_FOLDER, partial(self._desk.opener.open, folder))
