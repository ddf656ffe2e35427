"""Has finished papers written to Word and PDF by the child process."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence

from app.common.jobs import Jobs
from app.common.progress import Progress
from app.papers.codec import encode
from app.papers.content import Document

RENDER_JOB = "render"
FORMATS = ("docx", "pdf")


def render(
    jobs: Jobs,
    papers: Mapping[str, Document],
    progress: Progress,
    formats: Sequence[str] = FORMATS,
    titles: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """Return the files by name: ``<key>.docx``, ``<key>.pdf`` for each key of `papers`.

    `titles` says by key how a paper is called where several have one title. All or nothing: raises
    `EnvironmentFailed` (L-301, L-304, L-305), `Cancelled`.
    """
    spoken = titles or {}
    asked = [
        {
            "name": name,
            "title": spoken.get(name, document.title),
            "content": encode(document),
            "formats": list(formats),
        }
        for name, document in papers.items()
    ]
    made = jobs.run(RENDER_JOB, json.dumps(asked, ensure_ascii=False).encode(), progress)
    with zipfile.ZipFile(io.BytesIO(made)) as files:
        return {name: files.read(name) for name in files.namelist()}
