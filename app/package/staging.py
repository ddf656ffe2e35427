"""The working folder of a package being written: files put there whole, and only our own taken away again."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.package import failures
from app.package.port import PIECE_BYTES, FileOps, OutFile
from app.package.tree import TooMuch, is_harmless, walk

_T = TypeVar("_T")

RETRY_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 1.6)
"""Waits for antivirus and indexer, 4.75 s in all (reliability.md G18: at most 5 s)."""


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Raise what the user can act on in place of an `OSError` of the block."""
    try:
        yield
    except OSError as error:
        raise failures.while_writing(error) from error


def patiently(files: FileOps, operation: Callable[[], _T]) -> _T:
    """Return the outcome of an operation that another program may be holding up for a moment."""
    for seconds in RETRY_PAUSES_S:
        try:
            return operation()
        except OSError as error:
            if failures.windows_code(error) not in failures.HELD_BY_OTHERS:
                raise
            files.pause(seconds)
    return operation()


def write_file(files: FileOps, path: Path, data: bytes, on_medium: Callable[[int], None]) -> None:
    """Write a new file in pieces, each brought to the medium before `on_medium` hears of its bytes."""
    out = patiently(files, lambda: files.create(path))
    try:
        for start in range(0, max(len(data), 1), PIECE_BYTES):
            piece = memoryview(data)[start : start + PIECE_BYTES]
            _write_piece(out, piece)
            out.fsync()
            on_medium(len(piece))
    finally:
        out.close()


def _write_piece(out: OutFile, piece: memoryview) -> None:
    while piece:
        count = out.write(piece)
        if count <= 0:
            # A system that takes nothing and reports nothing is out of room (reliability.md 0.2).
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        piece = piece[count:]


def staged_paths(files: FileOps, staging: Path) -> set[str] | None:
    """Return what lies in a folder of ours, without what Windows leaves everywhere.

    None when it holds more than any package does.
    """
    try:
        return {found.path for found in walk(files, staging) if not is_harmless(found.path)}
    except TooMuch:
        return None


def folders_of(paths: Iterable[str]) -> list[str]:
    """Return the folders that files need, parents first, in the order of the files."""
    folders: dict[str, None] = {}
    for path in paths:
        parts = path.split("/")[:-1]
        folders.update(dict.fromkeys("/".join(parts[: i + 1]) for i in range(len(parts))))
    return list(folders)


def remove_own(files: FileOps, staging: Path, paths: Iterable[str]) -> None:
    """Remove the files of our list and every folder they leave empty; all else stays where it is."""
    own = list(paths)
    present = {found.path for found in walk(files, staging) if found.entry.kind == "file"}
    for path in own:
        if path in present:
            patiently(files, partial(files.remove, staging / path))
    for folder in [*reversed(folders_of(own)), ""]:
        here = staging / folder
        if files.exists(here) and not files.entries(here):
            patiently(files, partial(files.remove_folder, here))
