"""Starting the program again, once this one has let go of its data."""

from __future__ import annotations

import os
import subprocess
import sys

from app.common.paths import RESOURCES


def start_again() -> None:
    """Start the windows anew, as a process of its own."""
    if getattr(sys, "frozen", False):
        command, folder = [sys.executable], None
    else:
        command, folder = [sys.executable, "-m", "ui.main"], RESOURCES.parent
    # The launcher would take the new process for a part of this one.
    environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True)  # noqa: S603  our own program
