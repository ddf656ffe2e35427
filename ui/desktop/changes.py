"""Turns the notice of a commit into one Qt signal on the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.common.changes import Change


class ChangeSignal(QObject):
    """Give `tell` to the database; pages connect to `changed` and declare what they show."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def tell(self, change: Change) -> None:
        """Hand a commit on; from another thread it arrives queued."""
        self.changed.emit(change)
