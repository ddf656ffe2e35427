"""The jobs of the child process, one module each: ``run(payload, progress) -> bytes``.

Each module imports what is heavy when it runs, so that the list costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.common.progress import Progress
from app.worker.jobs import merge_pdfs, read_sheet, render

Job = Callable[[bytes, Progress], bytes]

JOBS: Mapping[str, Job] = {
    "merge_pdfs": merge_pdfs.run,
    "read_sheet": read_sheet.run,
    "render": render.run,
}
