"""Left in Nộp hồ sơ: the parts of the dossier with their states, and the earlier writings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.outgoing_papers import Submission
from app.services.packages import LACKING, Part
from ui.models.record_table import Column, RecordTable
from ui.texts import packages as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.record_view import RecordView
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced
from ui.widgets.two_line_view import TWO_LINES, Lines, TwoLineView

STATES = {
    "present": State.DONE,
    "partly": State.PARTLY,
    "not_needed": State.NOT_APPLICABLE,
    "draft": State.LACKING,
    "missing": State.OPEN,
    "made": State.NOTE,
}
MOST_TIMES = 3
MOST_NAMES = 3
STATE_WIDTH, SHORT_STATE_WIDTH = 184, 172
WRITTEN = "written"
Numbered = tuple[int, Part]
Time = tuple[int, Submission]


def code_of(submission: Submission) -> str:
    """Return the code by which both sides compare a package: ``7F3A 91C2``."""
    short = submission.package_id[:8].upper()
    return f"{short[:4]} {short[4:]}"


def moment_of(submission: Submission) -> dt.datetime:
    """Return when it was written, or begun, by the clock of the room."""
    return (submission.written_at or submission.started_at).astimezone()


class PackageParts(QWidget):
    """What goes in, what is missing, what went before."""

    opened = Signal(str)
    """The paper, or the kind of paper, that is wanted."""
    note_asked = Signal(object)
    """Something is to be said of this part: that it is there on paper, or not needed."""

    def __init__(self, edited: QWidget) -> None:
        super().__init__()
        self._edited = edited
        self._table: RecordTable[Numbered] = RecordTable(_columns(), lambda one: one[1].code, self)
        self._view = RecordView("partList", words.PARTS)
        self._view.opened.connect(self._on_opened)
        self._view.current_changed.connect(lambda _code: self._show_note())
        self._say = QWidget()
        self._about = Text(role="small", tone="soft")
        self._note_part = Button(words.NOTE_PART, glyph="pencil-simple", name="notePart", changes=True)
        self._note_part.clicked.connect(self._on_note)
        self._summary = StateLine(State.DONE, role="base")
        self._note = Text(words.INCOMPLETE_NOTE, role="small", tone="soft")
        column = Column[Time]("time", words.HISTORY, _said, sort=lambda one: -one[0])
        self._times: RecordTable[Time] = RecordTable([column], lambda one: one[1].uid, self)
        self._history = TwoLineView("historyList", words.HISTORY, _lines)
        self._no_history = Text(role="small", tone="soft")
        self._build()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show the parts in dossier order and say what is missing."""
        self._table.set_records(list(enumerate(parts)))
        self._fit_rows()
        self._say.setVisible(any(_can_be_said(part) for part in parts))
        self._show_note()
        present = sum(part.count for part in parts if part.state == "present")
        self._count.setText(words.PARTS_COUNT.format(count=present))
        missing = [_lacking(part) for part in parts if part.state in LACKING]
        self._note.setVisible(bool(missing) and present > 0)
        if not present:
            self._summary.say(State.LACKING, words.NOTHING_ISSUED)
        elif missing:
            self._summary.say(State.LACKING, words.INCOMPLETE.format(parts=", ".join(missing)))
        else:
            self._summary.say(State.DONE, words.COMPLETE)

    def _on_opened(self, code: str) -> None:
        part = next(part for _, part in self._table.shown() if part.code == code)
        if part.opens:
            self.opened.emit(part.opens)

    def _current(self) -> Part | None:
        code = self._view.current()
        return next((part for _, part in self._table.shown() if part.code == code), None)

    def _show_note(self) -> None:
        part = self._current()
        can = part is not None and _can_be_said(part)
        self._note_part.setEnabled(can)
        self._about.setText(words.NOTE_HOW if part is None or can else words.NOTE_NONE)

    def _on_note(self) -> None:
        part = self._current()
        if part is not None:
            self.note_asked.emit(part)

    def show_history(self, submissions: Sequence[Submission], year: int) -> None:
        """Show the writings, the latest first."""
        total = len(submissions)
        self._times.set_records([(total - at, one) for at, one in enumerate(submissions)])
        self._history.setFixedHeight(look.px(TWO_LINES) * min(max(total, 1), MOST_TIMES))
        self._history.setVisible(total > 0)
        self._no_history.setText(words.NO_HISTORY.format(year=year))
        self._no_history.setVisible(not total)
        self._history_count.setText(words.TIMES.format(count=total) if total else "")

    def fit(self, *, narrow: bool) -> None:
        """Let the places and the counts go where there is no room for them."""
        for column in (0, 2):
            self._view.setColumnHidden(column, narrow)
        head = self._view.horizontalHeader()
        head.resizeSection(3, look.px(SHORT_STATE_WIDTH if narrow else STATE_WIDTH))
        self._fit_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        self._view.setFixedHeight(self._view.fit_rows())

    def _build(self) -> None:
        parts = Sheet()
        self._count = parts.head(words.PARTS)
        columns = _columns()
        self._view.show_rows(self._table, [column.width for column in columns], 1)
        self._view.wraps = True
        # The titles get their width after the page got its own.
        self._view.horizontalHeader().sectionResized.connect(lambda *_: self._fit_rows())
        said = QHBoxLayout(self._say)
        spaced(said, look.px(8))
        said.addWidget(self._about, 1)
        said.addWidget(self._note_part, 0)
        for part in (self._summary, self._note, self._edited, self._say, self._view):
            parts.body.addWidget(part)
        history = Sheet()
        self._history_count = history.head(words.HISTORY)
        self._history.show_model(self._times)
        history.body.addWidget(self._history)
        history.body.addWidget(self._no_history)
        column = QVBoxLayout(self)
        spaced(column, look.px(12))
        column.addWidget(parts)
        column.addWidget(history)
        column.addStretch(1)


