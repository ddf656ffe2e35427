"""Members of the cell: list, card, trash. A member removed lies in the trash and comes back whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from app.common.clock import Clock
from app.common.sweeping import calm
from app.domain.checking import checked, refuse_errors
from app.domain.members import SHARED_FIELDS, Member, MemberDraft, MemberFields
from app.domain.people import Person, PersonDraft, person_problems
from app.domain.types import new_uid
from app.errors import Problem
from app.services.known_members import KnownMembers
from app.services.owned import entries_of, put_owned, records_of
from app.storage.database import Database
from app.storage.queries.people import everybody, person
from app.storage.store import Reader, Work


class MemberService:
    """The members of the open database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def list(self) -> tuple[Member, ...]:
        """Return all members outside the trash by given name, in Vietnamese order."""
        with self._database.read() as reader:
            return tuple(reader.rows(Member, trashed_on=None))

    def trashed(self) -> tuple[Member, ...]:
        """Return the members in the trash, in the same order."""
        with self._database.read() as reader:
            return tuple(member for member in reader.rows(Member) if member.trashed_on)

    def people(self) -> tuple[Person, ...]:
        """Return all members with posts, standings, rewards and discipline; those in the trash come last."""
        with calm(), self._database.read() as reader:
            return everybody(reader)

    def count(self) -> int:
        """Return how many there are, those in the trash included."""
        with self._database.read() as reader:
            return reader.count(Member)

    def person(self, uid: str) -> Person:
        """Return the member with all that is kept of him or her; raises `NotFound`."""
        with self._database.read() as reader:
            return person(reader, uid)

    def get(self, uid: str) -> Member:
        """Return the member; raises `NotFound`."""
        with self._database.read() as reader:
            return reader.get(Member, uid)

    def add(self, values: Mapping[str, object]) -> Member:
        """Store a new member with posts, standings, rewards and discipline; raises `Invalid`."""
        draft = self._checked(values)
        member = Member(uid=new_uid(), **_flat(draft))
        with self._database.write("member.add") as work:
            _refuse_taken_card(work, draft, but="")
            work.add(member)
            work.add_all(records_of(draft, member.uid))
        return member

    def save(self, uid: str, rev: int, values: Mapping[str, object]) -> Member:
        """Store the edited member and return it as it now is; fields left out of `values` stay.

        A list (posts, standings, rewards, disciplines) is stored as given: its lines are known by `uid`, one
        that is not given any more is removed. Raises `Invalid`, `NotFound`, and `ChangedElsewhere` when
        anything of the member was saved since it had `rev`.
        """
        with self._database.write("member.edit") as work:
            current = person(work, uid)
            draft = self._checked({**_values(current), **values})
            _refuse_taken_card(work, draft, but=uid)
            member = work.change(Member, uid, rev, **_flat(draft))
            if put_owned(work, current, draft) and member.rev == rev:
                # A form opened before must notice, also when only a list has changed.
                member = member.model_copy(update={"rev": rev + 1})
                work.replace(member)
            return member

    def set_for_all(self, uids: Collection[str], field: str, value: object) -> None:
        """Set one field (of `SHARED_FIELDS`) of several members, together as one step; raises `Invalid`."""
        if field not in SHARED_FIELDS:
            raise ValueError(field)
        with self._database.write("member.edit_several") as work:
            for member in _all(work, uids):
                draft = checked(MemberDraft, {"full_name": member.full_name, field: value})
                work.change(Member, member.uid, member.rev, **{field: getattr(draft, field)})

    def trash(self, uids: Collection[str]) -> None:
        """Put members into the trash, together as one step."""
        with self._database.write("member.trash") as work:
            for member in _all(work, uids):
                if not member.trashed_on:
                    work.change(Member, member.uid, member.rev, trashed_on=self._clock.today())

    def restore(self, uids: Collection[str]) -> None:
        """Take members out of the trash; raises `Invalid` where a card number has a new holder since."""
        with self._database.write("member.restore") as work:
            for member in _all(work, uids):
                _refuse_taken_card(work, member, but=member.uid)
                work.change(Member, member.uid, member.rev, trashed_on=None)

    def doubles(self, values: Mapping[str, object], but: str = "") -> tuple[Member, ...]:
        """Return the members that may be the person of `values`: same name and birth as far as known."""
        draft = self._checked(values)
        with self._database.read() as reader:
            known = KnownMembers(member for member in reader.rows(Member) if member.uid != but)
        return tuple(known.alike(draft))

    def _checked(self, values: Mapping[str, object]) -> PersonDraft:
        draft = checked(PersonDraft, values)
        refuse_errors(person_problems(draft, self._clock.today()))
        return draft


def _flat(draft: PersonDraft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in MemberFields.model_fields}


def _values(current: Person) -> dict[str, object]:
    flat = {name: getattr(current.member, name) for name in MemberFields.model_fields}
    return {**flat, **entries_of(current)}


def _all(reader: Reader, uids: Collection[str]) -> list[Member]:
    return [reader.get(Member, uid) for uid in uids]


def _refuse_taken_card(work: Work, draft: MemberFields, but: str) -> None:
    """Two persons never share a card number, whether or not one lies in the trash."""
    if not draft.card_number:
        return
    for holder in work.rows(Member, card_number=draft.card_number):
        if holder.uid != but:
            code = "member.card_in_trash" if holder.trashed_on else "member.card_taken"
            refuse_errors([Problem("card_number", code, {"name": holder.full_name})])
