"""Reads the members for the page; a list of thousands is read away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.levels import PastLevel
from app.domain.people import Person
from app.errors import AppError
from ui.pages.member_lists import COUNTED_AT_ONCE
from ui.pages.page import Desk

_PAINTED_MS = 20


class PeopleRead(NamedTuple):
    """Everybody, those in the trash included, and the levels of earlier years by whom they are about."""

    people: tuple[Person, ...]
    past: Mapping[str, tuple[PastLevel, ...]]
    number: int = 0


class PeopleReading(QObject):
    """`found` tells what was read: at once for a cell of the usual size, else when it is there."""

    found = Signal(object)
    settled = Signal()
    """What stands beside the list can be shown: of a long one after it has been painted."""

    def __init__(self, core: Core, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._core, self._desk = core, desk
        self._number = 0
        self.awaited: tuple[str, str] | None = None
        """What is to be opened as soon as the members are there: subject and field."""
        self._painted = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        self._painted.timeout.connect(self.settled)
        self.under_way = False
        """Whether newer data than those shown are on the way."""

    def begin(self) -> None:
        """Read; of several readings only the last is told."""
        self._number += 1
        if self._core.members.count() <= COUNTED_AT_ONCE:
            self._tell(self._read(self._number))
            return
        number, self.under_way = self._number, True

        def work(_progress: Progress) -> PeopleRead:
            return self._read(number)

        task = self._desk.runner.store(work)
        task.succeeded.connect(self._tell)
        task.failed.connect(self._on_failed)

    def _read(self, number: int) -> PeopleRead:
        return PeopleRead(self._core.members.people(), self._core.review.levels.past(), number)

    def _tell(self, read: PeopleRead) -> None:
        if read.number == self._number:
            self.under_way = False
            self.found.emit(read)
            if len(read.people) > COUNTED_AT_ONCE:
                self._painted.start()
            else:
                self.settled.emit()

    def _on_failed(self, error: AppError) -> None:
        self.under_way = False
        self._desk.notifier.show(error)
