"""Câu chữ của văn bản: the kinds of paper, their texts in order, one being set, and the page beside it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.cycles import Cycle
from app.errors import AppError, Cancelled, Invalid, Problem, Refused
from app.services.own_wording import KindWords, TextView
from app.services.present_pages import Asked
from app.services.wording_pages import Spot
from ui.desktop.dialogs import Question
from ui.forms.binder import DraftKeeper, Values
from ui.pages.form_beside import FormAndPage
from ui.pages.page import Desk, Page
from ui.pages.paper_preview import PaperPreview, Wanted
from ui.pages.whereabouts import Here, field_in_focus
from ui.pages.wording_form import WordingForm
from ui.pages.wording_lists import KindList, TextList
from ui.pages.year_not_begun import BegunYear
from ui.texts import paper_page, shared
from ui.texts import wording as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine
from ui.widgets.page_head import PageHead
from ui.widgets.page_view import RENDER_WIDTH
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tab_order import order_tabs

FORM = "own_wording"
_KINDS_WIDTH, _TEXTS_WIDTH = 228, 330


class WordingPage(Page):
    """What is typed is stored when its field is left; what cannot stand stays as a draft, with the reason."""

    subjects: ClassVar[frozenset[str]] = frozenset({"cycle", "outgoing_paper", "cell", "committee_form"})

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core, self._desk = core, desk
        self._wording = core.review.own_wording
        self._cycle: Cycle | None = None
        self._year, self._kind, self._key, self._paper = 0, "", "", ""
        self._room = Room.WIDE
        self._kinds: tuple[KindWords, ...] = ()
        self._texts: tuple[TextView, ...] = ()
        self._asked: Asked | None = None
        self._in_sight = ("", "")
        self._spots: dict[str, Spot | None] = {}
        """Where the text in sight stands on the pages that were made last, by text."""
        self.form = WordingForm(self._wording.check)
        self.keeper = DraftKeeper(self._keep, self.form.binder)
        self.kinds, self.texts = KindList(), TextList()
        self._preview = PaperPreview(self._pages, desk.runner, self)
        self._body = FormAndPage(QWidget(), "wordingTabs")
        self._begun = BegunYear(self, self._body)
        self._standing, self._lost = StateLine(State.NOTE, role="base"), StateLine(State.BLOCKED, role="base")
        self._form_used = StateLine(State.ASKED, role="base")
        self._gone = StateLine(State.ASKED, role="base")
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="toSettings")
        self._papers = Button(words.TO_PAPERS, kind="link", glyph="caret-left", name="toPapers")
        self._all = Button(
            words.ALL_TO_ORIGINAL, glyph="arrow-counter-clockwise", name="allToOriginal", changes=True
        )
        self._bases = Button(words.TO_BASES, kind="link", glyph="file-text", name="toBases")
        self._head = PageHead(words.TITLE, [self._back, self._papers, self._bases, self._all])
        self._build()
        self._connect()

    def _build(self) -> None:
        self._kind_sheet, self._text_sheet, self._form_sheet = Sheet(padding=0), Sheet(padding=0), Sheet()
        self._kind_sheet.body.addWidget(self.kinds)
        self._text_sheet.body.addWidget(self.texts)
        scroll = Scroll()
        scroll.body.addWidget(self.form)
        scroll.body.setContentsMargins(0, 0, look.px(8), 0)
        self._form_sheet.body.addWidget(self.kinds.box)
        self._form_sheet.body.addWidget(self.texts.box)
        self._form_sheet.body.addWidget(scroll, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        spaced(self._middle, look.px(12))
        self._middle.addWidget(self._text_sheet, 2)
        self._middle.addWidget(self._form_sheet, 3)
        across = QHBoxLayout(self._body.form)
        spaced(across, look.px(12))
        across.addWidget(self._kind_sheet)
        across.addLayout(self._middle, 1)
        for part in (self._head, self._standing, self._lost, self._gone, self._form_used):
            self.column.addWidget(part)
        self.column.addWidget(self._begun, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.opened.emit("settings", "", ""))
        self._papers.clicked.connect(lambda: self.opened.emit("papers", self._paper, ""))
        self._bases.clicked.connect(lambda: self.opened.emit("year", "", ""))
        self._all.clicked.connect(self._on_all)
        self.kinds.chosen.connect(self._on_kind)
        self.texts.chosen.connect(self._on_text)
        self.texts.picked.connect(self.form.begin)
        self.form.edited.connect(self._follow)
        self.form.binder.left.connect(self._commit)
        self.form.chosen.connect(self._on_choice)
        self.form.back_asked.connect(self._on_back)
        self.keeper.kept.connect(self.draft_kept)
        self.keeper.failed.connect(self.draft_failed)
        self._preview.made.connect(self._on_made)
        self._preview.failed.connect(self._desk.notifier.show)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self._commit()
        self._year, self._paper = year, ""
        self.refresh()

    @override
    def refresh(self) -> None:
        self._cycle = self._core.review.cycles.get(self._year)
        self._begun.show_body(self._year, has_begun=self._cycle is not None)
        self._all.setVisible(self._cycle is not None)
        if self._cycle:
            self._read()
            self._show()
        else:
            self._head.say("")
            for part in (self._standing, self._lost, self._gone, self._form_used, self._bases, self._papers):
                part.hide()

    @override
    def open_at(self, subject: str, field: str) -> None:
        kind, _, paper = subject.partition("/")
        self._paper = paper
        if kind:
            self._commit()
            self._kind, self._key = kind, field
            self.refresh()
            if field:
                self._body.choose(0)
                self.form.begin()

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        beside, wide = room >= Room.MEDIUM, room >= Room.WIDE
        self._body.fit(room)
        directions = QBoxLayout.Direction
        self._middle.setDirection(directions.TopToBottom if beside else directions.LeftToRight)
        self._kind_sheet.setVisible(wide)
        self._kind_sheet.setFixedWidth(look.px(_KINDS_WIDTH))
        self.kinds.box.setVisible(not wide)
        has_list = room >= Room.NARROW
        self._text_sheet.setVisible(has_list)
        self._text_sheet.setMaximumWidth(16_777_215 if beside else look.px(_TEXTS_WIDTH))
        self.texts.box.setVisible(not has_list)
        for button in (self._back, self._papers, self._bases, self._all):
            button.shorten(room < Room.NARROW)

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        if self._cycle:
            self._show()

    @override
    def here(self) -> Here:
        return Here(f"{self._kind}/{self._paper}", self._key, field_in_focus(self)[1])

    @override
    def leave(self) -> None:
        self._commit()
        self._preview.stop()

    # Showing ------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._kinds = self._wording.kinds(self._year)
        codes = [one.code for one in self._kinds]
        if self._kind not in codes:
            self._kind = codes[0]
        self._texts = self._wording.texts(self._year, self._kind)
        keys = [one.key for one in self._texts]
        if self._key not in keys:
            self._key = keys[0]
        self._asked = self._core.papers.wording.asked(self._year, self._kind, self._paper)

    def _show(self) -> None:
        own = sum(one.own for one in self._kinds)
        kind = next(one for one in self._kinds if one.code == self._kind)
        lost = [one.title for one in self._kinds if one.damaged]
        self._head.say((words.FACTS if own else words.FACTS_NONE).format(year=self._year, count=own))
        self._papers.setVisible(bool(self._paper))
        self._back.setVisible(not self._paper)
        self._bases.setVisible(kind.cites_the_year)
        self._standing.say(State.NOTE, words.FINISHED.format(year=self._year))
        self._standing.setVisible(self._is_finished())
        self._lost.say(State.BLOCKED, words.LOST.format(kinds=", ".join(lost)))
        self._lost.setVisible(bool(lost))
        gone = [one.title for one in self._kinds if one.gone]
        self._gone.say(State.ASKED, words.GONE_KINDS.format(year=self._year, kinds=", ".join(gone)))
        self._gone.setVisible(bool(gone))
        self._all.setEnabled(bool(kind.own) and not self._is_finished())
        self._say_form()
        self.kinds.show_kinds(self._kinds, self._kind)
        self._show_texts()
        self._show_text()

    def _say_form(self) -> None:
        """Say that a form of the committee stands in place of ours, where one does."""
        used = [one for one in self._core.forms.list(self._year) if one.kind == self._kind and one.in_use]
        self._form_used.setVisible(bool(used))
        for one in used:
            self._form_used.say(State.ASKED, words.FORM_IN_USE.format(name=one.name))

    def _show_texts(self) -> None:
        start = f"{self._year}-{self._kind}-"
        drafts = {
            one.subject.removeprefix(start)
            for one in self._core.drafts.waiting()
            if one.form == FORM and one.subject.startswith(start)
        }
        self.texts.show_texts(self._texts, self._key, drafts)
        if self._in_sight != (self._kind, self._key):
            # Read again, lines must not move away under the pointer.
            self._in_sight = (self._kind, self._key)
            for shown in (self.kinds, self.texts):
                shown.scrollToItem(shown.currentItem())

    def _show_text(self) -> None:
        self.form.show_text(self._view(), self._draft_subject(), can_write=self._can_write())
        draft = self._core.drafts.find(FORM, self._draft_subject())
        if draft and self._can_write() and not self.form.binder.dirty():
            self.form.binder.offer(draft)
            self.form.binder.show(self._problems())
        self._follow(at_once=True)
        order_tabs(self)

    def _view(self) -> TextView:
        return next(one for one in self._texts if one.key == self._key)

    def _can_write(self) -> bool:
        return self.can_change and not self._is_finished()

    def _is_finished(self) -> bool:
        return self._cycle is not None and self._cycle.finished_on is not None

    def _on_kind(self, code: str) -> None:
        if code != self._kind:
            self._commit()
            self._kind, self._key, self._paper = code, "", ""
            self._read()
            self._show()

    def _on_text(self, key: str) -> None:
        if key != self._key:
            self._commit()
            self._key = key
            self._show_texts()
            self._show_text()

    # The page -----------------------------------------------------------------------------------------------

    def _follow(self, *, at_once: bool = False) -> None:
        wanted = Wanted(self._in_view(), {self._key: self.form.text()})
        if at_once:
            self._preview.show_now(wanted)
        else:
            self._preview.follow(wanted)

    def _in_view(self) -> str:
        """Return by what the page beside the text is known: of another year it is another page."""
        return f"{self._year}/{self._kind}/{self._key}"

    def _pages(self, wanted: Wanted, progress: Progress) -> tuple[bytes, ...]:
        asked, pages, kind = self._asked, self._core.papers.wording, wanted.uid.split("/")[1]
        if asked is None:
            return ()
        typed = {key: str(text) for key, text in (wanted.typed or {}).items()}
        view = next((one for one in self._texts if one.key in typed), None)
        words_of = view.found_by(typed[view.key]) if view else ""
        try:
            pdf = pages.preview(asked, kind, typed, progress)
        except Refused as refused:
            if self._core.review.cycles.get(asked.year) is None:
                raise Cancelled from refused  # an undo took the year's review away: the page says so
            raise
        made, spot = pages.pictures(pdf, RENDER_WIDTH, words_of)
        self._spots = {wanted.uid: spot}
        return made

    def _on_made(self, uid: str, pages: list[bytes]) -> None:
        if uid != self._in_view():
            return
        spot = self._spots.get(uid)
        follows = paper_page.FOLLOWS if spot else words.NOT_ON_PAGE
        self._body.page.show_pages(pages, paper_page.NOT_FOLLOWING if self._problems() else follows)
        if spot:
            self._body.page.go_to(spot.page, spot.share)

    # Storing ------------------------------------------------------------------------------------------------

    def _draft_subject(self) -> str:
        return draft_subject(self._year, self._kind, self._key)

    def _keep(self, values: Values) -> None:
        if self.form.binder.dirty():
            self._core.drafts.keep(FORM, self._draft_subject(), values)
        else:
            self._core.drafts.drop(FORM, self._draft_subject())

    def _problems(self) -> list[Problem]:
        found = self._wording.check(self._view(), self.form.text())
        return [one for one in found if one.severity == "error"]

    def _commit(self) -> bool:
        """Store what was typed as one step; return whether nothing is left that could not be stored."""
        form = self.form
        if not self._texts or form.view is None or not form.binder.dirty() or not self._can_write():
            self.keeper.flush()
            return True
        if self._put(form.text()):
            return True
        self.keeper.flush()
        return False

    def _put(self, text: str) -> bool:
        try:
            view = self._wording.put(self._year, self._kind, self._key, text)
        except Invalid as error:
            self.form.binder.show(error.problems)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            self._forget_draft()
            self.form.settle(view, self._desk.clock.now())
            return True
        return False

    def _forget_draft(self) -> None:
        self.keeper.forget()
        self._core.drafts.drop(FORM, self._draft_subject())

    def _on_choice(self) -> None:
        if self._put(self.form.text()):
            self._follow(at_once=True)

    def _on_back(self) -> None:
        self._commit()  # so that undo brings back what was typed
        self._forget_draft()
        self.form.give_up()
        view = self.form.view
        if view and view.is_own:
            self._take_back([self._key], words.DROPPED if view.is_gone else words.TAKEN_BACK)
        else:
            self._desk.notifier.done(words.TAKEN_BACK)

    def _on_all(self) -> None:
        self._commit()
        kind = next(one for one in self._kinds if one.code == self._kind)
        question = Question(
            words.ASK_ALL.format(count=kind.own, title=kind.title),
            words.ASK_ALL_WORDS.format(year=self._year),
            words.ALL_TO_ORIGINAL,
            shared.KEEP,
        )
        if self._desk.dialogs.ask(question):
            self._forget_draft()
            self.form.give_up()
            self._take_back([], words.ALL_TAKEN_BACK)

    def _take_back(self, keys: list[str], said: str) -> None:
        try:
            self._wording.take_back(self._year, self._kind, keys)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)


def draft_subject(year: int, kind: str, key: str) -> str:
    """Return by what the draft of a text is found again."""
    return f"{year}-{kind}-{key}"


def read_subject(subject: str) -> tuple[int, str, str]:
    """Return the year, the kind and the text of a draft."""
    year, kind, key = subject.split("-", 2)
    return int(year), kind, key
