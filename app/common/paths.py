"""Where things lie: the program's own data files, and the data folder of the user."""

from __future__ import annotations

import os
import sys
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def data_folder() -> Path:
    """Return the folder of the cell's data: ``%LOCALAPPDATA%\\SoChiBo``, or the XDG data folder on Linux.

    ``SOCHIBO_DATA`` overrides it, for tests and for a seat with several cells.
    """
    override = os.environ.get("SOCHIBO_DATA")
    if override:
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "SoChiBo"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "SoChiBo"
