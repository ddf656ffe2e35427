"""Holds the lines of a list against the members: who is new, who is known, what is stated otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.common.text import clean_line, search_form
from app.domain.imported_members import ImportedMember
from app.domain.members import Member, MemberFields, member_problems
from app.domain.people import Person
from app.domain.posts import PostFields, post_problems, posts_on, posts_written
from app.domain.standings import StandingFields, holds_on, standing_problems
from app.errors import Problem
from app.services.import_preview import FieldChange, ImportRow
from app.services.known_members import KnownMembers
from app.sheets.member_list import MemberList, SheetMember


@dataclass(frozen=True, slots=True)
class _Match:
    """The member that a line may be; `sure` where nothing speaks against it."""

    member: Member
    sure: bool
    same_card: bool


class Matching:
    """The members as they are now, and the lines of the file looked at so far."""

    def __init__(self, people: Iterable[Person], today: dt.date) -> None:
        self._people = {person.uid: person for person in people}
        self._known = KnownMembers(person.member for person in self._people.values())
        self._earlier = KnownMembers[ImportedMember]()
        self._rows_of: dict[int, int] = {}
        self._today = today

    def rows(self, found: MemberList) -> Iterator[ImportRow]:
        """Yield every line of the list with what would become of it."""
        for read in found.rows:
            yield self._row(read, found.columns)

    def _row(self, read: SheetMember, columns: Mapping[str, str]) -> ImportRow:
        row = ImportRow(read.row, read.values, "faulty", read.problems, read.notes)
        if read.problems:
            return row
        listed = _listed(read.values)
        doubts = self._doubts(listed, columns)
        problems = tuple(one for one in doubts if one.severity == "error")
        notes = (*read.notes, *(one for one in doubts if one not in problems))
        row = replace(row, problems=problems, notes=notes, listed=None if problems else listed)
        return row if problems else self._matched(row, listed, columns)

    def _matched(self, row: ImportRow, listed: ImportedMember, columns: Mapping[str, str]) -> ImportRow:
        twin = self._earlier.with_card(listed.card_number) or next(iter(self._earlier.alike(listed)), None)
        if twin:
            return replace(
                row,
                status="known",
                known_as=twin.full_name,
                known_row=self._rows_of[id(twin)],
                same_card=bool(listed.card_number) and twin.card_number == listed.card_number,
            )
        self._earlier.add(listed)
        self._rows_of[id(listed)] = row.row
        match = self._match(listed)
        if match is None:
            return replace(row, status="new")
        changes, unplaced = self._changes(match.member, listed, row)
        notes = (_placed(problem, listed, columns) for problem in unplaced)
        return replace(
            row,
            status="known",
            notes=(*row.notes, *notes),
            known_as=match.member.full_name,
            known_uid=match.member.uid,
            known_rev=match.member.rev,
            changes=changes,
            sure=match.sure,
            same_card=match.same_card,
        )

    def _match(self, listed: ImportedMember) -> _Match | None:
        holder = self._known.with_card(listed.card_number)
        if holder:
            return _Match(holder, _one_name(holder, listed), same_card=True)
        found = self._known.alike(listed)
        # The twin that a merge left in the trash makes nobody doubtful.
        alike = [member for member in found if not member.trashed_on] or found
        if not alike:
            resembling = self._known.resembling(listed)
            return _Match(resembling, sure=False, same_card=False) if resembling else None
        sure = len(alike) == 1 and bool(alike[0].born_on and listed.born_on)
        return _Match(alike[0], sure, same_card=False)

    def _doubts(self, listed: ImportedMember, columns: Mapping[str, str]) -> list[Problem]:
        """Return what cannot be true together and what is to be looked at, placed in the file's columns."""
        found = [_placed(problem, listed, columns) for problem in member_problems(listed, self._today)]
        twin = self._earlier.with_card(listed.card_number)
        if twin and not _one_name(twin, listed):
            other = {"row": self._rows_of[id(twin)], "name": twin.full_name}
            found.append(_placed(Problem("card_number", "member.card_twice", other), listed, columns))
        return found

    def _changes(
        self, member: Member, listed: ImportedMember, row: ImportRow
    ) -> tuple[tuple[FieldChange, ...], list[Problem]]:
        """Return what the file states otherwise, and what of it only the card itself can take."""
        if member.trashed_on:
            return (), [Problem("full_name", "member.in_trash", {}, "warning")]
        changes = list(flat_changes(member, listed, row.values))
        notes: list[Problem] = []
        person = self._people[member.uid]
        for name, lacked, problems in (
            ("post", lacking_posts(person, listed, self._today), post_problems),
            ("standing", lacking_standings(person, listed, self._today), self._standing_problems),
        ):
            if not lacked:
                continue
            held = person.posts if name == "post" else person.standings
            if list(problems([*held, *lacked])):
                notes.append(Problem(name, f"{name}.other_in_card", {}, "warning"))
            else:
                changes.append(FieldChange(name, "", row.values[name]))
        return tuple(changes), notes

    def _standing_problems(self, standings: list[StandingFields]) -> Iterator[tuple[int, Problem]]:
        return standing_problems(standings, self._today)


def _listed(values: Mapping[str, str]) -> ImportedMember:
    """Return the member of a line that was read without a fault."""
    return ImportedMember.model_validate({name: value for name, value in values.items() if value})


def flat_changes(member: Member, listed: ImportedMember, values: Mapping[str, str]) -> Iterator[FieldChange]:
    """Yield the facts that the line states otherwise; what it leaves empty says nothing."""
    for name in MemberFields.model_fields:
        if not values.get(name):
            continue
        old, new = str(getattr(member, name)), str(getattr(listed, name))
        if not _says_the_same(name, old, new):
            yield FieldChange(name, old, new)


def lacking_posts(person: Person, listed: ImportedMember, today: dt.date) -> list[PostFields]:
    """Return the posts of the line that the person does not hold today."""
    held = posts_on(person.posts, today)
    return [
        post
        for post in posts_written(listed.post)
        if not any(post.kind == one.kind and _folded(post.title) in {"", _folded(one.title)} for one in held)
    ]


def lacking_standings(person: Person, listed: ImportedMember, today: dt.date) -> list[StandingFields]:
    """Return the standing of the line as a list of one, empty where the person has it today."""
    if listed.standing is None or holds_on(person.standings, listed.standing, today):
        return []
    return [StandingFields(kind=listed.standing, started_on=listed.standing_on)]


def _says_the_same(name: str, old: str, new: str) -> bool:
    if name.endswith("_on"):
        return bool(old) and old.startswith(new)  # "1985" says nothing against "1985-11-05"
    if name == "full_name":
        return _folded(old) == _folded(new)
    return new in old if name == "note" else old == new


def _placed(problem: Problem, listed: ImportedMember, columns: Mapping[str, str]) -> Problem:
    column = columns.get(problem.field, columns["full_name"])
    params = {**problem.params, "column": column, "value": getattr(listed, problem.field)}
    return Problem(problem.field, problem.code, params, problem.severity)


def _one_name(one: MemberFields, other: MemberFields) -> bool:
    return _folded(one.full_name) == _folded(other.full_name)


def _folded(text: str) -> str:
    return search_form(clean_line(text))
