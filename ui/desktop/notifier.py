"""The one door through which a page tells the user something."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.common.messages import sentence
from app.errors import AppError, Cancelled
from ui.theme.signs import State

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the bar above the page, with at most one thing to click."""

    state: State
    words: str
    link: str = ""
    act: Callable[[], object] | None = None


class Notifier(QObject):
    """Hands notices to the window that is open; the window decides where they stand."""

    noticed = Signal(object)
    settled = Signal()
    """What was told last has been seen to; its sentence may go."""

    def show(self, error: AppError) -> None:
        """Tell what happened, how the data are and what to do; stopping on purpose is told to no one."""
        if isinstance(error, Cancelled):
            return
        _log.info("told the user: %s", error)
        self.noticed.emit(Notice(State.BLOCKED, sentence(error)))

    def done(self, words: str, link: str = "", act: Callable[[], object] | None = None) -> None:
        """Tell that something was done, with the way to undo it."""
        self.noticed.emit(Notice(State.DONE, words, link, act))

    def note(self, words: str, link: str = "", act: Callable[[], object] | None = None) -> None:
        """Tell something good to know, with at most one thing to click."""
        self.noticed.emit(Notice(State.NOTE, words, link, act))

    def mind(self, words: str) -> None:
        """Tell something to mind."""
        self.noticed.emit(Notice(State.LACKING, words))
