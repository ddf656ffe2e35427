"""Hears from Windows that the session was locked, another user came, or the laptop goes to sleep.

Elsewhere nothing is heard; there the idle watch locks after waking, because it looks at the clock.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
PBT_APMSUSPEND = 0x0004
WTS_CONSOLE_DISCONNECT = 0x2
WTS_REMOTE_DISCONNECT = 0x4
WTS_SESSION_LOGOFF = 0x6
WTS_SESSION_LOCK = 0x7
_LEAVING = {
    WM_POWERBROADCAST: {PBT_APMSUSPEND},
    WM_WTSSESSION_CHANGE: {
        WTS_CONSOLE_DISCONNECT,
        WTS_REMOTE_DISCONNECT,
        WTS_SESSION_LOGOFF,
        WTS_SESSION_LOCK,
    },
}
_log = logging.getLogger(__name__)
_OF_WINDOWS = b"windows_generic_MSG"


class Message(ctypes.Structure):
    """A window message (MSG of the Windows headers)."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("w_param", ctypes.c_size_t),
        ("l_param", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )


def means_leaving(message: int, w_param: int) -> bool:
    """Return whether a window message says that the user leaves the screen to others or to sleep."""
    return w_param in _LEAVING.get(message, set())


class SessionWatch(QAbstractNativeEventFilter):
    """Calls `on_leaving` within the message itself, so that the window is covered before the lid is down."""

    def __init__(self, app: QGuiApplication, on_leaving: Callable[[], None]) -> None:
        super().__init__()
        self._app = app
        self._on_leaving = on_leaving
        self._followed = 0
        app.installNativeEventFilter(self)

    def follow(self, window_id: int) -> None:
        """Ask Windows to tell the window with this number of changes of the session, and no other."""
        self._unfollow()
        self._followed = window_id
        if sys.platform == "win32":
            # Power messages come to every window; those of the session only to windows that asked.
            asked = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(window_id), 0)
            if not asked:
                _log.warning("Windows does not tell of its session")

    def close(self) -> None:
        """Stop hearing."""
        self._unfollow()
        self._app.removeNativeEventFilter(self)

    def _unfollow(self) -> None:
        if sys.platform == "win32" and self._followed:
            ctypes.WinDLL("wtsapi32").WTSUnRegisterSessionNotification(ctypes.c_void_p(self._followed))
        self._followed = 0

    @override
    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if event_type == _OF_WINDOWS:
            told = Message.from_address(int(message))
            if means_leaving(told.message, told.w_param):
                self._on_leaving()
        return False, 0
