"""Papers of the dossier that were corrected in Word: which contradict the data, which lack their PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bootstrap import Core
from app.common.messages import message
from app.common.progress import Progress
from app.errors import AppError
from app.services.packages import EditedPaper
from ui.pages.page import Desk
from ui.tasks.runner import Task, while_it_is_there
from ui.texts import packages as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import spaced

MOST_SHOWN = 3


class EditedPapers(QWidget):
    """Hidden while there is nothing to tell; the files are compared away from the window."""

    opened = Signal(str)
    """The paper that is wanted."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._task: Task[tuple[EditedPaper, ...]] | None = None
        self._failed = StateLine(State.LACKING, role="base")
        self._rows = [_Row() for _ in range(MOST_SHOWN)]
        self._more = Text(role="small", tone="soft")
        self._why = Text(words.EDITED_WHY, role="small", tone="soft")
        column = QVBoxLayout(self)
        spaced(column, look.px(6))
        for row in self._rows:
            row.opened.connect(self.opened)
        for part in (self._failed, *self._rows, self._more, self._why):
            column.addWidget(part)
        self.hide()

    def show_year(self, year: int) -> None:
        """Look at the papers of `year`; what is shown of it stays until that is done."""
        edited, has_any = self._core.packages.edited, self._core.packages.edited.any_in(year)
        if year != self._year or not has_any:
            self._show(())
        self._year, self._task = year, None
        if not has_any:
            return

        def work(progress: Progress) -> tuple[EditedPaper, ...]:
            return edited.papers(year, progress)

        task = self._task = self._desk.runner.wait_for(while_it_is_there(work))
        task.succeeded.connect(partial(self._on_found, task))
        task.failed.connect(partial(self._on_failed, task))

    def _on_found(self, task: Task[tuple[EditedPaper, ...]], papers: Sequence[EditedPaper]) -> None:
        # Of two looks that overlap the later one knows.
        if task is self._task:
            self._task = None
            self._show(papers)

    def _on_failed(self, task: Task[tuple[EditedPaper, ...]], error: AppError) -> None:
        if task is self._task:
            self._task = None
            self._show((), words.EDITED_FAILED.format(why=message(error).what))

    def _show(self, papers: Sequence[EditedPaper], failed: str = "") -> None:
        self._failed.say(State.LACKING, failed)
        self._failed.setVisible(bool(failed))
        for row, paper in zip_longest(self._rows, papers[:MOST_SHOWN]):
            row.show_paper(paper)
        self._more.setText(words.EDITED_MORE.format(count=len(papers) - MOST_SHOWN))
        self._more.setVisible(len(papers) > MOST_SHOWN)
        self._why.setVisible(any(paper.differences for paper in papers))
        self.setVisible(bool(papers or failed))


class _Row(QWidget):
    """One paper and the way to it; made once, so that Tab finds it in its place."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._uid = ""
        self._said = StateLine(State.LACKING, role="base")
        self._open = Button(words.EDITED_OPEN, kind="link", name="openEdited")
        self._open.clicked.connect(lambda: self.opened.emit(self._uid))
        line = QHBoxLayout(self)
        spaced(line, look.px(8))
        line.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_paper(self, paper: EditedPaper | None) -> None:
        """Say what is to be known of a paper; nothing of none."""
        self.setVisible(paper is not None)
        if paper:
            self._uid = paper.uid
            self._said.say(State.LACKING, " ".join(_told(paper)))
            self._open.setAccessibleName(words.EDITED_OPEN_ONE.format(paper=paper.title))


def _told(paper: EditedPaper) -> Iterator[str]:
    if paper.differences:
        yield words.EDITED_DIFFERS.format(paper=paper.title, count=paper.differences)
    if not paper.has_pdf:
        yield words.EDITED_NO_PDF if paper.differences else words.EDITED_ONLY_WORD.format(paper=paper.title)
