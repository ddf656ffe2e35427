"""A list of members as understood from a table, and its JSON on the way in and out of the child process."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.errors import Problem


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user decided about a file: which of its tables, and what stands in columns, by their key."""

    table: int | None = None
    """Place of the table in the file, from 0; None is the one that looks most like a list."""
    assigned: Mapping[str, str] = field(default_factory=dict)
    """Field by key of a column's head; empty is "not read"."""


@dataclass(frozen=True, slots=True)
class SheetMember:
    """One row of the list: cleaned values by field, what is wrong, and what was changed on the way in.

    A problem's `params` also hold ``column`` (its name) and ``value`` (as it stands in the file); `notes`
    are warnings of the same shape, for values that were taken after a change.
    """

    row: int
    values: dict[str, str]
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its name (``D``, in a document ``4``), the words of its head, what is read from it.

    `field` is empty for a column nobody knows, ``left_out`` for one never read on purpose, ``counting`` for
    the numbers of the lines. `key` is what a decision about it is remembered by.
    """

    name: str
    title: str
    key: str
    field: str = ""
    part: str = ""
    assigned: bool = False
    sample: str = ""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A line that is no person: why (see `LineKinds.why_no_person`), and how it begins."""

    row: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table of the same file that is a list too."""

    place: int
    title: str
    rows: int
    from_row: int = 0
    """Row that it begins with where it stands below another list of the same table, else 0."""


@dataclass(frozen=True, slots=True)
class MemberList:
    """What was found: the table, its head's last row, column name per field, rows, lines passed over."""

    sheet: str
    header_row: int
    columns: dict[str, str]
    rows: tuple[SheetMember, ...]
    skipped: tuple[SkippedRow, ...] = ()
    head: tuple[SheetColumn, ...] = ()
    tables: tuple[OtherTable, ...] = ()
    """All lists of the file, the chosen one among them."""
    table: int = 0
    in_document: bool = False
    has_links: bool = False
    old_font: str = ""


def encode(members: MemberList) -> bytes:
    """Return the list as JSON bytes."""
    return json.dumps(dataclasses.asdict(members), ensure_ascii=False).encode()


def decode(data: bytes) -> MemberList:
    """Return the list that `encode` wrote."""
    raw = json.loads(data)
    return MemberList(
        rows=tuple(_row(row) for row in raw.pop("rows")),
        skipped=tuple(SkippedRow(**line) for line in raw.pop("skipped")),
        head=tuple(SheetColumn(**column) for column in raw.pop("head")),
        tables=tuple(OtherTable(**table) for table in raw.pop("tables")),
        **raw,
    )


def request(data: bytes, wishes: Wishes) -> bytes:
    """Return what the child process needs to read a file: the wishes in one line, then the file."""
    return json.dumps(dataclasses.asdict(wishes)).encode() + b"\n" + data


def requested(payload: bytes) -> tuple[bytes, Wishes]:
    """Return the file and the wishes that `request` put together."""
    line, _, data = payload.partition(b"\n")
    return data, Wishes(**json.loads(line))


def _row(raw: dict[str, Any]) -> SheetMember:
    problems = tuple(Problem(**problem) for problem in raw.pop("problems"))
    notes = tuple(Problem(**note) for note in raw.pop("notes"))
    return SheetMember(problems=problems, notes=notes, **raw)
