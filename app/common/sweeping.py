"""Keeps Python's search for circles of garbage out of bulk work.

Everything stands still while all objects are looked through: 150 ms where a list of 5,000 members has just
been read, in whatever thread it happens (measured on 2 cores; product.md 9 allows 100 ms).
"""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import Iterator

MANY = 10_000
"""From so many new objects on they are kept out of later searches; they still go when nobody holds them."""
_lock = threading.Lock()
_inside = 0


@contextlib.contextmanager
def calm() -> Iterator[None]:
    """Let nothing be searched during the block, and what it made in bulk not afterwards either."""
    global _inside  # noqa: PLW0603  the collector is one for the whole process
    with _lock:
        _inside += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if gc.get_count()[0] > MANY:
                gc.freeze()
            if not _inside:
                gc.enable()


def clear() -> None:
    """Search everything once, also what was kept out: when a cell has been closed and nobody waits."""
    gc.unfreeze()
    gc.collect()
