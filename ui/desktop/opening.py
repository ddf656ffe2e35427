"""Opens files and folders with the program that the desktop has for them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


class Opener(Protocol):
    """Shows a file or folder to the user."""

    def open(self, path: Path) -> bool:
        """Return whether the desktop took it."""


class DesktopOpener:
    """The real desktop."""

    def open(self, path: Path) -> bool:
        """Return whether the desktop took it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
