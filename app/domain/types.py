"""Field types shared by drafts, records and rows: shape is checked here, once, on the way in."""

from __future__ import annotations

import calendar
import contextlib
import datetime as dt
import functools
import re
import secrets
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from app.common.text import clean_line, clean_text, person_name
from app.domain.limits import LINE_LIMIT, PROSE_LIMIT

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TYPED_DATE = re.compile(r"(?:(?:(\d{1,2})[/.\-])?(\d{1,2})[/.\-])?(\d{4})")
_EARLIEST_YEAR = 1900


class Fields(BaseModel, extra="forbid"):
    """The declaration of one subject's fields; draft, frozen record and table row are its subclasses."""


class Record(Fields, frozen=True):
    """A stored fact as windows and papers see it: frozen, known by its `uid`; `rev` counts its saves."""

    uid: str
    rev: int = 1


class Entry(Fields):
    """One line of a list in a form; `uid` is that of the stored record, empty for a new line."""

    uid: Annotated[str, StringConstraints(max_length=64)] = ""


class Owned(Record, frozen=True):
    """A stored fact about one member, who owns it: it is nothing without that member."""

    member_uid: str


def fields_of(kind: type[Record]) -> type[Fields]:
    """Return what a person enters of a kind of record: the fields it is declared with."""
    return next(base for base in kind.__mro__ if issubclass(base, Fields) and not issubclass(base, Record))


_bits: ContextVar[Callable[[int], int]] = ContextVar("_bits", default=secrets.randbits)


def new_uid() -> str:
    """Return a random identity of 32 hexadecimal digits (128 bits)."""
    return format(_bits.get()(128), "032x")


@contextlib.contextmanager
def uids_from(bits: Callable[[int], int]) -> Iterator[None]:
    """Take the identities made in the block, by this thread alone, from `bits`.

    For invented data that shall be the same for the same seed; what people enter never goes through here.
    """
    token = _bits.set(bits)
    try:
        yield
    finally:
        _bits.reset(token)


def parse_date(typed: str) -> str:
    """Return a typed date as it is stored: ``2017-03-02``, or ``2017-03``, ``2017`` where only that is known.

    Raises `PydanticCustomError` (``date.shape`` or ``date.no_such_day``).
    """
    text = clean_line(typed)
    if not text:
        return ""
    iso = _PARTIAL.fullmatch(text)
    if iso:
        year, month, day = iso.groups()
    else:
        match = _TYPED_DATE.fullmatch(text)
        if not match:
            raise PydanticCustomError("date.shape", "date.shape")
        day, month, year = match.groups()
    return _checked_date(int(year), int(month) if month else None, int(day) if day else None)


def _checked_date(year: int, month: int | None, day: int | None) -> str:
    if year < _EARLIEST_YEAR:
        raise PydanticCustomError("date.shape", "date.shape")
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:  # noqa: PLR2004  months of a year
        raise PydanticCustomError("date.no_such_day", "date.no_such_day")
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= _last_day(year, month):
        raise PydanticCustomError("date.no_such_day", "date.no_such_day")
    return f"{year:04d}-{month:02d}-{day:02d}"


@functools.lru_cache(maxsize=4096)
def _last_day(year: int, month: int) -> int:
    """Return the last day of a month; kept, since each date of a long list asks for it."""
    return calendar.monthrange(year, month)[1]


def show_date(stored: str) -> str:
    """Return a stored date as the screen shows it: ``02/03/2017``, ``03/2017``, ``2017``."""
    return "/".join(reversed(stored.split("-"))) if stored else ""


def earliest_day(stored: str) -> dt.date:
    """Return the first day that a stored partial date can mean."""
    parts = [int(part) for part in stored.split("-")]
    return dt.date(*[*parts, 1, 1][:3])


def latest_day(stored: str) -> dt.date:
    """Return the last day that a stored partial date can mean."""
    parts = [int(part) for part in stored.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else _last_day(year, month)  # noqa: PLR2004  year-month-day
    return dt.date(year, month, day)


def _whole_date(typed: object) -> object:
    """Return a date typed as people write it ("04/12/2017") as a date; other values are pydantic's matter."""
    if not isinstance(typed, str) or not typed.strip():
        return typed
    stored = parse_date(typed)
    if len(stored) != len("2017-12-04"):
        raise PydanticCustomError("date.not_whole", "date.not_whole")
    return dt.date.fromisoformat(stored)


def _card_number(typed: object) -> str:
    digits = re.sub(r"\s", "", clean_line(str(typed)))
    if digits and not re.fullmatch(r"\d{12}|\d{8}", digits):
        raise PydanticCustomError("card_number.shape", "card_number.shape")
    return digits


def _cleaned_by(clean: Callable[[str], str]) -> BeforeValidator:
    """Clean text before its length is checked; anything that is not text is left to the type check."""

    def cleaned(typed: object) -> object:
        return clean(typed) if isinstance(typed, str) else typed

    return BeforeValidator(cleaned)


Line = Annotated[str, _cleaned_by(clean_line), StringConstraints(max_length=LINE_LIMIT)]
Prose = Annotated[str, _cleaned_by(clean_text), StringConstraints(max_length=PROSE_LIMIT)]
PersonName = Annotated[str, _cleaned_by(person_name), StringConstraints(min_length=1, max_length=LINE_LIMIT)]
PartialDate = Annotated[str, AfterValidator(parse_date)]
WholeDate = Annotated[dt.date, BeforeValidator(_whole_date)]
CardNumber = Annotated[str, BeforeValidator(_card_number)]


def minute_of_day(clock: str) -> int:
    """Return the minute of the day, from 0, of an hour as it is stored: "07:30" is 450."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
