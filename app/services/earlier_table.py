"""The first-year table as it stands: every member and the cell, five years of levels, last year's matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from app.common.text import name_key
from app.domain.commitments import Commitment, CommitmentItem
from app.domain.cycles import Cycle
from app.domain.earlier_years import DUE, ENTERED, PROMISE, SHORTCOMING, as_cell, columns_of, years_before
from app.domain.levels import PastLevel
from app.domain.members import Member
from app.domain.remediation import RemediationItem
from app.domain.self_reviews import EarlierShortcoming
from app.domain.targets import CELL, COLLECTIVE
from app.domain.types import show_date
from app.storage.store import Reader

Promise = CommitmentItem | RemediationItem
P = TypeVar("P", EarlierShortcoming, CommitmentItem, RemediationItem)


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """One subject: `target` is the uid of a member or `CELL`; `cells` hold what is stored, as it is shown.

    `carried` are the columns that a finished year answers, which nobody fills in by hand. Both lists of
    records are those that stand in the cells.
    """

    target: str
    name: str
    member: Member | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    carried: frozenset[str] = frozenset()
    levels: Mapping[int, PastLevel] = field(default_factory=dict)
    shortcomings: tuple[EarlierShortcoming, ...] = ()
    promises: tuple[Promise, ...] = ()

    @property
    def of_cell(self) -> bool:
        """Return whether it is the cell's own row."""
        return self.target == CELL


@dataclass(frozen=True, slots=True)
class EarlierTable:
    """The table of a year; the cell stands first, then the members by given name."""

    year: int
    columns: tuple[str, ...]
    rows: tuple[EarlierRow, ...]
    carried: frozenset[str] = frozenset()
    """The columns that a finished year answers for everybody."""

    def row(self, target: str) -> EarlierRow:
        """Return a subject's row; raises `KeyError` for who is not in it."""
        return {one.target: one for one in self.rows}[target]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing of earlier years is known."""
        return not any(row.cells for row in self.rows)


def earlier_table(reader: Reader, year: int, cell_name: str) -> EarlierTable:
    """Return the table of `year` as an open read or write sees it."""
    members = sorted(reader.rows(Member, trashed_on=None), key=lambda one: name_key(one.full_name))
    finished = {cycle.year for cycle in reader.rows(Cycle) if cycle.finished_on}
    facts = _Facts(reader, year)
    carried = {str(one) for one in years_before(year) if one in finished}
    # A year opened from a finished one has brought last year's matters along (R5-08).
    carried |= {SHORTCOMING, PROMISE, DUE} if year - 1 in finished else set()
    rows = [facts.row(CELL, cell_name, None, carried)]
    rows += [facts.row(one.uid, one.full_name, one, carried) for one in members]
    return EarlierTable(year, columns_of(year), tuple(rows), frozenset(carried))


class _Facts:
    """The records that the table shows, by whom they are about."""

    def __init__(self, reader: Reader, year: int) -> None:
        self._year = year
        self._levels = {(one.target, one.of_year): one for one in reader.rows(PastLevel)}
        self._shortcomings = _placed(reader.rows(EarlierShortcoming, year=year))
        self._owners = {one.uid: one.member_uid for one in reader.rows(Commitment, year=year)}
        self._items = _placed([one for one in reader.rows(CommitmentItem, year=year) if one.carried_from])
        self._matters = _placed([one for one in reader.rows(RemediationItem, year=year) if one.carried_from])

    def row(self, target: str, name: str, member: Member | None, carried: set[str]) -> EarlierRow:
        """Return the row of one subject."""
        levels = {year: one for year in years_before(self._year) if (one := self._levels.get((target, year)))}
        shortcomings = [one for one in self._shortcomings if one.target == _reviewed(target)]
        promises = tuple(self._promises(target))
        texts = {
            **{str(year): one.level_name for year, one in levels.items()},
            SHORTCOMING: as_cell([one.text for one in shortcomings]),
            PROMISE: as_cell([promise_text(one) for one in promises]),
            DUE: as_terms([promise_due(one) for one in promises]),
        }
        return EarlierRow(
            target,
            name,
            member,
            {column: text for column, text in texts.items() if text},
            frozenset({*carried, *_carried(shortcomings, promises)}),
            levels,
            tuple(shortcomings),
            promises,
        )

    def _promises(self, target: str) -> Iterator[Promise]:
        if target == CELL:
            yield from (one for one in self._matters if one.target in {CELL, COLLECTIVE})
        else:
            yield from (one for one in self._items if self._owners.get(one.commitment) == target)


def promise_text(one: Promise) -> str:
    """Return what was promised."""
    return one.content if isinstance(one, CommitmentItem) else one.text


def promise_due(one: Promise) -> str:
    """Return until when, as people write it."""
    if isinstance(one, CommitmentItem):
        return one.due
    return show_date(one.due_on.isoformat()) if one.due_on else ""


def is_entered(one: Promise) -> bool:
    """Return whether a promise was entered in this table, and not carried from a finished year."""
    return one.carried_from == ENTERED


def as_terms(dues: Sequence[str]) -> str:
    """Return the terms of promises as a cell shows them: one for all, or one a line where they differ."""
    if len(set(dues)) <= 1:
        return dues[0] if dues else ""
    return "\n".join(due or "-" for due in dues)


def _carried(shortcomings: Sequence[EarlierShortcoming], promises: Sequence[Promise]) -> Iterator[str]:
    """Yield the columns that hold something from last year's records: it is never deleted here (R5-08)."""
    if any(one.carried_from for one in shortcomings):
        yield SHORTCOMING
    if not all(map(is_entered, promises)):
        yield from (PROMISE, DUE)


def _placed(records: Iterable[P]) -> list[P]:
    return sorted(records, key=lambda one: (one.position, one.uid))


def _reviewed(target: str) -> str:
    """Return whose shortcomings stand in a row: the collective is reviewed, the cell is rated."""
    return COLLECTIVE if target == CELL else target
