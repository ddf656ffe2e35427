"""The one door for bugs: what was typed is kept, the dialog says so, the program goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.common.bug_code import bug_code
from app.common.logfile import exception_report
from app.errors import AppError
from app.version import __version__
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import crash as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Text

_log = logging.getLogger(__name__)
RESTART = 2
"""The answer of the button that starts the program anew."""
SOON_S = 60
"""A second bug within this many seconds offers to start anew (decisions.md 4.4)."""


class CrashDialog(SheetDialog):
    """An apology and a report that may be sent: types, codes and lines of code only."""

    def __init__(self, report: str, *, again: bool, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 640, parent)
        self.setObjectName("crashDialog")
        self._words = Text(words.WORDS, name="crashWords")
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(words.REPORT)
        self._report.setMinimumHeight(look.px(160))
        self._report.setTabChangesFocus(True)
        self.body.addWidget(self._words)
        self.body.addWidget(Text(words.REPORT, role="small", tone="soft"))
        self.body.addWidget(self._report, 1)
        self._copy = Button(words.COPY, name="copyReport")
        self._restart = Button(words.RESTART, name="restart")
        go_on = Button(words.GO_ON, name="goOn")
        self._restart.hide()
        self._copy.clicked.connect(self._on_copy)
        self._restart.clicked.connect(lambda: self.done(RESTART))
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        self.add_buttons(self._copy, self._restart, go_on)
        go_on.setFocus()
        if again:
            self.say_again()

    def say_again(self) -> None:
        """Say that bugs repeat, and offer to start anew."""
        self._words.setText(words.AGAIN)
        self._restart.show()

    def report(self) -> str:
        """Return what may be sent."""
        return self._report.toPlainText()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self._copy.setText(words.COPIED)
        self._copy.setAccessibleName(words.COPIED)


class CrashDoor(QObject):
    """Receives what no one caught, from any thread, logs it and shows the dialog once at a time."""

    told = Signal(object)
    """An `AppError` that nobody caught: no bug, but a sentence for the user."""
    _fell = Signal(str)

    def __init__(
        self,
        keep_drafts: Callable[[], None],
        restart: Callable[[], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._keep_drafts = keep_drafts
        self._restart = restart
        self._now = now
        self._is_over = False
        self._last = -float(SOON_S)
        self._dialog: CrashDialog | None = None
        # From another thread the report arrives queued; on the window's own thread the slot has ended first.
        self._fell.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand behind every thread, and behind what Python itself can raise to nobody."""
        sys.excepthook = self.receive
        threading.excepthook = lambda args: self.receive(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        sys.unraisablehook = lambda args: self.receive(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def leave(self) -> None:
        """Give the hooks back to Python: there is no window any more to show a dialog over."""
        self._is_over = True
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def receive(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a bug and show it; a thread that ends itself is none."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            return
        if isinstance(error, AppError):
            _log.info("told by the door: %s", error)
            self.told.emit(error)
            return
        _log.error("bug", exc_info=(kind, error, trace))
        report = exception_report(error)
        head = words.VERSION.format(version=__version__, system=platform.platform())
        self._fell.emit(f"{words.CODE.format(code=bug_code(report))}\n{head}\n{report}")

    def _show(self, report: str) -> None:
        if self._is_over:
            return  # it was on its way when the last window closed; the log has it
        again = self._now() - self._last < SOON_S
        self._last = self._now()
        if self._dialog is not None:
            self._dialog.say_again()
            return
        # Over the window in front, which it goes with: a new font size makes another one.
        self._dialog = CrashDialog(report, again=again, parent=QApplication.activeWindow())
        self._dialog.destroyed.connect(self._on_gone)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()
        self._keep_drafts()

    def _on_gone(self) -> None:
        self._dialog = None

    def _on_finished(self, answer: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        if answer == RESTART:
            self._keep_drafts()
            self._restart()
