"""A list taken in through the real window on a screen nobody sees, and how long the window stood still."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import Core
from app.common.clock import SystemClock
from ui.desktop.changes import ChangeSignal
from ui.desktop.dialogs import Dialogs
from ui.desktop.notifier import Notifier
from ui.desktop.seat import Seat
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.lists.frame import ListFrame
from ui.main_window import Holding, MainWindow
from ui.pages.factory import page_makers, search_in
from ui.pages.page import Desk
from ui.tasks.runner import TaskRunner
from ui.theme.look import BASE_SIZE, apply
from ui.widgets.button import Button

TICK_MS = 5
PATIENCE_S = 60.0
SETTLED_MS = 50


class Journey(NamedTuple):
    """Seconds to the preview, from the yes to the list, of the longest standstill and of that of undo."""

    preview: float
    stored: float
    standstill: float
    undoing: float


class _Ticks:
    """Notices how long nothing could happen in the window."""

    def __init__(self) -> None:
        self._longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now

    def stop(self) -> float:
        """Return the longest standstill, in seconds."""
        self._timer.stop()
        return self._longest


def journeys(core: Core, file: Path, times: int) -> list[Journey]:
    """Return the figures of so many imports of `file`, each taken back afterwards."""
    app = QApplication.instance() or QApplication([])
    apply(app, BASE_SIZE)  # type: ignore[arg-type]  # the stubs know the running program as a core one
    runner, notifier = TaskRunner(), Notifier()
    dialogs = SimpleNamespace(open_file=lambda *_: file)
    others: Any = SimpleNamespace()
    desk = Desk(SystemClock(), runner, cast("Dialogs", dialogs), notifier, others, others, Seat(core.folder))
    window = _window(core, desk)
    done: list[object] = []
    notifier.noticed.connect(done.append)
    found = [_journey(window, done) for _ in range(times)]
    window.close()
    runner.close()
    return found


def _window(core: Core, desk: Desk) -> MainWindow:
    cell, years = core.cells.current(), core.years.list()
    window = MainWindow(desk, core.history, page_makers(core, desk), search_in(core, lambda: years[0]))
    holding = Holding(cell.name, cell.upper_committee, years, cell.is_practice)
    window.show_holding(holding, years[0])
    changes = ChangeSignal(window)
    core.changes.append(changes.tell)
    changes.changed.connect(window.on_change)
    window.resize(1366, 697)
    window.open("members")
    window.show()
    QTest.qWaitForWindowExposed(window)
    return window


def _journey(window: MainWindow, done: list[object]) -> Journey:
    done.clear()
    ticks, start = _Ticks(), time.perf_counter()
    _press(window, "importMembers")
    dialog = _wait(lambda: next((one for one in window.findChildren(ImportPreviewDialog)), None))
    looked = time.perf_counter()
    shown = next(one.table for one in window.findChildren(ListFrame) if one.kind.name == "member")
    before = shown.rowCount()
    _press(dialog, "takeIn")
    _wait(lambda: done and shown.rowCount() > before)
    stored = time.perf_counter()
    QTest.qWait(SETTLED_MS)
    standstill = ticks.stop()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    ticks = _Ticks()
    _press(window, "noticeLink")
    _wait(lambda: shown.rowCount() <= before)
    QTest.qWait(SETTLED_MS)
    return Journey(looked - start, stored - looked, standstill, ticks.stop())


def _press(within: QWidget, name: str) -> None:
    QTest.mouseClick(within.findChildren(Button, name)[0], Qt.MouseButton.LeftButton)


def _wait(for_what: Callable[[], object]) -> QWidget:
    end = time.perf_counter() + PATIENCE_S
    while not (found := for_what()):
        if time.perf_counter() > end:
            raise TimeoutError
        QTest.qWait(1)
    return cast("QWidget", found)
