"""Chuyển phông cũ: a Word file typed for fonts before Unicode becomes a new file that reads everywhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from app.common.files import write_whole
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.errors import Refused
from app.services.files import read_chosen
from app.services.layout_checks import MOST_BYTES

CONVERT_JOB = "convert_word"
_ENDING, _NEW = ".docx", "-unicode"


@dataclass(frozen=True, slots=True)
class OldWordFile:
    """A file as it would be in Unicode: kinds of fonts it was typed for, paragraphs before and after."""

    path: Path
    kinds: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    data: bytes

    @property
    def suggested(self) -> str:
        """Return what the new file should be called; the old one is never written over."""
        return f"{self.path.stem}{_NEW}{_ENDING}"


class OldWordService:
    """Reads a file in Unicode, and stores it as another."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def read(self, path: Path, progress: Progress | None = None) -> OldWordFile:
        """Return the file at `path` in Unicode; without changes where nothing in it is for an old font.

        Raises `Refused` or `EnvironmentFailed` (L-501 … L-513) for what is no whole Word file, `Cancelled`.
        """
        data = read_chosen(path, MOST_BYTES)
        line, _, made = self._jobs.run(CONVERT_JOB, data, progress or NoProgress()).partition(b"\n")
        told = json.loads(line)
        changes = tuple((before, after) for before, after in told["changes"])
        return OldWordFile(path, tuple(told["kinds"]), changes, made)

    def save(self, converted: OldWordFile, path: Path) -> Path:
        """Write the new file to `path` and return it.

        Raises `Refused` L-535 when that is the old file, which stays as it is; `EnvironmentFailed` (L-102 …).
        """
        target = path if path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)
        if target.resolve() == converted.path.resolve():
            raise Refused("L-535", name=target.name)
        write_whole(target, converted.data)
        return target
