"""The card beside the list: one member's facts, with the acts on that member."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.members import Member, lacking_facts
from app.domain.people import Person
from app.domain.posts import post_text
from app.domain.types import show_date
from ui.pages.member_columns import lacked
from ui.texts import members as words
from ui.texts.fields import CHOICES, MEMBER, post_name
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.facts import FactList
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced

_SHOWN = ("sex", "born_on", "admitted_on", "official_on")
_LAST_DIGITS = 4


class MemberCard(Sheet):
    """Facts of a member; the card number stays covered until asked for."""

    edit_asked = Signal(str)
    """Name of the field to begin with, or ""."""
    trash_asked = Signal()
    restore_asked = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._member: Member | None = None
        self._name = Text(role="title", name="cardName")
        self._since = Text(role="small", tone="soft", name="cardSince")
        self._lacks = StateLine(State.LACKING, role="base")
        self._draft = StateLine(State.ASKED, role="base")
        self._facts = FactList(words.NOT_YET)
        self._edit = Button(words.EDIT, glyph="pencil-simple", name="editMember")
        self._open_draft = Button(words.OPEN_DRAFT, name="openDraft")
        self._trash = Button(words.TO_TRASH, kind="danger", glyph="trash", name="trashMember")
        self._restore = Button(words.TAKE_BACK, glyph="arrow-counter-clockwise", name="restoreMember")
        self._number = Text()
        self._eye = Button("", kind="icon")
        self._build()
        self._edit.clicked.connect(lambda: self.edit_asked.emit(""))
        self._open_draft.clicked.connect(lambda: self.edit_asked.emit(""))
        self._trash.clicked.connect(self.trash_asked)
        self._restore.clicked.connect(self.restore_asked)

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
        scroll = Scroll(spacing=10)
        scroll.body.addLayout(head)
        scroll.body.addWidget(self._draft)
        scroll.body.addWidget(self._open_draft)
        scroll.body.addWidget(self._lacks)
        scroll.body.addWidget(self._facts)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        acts = FlowRow()
        acts.add(self._restore, self._trash)
        column.addWidget(acts)
        self._nobody = Text(words.NOBODY_CHOSEN, tone="soft")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._nobody, 1)
        self.body.addWidget(self._inside, 1)

    def show_person(self, person: Person | None, today: dt.date, *, has_draft: bool) -> None:
        """Show a member as of `today`, or that nobody is chosen."""
        member = person.member if person else None
        self._member = member
        self._inside.setVisible(member is not None)
        self._nobody.setVisible(member is None)
        if person is None or member is None:
            return
        self._name.setText(member.full_name)
        self._since.setText(_standing(member))
        facts = lacked(member)
        self._lacks.say(State.LACKING, words.STILL_LACKS.format(facts=facts))
        self._lacks.setVisible(bool(lacking_facts(member)))
        self._draft.say(State.ASKED, words.DRAFT_WAITS)
        self._draft.setVisible(has_draft)
        self._open_draft.setVisible(has_draft)
        self._edit.setVisible(member.trashed_on is None)
        self._trash.setVisible(member.trashed_on is None)
        self._restore.setVisible(member.trashed_on is not None)
        self._show_facts(member, post_text(person.posts, today, post_name))

    def _show_facts(self, member: Member, posts: str) -> None:
        self._facts.clear()
        self._eye = Button(words.SHOW_NUMBER, kind="icon", glyph="eye", name="showNumber")
        self._eye.setVisible(bool(member.card_number))
        self._eye.clicked.connect(self._on_eye)
        covered = words.CARD_HIDDEN.format(last=member.card_number[-_LAST_DIGITS:])
        for field in _SHOWN:
            self._facts.add(MEMBER[field].label, _shown(member, field))
        self._facts.add(words.POST, posts)
        number = covered if member.card_number else ""
        self._number = self._facts.add(MEMBER["card_number"].label, number, self._eye)
        self.setTabOrder(self._open_draft, self._eye)

    def _on_eye(self) -> None:
        if self._member:
            self._number.setText(self._member.card_number)
            self._eye.hide()


def _standing(member: Member) -> str:
    if member.trashed_on:
        return words.TRASHED_SINCE.format(date=f"{member.trashed_on:%d/%m/%Y}")
    if member.is_official:
        return words.OFFICIAL_SINCE.format(date=show_date(member.official_on)).capitalize()
    return words.ON_PROBATION.capitalize()


def _shown(member: Member, field: str) -> str:
    value = getattr(member, field)
    if field.endswith("_on"):
        return show_date(value)
    if field == "sex":
        return dict(CHOICES[type(value)])[value] if value else ""
    return str(value)
