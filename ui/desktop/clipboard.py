"""Copies what must not stay: a number of a person, the recovery code.

It leaves the clipboard after half a minute, on locking and at the end of the program, unless something else
was copied meanwhile. Windows is asked to keep it out of its history (Win+V) and out of its cloud.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

KEPT_MS = 30_000
"""Source: reliability.md B11."""
_NAME = "secretClipboard"
_NO = bytes(4)
_OUT_OF_HISTORY = {
    "ExcludeClipboardContentFromMonitorProcessing": b"\x01",
    "CanIncludeInClipboardHistory": _NO,
    "CanUploadToCloudClipboard": _NO,
    "x-kde-passwordManagerHint": b"secret",
}
"""Formats that programs watching the clipboard look for; the middle two are a zero of 32 bits.

Source: Microsoft, "Clipboard Formats", section on cloud clipboard and clipboard history; KDE's Klipper.
"""


def copy(text: str) -> None:
    """Put `text` into the clipboard for half a minute."""
    _of_application().copy(text)


def clear() -> None:
    """Take out of the clipboard what `copy` put there, if it still is."""
    _of_application().clear()


class SecretClipboard(QObject):
    """Knows what it put into the clipboard, and until when."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self._text = ""
        # PySide ends the process if Python has forgotten the data when the clipboard lets go of them.
        self._data = QMimeData()
        self._timer = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._timer.setObjectName("clipboard")
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put `text` into the clipboard and begin to wait."""
        data = QMimeData()
        data.setText(text)
        for name, value in _OUT_OF_HISTORY.items():
            data.setData(name, value)
        self._text = text
        QGuiApplication.clipboard().setMimeData(data)
        self._data = data
        self._timer.start()

    def clear(self) -> None:
        """Empty the clipboard if it holds what was put there."""
        self._timer.stop()
        text, self._text = self._text, ""
        board = QGuiApplication.clipboard()
        if text and board.text() == text:
            board.clear()


def _of_application() -> SecretClipboard:
    app = cast("QGuiApplication", QGuiApplication.instance())
    return app.findChild(SecretClipboard, _NAME) or SecretClipboard(app)
