"""What a Qt test may have left behind; imported only after a test that used Qt."""

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication


def leftovers() -> list[str]:
    """Return a line for each visible window, running timer and running task."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = QApplication.topLevelWidgets()
    shown = [f"visible: {type(w).__name__} {w.objectName()}" for w in windows if w.isVisible()]
    owners = [QApplication.instance(), *windows]
    timers = {timer for owner in owners if owner for timer in owner.findChildren(QTimer) if timer.isActive()}
    ticking = [f"timer: {timer.objectName()} of {type(timer.parent()).__name__}" for timer in timers]
    running = QThreadPool.globalInstance().activeThreadCount()
    return [*shown, *ticking, *([f"{running} tasks running"] if running else [])]
