"""Jobs in this very process: for the command line, which has no window to keep alive, and for tests."""

from __future__ import annotations

import importlib

from app.common.progress import Progress


class InlineJobs:
    """Runs a job where it is called; it stops when its progress does."""

    def run(self, job: str, payload: bytes, progress: Progress) -> bytes:
        """Return what the job made of `payload`."""
        module = importlib.import_module(f"app.worker.jobs.{job}")
        made: bytes = module.run(payload, progress)
        return made
