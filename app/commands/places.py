"""Where a command finds the cell that it was given, and opening it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from app import bootstrap
from app.bootstrap import Core
from app.commands.terminal import Terminal


def folder_of(given: Path) -> Path:
    """Return the data folder, whether the folder or the database file in it was named, there or not."""
    return given.parent if given.name == bootstrap.DATABASE_NAME else given


@contextlib.contextmanager
def opened(given: Path, password_file: Path | None, terminal: Terminal) -> Iterator[Core]:
    """Give the open cell; raises as `bootstrap.unlock` does."""
    core = bootstrap.unlock(folder_of(given), terminal.password(password_file, "parser.password"))
    try:
        yield core
    finally:
        core.close()
