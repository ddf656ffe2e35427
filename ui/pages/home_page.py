"""Trang chính: what is missing and due, each line leading to the field it speaks of; backup and package."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.services.home import HomeFacts, ToDo
from app.services.review import REVIEW_SUBJECTS
from ui.pages.home_aside import HomeAside
from ui.pages.next_year import NEXT_YEAR, OpeningYear
from ui.pages.page import Desk, Page
from ui.pages.start_notes import StartNotes
from ui.texts import home as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Text
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.step_line import Standing, Step, StepLine
from ui.widgets.styled import emptied, hairline, spaced, styled
from ui.widgets.tab_order import order_tabs
from ui.widgets.work_row import Work, WorkRow

_SUBJECTS = {"paper.no_submission": "submission"}
"""What a line opens on its page where it concerns no stored record."""
_STATES = {"block": State.BLOCKED, "answer": State.LACKING, "note": State.OPEN}
_ASIDE_WIDTH = 352
_NARROW_ASIDE_WIDTH = 280
Target = tuple[str, str, str]


class HomePage(Page):
    """The work of the year at the left, the cell, its backup and its package at the right."""

    subjects: ClassVar[frozenset[str]] = REVIEW_SUBJECTS | {
        "member",
        "cell",
        "work_year",
        "outgoing_paper",
        "submission",
        "backup",
        "past_level",
    }

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._next: Target = ("members", "", "")
        self._act = Button("", kind="primary", glyph="arrow-right", name="nextAct")
        self._act.clicked.connect(lambda: self.opened.emit(*self._next))
        self._head = PageHead(words.TITLE, [self._act])
        self._steps = StepLine(words.STEPS)
        self._count: Text
        self._lines = QVBoxLayout()
        self._aside = HomeAside(core, desk)
        self._aside.opened.connect(self.opened)
        self._aside.backed_up.connect(self.refresh)
        self._opening_year = OpeningYear(core, desk, self)
        self._opening_year.year_asked.connect(self.year_asked)
        self._opening_year.undo_asked.connect(self.undo_asked)
        self._aside.next_year_asked.connect(self._show_next_year)
        self._notes = StartNotes(core, desk, self)
        self._notes.opened.connect(self.opened)
        self._notes.year_asked.connect(self.year_asked)
        self._build()

    def _build(self) -> None:
        work = Sheet(padding=0, spacing=0)
        head = QHBoxLayout()
        spaced(head, look.px(12), (look.px(16), look.px(10), look.px(16), look.px(8)))
        head.addWidget(Text(words.WORK, role="section"), 1)
        self._count = Text(role="small", tone="soft", wrap=False, name="workCount")
        head.addWidget(self._count)
        work.body.addLayout(head)
        spaced(self._lines, 0)
        work.body.addLayout(self._lines)
        work.body.addStretch(1)
        steps = Sheet(padding=0)
        steps.body.addWidget(self._steps)
        self._scroll = Scroll()
        self._scroll.body.addWidget(steps)
        self._across = QHBoxLayout()
        spaced(self._across, look.px(12))
        self._across.addWidget(work, 1)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        spaced(column, 0)
        column.addWidget(self._aside)
        column.addStretch(1)
        self._across.addWidget(self._side)
        self._scroll.body.addLayout(self._across)
        self.column.addWidget(self._head)
        self.column.addWidget(self._scroll, 1)

    @override
    def show_year(self, year: int) -> None:
        self._year = year
        self.refresh()
        self._notes.say()

    @override
    def open_at(self, subject: str, field: str) -> None:
        if subject == NEXT_YEAR:
            self._show_next_year()

    def _show_next_year(self) -> None:
        self._opening_year.show(self._year, can_change=self.can_change)

    @override
    def refresh(self) -> None:
        facts, lines = self._core.home.overview(self._year)
        today = self._desk.clock.today()
        self._head.say(
            words.TODAY.format(
                weekday=words.WEEKDAYS[today.weekday()], day=today.day, month=today.month, year=today.year
            )
        )
        self._steps.show_steps(steps_of(lines, facts))
        self._show_lines(lines, facts)
        self._show_next(lines)
        self._aside.show_facts(facts)
        order_tabs(self)

    @override
    def fit(self, room: Room) -> None:
        below = room < Room.NARROW
        self._across.setDirection(
            QHBoxLayout.Direction.TopToBottom if below else QHBoxLayout.Direction.LeftToRight
        )
        width = _NARROW_ASIDE_WIDTH if room < Room.MEDIUM else _ASIDE_WIDTH
        self._side.setMaximumWidth(16_777_215 if below else look.px(width))
        self._side.setMinimumWidth(0 if below else look.px(width))
        self._aside.set_across(below)

    def _show_lines(self, lines: tuple[ToDo, ...], facts: HomeFacts) -> None:
        emptied(self._lines)
        self._count.setText(words.WORK_COUNT.format(count=len(lines)) if lines else "")
        if not facts.members:
            empty = EmptyState(words.EMPTY, words.LINES["members.none"].act, glyph="users")
            empty.chosen.connect(lambda: self.opened.emit("members", "", ""))
            self._lines.addWidget(hairline())
            self._lines.addWidget(empty)
        elif not lines:
            self._lines.addWidget(hairline())
            self._lines.addWidget(EmptyState(words.NOTHING.format(year=self._year), glyph="check-circle"))
        for severity, title in words.GROUPS.items():
            group = [line for line in lines if line.severity == severity and line.code != "members.none"]
            if group:
                self._lines.addWidget(_group_line(title, len(group)))
            for line in group:
                self._lines.addWidget(self._row(line, facts))

    def _row(self, line: ToDo, facts: HomeFacts) -> WorkRow:
        text = words.LINES[line.code]
        values = {"count": line.count, "members": facts.members, **line.params}
        row = WorkRow(
            Work(
                _STATES[line.severity],
                text.matter.format_map(values),
                _names(line),
                text.status.format_map(values),
            ),
            name=f"work_{line.code}",
        )
        target = _target(line)
        row.clicked.connect(lambda: self.opened.emit(*target))
        return row

    def _show_next(self, lines: tuple[ToDo, ...]) -> None:
        act = words.LINES[lines[0].code].act if lines else words.NOTHING_ACT
        self._next = _target(lines[0]) if lines else ("packages", "", "")
        self._act.setText(act)
        self._act.setAccessibleName(act)


def steps_of(lines: tuple[ToDo, ...], facts: HomeFacts) -> list[Step]:
    """Return the steps of the year as far as the program has them; the first that is not done is current."""
    open_steps = {
        words.STEP_OF_CODE[line.code.partition(".")[0]] for line in lines if line.severity != "note"
    }
    begun = (
        facts.members > 0,
        # Whoever handed a dossier in has held the review, on paper if not here.
        facts.is_rated or facts.is_finished or facts.handed_in_at is not None,
        facts.issued_papers > 0,
        facts.handed_in_at is not None,
        facts.backups.verified_on,
    )
    handed_in = words.HANDED_IN_ON.format(at=facts.handed_in_at.astimezone()) if facts.handed_in_at else ""
    titles = (words.STEP_MEMBERS, words.STEP_REVIEW, words.STEP_PAPERS, words.STEP_PACKAGE, words.STEP_BACKUP)
    done = [bool(begun[at]) and at not in open_steps for at in range(len(titles))]
    current = done.index(False) if False in done else -1
    steps = []
    for at, title in enumerate(titles):
        standing = Standing.DONE if done[at] else Standing.CURRENT if at == current else Standing.AHEAD
        fact = words.DONE if done[at] else words.DOING if at == current else words.NOT_BEGUN
        is_package = title == words.STEP_PACKAGE and done[at]
        steps.append(Step(title, handed_in if is_package else fact, standing))
    return steps


def _target(line: ToDo) -> Target:
    page, subject, field = line.opens
    return page, subject or _SUBJECTS.get(line.code, ""), field or ""


def _names(line: ToDo) -> str:
    names = ", ".join(line.names)
    return words.AND_MORE.format(names=names, more=line.more) if line.more else names


def _group_line(title: str, count: int) -> QWidget:
    line = QWidget()
    styled(line, ground="head", group="true")
    row = QHBoxLayout(line)
    spaced(row, look.px(6), (look.px(16), look.px(6), look.px(16), look.px(6)))
    row.addWidget(Text(title, role="strong", tone="soft", wrap=False))
    row.addWidget(Text(words.WORK_COUNT.format(count=count), role="small", tone="soft", wrap=False), 1)
    return line
