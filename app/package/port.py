"""The file-operations port: everything that writing and checking a package asks of a stick.

All file work of a package goes through one object, so that a test can pull the stick at any operation
(reliability.md 4.1.6). Errors are plain `OSError`s; `app.package.failures` turns them into sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

PIECE_BYTES = 1024 * 1024
"""Files are written and read in pieces of this size; nothing is held whole that came from a stick."""

EntryKind = Literal["file", "folder", "link", "other"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder, links not followed; `size` counts bytes of a file, else 0."""

    name: str
    kind: EntryKind
    size: int = 0


@dataclass(frozen=True, slots=True)
class Volume:
    """A stick or disk as the user chooses it; sizes are bytes, `serial` tells two sticks apart."""

    root: Path
    serial: str
    label: str = ""
    filesystem: str = ""
    total_bytes: int = 0
    free_bytes: int = 0
    is_removable: bool = False
    is_read_only: bool = False
    is_network: bool = False


class OutFile(Protocol):
    """A new file, open for writing without a buffer of ours."""

    def write(self, data: bytes | memoryview) -> int:
        """Return how many bytes were taken, which may be fewer than given."""

    def fsync(self) -> None:
        """Return when the bytes written so far are on the medium, as far as it tells the truth."""

    def close(self) -> None:
        """Close the file; closing alone flushes nothing."""


class Reading(Protocol):
    """What checking a package asks for."""

    def pieces(self, path: Path, *, past_cache: bool = False) -> Iterator[bytes]:
        """Yield a file in pieces of `PIECE_BYTES`, links not followed.

        `past_cache` asks for the bytes on the medium instead of those the system remembers.
        """

    def entries(self, folder: Path) -> list[Entry]:
        """Return what lies in a folder, sorted by name."""


class FileOps(Reading, Protocol):
    """The operations themselves."""

    path_limit: int
    """Longest path that opens everywhere on this system, in characters."""

    def create(self, path: Path) -> OutFile:
        """Open a file that does not exist yet, written through to the medium where the system can."""

    def exists(self, path: Path) -> bool:
        """Return whether the name is taken, by whatever it is."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder whose parent exists."""

    def sync_folder(self, folder: Path) -> None:
        """Bring the names in a folder to the medium; does nothing where the system cannot."""

    def rename(self, source: Path, target: Path) -> None:
        """Give a folder a name that is free."""

    def remove(self, path: Path) -> None:
        """Remove one file."""

    def remove_folder(self, folder: Path) -> None:
        """Remove one empty folder."""

    def volume(self, path: Path) -> Volume:
        """Return the volume that `path`, an existing folder, lies on right now."""

    def drives(self) -> list[Volume]:
        """Return the sticks and external disks that are plugged in."""

    def eject(self, volume: Volume) -> bool:
        """Ask the system to release a stick; return whether it may be pulled out."""

    def pause(self, seconds: float) -> None:
        """Wait before the next try."""
