"""What the real ports of both systems share."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

from app.package.port import Entry, EntryKind

# Junctions of Windows are links too; cloud placeholders are files (their reparse tag is neither).
_LINK_TAGS = {0xA000000C, 0xA0000003}


class DescriptorFile:
    """A file that writes straight through its descriptor, so that every count is the system's own."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, data: bytes | memoryview) -> int:
        """Return how many bytes the system took."""
        return os.write(self._descriptor, data)

    def fsync(self) -> None:
        """Return when the system says that the bytes are on the medium."""
        os.fsync(self._descriptor)

    def close(self) -> None:
        """Close the descriptor."""
        os.close(self._descriptor)


class LocalFiles:
    """The operations that need nothing of one system."""

    def __init__(self, pause: Callable[[float], None] = time.sleep) -> None:
        self._pause = pause

    def entries(self, folder: Path) -> list[Entry]:
        """Return what lies in a folder, sorted by name."""
        with os.scandir(folder) as found:
            entries = [_entry(item) for item in found]
        return sorted(entries, key=lambda entry: entry.name)

    def exists(self, path: Path) -> bool:
        """Return whether the name is taken, by a dangling link too."""
        return os.path.lexists(path)

    def make_folder(self, folder: Path) -> None:
        """Make a folder whose parent exists."""
        folder.mkdir()

    def rename(self, source: Path, target: Path) -> None:
        """Give a folder a name that is free; Linux alone would replace an empty folder silently."""
        if os.path.lexists(target):
            raise FileExistsError(str(target))
        source.rename(target)

    def remove(self, path: Path) -> None:
        """Remove one file."""
        path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Remove one empty folder."""
        folder.rmdir()

    def pause(self, seconds: float) -> None:
        """Wait before the next try."""
        self._pause(seconds)


def _entry(item: os.DirEntry[str]) -> Entry:
    status = item.stat(follow_symlinks=False)
    kind = _kind(status)
    return Entry(item.name, kind, status.st_size if kind == "file" else 0)


def _kind(status: os.stat_result) -> EntryKind:
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _LINK_TAGS:
        return "link"
    if stat.S_ISDIR(status.st_mode):
        return "folder"
    return "file" if stat.S_ISREG(status.st_mode) else "other"
