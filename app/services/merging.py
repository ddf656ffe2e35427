"""Two entries of one person become one: field by field, as one step; the other lies in the trash."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.checking import checked, refuse_errors
from app.domain.distinct_pairs import DistinctPair
from app.domain.duplicates import is_fuller, pairs
from app.domain.members import Member, MemberDraft, MemberFields, member_problems
from app.domain.references import MEMBER, likeness, namings, parts
from app.domain.types import Record, new_uid
from app.storage import audit
from app.storage.database import Database
from app.storage.store import Reader, Work
from app.storage.tables import ROW_OF, name_of

Pair = tuple[Member, Member]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the two entries do not say alike; what the second says may be the better."""

    field: str
    first: object
    second: object
    prefers_second: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two entries: what hangs on it by table, and when anything of it was last written."""

    member: Member
    hanging: Mapping[str, int]
    written_on: dt.date | None
    last_written: int
    """Place of that in the order of everything done; a clock may be wrong."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair side by side."""

    first: Side
    second: Side
    differences: tuple[Difference, ...]
    doubled: Mapping[str, int]
    """What both have and only one entry may have: that of the entry that goes stays with it in the trash."""

    @property
    def keeps_second(self) -> bool:
        """Return whether the second entry is the one to go on with: more hangs on it."""
        return sum(self.second.hanging.values()) > sum(self.first.hanging.values())


class MergeService:
    """Finds pairs that may be one person, and merges a pair when the secretary says so."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def pairs(self) -> tuple[Pair, ...]:
        """Return the pairs outside the trash that may be one person and were not said to be two."""
        with self._database.read() as reader:
            apart = {frozenset((pair.one, pair.other)) for pair in reader.rows(DistinctPair)}
            members = reader.rows(Member, trashed_on=None)
        # Compared outside the block: meanwhile nobody else can read.
        return tuple(pair for pair in pairs(members) if frozenset(member.uid for member in pair) not in apart)

    def compare(self, pair: Pair) -> Comparison:
        """Return the pair side by side, with the better value of each field; raises `NotFound`."""
        with self._database.read() as reader:
            first, second = (_side(reader, member.uid) for member in pair)
            staying = _staying(reader, *(member.uid for member in pair))
            doubled = Counter(name_of(type(one)) for one in staying if not isinstance(one, DistinctPair))
        newer = second.last_written > first.last_written
        return Comparison(first, second, _differences(first.member, second.member, newer=newer), doubled)

    def set_apart(self, pair: Pair) -> None:
        """Remember that a pair is two persons, so that it is not asked about again."""
        one, other = (member.uid for member in pair)
        with self._database.write("member.set_apart") as work:
            work.add(DistinctPair(uid=new_uid(), one=one, other=other))

    def merge(self, kept: Member, other: Member, taken: Mapping[str, object]) -> Member:
        """Make one entry of two and return it: `taken` are the values chosen where they differ.

        Posts, standings, rewards, discipline and the facts of every year move to the entry that stays; where
        both have the one record of a year, the other's stays with it in the trash. One step, undone whole.
        Raises `Invalid`, `NotFound`, `ChangedElsewhere`.
        """
        facts = {name: getattr(kept, name) for name in MemberFields.model_fields}
        draft = checked(MemberDraft, {**facts, **taken})
        refuse_errors(member_problems(draft, self._clock.today()))
        with self._database.write("member.merge") as work:
            # The card number can stand at one of the two only.
            work.change(Member, other.uid, other.rev, card_number="", trashed_on=self._clock.today())
            staying = {record.uid for record in _staying(work, kept.uid, other.uid)}
            for kind in ROW_OF:
                _move(work, kind, kept.uid, other.uid, staying)
            for pair in work.rows(DistinctPair, one=kept.uid, other=kept.uid):
                work.remove(DistinctPair, pair.uid)
            return work.change(Member, kept.uid, kept.rev, **draft.model_dump())


def _side(reader: Reader, uid: str) -> Side:
    hanging = Counter(
        name_of(kind)
        for kind in ROW_OF
        if kind is not DistinctPair
        for field in parts(kind, MEMBER)
        for _record in reader.rows(kind, **{field: uid})
    )
    last = audit.last_about(reader.connection, uid)
    return Side(reader.get(Member, uid), dict(hanging), last.day if last else None, last.seq if last else 0)


def _differences(first: Member, second: Member, *, newer: bool) -> tuple[Difference, ...]:
    """Return the fields that differ, in the order of the card: the fuller value is better, then the newer."""
    values = [
        (name, getattr(first, name), getattr(second, name))
        for name in MemberFields.model_fields
        if getattr(first, name) != getattr(second, name)
    ]
    return tuple(
        Difference(
            name,
            one,
            other,
            prefers_second=is_fuller(str(other), str(one)) or (newer and not is_fuller(str(one), str(other))),
        )
        for name, one, other in values
    )


def _staying(reader: Reader, kept: str, other: str) -> Iterator[Record]:
    """Yield what of `other` has its like at `kept`: the one of a year, a line that says the same."""
    for kind in ROW_OF:
        for field in parts(kind, MEMBER):
            there = {likeness(name_of(kind), one, field) for one in reader.rows(kind, **{field: kept})}
            for record in reader.rows(kind, **{field: other}):
                if likeness(name_of(kind), record, field) in there:
                    yield record


def _move(work: Work, kind: type[Record], kept: str, other: str, staying: set[str]) -> None:
    fields = [one.field for one in namings(kind) if MEMBER in one.names]
    for field in fields:
        for record in work.rows(kind, **{field: other}):
            if record.uid not in staying:
                work.change(kind, record.uid, record.rev, **{field: kept})
