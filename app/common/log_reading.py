"""Reading the log back, for the diagnostic file."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from app.common.logfile import FILE_NAME, KEPT_FILES

_RECORD = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ([A-Z]+) ")
_GRAVE = {"ERROR", "CRITICAL"}


def last_lines(folder: Path, count: int) -> list[str]:
    """Return the last lines of the log, older ones first."""
    return _lines(folder)[-count:]


def last_bugs(folder: Path, count: int) -> list[str]:
    """Return the last records of the log that carry the report of a bug, the newest first."""
    found = ["\n".join(lines) for lines in _records(_lines(folder)) if _is_bug(lines)]
    return found[::-1][:count]


def _lines(folder: Path) -> list[str]:
    lines: list[str] = []
    for name in (*(f"{FILE_NAME}.{n}" for n in range(KEPT_FILES, 0, -1)), FILE_NAME):
        with contextlib.suppress(OSError):
            lines += (folder / name).read_text(encoding="utf-8", errors="replace").splitlines()
    return lines


def _records(lines: list[str]) -> Iterator[list[str]]:
    record: list[str] = []
    for line in lines:
        if _RECORD.match(line) and record:
            yield record
            record = []
        record.append(line)
    if record:
        yield record


def _is_bug(lines: list[str]) -> bool:
    head = _RECORD.match(lines[0])
    return head is not None and head[1] in _GRAVE and len(lines) > 1
