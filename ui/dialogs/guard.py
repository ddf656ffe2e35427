"""Stands guard while windows are open: the log, Qt's messages, the trace of a fault, the door for bugs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from app.common import logfile
from app.common.fault_file import FaultFile
from app.errors import AppError
from ui.desktop.qt_messages import QtMessages
from ui.desktop.restart import start_again
from ui.dialogs.crash import CrashDoor

_log = logging.getLogger(__name__)


class Guard:
    """From the first window to the last, and beyond it where the program is to start anew."""

    def __init__(
        self,
        keep_drafts: Callable[[], None],
        quit_program: Callable[[], None],
        tell: Callable[[AppError], None],
    ) -> None:
        self._quit = quit_program
        self._again = False
        self._door = CrashDoor(keep_drafts, self.restart)
        self._door.told.connect(tell, Qt.ConnectionType.QueuedConnection)
        self._faults = FaultFile()
        self._messages = QtMessages()

    def begin(self, folder: Path) -> None:
        """Stand behind every thread; the log lies in `folder`, and the program goes on without one."""
        logfile.start(folder)
        _log.info("the program begins")
        if self._faults.begin(folder):
            _log.info("the run before left the trace of a fault")
        self._messages.begin()
        self._door.install()

    def restart(self) -> None:
        """End the program and start it anew."""
        self._again = True
        self._quit()

    def end(self) -> None:
        """Let go of the files, when the data are closed already, and start anew where that was asked for."""
        self._door.leave()
        self._messages.end()
        self._faults.end()
        logfile.stop()
        if self._again:
            start_again()
