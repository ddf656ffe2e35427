"""A dialog that stays while what it asked for is being done: then there is nothing to give up."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.sheet_dialog import SheetDialog


class BusyDialog(SheetDialog):
    """Esc and the cross do nothing between `be_busy(busy=True)` and `be_busy(busy=False)`."""

    _busy = False

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
