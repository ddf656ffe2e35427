"""Folders as a package sees them: every file with its path, sums of files, and what Windows leaves behind."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.package.port import Entry, Reading

_DEEPEST = 8
_MOST_ENTRIES = 20_000
_HARMLESS = frozenset({"thumbs.db", "desktop.ini", "system volume information", ".ds_store", "$recycle.bin"})


class TooMuch(ValueError):
    """A folder deeper or fuller than any package is."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that is no folder; `path` is relative, with slashes."""

    path: str
    entry: Entry


def walk(files: Reading, root: Path) -> list[Found]:
    """Return all files below `root`, links as links and not followed; raises `TooMuch`, `OSError`."""
    found: list[Found] = []
    for item in _walk(files, root, "", 0):
        found.append(item)
        if len(found) > _MOST_ENTRIES:
            raise TooMuch(str(root))
    return found


def _walk(files: Reading, folder: Path, prefix: str, depth: int) -> Iterator[Found]:
    if depth > _DEEPEST:
        raise TooMuch(str(folder))
    for entry in files.entries(folder):
        path = prefix + entry.name
        if entry.kind != "folder":
            yield Found(path, entry)
        elif not is_harmless(entry.name):
            yield from _walk(files, folder / entry.name, f"{path}/", depth + 1)


def is_harmless(path: str) -> bool:
    """Return whether Windows or Word left this beside our files (reliability.md G12)."""
    name = path.rpartition("/")[2].lower()
    return name in _HARMLESS or name.startswith(("~$", "._"))


def sum_of(
    files: Reading, path: Path, *, past_cache: bool = False, read: Callable[[int], None] = lambda _: None
) -> str:
    """Return the SHA-256 of a file, piece by piece; `read` hears of the bytes of each piece."""
    digest = hashlib.sha256()
    for piece in files.pieces(path, past_cache=past_cache):
        digest.update(piece)
        read(len(piece))
    return digest.hexdigest()
