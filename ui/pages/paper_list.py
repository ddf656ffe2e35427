"""The register of papers at the left of Văn bản: filter, rows of two lines, the first step when empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.outgoing_papers import OutgoingPaper
from ui.models.record_table import Column, RecordTable
from ui.texts import papers as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.editors import ChoiceField
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced
from ui.widgets.two_line_view import Lines, TwoLineView

CONDITIONS: dict[str, Callable[[OutgoingPaper], bool]] = {
    "all": lambda paper: paper.trashed_on is None,
    "drafts": lambda paper: paper.trashed_on is None and not paper.is_issued,
    "issued": lambda paper: paper.is_issued,
    "trash": lambda paper: paper.trashed_on is not None,
}


def number_of(paper: OutgoingPaper) -> str:
    """Return ``Số 05-TTr/CB``, or nothing for what has no number."""
    if paper.number is None:
        return ""
    return words.NUMBER.format(number=paper.number, type_code=paper.type_code, symbol=paper.symbol)


class PaperList(QWidget):
    """The papers of a year, those being prepared first, then the latest."""

    current_changed = Signal(str)
    trash_asked = Signal()
    first_step = Signal()
    opened = Signal(str)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles
        self._year = 0
        self._total = 0
        column = Column[OutgoingPaper]("paper", words.LIST, self._said, sort=_order, searched=True)
        self._table: RecordTable[OutgoingPaper] = RecordTable([column], lambda paper: paper.uid, self)
        self._table.set_condition(CONDITIONS["all"])
        self._filter = SearchField(words.FILTER, key="F3", name="paperFilter")
        self._shown = ChoiceField([(code, said.format(count=0)) for code, said in words.FILTERS.items()])
        self._shown.setObjectName("paperShown")
        self._shown.setAccessibleName(words.SHOWN)
        self._view = TwoLineView("paperList", words.LIST, self._lines)
        self._empty = EmptyState(words.NOTHING, words.FIRST_STEP, glyph="files")
        self._no_match = EmptyState(words.NO_MATCH, glyph="magnifying-glass")
        self._build()
        self._connect()

    def show_papers(self, papers: list[OutgoingPaper], year: int) -> None:
        """Show the papers of `year`, those in the trash included; the filter decides which are seen."""
        self._total, self._year = len(papers), year
        for at, code in enumerate(words.FILTERS):
            count = sum(1 for paper in papers if CONDITIONS[code](paper))
            self._shown.setItemText(at, words.FILTERS[code].format(count=count))
        self._table.set_records(papers)

    def current(self) -> OutgoingPaper | None:
        """Return the paper the cursor is on."""
        row = self._table.row_of(self._view.current())
        return self._table.record(row) if row >= 0 else None

    def go_to(self, uid: str) -> None:
        """Put the cursor on a paper, taking the filter away where it hides that paper."""
        if not self._view.go_to(uid):
            self._filter.clear()
            self.choose("all")
            self._view.go_to(uid)

    def choose(self, shown: str) -> None:
        """Choose which papers are shown, one of the codes of `CONDITIONS`."""
        self._shown.set_value(shown)
        self._on_shown()

    def go_to_filter(self) -> None:
        """Put the cursor into the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def focus(self) -> None:
        """Put the cursor into the list."""
        self._view.setFocus()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        for page in (self._view, self._empty, self._no_match):
            self._stack.addWidget(page)
        sheet = Sheet(padding=0, spacing=0)
        sheet.body.addWidget(self._stack)
        self._view.show_model(self._table)
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        column.addWidget(self._filter)
        column.addWidget(self._shown)
        column.addWidget(sheet, 1)

    def _connect(self) -> None:
        self._table.modelReset.connect(self._after_filter)
        self._filter.textChanged.connect(self._table.set_query)
        self._shown.edited.connect(self._on_shown)
        self._view.current_changed.connect(self.current_changed)
        self._view.trash_asked.connect(self.trash_asked)
        self._view.opened.connect(self.opened)
        self._empty.chosen.connect(self.first_step)

    def _on_shown(self) -> None:
        self._table.set_condition(CONDITIONS[str(self._shown.value())])

    def _after_filter(self) -> None:
        self._empty.say(words.NOTHING.format(year=self._year))
        in_trash = self._shown.value() == "trash"
        self._no_match.say(words.TRASH_EMPTY if in_trash else words.NO_MATCH)
        shown = self._table.rowCount()
        self._stack.setCurrentWidget(self._view if shown else self._no_match if self._total else self._empty)

    def _lines(self, paper: OutgoingPaper) -> Lines:
        title, number = self._titles[paper.kind], number_of(paper)
        about = (_status(paper), title if number else "", paper.subject_line)
        return Lines(
            first=number or title,
            aside=words.DATED.format(date=paper.dated_on),
            second=" · ".join(part for part in about if part),
            state=_state(paper),
        )

    def _said(self, paper: OutgoingPaper) -> str:
        lines = self._lines(paper)
        return f"{lines.first}, {lines.aside}, {lines.second}"


def _state(paper: OutgoingPaper) -> State:
    if paper.trashed_on:
        return State.NOT_APPLICABLE
    return State.DONE if paper.is_issued else State.PARTLY


def _status(paper: OutgoingPaper) -> str:
    if paper.trashed_on:
        return words.IN_TRASH.format(date=paper.trashed_on)
    return words.ISSUED if paper.is_issued else words.DRAFT


def _order(paper: OutgoingPaper) -> tuple[bool, int, int]:
    return paper.is_issued, -paper.dated_on.toordinal(), -(paper.number or 0)
