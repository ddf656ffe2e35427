"""What the system leaves of a program that died in native code, beside the log (``loi-nang.log``).

Python writes the raw trace while the process dies and knows no privacy: it has whole paths. The next start
reads it, keeps kind and places of the code under a number and empties it. A trace does not prove that the
program ended: Windows also reports faults that a library then dealt with.
"""

from __future__ import annotations

import contextlib
import faulthandler
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from app.common.logfile import place_of

FILE_NAME = "loi-nang.log"
KEPT_FILES = 3
_MOST_BYTES = 256 * 1024
_KIND = re.compile(r"(?:Fatal Python error|Windows fatal exception): ([A-Za-z0-9_ ]+)")
_THREAD = re.compile(r"(?:Current thread|Thread) 0x[0-9a-f]+")
_FRAME = re.compile(r'\s*File "(.*)", line (\d+) in (<?\w+>?)')


class FaultFile:
    """The raw trace of this run, open as long as the program lives; without a disk there is none."""

    def __init__(self) -> None:
        self._file: TextIO | None = None

    def begin(self, folder: Path) -> bool:
        """Keep what the last run left, and be ready for this one; return whether it had left anything."""
        path = folder / FILE_NAME
        left = keep_left(path)
        with contextlib.suppress(OSError):
            self._file = path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        return left

    def end(self) -> None:
        """Close the file, so that its folder can be moved or deleted."""
        if self._file:
            faulthandler.disable()
            self._file.close()
            self._file = None


def keep_left(path: Path) -> bool:
    """Turn the raw trace at `path`, if there is one, into a numbered file that names no folder."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES)
        if not raw:
            return False
        numbered = [path.with_name(f"{FILE_NAME}.{n}") for n in range(1, KEPT_FILES + 1)]
        for older, newer in zip(reversed(numbered), list(reversed(numbered))[1:], strict=False):
            if newer.exists():
                newer.replace(older)
        numbered[0].write_text("\n".join(places(raw.decode("utf-8", "replace"))) + "\n", encoding="utf-8")
        path.write_bytes(b"")
    except OSError:
        return False
    return True


def kept(folder: Path) -> list[str]:
    """Return what the last runs left, the newest first, each as its lines in one text."""
    found = []
    for number in range(1, KEPT_FILES + 1):
        with contextlib.suppress(OSError, UnicodeDecodeError):
            found.append((folder / f"{FILE_NAME}.{number}").read_text(encoding="utf-8").rstrip("\n"))
    return found


def places(trace: str) -> Iterator[str]:
    """Yield kind and places of a raw trace line by line; whatever else stands in it is left out."""
    for line in trace.splitlines():
        if kind := _KIND.match(line):
            yield kind[1].strip()
        elif _THREAD.match(line):
            yield "thread:"
        elif frame := _FRAME.match(line):
            yield f"  {place_of(frame[1])}:{frame[2]} {frame[3]}"
