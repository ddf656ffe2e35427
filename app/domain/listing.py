"""A list as it is shown, ready to leave the program: heading, columns, rows, nothing left to decide.

Windows make it, the sheet and the pages are made from it, so that both say what the screen says.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.domain.limits import LINE_LIMIT

Value: TypeAlias = str | int | dt.date
"""What stands in one place: words, a whole number, or a whole date."""
_DAY = "%d/%m/%Y"
_DATE_LENGTH = len("2017-12-04")


@dataclass(frozen=True, slots=True)
class ListedColumn:
    """A column: its title, and how wide it is beside the others."""

    title: str
    width: int
    to_right: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list; `notes` are the lines under its title: filter, order, count, what is hidden."""

    title: str
    columns: tuple[ListedColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    made_on: dt.date | None = None
    beside: tuple[Listing, ...] = ()
    """Further sheets of the same workbook; pages have none."""


def shown(value: Value) -> str:
    """Return a value as screen and paper write it."""
    return value.strftime(_DAY) if isinstance(value, dt.date) else str(value)


def date_value(stored: str) -> Value:
    """Return a stored partial date as a date where day, month and year are known, else as it is shown."""
    if len(stored) == _DATE_LENGTH:
        return dt.date.fromisoformat(stored)
    return "/".join(reversed(stored.split("-")))[:LINE_LIMIT]


def encode(listing: Listing) -> bytes:
    """Return the list as JSON for the child process."""
    return json.dumps(_told(listing), ensure_ascii=False).encode()


def decode(payload: bytes) -> Listing:
    """Return the list that `encode` was given."""
    return _listing(json.loads(payload))


def _told(listing: Listing) -> dict[str, Any]:
    return {
        "title": listing.title,
        "columns": [[one.title, one.width, one.to_right] for one in listing.columns],
        "rows": [[_plain(value) for value in row] for row in listing.rows],
        "notes": listing.notes,
        "made": listing.made_on.isoformat() if listing.made_on else None,
        "beside": [_told(one) for one in listing.beside],
    }


def _listing(told: dict[str, Any]) -> Listing:
    return Listing(
        title=told["title"],
        columns=tuple(ListedColumn(*column) for column in told["columns"]),
        rows=tuple(tuple(_value(value) for value in row) for row in told["rows"]),
        notes=tuple(told["notes"]),
        made_on=dt.date.fromisoformat(told["made"]) if told["made"] else None,
        beside=tuple(_listing(one) for one in told["beside"]),
    )


def _plain(value: Value) -> str | int | Sequence[str]:
    return [value.isoformat()] if isinstance(value, dt.date) else value


def _value(plain: str | int | list[str]) -> Value:
    return dt.date.fromisoformat(plain[0]) if isinstance(plain, list) else plain
