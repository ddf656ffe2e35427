"""Below the list of sets: the second place and the trial restore, each with its state and its button."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bootstrap import Core
from app.common.progress import Progress
from app.errors import AppError
from app.services.second_places import SecondPlace
from app.services.trials import Trial
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import settings as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine
from ui.widgets.styled import spaced


class BackupCare(QWidget):
    """What keeps the backups good besides making them; `changed` after each act."""

    changed = Signal()

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._task: Task[object] | None = None
        self._second = StateLine(State.OPEN)
        self._second.setObjectName("secondPlace")
        self._trial = StateLine(State.OPEN)
        self._trial.setObjectName("trial")
        self._choose = Button(words.CHOOSE_SECOND, glyph="folder-open", name="chooseSecond", changes=True)
        self._copy = Button(words.COPY_SECOND, glyph="usb", name="copySecond", changes=True)
        self._try = Button(words.TRY_RESTORE, glyph="check-circle", name="tryRestore")
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        for line, buttons in ((self._second, (self._choose, self._copy)), (self._trial, (self._try,))):
            row = FlowRow()
            row.add(*buttons)
            column.addWidget(line)
            column.addWidget(row)
        self._choose.clicked.connect(self._on_choose)
        self._copy.clicked.connect(self._on_copy)
        self._try.clicked.connect(self._on_try)

    def refresh(self) -> None:
        """Read again how things stand."""
        facts, place = self._core.backups.facts(), self._core.second_place.current()
        is_old = facts.second_is_old(self._desk.clock.today())
        self._second.say(*_second_words(place, is_old=is_old))
        self._copy.setEnabled(place is not None)
        self._trial.say(*_trial_words(self._core.trials.last()))

    def _on_choose(self) -> None:
        folder = self._desk.dialogs.choose_folder(words.CHOOSE_SECOND)
        if folder is None:
            return
        try:
            self._core.second_place.choose(folder)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            self._on_copy()

    def _on_copy(self) -> None:
        core = self._core

        def work(progress: Progress) -> SecondPlace:
            return core.second_place.copy(progress)

        self._begin(work, words.COPIED_SECOND)

    def _on_try(self) -> None:
        core = self._core

        def work(_progress: Progress) -> Trial:
            return core.trials.make()

        self._begin(work, words.TRIED)

    def _begin(self, work: Callable[[Progress], object], done: str) -> None:
        if self._task:
            return
        self.setEnabled(False)
        self._task = self._desk.runner.store(work)
        self._task.succeeded.connect(lambda _result: self._desk.notifier.done(done))
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._task = None
        self.setEnabled(True)
        self.refresh()
        self.changed.emit()


def _second_words(place: SecondPlace | None, *, is_old: bool) -> tuple[State, str]:
    if place is None:
        return State.OPEN, words.NO_SECOND
    if not place.copied_at:
        return State.LACKING, words.SECOND_NEVER.format(folder=place.folder)
    state = State.LACKING if is_old else State.DONE
    return state, words.SECOND.format(at=_local(place.copied_at), folder=place.folder)


def _trial_words(last: Trial | None) -> tuple[State, str]:
    if last is None:
        return State.OPEN, words.NO_TRIAL
    if last.failed_code:
        return State.BLOCKED, words.TRIAL_FAILED.format(at=_local(last.at), code=last.failed_code)
    seconds = f"{last.seconds:.1f}".replace(".", ",")
    return State.DONE, words.TRIAL.format(at=_local(last.at), seconds=seconds, members=last.members)


def _local(moment: str) -> dt.datetime:
    return dt.datetime.fromisoformat(moment).astimezone()
