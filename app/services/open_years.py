"""Writes into years that may still change: a finished year and a closed round are never edited (R5-03)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import TypeVar

from app.domain.checking import checked, refuse_errors
from app.domain.cycles import Cycle
from app.domain.references import TOLD_APART
from app.domain.review_checks import review_problems
from app.domain.targets import YearRecord
from app.domain.types import Fields, Record, fields_of, new_uid
from app.errors import Refused
from app.services.year_checks import reference_problems, refuse_closed, round_problems, unknown_codes
from app.storage.database import Database
from app.storage.queries.about import hanging, pointing
from app.storage.store import Reader, Work
from app.storage.tables import name_of

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


def refuse_finished(work: Reader, year: int) -> None:
    """Raise `Refused` L-540 when the review of `year` is finished: it is read-only then."""
    if any(cycle.finished_on for cycle in work.rows(Cycle, year=year)):
        raise Refused("L-540", year=year)


def added(work: Work, kind: type[R], year: int, values: Mapping[str, object]) -> R:
    """Store a new record of `year` and return it.

    Raises `Invalid`, also where it names somebody, something or a code that the year does not have; `Refused`
    L-541 for a closed round.
    """
    draft = checked(fields_of(kind), {**values, "year": year})
    record = kind(uid=new_uid(), **draft.model_dump())
    _refuse_wrong(work, draft, record, None)
    refuse_closed(work, record)
    work.add(record)
    return record


def added_last(work: Work, kind: type[R], year: int, values: Mapping[str, object], **own: object) -> R:
    """Store a new record of `year` as the last of those that have `own` in common; raises as `added` does."""
    place = next_place(work, kind, year=year, **own)
    return added(work, kind, year, {"position": place, **values, **own})


def saved(work: Work, kind: type[R], uid: str, rev: int, values: Mapping[str, object]) -> R:
    """Store new values of a record and return it as it now is; fields left out stay.

    What tells it apart from others of its kind (its year, whose it is) never changes. Raises `Invalid`,
    `NotFound`, `ChangedElsewhere`, `Refused` L-541 for a closed round.
    """
    current = work.get(kind, uid)
    stored = {name: getattr(current, name) for name in fields_of(kind).model_fields}
    own = {name: stored[name] for name in ("year", *TOLD_APART.get(name_of(kind), ())) if name in stored}
    draft = checked(fields_of(kind), {**stored, **values, **own})
    _refuse_wrong(work, draft, current.model_copy(update=draft.model_dump()), current)
    refuse_closed(work, current)
    return work.change(kind, uid, rev, **draft.model_dump())


def next_place(work: Work, kind: type[Record], **equal: object) -> int:
    """Return the place after the last record with these values."""
    return max((int(dict(one)["position"]) for one in work.rows(kind, **equal)), default=0) + 1


def marked(work: Work, record: R, **values: object) -> R:
    """Store what an act itself says of a record (its state, its end) and return it as it now is.

    Raises `NotFound`, `ChangedElsewhere`, `Refused` L-541 for a closed round.
    """
    refuse_closed(work, work.get(type(record), record.uid))
    return work.change(type(record), record.uid, record.rev, **values)


def removed(work: Work, kind: type[R], uid: str) -> R:
    """Remove a record with its parts and return what it was; what pointed at it points at nothing.

    Undo brings all of it back. Raises `NotFound`, `Refused` L-541 where any of it is of a closed round.
    """
    current = work.get(kind, uid)
    going: list[Record] = [*hanging(work, name_of(kind), uid), current]
    for record in going:
        if isinstance(record, YearRecord):
            refuse_closed(work, record)
        for pointer, field in pointing(work, name_of(type(record)), record.uid):
            there = work.get(type(pointer), pointer.uid)
            work.change(type(pointer), pointer.uid, there.rev, **{field: ""})
        work.remove(type(record), record.uid)
    return current


def _refuse_wrong(work: Work, draft: Fields, record: YearRecord, before: YearRecord | None) -> None:
    problems = review_problems(draft)
    if not problems:
        problems = reference_problems(work, record, before) + round_problems(work, record)
        problems += unknown_codes(work, record, record.year, before)
    refuse_errors(problems)
