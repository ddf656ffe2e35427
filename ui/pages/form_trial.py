"""Xem thử: the pages of a form filled with invented data, and what they cannot show."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bootstrap import Core
from app.common.progress import Progress
from ui.pages.page import Desk
from ui.tasks.runner import Task, while_it_is_there
from ui.texts import committee_forms as words
from ui.texts import paper_page, shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.labels import StateLine
from ui.widgets.page_view import RENDER_WIDTH, PageView
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

Tried = tuple[tuple[bytes, ...], tuple[str, ...]]


class FormTrial(QWidget):
    """Pages with common or with the longest data; one form at a time."""

    shown = Signal()

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._form = ("", 0)
        """The form that is tried, and which save of it."""
        self._making = (("", 0), 0)
        self._task: Task[Tried] | None = None
        self.tabs = Tabs(list(words.TRIAL_TABS), "trialTabs")
        self.notes = StateLine(State.NOTE)
        self.notes.setObjectName("trialNotes")
        self.pages = PageView(words.TRIED, paper_page.PREVIOUS_PAGE, paper_page.NEXT_PAGE)
        self._panel = ProgressPanel(shared.STOP)
        self._panel.stopped.connect(self.stop)
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        for part in (self.tabs, self.notes, self._panel):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        self.notes.hide()
        self._panel.hide()
        self._panel.appeared.connect(self._panel.show)
        self.tabs.chosen.connect(lambda _at: self._begin())

    def try_form(self, uid: str, rev: int) -> None:
        """Show a form filled, as saved for the `rev`th time; what was shown before goes."""
        self._form = (uid, rev)
        self.pages.show_pages([])
        self.notes.hide()
        self._begin()

    def follow(self, uid: str, rev: int) -> None:
        """Show another form, or the same one as it is now; what is in sight already stays."""
        if self._form != (uid, rev):
            self.try_form(uid, rev)

    def stop(self) -> None:
        """Stop what is being made."""
        if self._task:
            self._task.cancel()

    def _begin(self) -> None:
        if self._task or not self._form[0]:
            return
        core, form, longest = self._core, self._form, self.tabs.current() == 1

        def work(progress: Progress) -> Tried:
            made = core.forms.trials.tried(form[0], progress, longest=longest)
            return core.papers.pages(made.pdf, RENDER_WIDTH), made.notes

        self._making = (form, self.tabs.current())
        self._panel.start(words.TRYING)
        self._task = self._desk.runner.wait_for(while_it_is_there(work))
        self._task.succeeded.connect(partial(self._on_made, form, longest))
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)

    def _on_made(self, form: tuple[str, int], longest: bool, tried: Tried) -> None:  # noqa: FBT001  one of two tabs
        if (form, longest) != (self._form, self.tabs.current() == 1):
            return
        pages, notes = tried
        self.pages.show_pages(list(pages))
        state = State.LACKING if notes else State.DONE
        said = words.NOT_SHOWN.format(notes=" ".join(notes)) if notes else words.SHOWN_WHOLE
        self.notes.say(state, said)
        self.notes.show()
        self.shown.emit()

    def _on_finished(self) -> None:
        self._task = None
        self._panel.finish()
        self._panel.hide()
        if self._form[0] and self._making != (self._form, self.tabs.current()):
            self._begin()
