"""Logical checks of the data: what each page of the file says is right, and what it says together is not.

A check yields what it found by kind, table and uid; sentences and mending are others' work. A new check is a
function listed in `CHECKS`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, Table, and_, case, func, literal, not_, or_, select

from app.domain.contradictions import contradictions
from app.domain.references import NAMES_NONE, TOLD_APART
from app.domain.types import Record
from app.storage import audit
from app.storage.references import Reference, references
from app.storage.tables import ROW_OF, ROWS, table_of
from app.storage.tables.row import Row
from app.storage.tables.system import IDENTITY


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that cannot be: its kind ("orphan"), the table, and the rows by uid."""

    kind: str
    table: str
    uids: tuple[str, ...]


Check = Callable[[Connection], Iterator[Damage]]


def _orphans(connection: Connection) -> Iterator[Damage]:
    """A row names a record that is not there (reliability.md A22: an orphan rating)."""
    for reference in references():
        uids = connection.execute(select(reference.child.c.uid).where(is_orphan(reference))).scalars().all()
        if uids:
            yield Damage("orphan", reference.child.name, tuple(uids))


def is_orphan(reference: Reference) -> ColumnElement[bool]:
    """Return the condition on a row whose reference leads nowhere."""
    column = reference.child.c[reference.column]
    found = [column.in_(select(parent.c.uid)) for parent in reference.parents]
    return and_(column.is_not(None), column.not_in(NAMES_NONE), not_(or_(*found)))


def _doubles(connection: Connection) -> Iterator[Damage]:
    """Two rows stand for the same thing: two cycles of a year, two self-reviews of a member."""
    for row in ROWS:
        table = table_of(row)
        names = TOLD_APART.get(table.name, ())
        if names:
            yield from _same(
                connection, "double", row, [table.c[name] for name in names], literal(value=True)
            )


def _double_cards(connection: Connection) -> Iterator[Damage]:
    """Two members outside the trash have one card number."""
    table = _table("member")
    kept = and_(table.c.card_number != "", table.c.trashed_on.is_(None))
    yield from _same(connection, "double_card", _row("member"), [table.c.card_number], kept)


def _double_numbers(connection: Connection) -> Iterator[Damage]:
    """Two issued papers of a type have one number in one term (HD 36 1.3).

    When terms before the running one began is not kept: of those, papers of one year are held together.
    """
    table = _table("outgoing_paper")
    began = select(func.max(_table("cell").c.term_started_on)).scalar_subquery()
    term = case((table.c.dated_on >= began, literal(0)), else_=table.c.year)
    columns = [table.c.type_code, term, table.c.number]
    yield from _same(
        connection, "double_number", _row("outgoing_paper"), columns, table.c.number.is_not(None)
    )


def _same(
    connection: Connection,
    kind: str,
    row: type[Row],
    columns: Sequence[ColumnElement[Any]],
    kept: ColumnElement[bool],
) -> Iterator[Damage]:
    table = table_of(row)
    groups = select(*columns).where(kept).group_by(*columns).having(func.count() > 1)
    for group in connection.execute(groups):
        equal = [column == value for column, value in zip(columns, group, strict=True)]
        uids = connection.execute(select(table.c.uid).where(kept, *equal)).scalars().all()
        yield Damage(kind, table.name, tuple(uids))


def _impossible(connection: Connection) -> Iterator[Damage]:
    """A row is in a state that no act of the program leads to."""
    paper, submission = _table("outgoing_paper"), _table("submission")
    conditions: dict[str, tuple[str, ColumnElement[bool]]] = {
        "issued_empty": (
            "outgoing_paper",
            and_(paper.c.issued_at.is_not(None), paper.c.issued_content == ""),
        ),
        "numbered_unissued": (
            "outgoing_paper",
            and_(paper.c.number.is_not(None), paper.c.issued_at.is_(None)),
        ),
        "issued_trashed": (
            "outgoing_paper",
            and_(paper.c.issued_at.is_not(None), paper.c.trashed_on.is_not(None)),
        ),
        "written_never": (
            "submission",
            and_(submission.c.state == "written", submission.c.written_at.is_(None)),
        ),
    }
    for kind, (name, condition) in conditions.items():
        uids = connection.execute(select(_table(name).c.uid).where(condition)).scalars().all()
        if uids:
            yield Damage(kind, name, tuple(uids))