def _columns() -> tuple[Column[Numbered], ...]:
    return (
        Column[Numbered]("number", words.NUMBER, lambda one: f"{one[0]:02d}", 50, tone=lambda _one: "soft"),
        Column[Numbered]("title", words.PART, lambda one: one[1].title),
        Column[Numbered]("count", words.COUNT, _count, 76, tone=lambda _one: "soft"),
        Column[Numbered]("state", words.STATE, _state, STATE_WIDTH, state=lambda one: STATES[one[1].state]),
    )


def _can_be_said(part: Part) -> bool:
    """Return whether it may be said to be there on paper, or not needed: it lacks, or was said to."""
    return part.can_be_noted and (part.state in LACKING or part.noted is not None)


def _count(numbered: Numbered) -> str:
    count = numbered[1].count
    return words.PAPERS.format(count=count) if count else ""


def _lacking(part: Part) -> str:
    """Return a part that is missing, with the names where it is that of a few."""
    title = part.title[:1].lower() + part.title[1:]
    if not part.lacking or len(part.lacking) > MOST_NAMES:
        return title
    return words.LACKING_OF.format(part=title, names=", ".join(part.lacking))


def _state(numbered: Numbered) -> str:
    part = numbered[1]
    said = words.STATES[part.state]
    return f"{said} · {part.note}" if part.note else said


def _lines(one: Time) -> Lines:
    time, submission = one
    finished = submission.state == WRITTEN
    return Lines(
        first=words.ONCE.format(time=time, at=moment_of(submission)),
        aside="",
        second=(
            words.WRITTEN.format(count=submission.file_count, code=code_of(submission))
            if finished
            else words.NOT_FINISHED
        ),
        state=State.DONE if finished else State.BLOCKED,
    )


def _said(one: Time) -> str:
    lines = _lines(one)
    return f"{lines.first}, {lines.second}"
