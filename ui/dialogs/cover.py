"""Keeps the window of a locked program out of sight until it can be closed, or is shown again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from typing_extensions import override

from ui.desktop.notifier import Notice
from ui.forms.binder import DraftKeeper
from ui.tasks.runner import TaskRunner

_LOOK_EVERY_MS = 100


class Cover(QObject):
    """Hides a window with all that belongs to it; says `ready` once nothing needs it any more.

    Work under way goes on, and what could not be written away stays in the window meanwhile.
    """

    ready = Signal()

    def __init__(self, app: QApplication, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._runner = runner
        self._window: QWidget | None = None
        self.closed: list[str] = []
        """Titles of the dialogs that were open."""
        self.notices: list[Notice] = []
        """What was told while nobody could see it."""
        self._kept: list[QDialog] = []
        """Dialogs that do not close, since their work goes on: what comes of it stands there alone."""
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.setObjectName("cover")
        self._timer.timeout.connect(self._look)

    @property
    def window(self) -> QWidget | None:
        """Return the window behind the cover."""
        return self._window

    def draw(self, window: QWidget) -> None:
        """Hide `window`, close its dialogs, and let nothing of it come up."""
        self._window = window
        self.closed.clear()
        self.notices.clear()
        self._kept.clear()
        self._app.installEventFilter(self)
        for other in self._app.topLevelWidgets():
            if other.isVisible() and self._belongs(other):
                self._close(other)
        QToolTip.hideText()
        window.hide()
        self._timer.start()

    def lift(self) -> QWidget | None:
        """Return the window as it was, still hidden; nothing is held back any more."""
        window, self._window = self._window, None
        self._timer.stop()
        self._app.removeEventFilter(self)
        return window

    def bring_back(self) -> None:
        """Show the dialogs again that did not close."""
        kept, self._kept = self._kept, []
        for dialog in kept:
            dialog.show()

    def keeps_dialogs(self) -> bool:
        """Return whether a dialog waits behind the cover until somebody reads it."""
        return bool(self._kept)

    def works(self) -> bool:
        """Return whether work is under way behind the cover."""
        return self._runner.busy()

    def has_unwritten(self) -> bool:
        """Return whether something typed could not be written away yet."""
        keepers = self._window.findChildren(DraftKeeper) if self._window else []
        return any(keeper.is_pending() for keeper in keepers)

    def hear(self, notice: Notice) -> None:
        """Keep a notice for after unlocking."""
        if self._window:
            self.notices.append(notice)

    def _look(self) -> None:
        if self.works() or self.has_unwritten() or self._kept or self._app.activeModalWidget():
            return
        self.ready.emit()

    def _belongs(self, widget: QWidget) -> bool:
        above = widget.parentWidget()
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None

    def _close(self, widget: QWidget) -> None:
        if isinstance(widget, QDialog):
            widget.reject()
            if widget.isVisible():
                self._kept.append(widget)
            else:
                self.closed.append(widget.windowTitle())
        widget.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._hold_back(watched)
        return False

    def _hold_back(self, widget: QWidget) -> None:
        if widget is self._window or self._belongs(widget):
            # Not put on the screen at all, not even for the moment until it is closed.
            widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            QTimer.singleShot(0, widget, partial(self._close, widget))
