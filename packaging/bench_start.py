"""Starts a window, says so on the output as soon as it is painted and quiet, and ends: a child of `bench.py`.

``bare`` shows an empty main window, ``program`` the program's first one; both pay for Python and Qt.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override


class Painted(QObject):
    """Ends the process at the first idle moment after a window was painted."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look out for the first painting of a window."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, _say)
        return False


def _say() -> None:
    print("painted", flush=True)
    os._exit(0)


class WatchedApplication(QApplication):
    """An application whose windows are watched from the moment the event loop runs."""

    def exec(self) -> int:  # type: ignore[override]  # a static method that Qt's users call on the object
        """Run the event loop."""
        watch = Painted(self)
        self.installEventFilter(watch)
        return super().exec()


def bare() -> int:
    """Show an empty main window."""
    app = WatchedApplication(sys.argv)
    window = QMainWindow()
    window.resize(1280, 720)
    window.show()
    return app.exec()


def program() -> int:
    """Start the program as its user does."""
    import ui.main  # noqa: PLC0415  the bare window must not pay for it

    # By hand, because unittest.mock brings asyncio with it, half as slow again as the window itself.
    vars(ui.main)["QApplication"] = WatchedApplication
    return ui.main.main(sys.argv)


if __name__ == "__main__":
    sys.exit({"bare": bare, "program": program}[sys.argv[1]]())
