"""The sheets of Trang chính about what is at hand: the conference, and the ledger of corrections."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.services.home import Correction, Corrections, HomeFacts, Meeting
from ui.pages.home_said import said_day
from ui.texts import home as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Sheet
from ui.widgets.styled import emptied, spaced
from ui.widgets.work_row import Work, WorkRow


class MeetingSheet(Sheet):
    """When and where the conference sits, and how far away that is; hidden while none is planned."""

    opened = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.head(words.MEETING)
        self._when = Text(name="meetingWhen")
        self._where = Text(role="small", tone="soft")
        self._left = StateLine(State.OPEN)
        for part in (self._when, self._where, self._left):
            self.body.addWidget(part)
        button = Button(words.OPEN_MEETING, glyph="notebook", name="openMeeting")
        button.clicked.connect(lambda: self.opened.emit("conference", "", ""))
        at_left(self, button)

    def show_facts(self, facts: HomeFacts) -> None:
        """Show the conference of the year."""
        meeting = facts.meeting
        self.setVisible(meeting is not None)
        if meeting is None:
            return
        self._when.say(_when(meeting))
        sittings = words.MEETING_SITTINGS.format(count=meeting.sittings) if meeting.sittings > 1 else ""
        self._where.say(" · ".join(filter(None, (meeting.place, sittings))))
        self._where.setVisible(bool(self._where.text()))
        self._left.say(*_left(meeting))
        self._left.setVisible(bool(self._left.words()))


def _when(meeting: Meeting) -> str:
    day = meeting.held_on
    if day is None:
        return words.MEETING_NO_DAY
    weekday = words.WEEKDAYS[day.weekday()]
    if not meeting.started_at:
        return words.MEETING_AT.format(weekday=weekday, date=day)
    hours, _, minutes = meeting.started_at.partition(":")
    hour = words.HOUR.format(hours=int(hours), minutes=minutes if minutes != "00" else "").strip()
    return words.MEETING_AT_HOUR.format(hour=hour, weekday=weekday, date=day)


def _left(meeting: Meeting) -> tuple[State, str]:
    if meeting.is_closed:
        return State.DONE, words.MEETING_CLOSED
    if meeting.days_left is None:
        return State.LACKING, words.MEETING_OVER if meeting.held_on else ""
    if meeting.days_left == 0:
        return State.LACKING, words.MEETING_TODAY
    return State.OPEN, words.MEETING_LEFT.format(days=meeting.days_left)


class CorrectionsSheet(Sheet):
    """How the ledger of corrections stands, with the matters due first; hidden while it is empty."""

    opened = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.head(words.CORRECTIONS)
        self._sum = StateLine(State.OPEN)
        self._lines = QVBoxLayout()
        spaced(self._lines, 0)
        self.body.addWidget(self._sum)
        self.body.addLayout(self._lines)
        button = Button(words.OPEN_CORRECTIONS, name="openCorrections")
        button.clicked.connect(lambda: self.opened.emit("remediation", "", ""))
        at_left(self, button)

    def show_facts(self, facts: HomeFacts) -> None:
        """Show the ledger of the year."""
        ledger = facts.corrections
        self.setVisible(ledger is not None)
        emptied(self._lines)
        if ledger is None:
            return
        self._sum.say(*_sum(ledger))
        for one in ledger.first:
            row = WorkRow(_work(one, facts.year), name="correction", on_card=True, stacked=True)
            row.clicked.connect(partial(self._on_row, one.uid))
            self._lines.addWidget(row)

    def _on_row(self, uid: str, *_clicked: bool) -> None:
        self.opened.emit("remediation", uid, "state")


def _sum(ledger: Corrections) -> tuple[State, str]:
    if ledger.late:
        return State.BLOCKED, words.CORRECTIONS_LATE.format(late=ledger.late, all=ledger.all)
    if ledger.open:
        return State.OPEN, words.CORRECTIONS_OPEN.format(open=ledger.open, all=ledger.all)
    return State.DONE, words.CORRECTIONS_DONE.format(all=ledger.all)


def _work(one: Correction, year: int) -> Work:
    if one.days_late:
        return Work(State.BLOCKED, one.text, one.owner, words.CORRECTION_LATE.format(days=one.days_late))
    due = (
        words.CORRECTION_DUE.format(day=said_day(one.due_on, year)) if one.due_on else words.CORRECTION_NO_DAY
    )
    return Work(State.OPEN, one.text, one.owner, due)


def at_left(sheet: Sheet, button: Button) -> None:
    """Put a button at the left of a line of its own."""
    row = QHBoxLayout()
    spaced(row, look.px(8))
    row.addWidget(button)
    row.addStretch(1)
    sheet.body.addLayout(row)
