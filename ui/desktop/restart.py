"""Starting the program again, once this one has let go of its data."""

from __future__ import annotations

import subprocess
import sys

from app.common.paths import RESOURCES


def start_again() -> None:
    """Start the windows anew, as a process of its own."""
    if getattr(sys, "frozen", False):
        command, folder = [sys.executable], None
    else:
        command, folder = [sys.executable, "-m", "ui.main"], RESOURCES.parent
    subprocess.Popen(command, cwd=folder, start_new_session=True)  # noqa: S603  our own program
