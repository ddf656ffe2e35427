"""What a Qt test may have left behind; imported only after a test that used Qt."""

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication


def leftovers() -> list[str]:
    """Return a line for each visible window, running timer and running task; delete every hidden window.

    A hidden window would be styled again by each later test (0.1 s for one main window).
    """
    _delete_later_is_now()
    windows = QApplication.topLevelWidgets()
    shown = [f"visible: {type(w).__name__} {w.objectName()}" for w in windows if w.isVisible()]
    owners = [QApplication.instance(), *windows]
    timers = {timer for owner in owners if owner for timer in owner.findChildren(QTimer) if timer.isActive()}
    ticking = [f"timer: {timer.objectName()} of {type(timer.parent()).__name__}" for timer in timers]
    running = QThreadPool.globalInstance().activeThreadCount()
    for window in windows:
        window.deleteLater()
    _delete_later_is_now()
    return [*shown, *ticking, *([f"{running} tasks running"] if running else [])]


def _delete_later_is_now() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
