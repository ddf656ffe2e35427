"""The lines of files that came back: several files to one child process, each with its own answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.common.files import told
from app.common.jobs import Jobs
from app.common.progress import Progress
from app.errors import AppError, Cancelled, Refused
from app.papers.form_reading.flow import Flow, flows_in, packed
from app.services.files import read_chosen

READ_JOB = "read_forms"
MOST_BYTES = 20_000_000
PICTURES = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff", ".bmp", ".webp"})
OTHERS = frozenset({".doc", ".dot", ".rtf", ".wps", ".txt", ".htm", ".html", ".pages"})
_TOGETHER = 20
"""Files to a child at most: it takes longer to start than to read one, and tells only then how far it is."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file, with its lines or why it has none."""

    path: Path
    changed_at: dt.datetime
    flow: Flow | AppError


@dataclass(frozen=True, slots=True)
class _Opened:
    path: Path
    changed_at: dt.datetime
    data: bytes = b""
    refusal: AppError | None = None


def read_files(jobs: Jobs, paths: Sequence[Path], progress: Progress) -> Iterator[ReadFile]:
    """Yield the files in their order. Raises `Cancelled` alone."""
    done = 0
    for batch in _batches(paths):
        watch = _Part(progress, done, len(paths))
        watch.step(0, len(batch))
        for file, flow in zip(batch, _flows(jobs, batch, watch), strict=True):
            yield ReadFile(file.path, file.changed_at, flow)
        done += len(batch)
    progress.step(len(paths), len(paths), "form.reading")


def _batches(paths: Sequence[Path]) -> Iterator[list[_Opened]]:
    """Yield files that are read together: no more than the memory for the largest single one."""
    batch: list[_Opened] = []
    for file in map(_opened, paths):
        size = sum(len(one.data) for one in batch) + len(file.data)
        if batch and (len(batch) == _TOGETHER or size > MOST_BYTES):
            yield batch
            batch = []
        batch.append(file)
    if batch:
        yield batch


def _opened(path: Path) -> _Opened:
    changed_at = dt.datetime.fromtimestamp(0, dt.UTC)
    try:
        data = read_chosen(path, MOST_BYTES)
        with told():
            changed_at = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
        if path.suffix.lower() in PICTURES:
            raise Refused("L-328")
        if path.suffix.lower() in OTHERS:
            raise Refused("L-329")
    except AppError as error:
        return _Opened(path, changed_at, refusal=error)
    return _Opened(path, changed_at, data)


def _flows(jobs: Jobs, batch: Sequence[_Opened], progress: Progress) -> list[Flow | AppError]:
    """Return the lines of each file; one that could not be read with the others tells alone why."""
    datas = [one.data for one in batch if one.refusal is None]
    together = iter(_together(jobs, datas, progress))
    return [one.refusal or next(together) or _alone(jobs, one.data, progress) for one in batch]


def _together(jobs: Jobs, datas: Sequence[bytes], progress: Progress) -> Sequence[Flow | None]:
    try:
        return flows_in(jobs.run(READ_JOB, packed(datas), progress)) if datas else ()
    except Cancelled:
        raise
    except AppError:
        # One of them ended the child; each by itself harms none of the others.
        return [None] * len(datas)


def _alone(jobs: Jobs, data: bytes, progress: Progress) -> Flow | AppError:
    try:
        return next(filter(None, flows_in(jobs.run(READ_JOB, packed([data]), progress))))
    except Cancelled:
        raise
    except AppError as error:
        return error


class _Part:
    """Passes on how far some of all files are, and whether to stop."""

    def __init__(self, watch: Progress, done: int, total: int) -> None:
        self._watch, self._done, self._total = watch, done, total

    def step(self, done: int, total: int, label: str = "") -> None:
        del total, label
        self._watch.step(min(self._done + done, self._total), self._total, "form.reading")
