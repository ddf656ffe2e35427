"""Locking: keeps what is being typed, covers the window, closes the data, leads back to the same place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import Core
from app.common import sweeping
from app.common.clock import Clock
from app.common.progress import Progress
from ui.desktop import clipboard
from ui.desktop.idle import IdleWatch
from ui.desktop.notifier import Notifier
from ui.desktop.seat import Seat
from ui.desktop.session import SessionWatch
from ui.dialogs.cover import Cover
from ui.dialogs.unlock import UnlockWindow
from ui.main_window import MainWindow
from ui.pages.whereabouts import Here
from ui.tasks.runner import TaskRunner
from ui.texts import locking as words


class Sitting(Protocol):
    """What locking asks of the program."""

    window: QWidget | None
    core: Core | None

    def show(self, window: QWidget) -> None:
        """Show another window in place of the one in sight."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What locking works with; only the cell in `folder` is locked, never the one for practice."""

    app: QApplication
    runner: TaskRunner
    seat: Seat
    clock: Clock
    folder: Path


class Locking(QObject):
    """Locks when nobody is there, when the desktop is left, and when it is asked."""

    begun = Signal()
    """Nothing may begin by itself any more: the cell is going to be closed."""
    ended = Signal()
    """The window is back over data that were never closed."""

    def __init__(self, sitting: Sitting, tools: Tools, front: Callable[[], UnlockWindow]) -> None:
        """`front` makes the window that asks for the password."""
        super().__init__(tools.app)
        self._sitting = sitting
        self._tools = tools
        self._front = front
        self._place: tuple[str, Here] | None = None
        self._notifier: Notifier | None = None
        self._cover = Cover(tools.app, tools.runner, self)
        self._cover.ready.connect(self._close_behind)
        self.idle = IdleWatch(tools.app, tools.clock, self)
        self.session = SessionWatch(tools.app, self.lock)
        self.idle.rested.connect(self.lock)
        tools.seat.lock_minutes_changed.connect(self.idle.start)

    def behind(self) -> QWidget | None:
        """Return the window behind the cover while the data are still open."""
        return self._cover.window

    def watch(self, window: MainWindow, notifier: Notifier) -> None:
        """Lead back to the place that was left, if any, and watch over `window` from now on."""
        place, self._place = self._place, None
        if place:
            window.return_to(*place)
        self._notifier = notifier
        self._tell_missed()
        notifier.noticed.connect(self._cover.hear)
        window.lock_asked.connect(self._on_asked)
        self._follow(window)

    def lock(self) -> None:
        """Keep what is being typed, forget what could be undone, and put the cover before the window."""
        window, core = self._sitting.window, self._sitting.core
        if not isinstance(window, MainWindow) or core is None or core.folder != self._tools.folder:
            return
        self.idle.stop()
        self.begun.emit()
        try:
            self._place = (window.place(), window.page().here())
            window.leave()
            core.history.clear()
        finally:  # whatever fails there, nobody sees it
            self._cover_up(window)

    def _on_asked(self) -> None:
        self.lock()
        if self._notifier and isinstance(self._sitting.window, MainWindow):
            self._notifier.mind(words.PRACTICE)

    def _cover_up(self, window: MainWindow) -> None:
        clipboard.clear()
        front = self._front()
        front.setGeometry(window.geometry())
        front.setWindowState(window.windowState())
        self._sitting.window = front
        front.show()
        self._cover.draw(window)
        front.show_locked(self._behind())
        front.activateWindow()

    def uncover(self) -> None:
        """Show the window as it was: work went on behind the cover, so the data are still open."""
        window = self._cover.lift()
        self._place = None
        if isinstance(window, MainWindow):
            self._sitting.show(window)
            self._cover.bring_back()
            self._follow(window)
            self._tell_missed()
            self.ended.emit()

    def close(self) -> None:
        """Stop for good; a window still behind the cover goes too."""
        self.idle.stop()
        self.session.close()
        window = self._cover.lift()
        if window:
            window.close()
            window.deleteLater()

    def _follow(self, window: MainWindow) -> None:
        self.session.follow(window.winId())
        self.idle.start(self._tools.seat.lock_minutes)

    def _close_behind(self) -> None:
        """Close the data: nothing needs the key any more, and nothing here keeps it."""
        window = self._cover.lift()
        if window:
            window.close()
            window.deleteLater()
        core, self._sitting.core = self._sitting.core, None
        if core:
            close = core.close
            del core

            def work(_progress: Progress) -> None:
                close()
                sweeping.clear()

            self._tools.runner.store(work)
        front = self._sitting.window
        if isinstance(front, UnlockWindow):
            front.show_locked(words.LOCKED)

    def _behind(self) -> str:
        """Return in words what goes on behind the cover."""
        if self._cover.has_unwritten():
            return words.DRAFT_WAITS
        if self._cover.keeps_dialogs():
            return words.RESULT_WAITS
        return words.WORK_GOES_ON if self._cover.works() else words.LOCKED

    def _tell_missed(self) -> None:
        """Say once what was closed and told while the program was locked."""
        closed = [words.CLOSED.format(title=title) for title in self._cover.closed]
        told = [notice.words for notice in self._cover.notices]
        self._cover.closed.clear()
        self._cover.notices.clear()
        if self._notifier and (told or closed):
            self._notifier.mind(" ".join([*told, *closed]))
