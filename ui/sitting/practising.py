"""Into the practice cell by one click and out of it by one; what was done there is gone then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal

from app import bootstrap
from app.common.files import take_away
from app.common.progress import Progress
from app.errors import AppError
from ui.desktop.seat import Seat
from ui.tasks.runner import TaskRunner

FOLDER = "luyen-tap"
"""The practice cell lies in its own folder below the real one, while it is open."""
SPOILT = frozenset({"L-110", "L-111", "L-119", "L-201", "L-202", "L-203", "L-205", "L-206", "L-213"})
"""What a power cut can leave of the practice cell does not open: another one is made, nobody misses it."""
_LOOK_EVERY_MS = 50


@runtime_checkable
class Door(Protocol):
    """A window that can do nothing else while the practice cell is being opened."""

    def wait_for_practice(self, *, waiting: bool) -> None:
        """Say that the practice cell is being opened, or that it is not any more."""


class Practising(QObject):
    """Opens the practice cell, gives it a seat that nothing is kept of, and leaves no trace."""

    opened = Signal(object)
    """The open practice cell."""
    refused = Signal(object)

    def __init__(
        self,
        folder: Path,
        seams: bootstrap.Seams,
        runner: TaskRunner,
        real: Seat,
        window: Callable[[], object],
    ) -> None:
        """`window` tells which window is in sight."""
        super().__init__(runner)
        self._folder = folder / FOLDER
        self._seams = seams
        self._runner = runner
        self._real = real
        self._window = window
        self._seat: Seat | None = None
        self._is_opening = False

    def begin(self, door: object) -> None:
        """Open the practice cell, which is made where there is none; a second click changes nothing."""
        if self._is_opening:
            return
        self._is_opening = True
        if isinstance(door, Door):
            door.wait_for_practice(waiting=True)
        folder, seams = self._folder, self._seams
        task = self._runner.store(lambda _progress: _opened(folder, seams))
        task.succeeded.connect(lambda core: self.when_quiet(partial(self._on_opened, core, door)))
        task.failed.connect(partial(self._on_refused, door))

    def _on_opened(self, core: bootstrap.Core, door: object) -> None:
        self._is_opening, self._seat = False, None
        if door is self._window():
            self.opened.emit(core)
        else:  # locked meanwhile: what comes up then is the password alone
            self.leave(core)

    def _on_refused(self, door: object, error: AppError) -> None:
        self._is_opening = False
        if isinstance(door, Door):
            door.wait_for_practice(waiting=False)
        self.refused.emit(error)

    def when_quiet(self, act: Callable[[], None]) -> None:
        """Do `act` once no work is under way: a cell is not closed below it."""
        if self._runner.busy():
            QTimer.singleShot(_LOOK_EVERY_MS, self, partial(self.when_quiet, act))
        else:
            act()

    def seat(self, core: bootstrap.Core | None) -> Seat:
        """Return the seat to sit at with this cell: the real one, or the one that ends with the practice."""
        if core is None or core.folder != self._folder:
            return self._real
        if self._seat is None:
            self._seat = Seat(None, self)
            self._seat.font_size = self._real.font_size
            self._seat.font_size_changed.connect(self._real.font_size_changed)
        return self._seat

    def leave(self, core: bootstrap.Core) -> None:
        """Close a cell in the background."""

        def work(_progress: Progress) -> None:
            self.close(core)

        self._runner.store(work)

    def close(self, core: bootstrap.Core) -> None:
        """Close a cell; of the practice cell nothing stays."""
        core.close()
        if core.folder == self._folder:
            take_away(self._folder)


def _opened(folder: Path, seams: bootstrap.Seams) -> bootstrap.Core:
    try:
        return bootstrap.open_practice(folder, seams)
    except AppError as error:
        if error.code not in SPOILT:
            raise
    take_away(folder)
    return bootstrap.open_practice(folder, seams)
