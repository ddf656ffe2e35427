"""Pictures of the running program, for those who build it: `SoChiBo.exe --anh FOLDER`.

The program shows its first window, opens the practice cell as a click would, visits every page, and ends; a
picture of each stays in the folder. So the built program proves that it starts, stores, reaches its child
process and has brought along what its pages need.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.main_window import MainWindow
from ui.tasks.runner import TaskRunner

PATIENCE_S = 120
_FIRST = ""  # the place before there is any: unlock window or wizard
_LOOK_AGAIN_MS = 200
_SETTLED_LOOKS = 5  # a page is painted whole after one second in sight


class Sitter(Protocol):
    """The program as its portrait sees it."""

    window: QWidget | None
    runner: TaskRunner

    def practise(self) -> None:
        """Open the practice cell on its first page."""


class Portrait(QObject):
    """Waits for a page, keeps its picture, goes on to the next of `places`; `done` gets the exit code."""

    def __init__(self, sitter: Sitter, places: Sequence[str], done: Callable[[int], None]) -> None:
        super().__init__()
        self._sitter, self._done = sitter, done
        self._to_take = [_FIRST, *places]
        self._taken = 0
        self._folder = Path()
        self._looks = 0
        self._until = time.monotonic() + PATIENCE_S
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def begin(self, folder: Path) -> None:
        """Take the pictures into `folder`."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._timer.start(_LOOK_AGAIN_MS)

    def _look(self) -> None:
        window = self._sitter.window
        if time.monotonic() > self._until:
            self._end(1)
        elif window and window.isVisible() and _place(window) == self._to_take[self._taken]:
            self._looks = 0 if self._sitter.runner.busy() else self._looks + 1
            if self._looks >= _SETTLED_LOOKS:
                self._take(window)

    def _take(self, window: QWidget) -> None:
        window.grab().save(str(self._folder / f"{self._taken}-{self._to_take[self._taken] or 'first'}.png"))
        self._taken += 1
        self._looks = 0
        if self._taken == len(self._to_take):
            self._end(0)
        elif self._taken == 1:
            self._sitter.practise()
        elif isinstance(window, MainWindow):
            window.open(self._to_take[self._taken])

    def _end(self, code: int) -> None:
        self._timer.stop()
        self._done(code)


def _place(window: QWidget) -> str:
    return window.place() if isinstance(window, MainWindow) else _FIRST
