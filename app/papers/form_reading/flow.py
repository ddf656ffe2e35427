"""A file that came back as lines in reading order, each with its control; nothing is judged yet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Line:
    """A paragraph, or the part of one that stands in one control."""

    text: str
    tag: str = ""
    """Of the control, as the form gave it; empty outside of controls, and where a program dropped it."""
    number: int = 0
    """The number of the control, which outlives its tag in some programs."""
    is_hint: bool = False
    """Whether the program says that only the hint stands there."""
    row: tuple[int, int, int] | None = None
    """Table, row and column, from 0, of what stands in a table outside of controls of several paragraphs."""


@dataclass(slots=True)
class Flow:
    """The lines of a file, and what the file says of itself."""

    lines: list[Line] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    """What stands in the places for a stamp, each text once."""
    foot: str = ""
    """The text of headers and footers."""
    inserted: int = 0
    """Paragraphs with text that was inserted while changes were tracked; it counts."""
    struck: int = 0
    """Paragraphs with text that was struck out while changes were tracked; it does not count."""
    kinds: list[str] = field(default_factory=list)
    """Kinds of old fonts that it was typed for; the lines are in Unicode."""


def packed(files: Sequence[bytes]) -> bytes:
    """Return files as the child process is given them: how long each is, then all of them."""
    return json.dumps([len(one) for one in files]).encode() + b"\n" + b"".join(files)


def files_in(data: bytes) -> Iterator[bytes]:
    """Yield the files that `packed` was given."""
    lengths, _, rest = data.partition(b"\n")
    start = 0
    for length in json.loads(lengths):
        yield rest[start : start + length]
        start += length


def encoded(flows: Sequence[Flow | None]) -> bytes:
    """Return the flows as the child process hands them over; None for a file that it could not read."""
    return json.dumps([asdict(one) if one else None for one in flows], ensure_ascii=False).encode()


def flows_in(data: bytes) -> list[Flow | None]:
    """Return the flows that `encoded` was given."""
    return [_flow(one) if one else None for one in json.loads(data)]


def _flow(told: dict[str, Any]) -> Flow:
    lines = [Line(**{**one, "row": tuple(one["row"]) if one["row"] else None}) for one in told.pop("lines")]
    return Flow(lines=lines, **told)
