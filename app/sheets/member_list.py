"""A list of members as understood from a table, and its JSON on the way out of the child process."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

from app.errors import Problem


@dataclass(frozen=True, slots=True)
class SheetMember:
    """One row of the list: cleaned values by field, what is wrong, and what was changed on the way in.

    A problem's `params` also hold ``column`` (the letter) and ``value`` (as it stands in the file); `notes`
    are warnings of the same shape, for values that were taken after a change.
    """

    row: int
    values: dict[str, str]
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberList:
    """What was found: sheet, header row, column letter per field, rows, numbers of the rows passed over."""

    sheet: str
    header_row: int
    columns: dict[str, str]
    rows: tuple[SheetMember, ...]
    skipped: tuple[int, ...] = ()


def encode(members: MemberList) -> bytes:
    """Return the list as JSON bytes."""
    return json.dumps(dataclasses.asdict(members), ensure_ascii=False).encode()


def decode(data: bytes) -> MemberList:
    """Return the list that `encode` wrote."""
    raw = json.loads(data)
    rows = tuple(_row(row) for row in raw.pop("rows"))
    return MemberList(rows=rows, skipped=tuple(raw.pop("skipped")), **raw)


def _row(raw: dict[str, Any]) -> SheetMember:
    problems = tuple(Problem(**problem) for problem in raw.pop("problems"))
    notes = tuple(Problem(**note) for note in raw.pop("notes"))
    return SheetMember(problems=problems, notes=notes, **raw)
