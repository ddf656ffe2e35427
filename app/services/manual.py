"""The manual leaves the program as a PDF that can be printed."""

from __future__ import annotations

from pathlib import Path

from app.common.files import write_whole
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.manual import Manual, encode

MANUAL_JOB = "write_manual"
ENDING = ".pdf"


class ManualService:
    """Has the manual written by the child process."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def write(self, manual: Manual, path: Path, progress: Progress | None = None) -> Path:
        """Write the manual to `path`, in place of the file there, and return the path.

        Raises `EnvironmentFailed` (L-102 … L-104, L-107, L-301), `Cancelled`; a file there is then whole.
        """
        path = path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)
        write_whole(path, self._jobs.run(MANUAL_JOB, encode(manual), progress or NoProgress()))
        return path
