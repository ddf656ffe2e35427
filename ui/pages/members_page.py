"""Đảng viên: the list with its filters, the card or the form beside it, trash, import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from app.bootstrap import Core
from app.domain.levels import PastLevel
from app.domain.members import Member
from app.domain.people import Person
from app.errors import AppError, ChangedElsewhere, Invalid
from app.services.import_preview import Taken
from ui.desktop.dialogs import Question
from ui.forms.binder import Values
from ui.lists.kind import TRASH
from ui.lists.leaving import ListLeaving
from ui.pages.member_acts import MemberActs
from ui.pages.member_card import MemberCard
from ui.pages.member_editor import MemberEditor
from ui.pages.member_erasing import MemberErasing
from ui.pages.member_import import MemberImport
from ui.pages.member_lists import MemberLists
from ui.pages.member_matters import MemberMatters
from ui.pages.member_merging import MemberMerging
from ui.pages.member_numbers import MemberNumbers
from ui.pages.page import Desk, Page
from ui.pages.people_reading import PeopleRead, PeopleReading
from ui.pages.person_facts import strength_said
from ui.pages.whereabouts import Here, field_in_focus
from ui.texts import importing
from ui.texts import lists as list_words
from ui.texts import members as words
from ui.texts.fields import MEMBER
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.tab_order import comes_after_form, order_tabs

FORM = "member"
NEW = "new"
"""Stands for the record that is being added."""
GAPS = "gaps"
"""Opens what is still to find out of the members."""


class MembersPage(Page):
    """The members of the cell; the same in every year."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {"member", "post", "standing", "reward", "discipline", "saved_filter", "distinct_pair"}
        | {"past_level"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._room = Room.WIDE
        self._people: tuple[Person, ...] = ()
        self._past: Mapping[str, tuple[PastLevel, ...]] = {}
        self._card_open = False
        """Whether the card stands in place of the list, where there is no room for both."""
        self._card = MemberCard()
        self._editor = MemberEditor(desk.clock.today, self._keep_draft)
        self._import = MemberImport(core, desk)
        self._beside = QStackedWidget()
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        self._lists = MemberLists(self._leaving, self._beside)
        self._acts = MemberActs(core, desk.notifier, self._lists.everybody.chosen, self)
        self._erasing = MemberErasing(core, desk, self)
        self._merging = MemberMerging(core, FORM, desk.notifier, self)
        self._matters = MemberMatters(core, desk)
        self._numbers = MemberNumbers(self._lists.everybody.tools, self._card, self._editor)
        self._print = Button(words.PRINT, glyph="printer", name="printMembers")
        self._excel = Button(list_words.EXCEL, glyph="floppy-disk", name="excelMembers")
        self._import_button = Button(words.IMPORT, glyph="upload-simple", name="importMembers", changes=True)
        self._add = Button(words.ADD, kind="primary", glyph="plus", name="addMember", changes=True)
        self._back = Button(words.BACK_TO_LIST, kind="link", glyph="caret-left", name="backToList")
        self._cancel = Button(words.CANCEL, name="cancelMember")
        self._save_new = Button(words.SAVE_AND_NEW, name="saveAndNew", changes=True)
        self._save = Button(words.SAVE, kind="primary", glyph="check", name="saveMember", changes=True)
        self._build()
        self._connect()
        self.refresh()

    @override
    def refresh(self) -> None:
        self._reading.begin()

    def _on_read(self, read: PeopleRead) -> None:
        self._people, self._past = read.people, read.past
        self._lists.show_people(read.people)
        awaited, self._reading.awaited = self._reading.awaited, None
        if awaited:
            self.open_at(*awaited)

    def _show_rest(self) -> None:
        self._show_facts()
        if not self._editing():
            self._show_card()
        # Last: of a long list it reads on another thread, and the card would wait for that.
        self._matters.look_at(self._people)

    @override
    def open_at(self, subject: str, field: str) -> None:
        if subject == NEW:
            self._begin(None)
            return
        if self._reading.under_way:
            self._reading.awaited = subject, field
            return
        if subject == TRASH:
            self._lists.go_to_trash()
            self._on_trash_turned()
            return
        self._lists.turn(to_gaps=subject == GAPS)
        if subject != GAPS:
            self._lists.go_to(subject)
        if field:
            self._begin(self._current(), field)

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        self._lists.fit(room)
        for button in (self._print, self._excel, self._import_button):
            button.shorten(room < Room.NARROW)
        self._arrange()

    @override
    def go_to_filter(self) -> None:
        self._lists.shown().tools.search.begin()

    @override
    def here(self) -> Here:
        field, cursor = field_in_focus(self)
        if self._editing():
            # A form is opened again at a field; where the cursor was in none it is the first one.
            return Here(self._editor.subject or NEW, field or next(iter(MEMBER)), cursor)
        member = self._current()
        return Here(member.uid if member else "")

    @override
    def leave(self) -> None:
        self._editor.keeper.flush()
        self._numbers.cover()

    def _build(self) -> None:
        self._reading = PeopleReading(self._core, self._desk, self)
        actions = [
            self._print,
            self._excel,
            self._import_button,
            self._add,
            self._cancel,
            self._save_new,
            self._save,
        ]
        self._head = PageHead(words.TITLE, actions)
        comes_after_form(self._cancel, self._save_new, self._save)
        self._beside.addWidget(self._card)
        self._beside.addWidget(self._editor)
        self.column.addWidget(self._head)
        self.column.addWidget(self._import)
        self.column.addWidget(self._leaving)
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._matters)
        self.column.addWidget(self._lists, 1)
        self._show_buttons()

    def _connect_lists(self) -> None:
        self._lists.current_changed.connect(self._on_current)
        self._lists.opened.connect(self._on_opened)
        self._lists.field_asked.connect(lambda field: self._begin(self._current(), field))
        self._lists.left.connect(self._on_back)
        self._lists.clicked.connect(self._on_clicked)
        self._lists.turned.connect(self._on_turned)
        self._lists.together.clicked.connect(self._acts.set_together)
        everybody = self._lists.everybody
        everybody.first_step.connect(self._import.choose)
        everybody.trash_asked.connect(self._acts.trash)
        everybody.restore_asked.connect(self._acts.restore)
        everybody.erase_asked.connect(self._acts.erase)
        self._lists.trash_turned.connect(self._on_trash_turned)
        for frame in (everybody, self._lists.gaps):
            frame.own.undo_asked.connect(self.undo_asked)

    def _connect(self) -> None:
        self._connect_lists()
        self._reading.found.connect(self._on_read)
        self._reading.settled.connect(self._show_rest)
        self._acts.undo_asked.connect(self.undo_asked)
        self._acts.erase_asked.connect(self._erasing.ask)
        self._matters.erase_asked.connect(self._erasing.ask)
        self._matters.pairs_asked.connect(self._merging.begin)
        self._merging.said.connect(self._acts.tell)
        self._merging.merged.connect(self._go_to)
        self._card.edit_asked.connect(lambda field: self._begin(self._current(), field))
        self._card.trash_asked.connect(self._acts.trash)
        self._card.restore_asked.connect(self._acts.restore)
        self._card.erase_asked.connect(self._acts.erase)
        self._editor.keeper.kept.connect(self.draft_kept)
        self._editor.keeper.failed.connect(self.draft_failed)
        self._editor.left_by_key.connect(self._end)
        self._editor.rearranged.connect(lambda: order_tabs(self))
        self._editor.draft_dropped.connect(self._on_drop_draft)
        self._import.imported.connect(self._on_imported)
        self._add.clicked.connect(lambda: self._begin(None))
        self._print.clicked.connect(lambda: self._leaving.print(self._lists.shown().listing()))
        self._excel.clicked.connect(lambda: self._leaving.excel(self._lists.shown().listing()))
        self._import_button.clicked.connect(self._import.choose)
        self._back.clicked.connect(self._on_back)
        self._cancel.clicked.connect(self._end)
        self._save.clicked.connect(self._on_save)
        self._save_new.clicked.connect(self._on_save_and_new)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_save)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self._on_new)

    # Showing ------------------------------------------------------------------------------------------------

    def _show_facts(self) -> None:
        if self._lists.on_gaps():
            self._head.say(self._lists.gaps_said())
            return
        self._head.say(strength_said(self._people, self._desk.clock.today()))

    def _show_card(self) -> None:
        person = self._current()
        has_draft = person is not None and self._core.drafts.find(FORM, person.uid) is not None
        past = self._past.get(person.uid, ()) if person else ()
        self._card.show_person(person, self._desk.clock.today(), past, has_draft=has_draft)

    def _go_to(self, uid: str) -> None:
        """Put the cursor on a member, who may be on the way still."""
        if self._reading.under_way:
            self._reading.awaited = uid, ""
        else:
            self._lists.go_to(uid)

    def _current(self) -> Person | None:
        return self._lists.current()

    def _editing(self) -> bool:
        return self._beside.currentWidget() is self._editor

    def _show_buttons(self) -> None:
        editing = self._editing()
        for button in (self._print, self._excel, self._import_button, self._add):
            button.setVisible(not editing)
        for button in (self._cancel, self._save_new, self._save):
            button.setVisible(editing)

    def _arrange(self) -> None:
        """Below the least width for both, show the list or what is beside it, with the way back."""
        alone = self._room < Room.SHARED
        card = self._editing() or self._card_open
        self._lists.write(self._editing())
        self._lists.shown().show_sides(list_shown=not alone or not card, beside_shown=not alone or card)
        self._back.setVisible((self._lists.on_gaps() or (alone and card)) and not self._editing())
        self._show_buttons()

    def _on_opened(self) -> None:
        """Enter opens the form; where there is room for one of both only, first the card."""
        if self._room < Room.SHARED and not self._card_open:
            self._on_clicked()
        else:
            self._begin(self._current())

    def _on_clicked(self) -> None:
        self._card_open = True
        self._arrange()

    def _on_back(self) -> None:
        if not self._card_open or self._room >= Room.SHARED:
            self._lists.turn(to_gaps=False)
        self._card_open = False
        self._arrange()
        self._lists.shown().view.setFocus()

    def _on_turned(self) -> None:
        if self._editing():
            self._editor.keeper.flush()
            self._leave_editor()
        self._arrange()
        self._show_facts()
        self._show_card()
        order_tabs(self)
        self._lists.shown().view.setFocus()

    def _on_trash_turned(self) -> None:
        self._matters.turn(in_trash=self._lists.on_trash())

    def _on_current(self) -> None:
        if self._editing():
            self._editor.keeper.flush()
            self._leave_editor()
        self._show_card()

    # Editing ------------------------------------------------------------------------------------------------

    def _begin(self, person: Person | None, field: str = "") -> None:
        if not self.can_change or (person and person.member.trashed_on):
            return
        self._editor.keeper.flush()
        if person and self._reading.under_way:
            person = self._core.members.person(person.uid)
        draft = self._core.drafts.find(FORM, person.uid if person else "")
        self._beside.setCurrentWidget(self._editor)
        self._arrange()
        self._editor.begin(person, draft, field)

    def _leave_editor(self) -> None:
        self._editor.keeper.forget()
        self._beside.setCurrentWidget(self._card)
        self._arrange()

    def _end(self) -> None:
        """Leave the form; what was typed and not saved waits as a draft."""
        self._editor.keeper.flush()
        self._leave_editor()
        self._show_card()
        self._lists.shown().view.setFocus()

    def _on_drop_draft(self) -> None:
        self._editor.keeper.forget()
        self._core.drafts.drop(FORM, self._editor.subject)
        self._editor.begin(self._stored(), None)

    def _stored(self) -> Person | None:
        return self._core.members.person(self._editor.subject) if self._editor.subject else None

    def _keep_draft(self, subject: str, values: Values) -> None:
        self._core.drafts.keep(FORM, subject, values)

    def _on_save(self) -> None:
        member = self._saved() if self._editing() else None
        if member:
            self._leave_editor()
            self._go_to(member.uid)
            self._show_card()
            self._lists.shown().view.setFocus()

    def _on_new(self) -> None:
        """Begin a new member; a form that is open is saved first."""
        (self._save_new if self._editing() else self._add).click()

    def _on_save_and_new(self) -> None:
        member = self._saved()
        if member:
            self._go_to(member.uid)
            self._begin(None)

    def _saved(self) -> Member | None:
        """Return the member as stored now, or nothing when it was refused."""
        subject, values = self._editor.subject, self._editor.values()
        try:
            if not subject and not self._is_wanted(values):
                return None
            member = self._store(subject, values)
        except Invalid as error:
            self._editor.show_problems(error.problems)
        except ChangedElsewhere:
            self._editor.keeper.flush()
            self._desk.notifier.mind(words.CHANGED_ELSEWHERE)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            said = words.SAVED if subject else words.ADDED
            self._acts.tell(said.format(name=member.full_name))
            return member
        return None

    def _store(self, subject: str, values: Mapping[str, object]) -> Member:
        members = self._core.members
        member = members.save(subject, self._editor.rev, values) if subject else members.add(values)
        self._editor.keeper.forget()
        self._core.drafts.drop(FORM, subject)
        return member

    def _is_wanted(self, values: Mapping[str, object]) -> bool:
        """Ask before a second person of the same name and birth is added."""
        doubles = self._core.members.doubles(values)
        if not doubles:
            return True
        title = words.DOUBLE_TITLE.format(name=doubles[0].full_name)
        question = Question(title, words.DOUBLE_WORDS, words.DOUBLE_ADD, words.DOUBLE_KEEP)
        return self._desk.dialogs.ask(question)

    def _on_imported(self, done: Taken) -> None:
        said = (importing.IMPORTED, done.added), (importing.UPDATED, done.changed)
        self._acts.tell(" ".join(text.format(count=count) for text, count in said if count))
