"""What the rest of the year says against a record: whom it names is not there, its round is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from app.domain.cycles import Cycle, Round
from app.domain.earlier_years import ENTERED
from app.domain.levels import PastLevel
from app.domain.members import Member
from app.domain.references import MEMBER, NAMES_NONE, Naming, namings
from app.domain.shortcomings import CONCLUDED, Shortcoming
from app.domain.targets import COLLECTIVE, YearRecord
from app.domain.types import Record
from app.errors import Problem, Refused
from app.rules.gates import rating_gate, review_gate
from app.rules.year_codes import CHOICES, WHOLE_OF, code_problems, rules_of
from app.storage.store import Reader
from app.storage.tables import ROW_OF, name_of
from app.year.review_year import ReviewYear

_KINDS: Mapping[str, type[Record]] = {name_of(kind): kind for kind in ROW_OF}


def reference_problems(reader: Reader, record: Record, before: Record | None) -> list[Problem]:
    """Return the fields of `record` that name what the year does not have; unchanged ones are left alone."""
    return [
        Problem(one.field, "member.unknown" if MEMBER in one.names else "reference.unknown")
        for one in namings(type(record))
        if before is None or getattr(before, one.field) != getattr(record, one.field)
        if not _is_there(reader, one, record)
    ]


def _is_there(reader: Reader, naming: Naming, record: Record) -> bool:
    uid = getattr(record, naming.field)
    kinds = [_KINDS[name] for name in naming.names if name in _KINDS]
    if uid in NAMES_NONE or not kinds:
        return True
    return any(_is_of_year(one, record) for kind in kinds for one in reader.rows(kind, uid=uid))


def _is_of_year(found: Record, record: Record) -> bool:
    if isinstance(found, Member):
        return found.trashed_on is None
    return getattr(found, "year", None) == getattr(record, "year", None)


def unknown_codes(reader: Reader, record: Record, year: int, before: Record | None) -> list[Problem]:
    """Return the codes of `record` that the rules of `year` do not have; none while no review is begun."""
    if type(record) not in CHOICES:
        return []
    whole = _whole_of(reader, record)
    cycles = reader.rows(Cycle, year=year)
    return [
        problem
        for cycle in cycles
        for problem in code_problems(rules_of(cycle.ruleset_snapshot), record, whole, before)
    ]


def past_code_problems(reader: Reader, record: PastLevel) -> list[Problem]:
    """Return the codes of a past level that no rules know, of a begun year or shipped."""
    years = sorted((one.year for one in reader.rows(Cycle)), reverse=True)
    return unknown_codes(reader, record, years[0], None) if years else []


def _whole_of(reader: Reader, record: Record) -> Record | None:
    field = WHOLE_OF.get(type(record), "")
    kinds = [_KINDS[name] for one in namings(type(record)) if one.field == field for name in one.names]
    found = (one for kind in kinds for one in reader.rows(kind, uid=getattr(record, field)))
    return next(found, None)


def round_problems(reader: Reader, record: YearRecord) -> list[Problem]:
    """Return a problem for a round that the year does not have."""
    number = getattr(record, "round_number", None)
    rounds = {one.number for one in reader.rows(Round, year=record.year)} if number else set()
    return [Problem("round_number", "field.choice")] if rounds and number not in rounds else []


def refuse_closed(reader: Reader, record: YearRecord) -> None:
    """Raise `Refused` L-541 when the round of `record`, or of what it is part of, is closed (R5-03)."""
    closed = {one.number: one for one in reader.rows(Round, year=record.year) if one.closed_on}
    if not closed:
        return
    for whole in _wholes(reader, record):
        number = getattr(whole, "round_number", 0)
        if number in closed:
            refuse_closed_round(closed[number])


def refuse_closed_round(one: Round) -> None:
    """Raise `Refused` L-541 when the round is closed."""
    if one.closed_on:
        raise Refused("L-541", number=one.number)


def refuse_unexplained(year: ReviewYear, conference: str, target: str) -> None:
    """Raise `Refused` L-545 while a written suggestion to `target` is unexplained on the day of its review.

    `conference` is the uid of the conference. While no day is set for it an explanation counts whenever it
    was finished (R2-03).
    """
    gate = review_gate(year, target, _day_of_review(year, conference, target))
    if not gate.is_open:
        raise Refused("L-545", count=gate.params["count"])


def refuse_unreviewed(year: ReviewYear, target: str) -> None:
    """Raise `Refused` L-546 for a member who was not reviewed: he is not rated (R4-01)."""
    if not rating_gate(year, target).is_open:
        raise Refused("L-546")


def _day_of_review(year: ReviewYear, conference: str, target: str) -> dt.date | None:
    """Return the day before which a subject explains: the collective first, a person in the last sitting."""
    days = [one.held_on for one in year.sittings if one.conference == conference and one.held_on]
    pick = min if target == COLLECTIVE else max
    return pick(days, default=None)


def refuse_carried(carried_from: str) -> None:
    """Raise `Refused` L-544 for what came over from a stored year: it does not go silently (R5-08)."""
    if carried_from and carried_from != ENTERED:
        raise Refused("L-544")


def refuse_concluded(one: Shortcoming) -> None:
    """Raise `Refused` L-543 for a concluded shortcoming: a dated conclusion withdraws it (rulings.md 1.1)."""
    if one.origin in CONCLUDED:
        raise Refused("L-543")


def _wholes(reader: Reader, record: Record) -> Iterator[Record]:
    """Yield `record` and what it is part of, members aside."""
    yield record
    for naming in namings(type(record)):
        kinds = [_KINDS[name] for name in naming.names if name in _KINDS and name != MEMBER]
        for kind in kinds if naming.is_part else ():
            for whole in reader.rows(kind, uid=getattr(record, naming.field)):
                yield from _wholes(reader, whole)
