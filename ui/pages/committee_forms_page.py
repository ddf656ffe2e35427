"""Mẫu của cấp trên: the forms of a year, their places marked, tried, used in place of ours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.committee_forms import CommitteeForm
from app.errors import AppError
from app.services.form_marks import KEEP, MarkedForm
from ui.desktop.dialogs import Question
from ui.pages.form_desk import FormDesk
from ui.pages.form_said import needed_words, standing
from ui.pages.form_taking import FormTaking
from ui.pages.form_trial import FormTrial
from ui.pages.page import Desk, Page
from ui.pages.whereabouts import Here, field_in_focus
from ui.tasks.runner import Task, while_it_is_there
from ui.texts import committee_forms as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.roles import CellRole
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.acts_menu import ActsMenu
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.empty_state import EmptyState, on_sheet
from ui.widgets.labels import StateLine
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced
from ui.widgets.wrapped_lines import WrappedLines

_UID = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 230
AT_MARKS, AT_TRIAL = 0, 1


class FormsPage(Page):
    """The forms at the left, the chosen one with its fields at the right."""

    subjects: ClassVar[frozenset[str]] = frozenset({"committee_form", "form_file", "cycle", "member"})

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._kind = ""
        self._titles: dict[str, str] = {}
        self._forms: dict[str, CommitteeForm] = {}
        self._whole: MarkedForm | None = None
        self._task: Task[MarkedForm] | None = None
        self._room = Room.WIDE
        self._reading = ("", 0)
        """The form being read, and which save of it."""
        self.taking = FormTaking(core, desk)
        self.list = QListWidget()
        self._choice = ChoiceField(())
        self.desk = FormDesk()
        self.trial = FormTrial(core, desk)
        self._state = StateLine(State.NOTE, role="base")
        self._stack = QStackedWidget()
        self._views = QStackedWidget()
        self._make_buttons()
        self._build()
        self._connect()

    def _make_buttons(self) -> None:
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="toPapers")
        self._take = Button(words.TAKE, glyph="upload-simple", name="takeNewForm", changes=True)
        self._try = Button(words.TRY, glyph="eye", name="tryForm")
        self._use = Button(words.USE, kind="primary", glyph="check", name="useForm", changes=True)
        self._ours = Button(words.OURS, glyph="arrow-counter-clockwise", name="backToOurs", changes=True)
        self._remove = Button(words.REMOVE, glyph="trash", name="removeForm", changes=True)
        self._more = ActsMenu("formActs", words.MORE, words.MORE_LONG, "dots-three")
        self._earlier = Button("", glyph="clock-counter-clockwise", name="earlierForms", changes=True)
        self.acts = {"remove": self._remove, "earlier": self._earlier}
        self._more.offer((self._earlier,), (self._remove,))

    def _build(self) -> None:
        acts = [self._back, self._take, self._more, self._try, self._ours, self._use]
        self._head = PageHead(words.TITLE, acts)
        self.list.setObjectName("formList")
        self.list.setAccessibleName(words.FORMS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        WrappedLines(self.list)
        self._left = Sheet(padding=2)
        self._left.body.addWidget(self.list)
        self._choice.setAccessibleName(words.FORMS)
        self._choice.setObjectName("formChoice")
        self._empty = EmptyState("", words.TAKE, glyph="file-text", step_glyph="upload-simple", changes=True)
        right = QWidget()
        column = QVBoxLayout(right)
        spaced(column, look.px(8))
        self._views.addWidget(self.desk)
        self._views.addWidget(self.trial)
        column.addWidget(self._choice)
        column.addWidget(self._state)
        column.addWidget(self._views, 1)
        both = QWidget()
        self._across = QHBoxLayout(both)
        spaced(self._across, look.px(12))
        self._across.addWidget(self._left)
        self._across.addWidget(right, 1)
        self._stack.addWidget(both)
        self._stack.addWidget(on_sheet(self._empty))
        for part in (self._head, self.taking):
            self.column.addWidget(part)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.opened.emit("papers", "", ""))
        for button in (self._take.clicked, self._empty.chosen):
            button.connect(lambda *_: self.taking.choose(self._year, self._kind))
        self.taking.taken.connect(self._on_taken)
        self.list.currentItemChanged.connect(lambda *_: self._on_form())
        self._choice.edited.connect(lambda: self._go_to(str(self._choice.value())))
        self._try.clicked.connect(self._on_try)
        self._use.clicked.connect(self._on_use)
        self._ours.clicked.connect(self._on_ours)
        self._remove.clicked.connect(self._on_remove)
        self._earlier.clicked.connect(self._on_earlier)
        self.desk.turned.connect(self._show_choice)
        self.desk.marked.connect(self._on_mark)
        self.desk.repeated.connect(self._on_repeat)

    # What the window asks -----------------------------------------------------------------------------------

    @override
    def show_year(self, year: int) -> None:
        self._year, self._kind = year, ""
        self._titles = {one.code: one.title for one in self._core.forms.kinds(year)}
        self._views.setCurrentIndex(AT_MARKS)
        self.refresh()

    @override
    def refresh(self) -> None:
        if not self._year:
            return
        current = self._current()
        forms = self._core.forms.list(self._year)
        self._forms = {one.uid: one for one in forms}
        used = sum(one.in_use for one in forms)
        self._head.say(words.FACTS.format(year=self._year, count=len(forms), used=used) if forms else "")
        self._empty.say(words.NOTHING.format(year=self._year))
        self._stack.setCurrentIndex(0 if forms else 1)
        self._fill(forms, current)
        self._on_form()

    @override
    def open_at(self, subject: str, field: str) -> None:
        self._kind = subject if subject in self._titles else ""
        own = [one for one in self._forms.values() if one.kind == subject]
        if subject in self._forms:
            self._go_to(subject)
        elif own:
            self._go_to(next((one.uid for one in own if one.in_use), own[-1].uid))

    @override
    def fit(self, room: Room) -> None:
        self._left.setFixedWidth(look.px(_LIST_WIDTH))
        self._left.setVisible(room >= Room.MEDIUM)
        self._room = room
        for button in (self._take, self._try, self._ours):
            button.shorten(room < Room.MEDIUM)
        self._back.shorten(room < Room.NARROW)
        self.desk.fit(Room.CARD_ALONE if room < Room.NARROW else room)
        self._show_choice()

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self._show_buttons()

    @override
    def go_to_filter(self) -> None:
        self.desk.go_to_search()

    @override
    def here(self) -> Here:
        return Here(self._current(), *field_in_focus(self))

    @override
    def leave(self) -> None:
        self.trial.stop()

    def _show_choice(self) -> None:
        """Show the forms as one line where the list has no room; beside the fields alone not even that."""
        few = self._room < Room.NARROW and len(self._forms) < 2  # noqa: PLR2004  a choice needs two
        hidden = few or self.desk.is_at_fields()
        self._choice.setVisible(self._room < Room.MEDIUM and not hidden)

    # Showing ------------------------------------------------------------------------------------------------

    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_UID)) if item else ""

    def _fill(self, forms: tuple[CommitteeForm, ...], current: str) -> None:
        self.list.blockSignals(True)  # noqa: FBT003  Qt's own
        self.list.clear()
        lines: list[tuple[object, str]] = []
        for one in forms:
            said = words.LINE_USED if one.in_use else words.LINE
            told = {"kind": self._titles.get(one.kind, one.kind), "name": one.name, "version": one.version}
            shown = said.format(**told, sender=one.sender, date=one.received_on)
            item = QListWidgetItem(shown, self.list)
            item.setData(_UID, one.uid)
            item.setData(CellRole.STATE, State.DONE if one.in_use else None)
            item.setToolTip(shown)
            short = words.SHORT_USED if one.in_use else words.SHORT
            lines.append((one.uid, short.format(kind=told["kind"], version=one.version)))
        uids = [one.uid for one in forms]
        self._choice.set_choices(lines)
        used = [one.uid for one in forms if one.in_use]
        shown_first = current if current in uids else next(iter((*used, *reversed(uids))), "")
        self.list.setCurrentRow(uids.index(shown_first) if shown_first else -1)
        self.list.blockSignals(False)  # noqa: FBT003  Qt's own

    def _go_to(self, uid: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_UID) == uid:
                self.list.setCurrentRow(row)

    def _on_form(self) -> None:
        """Read the chosen form away from the window, and show it with its marks."""
        form = self._forms.get(self._current())
        self._choice.set_value(self._current())
        if self._views.currentIndex() == AT_TRIAL and form:
            self.trial.follow(form.uid, form.rev)
        self._show_buttons()
        if form is None or self._task:
            return
        service, uid = self._core.forms.marking, form.uid
        self._reading = (uid, form.rev)

        def work(progress: Progress) -> MarkedForm:
            return service.whole(uid, progress)

        self._task = self._desk.runner.wait_for(while_it_is_there(work))
        self._task.succeeded.connect(self._on_whole)
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_read)

    def _on_whole(self, whole: MarkedForm) -> None:
        known = self._forms.get(whole.form.uid)
        if known is None or known.rev != whole.form.rev:
            return
        self._whole = whole
        if whole.form.uid == self._current():
            self.desk.show_form(whole)
            state, said = standing(whole, self._titles.get(whole.form.kind, ""))
            self._state.say(state, said)
            self._show_buttons()

    def _on_read(self) -> None:
        self._task = None
        form = self._forms.get(self._current())
        if form and (form.uid, form.rev) != self._reading:
            self._on_form()

    def _show_buttons(self) -> None:
        form = self._forms.get(self._current())
        trying = self._views.currentIndex() == AT_TRIAL
        self._use.setVisible(form is not None and not form.in_use)
        self._ours.setVisible(form is not None and form.in_use)
        self._try.setVisible(form is not None)
        self._try.say(words.TRY_END if trying else words.TRY)
        earlier = self._core.forms.earlier(self._year) if self._year else ()
        self._earlier.setVisible(bool(earlier))
        self._earlier.say(words.EARLIER.format(year=earlier[0].year if earlier else ""))
        self._remove.setVisible(form is not None and not form.in_use)
        self._more.setVisible(bool(earlier) or (form is not None and not form.in_use))

    def state_words(self) -> str:
        """Return what is said of the form in sight."""
        return self._state.words()

    # Acts ---------------------------------------------------------------------------------------------------

    def _done(self, act: Callable[[], object], said: str) -> bool:
        try:
            act()
        except AppError as error:
            self._desk.notifier.show(error)
            return False
        if said:
            self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)
        return True

    def _on_taken(self, uid: str) -> None:
        self.refresh()
        self._go_to(uid)
        self._views.setCurrentIndex(AT_MARKS)
        self.desk.paper.setFocus()

    def _on_try(self) -> None:
        if self._views.currentIndex() == AT_TRIAL:
            self._views.setCurrentIndex(AT_MARKS)
            self._show_buttons()
        else:
            self.show_trial()

    def show_trial(self) -> None:
        """Show the chosen form filled with invented data."""
        form = self._forms.get(self._current())
        self._views.setCurrentIndex(AT_TRIAL)
        self._show_buttons()
        if form:
            self.trial.try_form(form.uid, form.rev)

    def _on_use(self) -> None:
        form, whole = self._forms.get(self._current()), self._whole
        if form is None:
            return
        missing = needed_words(whole) if whole and whole.form.uid == form.uid else ""
        if missing and whole and whole.faults.is_usable and not self._agreed(missing):
            return
        told = {"kind": self._titles.get(form.kind, ""), "year": self._year}
        said = words.USED.format(**told, name=form.name, version=form.version)
        self._done(partial(self._core.forms.use, form.uid), said)

    def _agreed(self, missing: str) -> bool:
        said = words.ASK_USE_WORDS.format(names=missing)
        return self._desk.dialogs.ask(Question(words.ASK_USE, said, words.USE, shared.KEEP))

    def _on_ours(self) -> None:
        form = self._forms.get(self._current())
        if form:
            said = words.OURS_NOW.format(kind=self._titles.get(form.kind, ""), year=self._year)
            self._done(partial(self._core.forms.back_to_ours, self._year, form.kind), said)

    def _on_remove(self) -> None:
        form = self._forms.get(self._current())
        if form:
            said = words.REMOVED.format(name=form.name, version=form.version)
            self._done(partial(self._core.forms.remove, form.uid), said)

    def _on_earlier(self) -> None:
        earlier = self._core.forms.earlier(self._year)
        if earlier:
            said = words.TAKEN_OVER.format(count=len(earlier), year=earlier[0].year)
            self._done(partial(self._core.forms.take_over, self._year), said)

    def _on_mark(self, at: str, key: str) -> None:
        whole = self._whole
        if whole is None or not self.can_change:
            return
        if not self._may_double(whole, at, key):
            return
        if self._done(partial(self._core.forms.marking.mark, whole.form.uid, at, key), ""):
            self._again(whole.form.uid)

    def _may_double(self, whole: MarkedForm, at: str, key: str) -> bool:
        """Return whether a field may stand here: asked where it stands elsewhere already."""
        count = sum(one == key for one in whole.marks.places.values())
        if not key or key == KEEP or not count or whole.marks.places.get(at) == key:
            return True
        title, said = words.ASK_DOUBLE.format(label=whole.label(key)), words.ASK_DOUBLE_WORDS
        return self._desk.dialogs.ask(Question(title, said.format(count=count), words.DO_DOUBLE, shared.KEEP))

    def _on_repeat(self, row: str, on: bool) -> None:  # noqa: FBT001  the one question
        whole = self._whole
        if whole and self.can_change:
            act = partial(self._core.forms.marking.repeat, whole.form.uid, row, on=on)
            if self._done(act, ""):
                self._again(whole.form.uid)

    def _again(self, uid: str) -> None:
        """Show at once what was marked: the form itself is in memory by now."""
        self._forms = {one.uid: one for one in self._core.forms.list(self._year)}
        self._on_whole(self._core.forms.marking.whole(uid))
