"""Stands guard while windows are open: the log, Qt's messages, the trace of a fault, the door for bugs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from app.common import logfile
from app.common.fault_file import FaultFile
from ui.desktop.qt_messages import QtMessages
from ui.dialogs.crash import CrashDoor

_log = logging.getLogger(__name__)


class Guard:
    """From the first window to the last."""

    def __init__(self, keep_drafts: Callable[[], None], restart: Callable[[], None]) -> None:
        self._door = CrashDoor(keep_drafts, restart)
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

    def end(self) -> None:
        """Let go of the files, so that their folder can be moved or deleted."""
        self._door.leave()
        self._messages.end()
        self._faults.end()
        logfile.stop()
