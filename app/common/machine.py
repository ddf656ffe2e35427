"""What kind of machine this is, in numbers: nothing that tells whose it is."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import sys
from pathlib import Path


def system() -> str:
    """Return the operating system with its version; neither the name of the machine nor of the user."""
    return platform.platform()


def processors() -> int:
    """Return how many processors there are."""
    return os.cpu_count() or 1


def memory() -> int:
    """Return the bytes of memory; 0 where the system does not say."""
    if sys.platform == "win32":
        return _windows_memory()
    with contextlib.suppress(ValueError, OSError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return 0


def free_space(folder: Path) -> int:
    """Return the free bytes of the disk that holds `folder`; 0 where the system does not say."""
    with contextlib.suppress(OSError):
        return shutil.disk_usage(folder).free
    return 0


if sys.platform == "win32":
    import ctypes

    class _Status(ctypes.Structure):
        # MEMORYSTATUSEX
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            *((f"rest_{i}", ctypes.c_ulonglong) for i in range(6)),
        )

    def _windows_memory() -> int:
        status = _Status()
        status.length = ctypes.sizeof(status)
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.total)
