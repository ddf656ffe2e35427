"""One window at a time: a second start calls the running one forward through a small watched file.

No sockets (decisions.md 8.12): the running program locks one file of the data folder and watches another; a
second start finds the lock held, writes into the watched file and ends as soon as it has been emptied.
"""

from __future__ import annotations

import contextlib
import sys
import time
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.common import locks
from app.common.locks import Held, Holder, OsLock

PATIENCE_S = 6.0
"""How long a second start waits for the running window to answer."""
_LOOK_EVERY_S = 0.05
_REQUEST = b"1"


class Start(Enum):
    """What becomes of a start."""

    FIRST = "first"
    CALLED = "called"
    OTHER_DESK = "other desk"
    """The program runs for another account, or in another session of Windows."""
    NO_ANSWER = "no answer"


class Presence(QObject):
    """That the program runs in a data folder; `called` says that a second start asks for its window."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock: OsLock | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_changed)
        self.holder = Holder()
        """Who was there before, after a start that was not the first."""

    def begin(self) -> Start:
        """Be the running program, or call the one that runs; a folder that takes no file keeps nobody out."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = OsLock(self._folder / locks.WINDOW)
            self._call.write_bytes(b"")
        except Held as held:
            self.holder = held.holder
            return self._ask()
        except OSError:
            return Start.FIRST
        self._watcher.addPath(str(self._call))
        return Start.FIRST

    def end(self) -> None:
        """Let another start be the first."""
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        lock, self._lock = self._lock, None
        if lock:
            with contextlib.suppress(OSError):
                lock.release()

    @property
    def _call(self) -> Path:
        return self._folder / locks.CALL

    def _ask(self) -> Start:
        if self.holder.is_other_desk(locks.this_process()):
            return Start.OTHER_DESK
        _let_others_forward()
        with contextlib.suppress(OSError):
            self._call.write_bytes(_REQUEST)
            until = time.monotonic() + PATIENCE_S
            while time.monotonic() < until:
                if not self._call.read_bytes():
                    return Start.CALLED
                time.sleep(_LOOK_EVERY_S)
        return Start.NO_ANSWER

    def _on_changed(self, path: str) -> None:
        asked = False
        with contextlib.suppress(OSError):
            asked = bool(self._call.read_bytes())
            if asked:
                self._call.write_bytes(b"")
        if path not in self._watcher.files():
            self._watcher.addPath(path)
        if asked:
            self.called.emit()


def bring_forward(window: QWidget) -> None:
    """Put the program's window, or the dialog that stands before it, in front of all others."""
    shown = QApplication.activeModalWidget() or window
    for one in (window, shown):
        one.setWindowState(one.windowState() & ~Qt.WindowState.WindowMinimized)
        one.show()
    shown.raise_()
    shown.activateWindow()


def _let_others_forward() -> None:
    """Hand on the right to come forward, which Windows gives to the program that was just started."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  needed here only, and on one system

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
