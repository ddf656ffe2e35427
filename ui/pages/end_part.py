"""Kết thúc: remarks and conclusion of the whole conference, reserved opinions, named defects, its close."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.conferences import ConferenceState
from ui.forms.record_book import RecordBook
from ui.forms.record_kind import Owner
from ui.pages.conference_kinds import close_kind, reservation_kind
from ui.pages.conference_scene import Scene
from ui.pages.page import Desk
from ui.texts import conference as words
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import CheckField
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import emptied, spaced

_SAID = {
    ConferenceState.PLANNED: (State.OPEN, words.IS_PLANNED),
    ConferenceState.OPEN: (State.PARTLY, words.IS_OPEN),
    ConferenceState.CLOSED: (State.DONE, words.IS_CLOSED),
}


class EndPart(QWidget):
    """What is said of the conference as a whole, and the acts that open and close it."""

    open_asked = Signal()
    close_asked = Signal()
    tag_asked = Signal(str, bool)
    """A defect by its code is named, or taken back."""

    def __init__(self, scene: Scene, desk: Desk) -> None:
        super().__init__()
        self._scene = scene
        self._can_change = True
        self._state = StateLine(State.OPEN, role="base")
        self._unread = StateLine(State.LACKING, words.NOT_READ)
        self._open = Button(words.OPEN_CONFERENCE, name="openConference", changes=True)
        self._close = Button(words.CLOSE_CONFERENCE, glyph="check", name="closeConference", changes=True)
        self.close_book = RecordBook(close_kind(scene), scene.core.drafts, desk.notifier)
        self.reservations = RecordBook(reservation_kind(scene), scene.core.drafts, desk.notifier)
        self._tags = QVBoxLayout()
        self._build()
        self._open.clicked.connect(self.open_asked)
        self._close.clicked.connect(self.close_asked)

    def _build(self) -> None:
        spaced(self._tags, 0)
        sheet, scroll, acts = Sheet(), Scroll(spacing=12), FlowRow()
        acts.add(self._open, self._close)
        for part in (self._state, self._unread, acts, self.close_book, self.reservations):
            scroll.body.addWidget(part)
        self._defects = Text(words.DEFECTS, role="section")
        self._note = Text(words.DEFECTS_NOTE, role="small", tone="soft")
        scroll.body.addWidget(self._defects)
        scroll.body.addWidget(self._note)
        scroll.body.addLayout(self._tags)
        scroll.body.addStretch(1)
        sheet.body.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(sheet, 1)

    def books(self) -> tuple[RecordBook[Any], ...]:
        """Return its lists."""
        return (self.close_book, self.reservations)

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let defects be named, or only be looked at."""
        self._can_change = allowed

    def refresh(self) -> None:
        """Show the conference in sight."""
        view = self._scene.view
        if view is None:
            return
        one = view.conference
        for book in self.books():
            book.show_of(Owner(self._scene.year, one.uid))
        self._state.say(*_SAID[one.state])
        self._open.setVisible(one.state is ConferenceState.PLANNED)
        self._close.setVisible(one.state is ConferenceState.OPEN)
        self._unread.setVisible(one.state is ConferenceState.OPEN and not one.read_back)
        self._show_tags()

    def _show_tags(self) -> None:
        view = self._scene.view
        emptied(self._tags)
        offered = view.meeting.review.rules.defects if view else ()
        tags = self._scene.core.review.whole(self._scene.year).defect_tags
        named = {one.tag for one in tags if one.conference == self._scene.chosen}
        for one in offered:
            tick = CheckField(one.name)
            tick.setObjectName(f"defect_{one.code}")
            tick.set_value(one.code in named)
            tick.setEnabled(self._can_change)
            tick.toggled.connect(lambda on, code=one.code: self.tag_asked.emit(code, on))
            self._tags.addWidget(tick)
            tick.show()
        for part in (self._defects, self._note):
            part.setVisible(bool(offered))
