"""Many acts of services as one transaction: hundreds of commits to the disk become one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from app.storage.database import Database


@contextlib.contextmanager
def together(database: Database, action: str) -> Iterator[None]:
    """Make every `write` of this thread in the block a part of one: one commit, one entry, nothing to undo.

    An act that fails takes back its own changes, and all of them when its exception leaves the block. Reads
    from outside see nothing before the end. Such blocks do not nest.
    """
    with database.write(action, undoable=False) as work:
        database.joined = work
        try:
            yield
        finally:
            database.joined = None
