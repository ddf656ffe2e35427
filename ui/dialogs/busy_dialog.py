"""A dialog that stays while what it asked for is being done: then there is nothing to give up."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui.dialogs.sheet_dialog import SheetDialog
from ui.widgets.wait_line import WaitLine


class BusyDialog(SheetDialog):
    """Esc and the cross do nothing between `be_busy(busy=True)` and `be_busy(busy=False)`."""

    _busy = False
    _wait: WaitLine | None = None

    def wait_for(self, act: QPushButton) -> WaitLine:
        """Return the line that counts down while `act` is out of use after a wrong password."""
        self._wait = WaitLine(act, "waitToTry")
        self.finished.connect(self._wait.stop)
        return self._wait

    def hold(self, seconds: int) -> None:
        """Let nobody try again for so many seconds; what is typed stays."""
        if self._wait and seconds:
            self._wait.hold(seconds)
            self.fit()

    def be_busy(self, widgets: Iterable[QWidget], *, busy: bool) -> None:
        """Take `widgets` out of use while work goes on, and into it again."""
        self._busy = busy
        for widget in widgets:
            widget.setEnabled(not busy)

    @override
    def reject(self) -> None:
        if not self._busy:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            event.ignore()
        else:
            super().closeEvent(event)
