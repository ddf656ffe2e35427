"""Jobs in this very process: for the command line, which has no window to keep alive, and for tests."""

from __future__ import annotations

from app.common.progress import Progress
from app.worker.jobs import JOBS


class InlineJobs:
    """Runs a job where it is called; it stops when its progress does."""

    def run(self, job: str, payload: bytes, progress: Progress) -> bytes:
        """Return what the job made of `payload`."""
        return JOBS[job](payload, progress)
