"""Which of many papers it was that could not be made: said by its name, whatever stopped it (F01)."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import Cancelled, EnvironmentFailed, Refused


@contextmanager
def named(paper: str) -> Iterator[None]:
    """Say `paper` where making it fails: raises `EnvironmentFailed` L-305 with the trace of the cause."""
    try:
        yield
    except (Cancelled, MemoryError, Refused):
        raise
    except EnvironmentFailed as error:
        # No font stops every paper alike; letters lost name their paper themselves.
        if error.code in {"L-016", "L-301", "L-304"}:
            raise
        raise _cannot_be_made(paper, error.code) from error
    except Exception as error:
        raise _cannot_be_made(paper, _trace(error)) from error


def _cannot_be_made(paper: str, trace: str) -> EnvironmentFailed:
    return EnvironmentFailed("L-305", paper=paper, trace=trace)


def _trace(error: Exception) -> str:
    """Return kind and place, never the message, which may hold text of the paper."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).stem}:{last.lineno}"
