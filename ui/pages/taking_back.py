"""Undo and redo as the window does them: at once, or away from its thread where thousands of rows change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject

from app.common.progress import Progress
from app.common.sweeping import calm
from app.errors import AppError
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import frame as words
from ui.texts import shared
from ui.texts.actions import action_words

AT_ONCE = 500
"""So many rows are changed back while the window waits; 5,000 would hold it for a quarter of a second."""


class Acts(Protocol):
    """What can be taken back, and how many rows that would change."""

    @property
    def undo_action(self) -> str | None:
        """Return the action that `undo` would take back."""

    @property
    def redo_action(self) -> str | None:
        """Return the action that `redo` would do again."""

    @property
    def undo_rows(self) -> int:
        """Return how many rows `undo` would change."""

    @property
    def redo_rows(self) -> int:
        """Return how many rows `redo` would change."""

    def undo(self) -> str | None:
        """Take the last action back and return its code, or nothing."""

    def redo(self) -> str | None:
        """Do the last undone action again and return its code, or nothing."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One of the two directions: the act, its words, and the way back from it."""

    act: Callable[[], str | None]
    under_way: str
    done: str
    nothing: str
    link: str
    back: Callable[[], None]


class TakingBack(QObject):
    """Takes the last action back or does it again, and says so; one at a time."""

    def __init__(self, acts: Acts, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._acts, self._desk = acts, desk
        self._task: Task[str | None] | None = None
        self._back = _Way(
            acts.undo, words.UNDOING, words.UNDONE_ACTION, words.UNDO_NOTHING, words.REDO, self.redo
        )
        self._again = _Way(
            acts.redo, words.REDOING, words.REDONE_ACTION, words.REDO_NOTHING, shared.UNDO, self.undo
        )

    def undo(self) -> None:
        """Take the last action back."""
        self._go(self._back, self._acts.undo_action, self._acts.undo_rows)

    def redo(self) -> None:
        """Do the action undone last again."""
        self._go(self._again, self._acts.redo_action, self._acts.redo_rows)

    def _go(self, way: _Way, action: str | None, rows: int) -> None:
        if self._task:
            return
        if action and rows > AT_ONCE:
            self._go_away(way, action)
            return
        try:
            self._tell(way, way.act())
        except AppError as error:
            self._desk.notifier.show(error)

    def _go_away(self, way: _Way, action: str) -> None:
        def work(_progress: Progress) -> str | None:
            with calm():
                return way.act()

        self._desk.notifier.note(way.under_way.format(action=action_words(action)))
        self._task = self._desk.runner.store(work)
        self._task.succeeded.connect(lambda done: self._tell(way, done))
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._task = None

    def _tell(self, way: _Way, action: str | None) -> None:
        if action is None:
            self._desk.notifier.mind(way.nothing)
        else:
            self._desk.notifier.done(way.done.format(action=action_words(action)), way.link, way.back)
