"""The right column of Trang chính: conference and corrections, backup, package, who the cell is."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.bootstrap import Core
from app.services.backups import BackupFacts
from app.services.home import DOSSIER_FROM, HomeFacts
from ui.pages.backing_up import BackingUp
from ui.pages.home_beside import CorrectionsSheet, MeetingSheet, at_left
from ui.pages.page import Desk
from ui.texts import home as words
from ui.texts import next_year, settings
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced


class HomeAside(QWidget):
    """What is at hand and what lasts, below each other or side by side."""

    opened = Signal(str, str, str)
    backed_up = Signal()
    next_year_asked = Signal()

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        spaced(self._box, look.px(12))
        self._members = Text(name="memberCount")
        self._kinds = Text(role="small", tone="soft")
        self._backup = StateLine(State.OPEN)
        self._second = StateLine(State.OPEN)
        self._package = StateLine(State.OPEN)
        self._papers = Text(role="small", tone="soft")
        self._year = StateLine(State.OPEN)
        self._meeting, self._corrections = MeetingSheet(), CorrectionsSheet()
        self._of_package = self._package_sheet()
        at_hand: tuple[QWidget, ...] = (self._meeting, self._corrections)
        lasting: tuple[QWidget, ...] = (self._backup_sheet(), self._of_package, self._cell_sheet())
        self._sides: list[QWidget] = []
        for sheets in (at_hand, lasting):
            side = QWidget()
            column = QVBoxLayout(side)
            spaced(column, look.px(12))
            for sheet in sheets:
                column.addWidget(sheet)
            column.addStretch(1)
            self._box.addWidget(side)
            self._sides.append(side)
        for told in (self._meeting, self._corrections):
            told.opened.connect(self.opened)

    def set_across(self, across: bool) -> None:  # noqa: FBT001  the one question of a narrow layout
        """Set the sheets side by side where the column went below the list."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if across else directions.TopToBottom)

    def show_facts(self, facts: HomeFacts) -> None:
        """Show the figures of the year."""
        self._meeting.show_facts(facts)
        self._corrections.show_facts(facts)
        self._sides[0].setVisible(facts.meeting is not None or facts.corrections is not None)
        today = self._desk.clock.today()
        is_due = today >= dt.date(facts.year, *DOSSIER_FROM) and facts.is_reviewed
        self._of_package.setVisible(is_due or facts.handed_in_at is not None or facts.issued_papers > 0)
        self._members.say(words.MEMBERS.format(members=facts.members) if facts.members else words.NO_MEMBERS)
        self._kinds.say(
            words.KINDS.format(official=facts.official, probationary=facts.probationary)
            if facts.members
            else ""
        )
        self._kinds.setVisible(bool(facts.members))
        self._second.say(*_second(facts.backups, self._desk.clock.today()))
        self._backup.say(*_backup(facts.backups, self._desk.clock.today()))
        if facts.handed_in_at:
            self._package.say(State.DONE, words.HANDED_IN.format(at=facts.handed_in_at.astimezone()))
        else:
            self._package.say(State.OPEN, words.NOT_HANDED_IN.format(year=facts.year))
        self._year.say(*_year(facts))
        self._papers.say(words.ISSUED.format(count=facts.issued_papers))

    def _cell_sheet(self) -> Sheet:
        sheet = Sheet()
        sheet.head(words.CELL)
        sheet.body.addWidget(self._members)
        sheet.body.addWidget(self._kinds)
        sheet.body.addWidget(self._year)
        members = Button(words.OPEN_MEMBERS, glyph="users", name="openMembers")
        members.clicked.connect(lambda: self.opened.emit("members", "", ""))
        year = Button(next_year.OPEN_DIALOG, glyph="notebook", name="openNextYear", changes=True)
        year.clicked.connect(self.next_year_asked)
        acts = FlowRow()
        acts.add(members, year)
        sheet.body.addWidget(acts)
        return sheet

    def _backup_sheet(self) -> Sheet:
        sheet = Sheet()
        sheet.head(words.BACKUP)
        sheet.body.addWidget(self._backup)
        sheet.body.addWidget(self._second)
        button = Button(settings.BACK_UP, glyph="hard-drive", name="backUpNow", changes=True)
        self._backing_up = BackingUp(self._core, self._desk, button)
        self._backing_up.made.connect(lambda _made: self.backed_up.emit())
        at_left(sheet, button)
        return sheet

    def _package_sheet(self) -> Sheet:
        sheet = Sheet()
        sheet.head(words.PACKAGE)
        sheet.body.addWidget(self._package)
        sheet.body.addWidget(self._papers)
        self._add_button(sheet, words.OPEN_PACKAGES, "packages", "openPackages", "archive")
        return sheet

    def _add_button(self, sheet: Sheet, title: str, place: str, name: str, glyph: str) -> None:
        button = Button(title, glyph=glyph, name=name)
        button.clicked.connect(lambda: self.opened.emit(place, "", ""))
        at_left(sheet, button)


def _backup(facts: BackupFacts, today: dt.date) -> tuple[State, str]:
    last_on = facts.verified_on
    if last_on is None:
        return State.LACKING, words.BACKUP_FAILED if facts.failed else words.NO_BACKUP
    days = (today - last_on).days
    if facts.is_red(today):
        return State.BLOCKED, words.BACKUP_ON.format(date=last_on, days=days)
    if facts.failed:
        return State.LACKING, words.BACKUP_FAILED_SINCE.format(date=last_on)
    return State.DONE, words.BACKUP_TODAY if days <= 0 else words.BACKUP_ON.format(date=last_on, days=days)


def _year(facts: HomeFacts) -> tuple[State, str]:
    if facts.is_finished:
        return State.DONE, next_year.YEAR_FINISHED.format(year=facts.year)
    said = next_year.UNDER_REVIEW if facts.is_reviewed else next_year.NOT_REVIEWED
    return State.OPEN, said.format(year=facts.year)


def _second(facts: BackupFacts, today: dt.date) -> tuple[State, str]:
    if not facts.has_second:
        return State.OPEN, words.NO_SECOND
    if facts.second_on is None:
        return State.LACKING, words.SECOND_NEVER
    state = State.LACKING if facts.second_is_old(today) else State.DONE
    return state, words.SECOND_ON.format(date=facts.second_on)
