"""Two entries of one person become one: field by field, as one step; the other lies in the trash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.checking import checked, refuse_errors
from app.domain.duplicates import pairs
from app.domain.members import Member, MemberDraft, MemberFields, member_problems
from app.domain.references import ONE_PER_MEMBER, owner_field, pointer_fields
from app.domain.types import Record
from app.storage.database import Database
from app.storage.store import Work
from app.storage.tables import ROW_OF, table_of


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the two entries do not say alike."""

    field: str
    kept: object
    other: object


class MergeService:
    """Finds pairs that may be one person, and merges a pair when the secretary says so."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def pairs(self) -> tuple[tuple[Member, Member], ...]:
        """Return the pairs outside the trash that may be one person."""
        with self._database.read() as reader:
            return pairs(reader.rows(Member, trashed_on=None))

    def differences(self, kept: Member, other: Member) -> tuple[Difference, ...]:
        """Return the fields that differ, in the order of the card."""
        return tuple(
            Difference(name, getattr(kept, name), getattr(other, name))
            for name in MemberFields.model_fields
            if getattr(kept, name) != getattr(other, name)
        )

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
            for kind in ROW_OF:
                _move(work, kind, kept.uid, other.uid)
            return work.change(Member, kept.uid, kept.rev, **draft.model_dump())


def _move(work: Work, kind: type[Record], kept: str, other: str) -> None:
    for field in (owner_field(kind), *pointer_fields(kind)):
        if field is None:
            continue
        taken = {_place(one) for one in work.rows(kind, **{field: kept})}
        only_one = table_of(ROW_OF[kind]).name in ONE_PER_MEMBER
        for record in work.rows(kind, **{field: other}):
            if not (only_one and _place(record) in taken):
                work.change(kind, record.uid, record.rev, **{field: kept})


def _place(record: Record) -> tuple[object, ...]:
    """Return the year and round in which a record stands."""
    return tuple(getattr(record, name, None) for name in ("year", "of_year", "round_number"))
