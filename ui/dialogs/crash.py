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
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.common.logfile import exception_report
from app.version import __version__
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import crash as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Text

_log = logging.getLogger(__name__)
QUIT = 2
"""The answer of the button that ends the program."""
SOON_S = 60
"""A second bug within this many seconds offers to end the program (decisions.md 4.4)."""


class CrashDialog(SheetDialog):
    """An apology and a report that may be sent: types, codes and lines of code only."""

    def __init__(self, report: str, *, again: bool, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 640, parent)
        self.setObjectName("crashDialog")
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(words.REPORT)
        self._report.setMinimumHeight(look.px(160))
        self._report.setTabChangesFocus(True)
        self.body.addWidget(Text(words.AGAIN if again else words.WORDS, name="crashWords"))
        self.body.addWidget(Text(words.REPORT, role="small", tone="soft"))
        self.body.addWidget(self._report, 1)
        copy = Button(words.COPY, name="copyReport")
        quit_ = Button(words.QUIT, name="quit")
        go_on = Button(words.GO_ON, name="goOn")
        quit_.setVisible(again)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        quit_.clicked.connect(lambda: self.done(QUIT))
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        self.add_buttons(copy, quit_, go_on)
        go_on.setFocus()

    def report(self) -> str:
        """Return what may be sent."""
        return self._report.toPlainText()


class CrashDoor(QObject):
    """Receives what no one caught, from any thread, logs it and shows the dialog once at a time."""

    _fell = Signal(str)

    def __init__(self, keep_drafts: Callable[[], None], quit_program: Callable[[], None]) -> None:
        super().__init__()
        self._keep_drafts = keep_drafts
        self._quit = quit_program
        self._last = -float(SOON_S)
        self._dialog: CrashDialog | None = None
        # From another thread the report arrives queued; on the window's own thread the slot has ended first.
        self._fell.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand behind every thread."""
        sys.excepthook = self.receive
        threading.excepthook = lambda args: self.receive(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def receive(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a bug and show it."""
        if issubclass(kind, KeyboardInterrupt):
            self._quit()
            return
        _log.error("bug", exc_info=(kind, error, trace))
        head = words.VERSION.format(version=__version__, system=platform.platform())
        self._fell.emit(f"{head}\n{exception_report(error)}")

    def _show(self, report: str) -> None:
        if self._dialog is not None:
            return
        again = time.monotonic() - self._last < SOON_S
        self._last = time.monotonic()
        self._dialog = CrashDialog(report, again=again)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()
        self._keep_drafts()

    def _on_finished(self, answer: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        if answer == QUIT:
            self._quit()