def _tallies(connection: Connection) -> Iterator[Damage]:
    """A vote has sums that cannot be, which no form takes and a loaded year may bring (R0-06, R4-11)."""
    ballot, line, votes = _table("ballot"), _table("ballot_line"), _table("ballot_count")
    given = ballot.c
    impossible = or_(
        given.issued > given.official_present,
        given.official_present > given.convened,
        given.deducted > given.convened,
        given.returned > given.issued,
        given.valid + given.invalid != given.returned,
    )
    counted = select(func.coalesce(func.sum(votes.c.votes), 0)).where(votes.c.line == line.c.uid)
    valid = select(ballot.c.valid).where(ballot.c.uid == line.c.ballot)
    differs = counted.scalar_subquery() + line.c.blank != valid.scalar_subquery()
    for kind, table, condition in (("ballot_sums", ballot, impossible), ("line_sums", line, differs)):
        uids = connection.execute(select(table.c.uid).where(condition)).scalars().all()
        if uids:
            yield Damage(kind, table.name, tuple(uids))


def _never_entered(connection: Connection) -> Iterator[Damage]:
    """A row says what no form would have taken: a date that is none, an end before its beginning."""
    for kind, row in ROW_OF.items():
        names = list(kind.model_fields)
        # As it stands in the file: the mapping itself may stumble over what is to be found here.
        query = f"SELECT {', '.join(names)} FROM {table_of(row).name}"  # noqa: S608  names of our own classes
        found = (dict(zip(names, values, strict=True)) for values in connection.exec_driver_sql(query))
        bad: dict[str, list[str]] = {}
        for values in found:
            if wrong := _wrong_in(kind, values):
                bad.setdefault(wrong, []).append(str(values["uid"]))
        for wrong, uids in bad.items():
            yield Damage(wrong, table_of(row).name, tuple(uids))


def _wrong_in(kind: type[Record], values: dict[str, object]) -> str:
    try:
        record = kind.model_validate(values)
    except ValidationError:
        return "unreadable"
    return "contradictory" if contradictions(record) else ""


def _stale(connection: Connection) -> Iterator[Damage]:
    """What storage derives from a record (the key it is sorted by) does not fit the record."""
    for kind, row in ROW_OF.items():
        table = table_of(row)
        if all(column.name in kind.model_fields for column in table.c):
            continue
        with contextlib.suppress(
            ValueError, TypeError, LookupError
        ):  # a row that is unreadable is told as that
            rows = connection.execute(select(table)).all()
            bad = [
                one.uid
                for one in rows
                if any(getattr(one, n) != v for n, v in fitting(kind, row, one).items())
            ]
            if bad:
                yield Damage("stale", table.name, tuple(bad))


def fitting(kind: type[Record], row: type[Row], found: object) -> dict[str, object]:
    """Return the derived columns of a stored row as they should be."""
    record = kind.model_construct(**{name: getattr(found, name) for name in kind.model_fields})
    return {name: value for name, value in row.stored(record).items() if name not in kind.model_fields}


def _cells(connection: Connection) -> Iterator[Damage]:
    """There is not exactly one cell, or not exactly one identity."""
    cells = connection.execute(select(_table("cell").c.uid)).scalars().all()
    identities = connection.execute(select(IDENTITY.c.uid)).scalars().all()
    if len(cells) != 1:
        yield Damage("cells", "cell", tuple(cells))
    if len(identities) != 1:
        yield Damage("cells", "identity", tuple(identities))


def _chain(connection: Connection) -> Iterator[Damage]:
    """The chain of what was done is broken: an entry was changed or taken out."""
    wrong = audit.first_wrong(connection)
    if wrong is not None:
        yield Damage("chain", "audit", (str(wrong),))


CHECKS: tuple[Check, ...] = (
    _cells,
    _orphans,
    _doubles,
    _double_cards,
    _double_numbers,
    _impossible,
    _tallies,
    _never_entered,
    _stale,
    _chain,
)


def damages(connection: Connection) -> list[Damage]:
    """Return everything that is wrong; reads only."""
    return [damage for check in CHECKS for damage in check(connection)]


def _row(table: str) -> type[Row]:
    return next(row for row in ROWS if table_of(row).name == table)


def _table(name: str) -> Table:
    return table_of(_row(name))


def names_of(connection: Connection, uids: tuple[str, ...]) -> list[str]:
    """Return the names of members, in the order of lists."""
    table = _table("member")
    query = select(table.c.full_name).where(table.c.uid.in_(uids)).order_by(table.c.name_key)
    return list(connection.execute(query).scalars())
