"""Says when nobody has used keyboard or mouse for a while."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

from app.common.clock import Clock

LOOK_EVERY_MS = 5000
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
}


class IdleWatch(QObject):
    """Compares the clock with the last sign of life, so that a sleep counts as rest.

    It listens at the window and the field that have the focus, and not at the whole application: a filter
    there would see every painting too.
    """

    rested = Signal()

    def __init__(self, app: QGuiApplication, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._clock = clock
        self._minutes = 0
        self._last = clock.now()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.setObjectName("idle")
        self._timer.timeout.connect(self.look)
        app.focusWindowChanged.connect(self._listen)
        app.focusObjectChanged.connect(self._listen)

    def start(self, minutes: int) -> None:
        """Say `rested` after so many minutes without a sign of life from now on."""
        self._minutes = minutes
        self._last = self._clock.now()
        self._listen(self._app.focusWindow())
        self._listen(self._app.focusObject())
        self._timer.start()

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()

    def look(self) -> None:
        """Compare the clock now; a clock that was set back begins the wait anew."""
        now = self._clock.now()
        self._last = min(self._last, now)
        if self._timer.isActive() and now - self._last >= dt.timedelta(minutes=self._minutes):
            self._timer.stop()
            self.rested.emit()

    def _listen(self, where: QWindow | QObject | None) -> None:
        if where is not None:
            where.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._last = self._clock.now()
        return False
