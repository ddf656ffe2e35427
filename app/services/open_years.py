"""Writes into years that may still change: a finished year and a closed round are never edited (R5-03)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import TypeVar

from app.domain.checking import checked
from app.domain.cycles import Cycle, Round
from app.domain.targets import YearRecord
from app.domain.types import Fields, Record, new_uid
from app.errors import Refused
from app.storage.database import Database
from app.storage.store import Work

R = TypeVar("R", bound=YearRecord)


class OpenYears:
    """The one door through which services write facts of a review year."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextlib.contextmanager
    def write(self, action: str, year: int) -> Iterator[Work]:
        """Give a `Work` for facts of `year`; raises `Refused` L-540 when the year is finished."""
        with self._database.write(action) as work:
            refuse_finished(work, year)
            yield work


def refuse_finished(work: Work, year: int) -> None:
    """Raise `Refused` L-540 when the review of `year` is finished: it is read-only then."""
    if any(cycle.finished_on for cycle in work.rows(Cycle, year=year)):
        raise Refused("L-540", year=year)


def added(work: Work, kind: type[R], year: int, values: Mapping[str, object]) -> R:
    """Store a new record of `year` and return it; raises `Invalid`, `Refused` L-541 for a closed round."""
    draft = checked(_fields(kind), {**values, "year": year})
    record = kind(uid=new_uid(), **draft.model_dump())
    _refuse_closed(work, record)
    work.add(record)
    return record


def saved(work: Work, kind: type[R], uid: str, rev: int, values: Mapping[str, object]) -> R:
    """Store new values of a record and return it as it now is; fields left out stay.

    Raises `Invalid`, `NotFound`, `ChangedElsewhere`, `Refused` L-541 for a closed round.
    """
    current = work.get(kind, uid)
    names = _fields(kind).model_fields
    draft = checked(_fields(kind), {**{name: getattr(current, name) for name in names}, **values})
    _refuse_closed(work, current)
    return work.change(kind, uid, rev, **draft.model_dump())


def removed(work: Work, kind: type[R], uid: str) -> R:
    """Remove a record and return what it was; undo brings it back. Raises `NotFound`, `Refused` L-541."""
    current = work.get(kind, uid)
    _refuse_closed(work, current)
    work.remove(kind, uid)
    return current


def _fields(kind: type[YearRecord]) -> type[Fields]:
    """Return what a person enters of a kind of record: the fields it is declared with."""
    return next(base for base in kind.__mro__ if issubclass(base, Fields) and not issubclass(base, Record))


def _refuse_closed(work: Work, record: YearRecord) -> None:
    number = getattr(record, "round_number", None)
    if number is None:
        return
    for one in work.rows(Round, year=record.year, number=number):
        if one.closed_on:
            raise Refused("L-541", number=number)
