"""The list of work on Trang chính: groups of lines, each one click from the field it speaks of."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.home import HomeFacts, StepStanding, ToDo
from ui.pages.home_said import group_of, said_day, step_at, step_title, target_of, work_of
from ui.texts import home as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Text
from ui.widgets.sheet import Sheet
from ui.widgets.styled import emptied, hairline, spaced, styled
from ui.widgets.work_row import WorkRow

MOST_LINES = 12
"""So many lines stand there at first (rulings.md 2.5); the rest is one click away."""


class WorkList(Sheet):
    """The lines that stand for the year, what weighs and is due first."""

    opened = Signal(str, str, str)
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, spacing=0)
        self._all = False
        self._shown: tuple[HomeFacts, tuple[ToDo, ...], dt.date] | None = None
        self._count = Text(role="small", tone="soft", wrap=False, name="workCount")
        self._findings = Button(words.TO_FINDINGS, kind="link", name="homeFindings")
        self._findings.clicked.connect(lambda: self.opened.emit("findings", "", ""))
        self._lines = QVBoxLayout()
        self._more = Button(words.MORE, kind="link", glyph="caret-down", name="moreWork")
        self._more.clicked.connect(self._on_more)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        spaced(head, look.px(12), (look.px(16), look.px(6), look.px(16), look.px(4)))
        head.addWidget(Text(words.WORK, role="section"), 1)
        head.addWidget(self._findings)
        head.addWidget(self._count)
        self.body.addLayout(head)
        spaced(self._lines, 0)
        self.body.addLayout(self._lines)
        more = QHBoxLayout()
        spaced(more, 0, (look.px(12), 0, look.px(12), 0))
        more.addWidget(self._more)
        more.addStretch(1)
        self.body.addLayout(more)
        self.body.addStretch(1)

    def fold(self) -> None:
        """Show the first lines only, as on another year."""
        self._all = False

    def show_lines(self, facts: HomeFacts, lines: tuple[ToDo, ...], today: dt.date) -> None:
        """Show the lines of a year."""
        self._shown = facts, lines, today
        emptied(self._lines)
        self._count.setText(words.WORK_COUNT.format(count=len(lines)) if lines else "")
        self._findings.setVisible(any(line.finding for line in lines))
        if not facts.members and not facts.is_finished:
            self._say_first_step()
        elif not lines:
            self._lines.addWidget(hairline())
            self._lines.addWidget(EmptyState(_nothing(facts), glyph="check-circle"))
        self._add_groups(facts, [line for line in lines if line.code != "members.none"], today)

    def _say_first_step(self) -> None:
        empty = EmptyState(words.EMPTY, words.LINES["members.none"].act, glyph="users")
        empty.chosen.connect(lambda: self.opened.emit("members", "", ""))
        self._lines.addWidget(hairline())
        self._lines.addWidget(empty)

    def _add_groups(self, facts: HomeFacts, lines: list[ToDo], today: dt.date) -> None:
        grouped: dict[str, list[ToDo]] = {name: [] for name in words.GROUPS}
        for line in lines:
            grouped[group_of(line, facts, today)].append(line)
        left = len(lines) if self._all or len(lines) <= MOST_LINES else MOST_LINES - 1
        self._more.setVisible(left < len(lines))
        self._more.say(words.MORE.format(count=len(lines) - left))
        for name, group in grouped.items():
            shown = group[:left]
            left -= len(shown)
            if shown:
                self._lines.addWidget(_group_line(_title(name, facts), len(group)))
            for line in shown:
                row = WorkRow(work_of(line, name, facts, today), name=f"work_{line.finding or line.code}")
                row.clicked.connect(partial(self._on_row, line))
                self._lines.addWidget(row)

    def _on_row(self, line: ToDo, *_clicked: bool) -> None:
        self.opened.emit(*target_of(line))

    def _on_more(self) -> None:
        self._all = True
        if self._shown:
            self.show_lines(*self._shown)
            self.rearranged.emit()


def _title(group: str, facts: HomeFacts) -> str:
    day = facts.meeting.held_on if facts.meeting else None
    return words.GROUPS[group].format(day=said_day(day, facts.year) if day else "")


def _nothing(facts: HomeFacts) -> str:
    if facts.is_finished:
        return words.NOTHING_IN_FINISHED.format(year=facts.year)
    found = step_at(facts, StepStanding.NEXT)
    if found is None or found[1].begins_on is None:
        return words.NOTHING
    step, day = found[1], said_day(found[1].begins_on, facts.year)
    return words.NOTHING_UNTIL.format(step=step_title(step), day=day)


def _group_line(title: str, count: int) -> QWidget:
    line = QWidget()
    styled(line, ground="head", group="true")
    row = QHBoxLayout(line)
    spaced(row, look.px(6), (look.px(16), look.px(6), look.px(16), look.px(6)))
    row.addWidget(Text(title, role="strong", tone="soft", wrap=False))
    row.addWidget(Text(words.WORK_COUNT.format(count=count), role="small", tone="soft", wrap=False), 1)
    return line
