"""Bản kiểm điểm, báo cáo tập thể: sections at the left, the text, and beside it the page as it prints."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.self_reviews import CollectiveReport, ReportVersion, WritingState
from app.errors import AppError, ChangedElsewhere, Invalid
from app.services.review import REVIEW_SUBJECTS
from app.services.review_subjects import review_subjects
from app.services.writing import Piece, WritingSheet, piece_of, record_of, writing_sheet
from ui.desktop.tried import tried
from ui.forms.binder import DraftKeeper
from ui.forms.record_drafts import read_place
from ui.forms.record_kind import Owner
from ui.forms.record_values import Values
from ui.pages.book_group import BookGroup
from ui.pages.form_beside import FormAndPage
from ui.pages.page import Desk, Page
from ui.pages.paper_output import PaperOutput
from ui.pages.paper_preview import PaperPreview, Wanted
from ui.pages.whereabouts import Here, field_in_focus
from ui.pages.writing_facts import WritingFacts
from ui.pages.writing_form import SectionForm
from ui.pages.writing_records import WritingRecords
from ui.pages.writing_sections import FACTS, SectionList
from ui.texts import paper_page, shared
from ui.texts import review as review_words
from ui.texts import writing as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.empty_state import way_on
from ui.widgets.labels import KeyHint
from ui.widgets.page_head import PageHead
from ui.widgets.page_view import RENDER_WIDTH
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tab_order import order_tabs

FORM = "writing"
_LIST_WIDTH = 184
_FACT_FIELDS = frozenset({*words.SELF_REVIEW, *words.REPORT})


class WritingPage(Page):
    """A place within Kiểm điểm; `open_at` names a member, or the collective with its version."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {"member", "post", "cell"}

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core, self._desk = core, desk
        self._year = 0
        self._subject = self._asked = ""
        self._section = ""
        self._sheet: WritingSheet | None = None
        self._room = Room.WIDE
        self.form = SectionForm(desk.seat)
        self.records = WritingRecords(core, desk)
        self._books = BookGroup(self, *self.records.books.values())
        self.facts = WritingFacts()
        self.keeper = DraftKeeper(self._keep, self.form.binder)
        self.sections = SectionList()
        self._written = Sheet()
        self._body = FormAndPage(QWidget(), "writingTabs")
        self._nobody = way_on(words.NOBODY, words.TO_REVIEW, lambda: self.opened.emit("review", "", ""))
        self._output = PaperOutput(core, desk)
        self._preview = PaperPreview(self._pages, desk.runner, self)
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="toReview")
        self._finish = Button(words.FINISH, kind="primary", glyph="check", name="finishWriting", changes=True)
        self._print = Button(paper_page.PRINT, glyph="printer", name="printWriting")
        self._before = Button(words.BEFORE, glyph="arrow-up", name="sectionBefore")
        self._after = Button(words.AFTER, glyph="arrow-down", name="sectionAfter")
        self._hints = [KeyHint(words.KEY_BEFORE), KeyHint(words.KEY_AFTER)]
        self._head = PageHead(words.TITLE, [self._back, self._print, self._finish])
        self._build()
        self._connect()

    def _build(self) -> None:
        moves = QHBoxLayout()
        spaced(moves, look.px(8))
        moves.addWidget(self._before)
        moves.addWidget(self._after)
        moves.addStretch(1)
        for hint in self._hints:
            moves.addWidget(hint)
        scroll = Scroll()
        for part in (self.form, self.records, self.facts):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        scroll.body.setContentsMargins(0, 0, look.px(8), 0)
        self._written.body.addWidget(self.sections.box)
        self._written.body.addWidget(scroll, 1)
        self._written.body.addLayout(moves)
        row = QHBoxLayout(self._body.form)
        spaced(row, look.px(12))
        row.addWidget(self.sections)
        row.addWidget(self._written, 1)
        self.column.addWidget(self._head)
        self.column.addWidget(self._output)
        self.column.addWidget(self._body, 1)
        self.column.addWidget(self._nobody, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.opened.emit("review", self._target(), ""))
        self._finish.clicked.connect(self._on_finish)
        self._print.clicked.connect(self._on_print)
        self._before.clicked.connect(partial(self._move, -1))
        self._after.clicked.connect(partial(self._move, 1))
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self._move, step))
        self.sections.chosen.connect(self._on_section)
        self.sections.picked.connect(self.form.begin)
        self.form.edited.connect(self._follow)
        self.form.binder.left.connect(self._commit)
        self.facts.saved.connect(self._on_facts)
        self.facts.removed.connect(self._on_remove)
        self.keeper.kept.connect(self.draft_kept)
        self.keeper.failed.connect(self.draft_failed)
        self._preview.made.connect(lambda _uid, pages: self._body.page.show_pages(pages, paper_page.FOLLOWS))
        self._preview.unfit.connect(lambda _uid: self._body.page.say(paper_page.NOT_FOLLOWING))
        self._preview.failed.connect(self._desk.notifier.show)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self._commit()
        # Another year may not have who was asked for: back in the year, it is he again who is written about.
        self._year, self._subject = year, self._asked
        self.refresh()

    @override
    def refresh(self) -> None:
        whole = self._core.review.whole(self._year)
        targets = [one.target for one in review_subjects(whole)]
        if self._target() not in targets:
            self._subject = targets[0] if targets else ""
        has_before = self._year - 1 in self._core.years.list()
        before = self._core.review.whole(self._year - 1) if has_before else None
        self._sheet = writing_sheet(whole, piece_of(whole, self._subject), before) if self._subject else None
        self._show()

    @override
    def open_at(self, subject: str, field: str) -> None:
        waiting = read_place(subject)
        if waiting:  # a draft of a small record of a section
            subject, field = waiting.owner, self.records.section_of(waiting.kind)
        self._asked = subject or self._asked
        if subject and subject != self._subject:
            self._commit()
            self._subject, self._section = subject, ""
            self.refresh()
        sections = self._sheet.sections if self._sheet else ()
        codes = [one.code for one in sections]
        carried = {one.carries: one.code for one in sections if one.carries}
        if field in _FACT_FIELDS or field == "level":
            self._on_section(FACTS)
            self.facts.form.binder.focus("self_level" if field == "level" else field)
        elif field in codes or field in carried:
            self._on_section(field if field in codes else carried[field])
            self.form.begin()
        elif subject:
            self.form.begin()
        if waiting:
            self.records.books[field].open_at(waiting.record)

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        self._arrange()

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        if self._sheet:
            self._show()

    @override
    def here(self) -> Here:
        return Here(self._subject, *field_in_focus(self))

    @override
    def leave(self) -> None:
        self._commit()
        self._books.leave()
        self._preview.stop()

    # Showing ------------------------------------------------------------------------------------------------

    def _target(self) -> str:
        return self._subject.partition("-")[0] if self._subject.startswith("collective") else self._subject

    def _show(self) -> None:
        sheet = self._sheet
        self._body.setVisible(sheet is not None)
        self._nobody.setVisible(sheet is None)
        self._finish.setVisible(sheet is not None and self._can_finish(sheet))
        self._print.setVisible(sheet is not None)
        if sheet is None:
            self._head.say("", words.TITLE)
            return
        self._head.say(self._facts_line(sheet), self._title(sheet))
        self._finish.say(self._finish_words(sheet))
        codes = [one.code for one in sheet.sections]
        if self._section not in {*codes, FACTS}:
            self._section = codes[0] if codes else FACTS
        self.sections.show_sheet(sheet, self._section)
        self._books.allow_changes(self.can_change and not sheet.is_over)
        self._show_section(sheet)
        self.facts.show_sheet(sheet)
        self._follow(at_once=True)
        order_tabs(self)

    def _show_section(self, sheet: WritingSheet) -> None:
        section = next((one for one in sheet.sections if one.code == self._section), None)
        self.form.setVisible(section is not None)
        self.facts.setVisible(section is None)
        has_records = self.records.show_section(section, Owner(self._year, self._target()))
        if section:
            self.form.show_section(section, can_write=self.can_change and not sheet.is_closed)
            self.form.show_known(shown=not has_records)
            draft = self._core.drafts.find(FORM, self._draft_subject()) or {}
            if section.code in draft and not self.form.binder.dirty():
                self.form.binder.offer({"text": draft[section.code]})

    def _title(self, sheet: WritingSheet) -> str:
        if sheet.piece.is_report:
            return words.TITLE_REPORT[sheet.piece.version.value]
        return words.TITLE_OF.format(name=sheet.name)

    def _facts_line(self, sheet: WritingSheet) -> str:
        if sheet.is_final:
            return words.IS_FINAL
        state = sheet.record.state if sheet.record else None
        said = review_words.ON_PAPER if sheet.on_paper else review_words.STATES[state]
        return words.FACTS_LINE.format(year=self._year, form=sheet.form, state=said)

    def _can_finish(self, sheet: WritingSheet) -> bool:
        is_draft = sheet.piece.is_report and sheet.piece.version is ReportVersion.DRAFT
        return sheet.record is not None and not sheet.is_over and (is_draft or not sheet.is_final)

    def _finish_words(self, sheet: WritingSheet) -> str:
        if not sheet.piece.is_report:
            return words.FINISH
        return words.COMPLETE if sheet.piece.version is ReportVersion.DRAFT else words.FINISH_REPORT

    def _arrange(self) -> None:
        """Below 1360 the sections become a list box; below 1200 form and page are two tabs."""
        wide = self._room >= Room.WIDE
        self.sections.setVisible(wide)
        self.sections.setFixedWidth(look.px(_LIST_WIDTH))
        self.sections.box.setVisible(not wide)
        self._body.fit(self._room)
        for hint in self._hints:
            hint.setVisible(self._room >= Room.NARROW)
        for button in (self._before, self._after):
            button.shorten(self._room < Room.NARROW)

    def _move(self, step: int, *_clicked: bool) -> None:
        self._on_section(self.sections.beside(self._section, step))
        self.form.begin()

    def _on_section(self, code: str) -> None:
        if code == self._section:
            return
        if not self._commit():
            self.sections.mark(self._section)
            return
        self._section = code
        if self._sheet:
            self.sections.show_sheet(self._sheet, code)
            self._show_section(self._sheet)
            self._follow(at_once=True)
            order_tabs(self)

    # The page -----------------------------------------------------------------------------------------------

    def _follow(self, *, at_once: bool = False) -> None:
        section = self.form.section
        if self._sheet is None or section is None:
            return
        heading = section.heading if self._section != FACTS else ""
        typed = {section.code: self.form.text()} if self.form.binder.dirty() else {}
        wanted = Wanted(heading, typed)
        if at_once:
            self._preview.show_now(wanted)
        else:
            self._preview.follow(wanted)

    def _pages(self, wanted: Wanted, progress: Progress) -> tuple[bytes, ...]:
        if self._sheet is None:
            return ()
        typed = {section: str(text) for section, text in (wanted.typed or {}).items()}
        pages = self._core.papers.writing
        return pages.pictures(pages.preview(self._sheet.piece, typed, progress), RENDER_WIDTH, wanted.uid)

    def _on_print(self) -> None:
        sheet = self._sheet
        if sheet is not None and self._commit():
            pages, piece = self._core.papers.writing, sheet.piece
            self._output.print_made(lambda progress: pages.preview(piece, {}, progress))

    # Storing ------------------------------------------------------------------------------------------------

    def _draft_subject(self) -> str:
        return f"{self._year}-{self._subject}"

    def _keep(self, values: Values) -> None:
        self._core.drafts.keep(FORM, self._draft_subject(), {self._section: values["text"]})

    def _commit(self) -> bool:
        """Store the text of the section as one step; return whether it is as the screen shows it."""
        section, sheet = self.form.section, self._sheet
        if section is None or sheet is None or not self.form.binder.dirty():
            return True
        if not self.can_change or sheet.is_closed:
            self.keeper.flush()
            return True
        try:
            self._write(sheet.piece, section.code, self.form.text())
        except Invalid as error:
            self.form.binder.show(error.problems)
        except ChangedElsewhere:
            self._desk.notifier.mind(words.CHANGED)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            self.keeper.forget()
            self._core.drafts.drop(FORM, self._draft_subject())
            self.form.settle(self._desk.clock.now())
            return True
        self.keeper.flush()
        return False

    def _write(self, piece: Piece, section: str, text: str) -> None:
        review = self._core.review
        if record_of(review.whole(piece.year), piece) is None:
            self._put(piece, {})
        record = record_of(review.whole(piece.year), piece)
        if isinstance(record, CollectiveReport):
            review.collective_reports.write(record, section, text)
        elif record is not None:
            review.self_reviews.write(record, section, text)

    def _put(self, piece: Piece, values: Values) -> None:
        if piece.is_report:
            self._core.review.collective_reports.put(piece.year, piece.version, values, piece.round_number)
        else:
            self._core.review.self_reviews.put(piece.year, piece.target, values, piece.round_number)

    def _on_facts(self, values: Values) -> None:
        if self._sheet and self._tried(values):
            self.facts.settle()
            self._desk.notifier.done(words.SAVED_FACTS, shared.UNDO, self.undo_asked.emit)

    def _on_remove(self) -> None:
        record = self._sheet.record if self._sheet else None
        if record is None:
            return
        review, is_report = self._core.review, isinstance(record, CollectiveReport)
        try:
            if isinstance(record, CollectiveReport):
                review.corrections.remove(record)
            else:
                review.self_reviews.remove(record)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            said = words.REMOVED_REPORT if is_report else words.REMOVED
            self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)

    def _tried(self, values: Values) -> bool:
        if self._sheet is None:
            return False
        piece = self._sheet.piece
        return tried(lambda: self._put(piece, values), self._desk.notifier, self.facts.form.binder.show)

    def _on_finish(self) -> None:
        sheet = self._sheet
        if sheet is None or not self._commit():
            return
        draft = record_of(self._core.review.whole(self._year), sheet.piece)
        if isinstance(draft, CollectiveReport) and draft.version is ReportVersion.DRAFT:
            if tried(lambda: self._core.review.collective_reports.complete(draft), self._desk.notifier):
                self._desk.notifier.done(words.COMPLETED, shared.UNDO, self.undo_asked.emit)
                self.open_at("collective-final", "")
        elif self._tried({"state": WritingState.FINAL}):
            self._desk.notifier.done(words.FINISHED, shared.UNDO, self.undo_asked.emit)
