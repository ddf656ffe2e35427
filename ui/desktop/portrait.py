"""Pictures of the running program, for those who build it: `SoChiBo.exe --anh FOLDER`.

The program shows its first window, opens the practice cell as a click would, and ends; a picture of each
window stays in the folder. So the built program proves that it starts, stores, and reaches its child process.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

OPTION = "--anh"
PICTURES = ("cua-so-dau.png", "du-lieu-luyen-tap.png")
PATIENCE_S = 120
_LOOK_AGAIN_MS = 200
_SETTLED_LOOKS = 5  # a window is painted whole after one second without a new one


def folder_asked(arguments: Sequence[str]) -> Path | None:
    """Return the folder for the pictures when the program was started for them."""
    given = list(arguments)
    return Path(given[given.index(OPTION) + 1]) if OPTION in given[:-1] else None


class Portrait(QObject):
    """Waits for a window, keeps its picture, goes on to the next; `done` gets the exit code."""

    def __init__(
        self, window: Callable[[], QWidget | None], go_on: Callable[[], None], done: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._window, self._go_on, self._done = window, go_on, done
        self._folder = Path()
        self._taken: list[QWidget] = []
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
        window = self._window()
        if time.monotonic() > self._until:
            self._end(1)
        elif window and window.isVisible() and window not in self._taken:
            self._looks += 1
            if self._looks >= _SETTLED_LOOKS:
                self._take(window)

    def _take(self, window: QWidget) -> None:
        window.grab().save(str(self._folder / PICTURES[len(self._taken)]))
        self._taken.append(window)
        self._looks = 0
        if len(self._taken) == len(PICTURES):
            self._end(0)
        else:
            self._go_on()

    def _end(self, code: int) -> None:
        self._timer.stop()
        self._done(code)
