"""The seconds to wait after a wrong password, under the button that they keep out of use."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from ui.texts import shared
from ui.theme.signs import State
from ui.widgets.labels import StateLine

_SECOND_MS = 1000


class WaitLine(StateLine):
    """Counts down and gives the button back; what is typed meanwhile stays."""

    def __init__(self, button: QPushButton, name: str) -> None:
        super().__init__(State.NOTE)
        self.setObjectName(name)
        self._button = button
        self._left = 0
        self._ticking = QTimer(self, interval=_SECOND_MS)
        self._ticking.setObjectName("waiting")
        self._ticking.timeout.connect(self._tick)
        self.hide()

    def hold(self, seconds: int) -> None:
        """Keep the button out of use for so many seconds from now."""
        self._left = seconds
        self._ticking.start()
        self._show()

    def holds(self) -> bool:
        """Return whether the button is still kept out of use."""
        return self._left > 0

    def stop(self) -> None:
        """Count no further: the window goes."""
        self._ticking.stop()

    def _tick(self) -> None:
        self._left -= 1
        self._show()

    def _show(self) -> None:
        waits = self.holds()
        self._button.setEnabled(not waits)
        self.say(State.NOTE, shared.WAIT.format(seconds=self._left))
        self.setVisible(waits)
        if not waits:
            self._ticking.stop()
