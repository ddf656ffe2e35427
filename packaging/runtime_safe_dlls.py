"""Runs first in the built program: libraries come from the program's folder and from Windows only.

Without it Windows also looks in the folder that happens to be current and along PATH (reliability.md 2.11).
"""

import ctypes
import sys

if sys.platform == "win32":
    default_dirs = 0x1000  # LOAD_LIBRARY_SEARCH_DEFAULT_DIRS
    if not ctypes.windll.kernel32.SetDefaultDllDirectories(default_dirs):
        raise ctypes.WinError()
