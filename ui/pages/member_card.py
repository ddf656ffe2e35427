"""The card beside the list: one person's facts in tabs, what to mind above them, the acts below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.levels import PastLevel
from app.domain.members import Member
from app.domain.people import Person
from ui.desktop import clipboard
from ui.pages.member_columns import covered_number
from ui.pages.person_facts import Event, contact_facts, life, minded, party_facts, personal_facts, subtitle
from ui.texts import clearing, shared
from ui.texts import members as words
from ui.texts import person as says
from ui.texts.fields import MEMBER
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.facts import FactList
from ui.widgets.flow import FlowRow
from ui.widgets.guarded import GuardedText
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import emptied, hairline, spaced
from ui.widgets.tabs import Tabs

_BEGIN_WITH = ("", "posts", "phone")
"""The field that Sửa begins with, by the tab one is looking at."""


class MemberCard(Sheet):
    """Facts of a person as of a day; the card number stays covered until asked for."""

    edit_asked = Signal(str)
    """Name of the field to begin with, or ""."""
    trash_asked = Signal()
    restore_asked = Signal()
    erase_asked = Signal()
    number_turned = Signal(bool)
    """The card number was asked for, or is to be covered again."""

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._member: Member | None = None
        self._name = Text(role="title", name="cardName")
        self._since = Text(role="small", tone="soft", name="cardSince")
        self._draft = StateLine(State.ASKED, role="base")
        self._minded = QVBoxLayout()
        spaced(self._minded, look.px(6))
        self._tabs = Tabs(list(says.TABS), "cardTabs")
        self._tabs.setAccessibleName(says.TAB_NAMES)
        self._party = FactList(words.NOT_YET)
        self._contact = FactList(words.NOT_YET)
        self._life = QVBoxLayout()
        spaced(self._life, look.px(4))
        self._edit = Button(words.EDIT, glyph="pencil-simple", name="editMember", changes=True)
        self._open_draft = Button(words.OPEN_DRAFT, name="openDraft", changes=True)
        self._trash = Button(words.TO_TRASH, kind="danger", glyph="trash", name="trashMember", changes=True)
        self._restore = Button(
            words.TAKE_BACK, glyph="arrow-counter-clockwise", name="restoreMember", changes=True
        )
        self._erase = Button(clearing.ERASE, kind="danger", glyph="trash", name="eraseMember", changes=True)
        self._number_shown = False
        self._number = GuardedText()
        self._eye = Button("", kind="icon")
        self._build()
        self._edit.clicked.connect(lambda: self.edit_asked.emit(_BEGIN_WITH[self._tabs.current()]))
        self._open_draft.clicked.connect(lambda: self.edit_asked.emit(""))
        self._trash.clicked.connect(self.trash_asked)
        self._restore.clicked.connect(self.restore_asked)
        self._erase.clicked.connect(self.erase_asked)

    def show_person(
        self, person: Person | None, today: dt.date, past: Sequence[PastLevel] = (), *, has_draft: bool
    ) -> None:
        """Show a person as of `today` with the levels of `past` years, or that nobody is chosen."""
        self._member = member = person.member if person else None
        self._inside.setVisible(member is not None)
        self._nobody.setVisible(member is None)
        if person is None or member is None:
            return
        self._name.setText(member.full_name)
        self._since.setText(subtitle(person, today))
        self._since.setVisible(bool(self._since.text()))
        self._draft.say(State.ASKED, words.DRAFT_WAITS)
        self._draft.setVisible(has_draft)
        self._open_draft.setVisible(has_draft)
        self._edit.setVisible(member.trashed_on is None)
        self._trash.setVisible(member.trashed_on is None)
        self._restore.setVisible(member.trashed_on is not None)
        self._erase.setVisible(member.trashed_on is not None)
        self._show_minded(person, today)
        self._show_party(person, today)
        self._show_life(person, today, past)
        self._show_contact(member)

    def _build(self) -> None:
        names = QVBoxLayout()
        spaced(names, 0)
        names.addWidget(self._name)
        names.addWidget(self._since)
        head = QHBoxLayout()
        spaced(head, look.px(8))
        head.addLayout(names, 1)
        head.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        spaced(column, look.px(10))
        scroll = Scroll(spacing=8)
        in_trash = FlowRow()
        in_trash.add(self._restore, self._erase)
        scroll.body.addLayout(head)
        scroll.body.addWidget(in_trash)
        scroll.body.addWidget(self._draft)
        scroll.body.addWidget(self._open_draft)
        scroll.body.addLayout(self._minded)
        scroll.body.addWidget(self._tabs)
        for page in self._pages():
            scroll.body.addWidget(page)
        acts = FlowRow()
        acts.add(self._trash)
        scroll.body.addWidget(acts)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        self._nobody = Text(words.NOBODY_CHOSEN, tone="soft")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._nobody, 1)
        self.body.addWidget(self._inside, 1)

    def _pages(self) -> list[QWidget]:
        """Return the pages of the tabs; each is as high as what stands on it."""
        past = QWidget()
        past.setLayout(self._life)
        pages: list[QWidget] = [self._party, past, self._contact]

        def show(current: int) -> None:
            for at, page in enumerate(pages):
                page.setVisible(at == current)

        self._tabs.chosen.connect(show)
        show(self._tabs.current())
        return pages

    def _show_minded(self, person: Person, today: dt.date) -> None:
        emptied(self._minded)
        # Of who lies in the trash nothing is to be done but to decide.
        for one in minded(person, today) if person.member.trashed_on is None else ():
            self._minded.addWidget(StateLine(one.state, one.words, role="base"))

    def _show_party(self, person: Person, today: dt.date) -> None:
        self._party.clear()
        for label, value in party_facts(person, today):
            self._party.add(label, value)
        number = person.member.card_number
        self._eye = Button(shared.SHOW_NUMBER, kind="icon", glyph="eye", name="showNumber")
        self._eye.setVisible(bool(number))
        self._eye.clicked.connect(lambda: self.number_turned.emit(not self._number_shown))
        self._number = self._party.add_number(MEMBER["card_number"].label, number, self._eye)
        self._number.copied.connect(clipboard.copy)
        self._show_number()
        for label, value in personal_facts(person.member):
            self._party.add(label, value)
        self.setTabOrder(self._tabs, self._eye)

    def _show_life(self, person: Person, today: dt.date, past: Sequence[PastLevel]) -> None:
        emptied(self._life)
        for title, events in life(person, today, past):
            self._life.addWidget(Text(title, role="strong"))
            for event in events:
                self._life.addWidget(_line(event))
            if not events:
                self._life.addWidget(Text(says.NOTHING_KEPT, tone="faint"))
            self._life.addWidget(hairline())

    def _show_contact(self, member: Member) -> None:
        self._contact.clear()
        for label, value in contact_facts(member):
            self._contact.add(label, value)

    def show_number(self, *, shown: bool) -> None:
        """Show the card number, or cover it."""
        self._number_shown = shown
        self._show_number()

    def _show_number(self) -> None:
        if self._member and self._member.card_number:
            shown = self._number_shown
            self._number.setText(self._member.card_number if shown else covered_number(self._member))
            said = shared.COVER_NUMBER if shown else shared.SHOW_NUMBER
            self._eye.say(said, "eye-slash" if shown else "eye")


def _line(event: Event) -> QWidget:
    """Return the two lines of an event; one that is over stands in pale words."""
    line = QWidget()
    column = QVBoxLayout(line)
    spaced(column, 0, (0, look.px(2), 0, look.px(4)))
    column.addWidget(Text(event.what, tone="soft" if event.is_over else ""))
    when = Text(event.when, role="small", tone="soft")
    when.setVisible(bool(event.when))
    column.addWidget(when)
    return line
