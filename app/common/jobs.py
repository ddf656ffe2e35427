"""The port through which services hand heavy work to the child process.

`app.worker` implements it, `app.bootstrap` hands it to the services, so neither side imports the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.common.progress import Progress


class Jobs(Protocol):
    """Runs one named job away from the window."""

    def run(self, job: str, payload: bytes, progress: Progress) -> bytes:
        """Return what the job made of `payload`.

        Blocks the calling thread (never the window's). Raises the job's own `AppError`, or `Cancelled`
        when `progress` asked to stop; the child is gone afterwards either way.
        """
