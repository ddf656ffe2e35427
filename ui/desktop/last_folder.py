"""The folder a file was last opened from or written to: exactly while the program runs, roughly beyond that.

A folder may be called after a person, and the file of the seat is not encrypted. So only the kind of place
(desktop, documents, downloads) or the drive is kept on the disk.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

_STANDARD = {
    "desktop": QStandardPaths.StandardLocation.DesktopLocation,
    "documents": QStandardPaths.StandardLocation.DocumentsLocation,
    "downloads": QStandardPaths.StandardLocation.DownloadLocation,
}


def rough(folder: Path) -> str:
    """Return what may be remembered of `folder`: the code of a standard place, a drive, or nothing."""
    for code, place in _STANDARD.items():
        if folder.is_relative_to(_where(place)):
            return code
    return "" if folder.is_relative_to(Path.home()) else folder.anchor


def found(kept: str) -> Path:
    """Return the folder that `rough` had kept, or the user's own one where it is gone."""
    folder = _where(_STANDARD[kept]) if kept in _STANDARD else Path(kept)
    is_root = folder.anchor == str(folder) and len(folder.anchor) > 1
    return folder if (kept in _STANDARD or is_root) and folder.is_dir() else Path.home()


def _where(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place))
