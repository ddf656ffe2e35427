"""The file-operations port of the system we run on."""

from __future__ import annotations

import sys

from app.package.port import FileOps


def real_files() -> FileOps:
    """Return the port onto the files of this computer."""
    if sys.platform == "win32":
        from app.package.port_windows import WindowsFiles  # noqa: PLC0415  exists for Windows only

        return WindowsFiles()
    from app.package.port_linux import LinuxFiles  # noqa: PLC0415  exists for the other systems only

    return LinuxFiles()
