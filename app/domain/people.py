"""A member with everything that is kept of him or her: posts, standings, rewards, discipline."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from app.domain.members import Member, MemberFields, member_problems
from app.domain.posts import Post, PostEntry, post_problems
from app.domain.probation import is_official_on, is_probationary_on
from app.domain.recognitions import (
    Discipline,
    DisciplineEntry,
    Reward,
    RewardEntry,
    decision_problems,
)
from app.domain.standings import (
    Standing,
    StandingEntry,
    StandingKind,
    belongs_on,
    holds_on,
    standing_problems,
    takes_part_on,
)
from app.domain.types import Entry, Owned, earliest_day
from app.errors import Problem

OWNED: dict[str, type[Owned]] = {
    "posts": Post,
    "standings": Standing,
    "rewards": Reward,
    "disciplines": Discipline,
}
"""What a member owns, list by list; each record names its owner as `member_uid`."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member and what the member owns; the lists are named as in `OWNED`."""

    member: Member
    posts: tuple[Post, ...] = ()
    standings: tuple[Standing, ...] = ()
    rewards: tuple[Reward, ...] = ()
    disciplines: tuple[Discipline, ...] = ()

    @property
    def uid(self) -> str:
        """Return the identity of the member."""
        return self.member.uid


class PersonDraft(MemberFields):
    """A member being typed, with all lists of the card."""

    posts: tuple[PostEntry, ...] = ()
    standings: tuple[StandingEntry, ...] = ()
    rewards: tuple[RewardEntry, ...] = ()
    disciplines: tuple[DisciplineEntry, ...] = ()


ENTRIES: dict[str, type[Entry]] = {
    "posts": PostEntry,
    "standings": StandingEntry,
    "rewards": RewardEntry,
    "disciplines": DisciplineEntry,
}
"""The lists of a draft, with the form of one line of each."""


def people(
    members: Iterable[Member],
    posts: Iterable[Post] = (),
    standings: Iterable[Standing] = (),
    rewards: Iterable[Reward] = (),
    disciplines: Iterable[Discipline] = (),
) -> tuple[Person, ...]:
    """Return the members, in their order, each with the records that name them as owner."""
    posts_of, standings_of = _by_owner(posts), _by_owner(standings)
    rewards_of, disciplines_of = _by_owner(rewards), _by_owner(disciplines)
    return tuple(
        Person(
            member,
            posts=tuple(posts_of.get(member.uid, ())),
            standings=tuple(standings_of.get(member.uid, ())),
            rewards=tuple(rewards_of.get(member.uid, ())),
            disciplines=tuple(disciplines_of.get(member.uid, ())),
        )
        for member in members
    )


def person_problems(draft: PersonDraft, today: dt.date) -> list[Problem]:
    """Return what cannot be true of the person; those of a list are placed as ``posts.0.ended_on``."""
    return [
        *member_problems(draft, today),
        *_placed("posts", post_problems(draft.posts)),
        *_placed("standings", standing_problems(draft.standings, today)),
        *_placed("rewards", decision_problems(draft.rewards, today)),
        *_placed("disciplines", decision_problems(draft.disciplines, today)),
    ]


def counts_on(person: Person, day: dt.date) -> bool:
    """Return whether the person counts to the strength of the cell on `day`: admitted, here, not gone."""
    admitted_on = person.member.admitted_on
    if admitted_on and earliest_day(admitted_on) > day:
        return False
    return belongs_on(person.standings, day)


def strength_on(everybody: Iterable[Person], day: dt.date) -> list[Member]:
    """Return who counts to the cell on `day`, as they were then: who became official later, on probation."""
    return [as_of(person.member, day) for person in everybody if counts_on(person, day)]


def as_of(member: Member, day: dt.date) -> Member:
    """Return the member as of `day`, without an official date that lies after it."""
    later = bool(member.official_on) and not is_official_on(member, day)
    return member.model_copy(update={"official_on": ""}) if later else member


def is_present_on(person: Person, day: dt.date) -> bool:
    """Return whether the person is to be at the cell's meetings on `day`, guests for a time included."""
    return takes_part_on(person.standings, day)


def is_guest_on(person: Person, day: dt.date) -> bool:
    """Return whether the person is here for a time and counts elsewhere."""
    return holds_on(person.standings, StandingKind.TEMPORARY_HERE, day)


def is_listed_on(person: Person, day: dt.date) -> bool:
    """Return whether the list of members of `day` names the person: who counts here, and guests."""
    return counts_on(person, day) or is_guest_on(person, day)


def is_on_probation(person: Person, day: dt.date) -> bool:
    """Return whether the person counts here and is on probation (dự bị) on `day`."""
    return counts_on(person, day) and is_probationary_on(person.member, day)


def has_standing(person: Person, kind: StandingKind, day: dt.date) -> bool:
    """Return whether a standing of this kind ("miễn sinh hoạt") holds on `day`."""
    return holds_on(person.standings, kind, day)


def _placed(name: str, found: Iterable[tuple[int, Problem]]) -> Iterator[Problem]:
    for place, problem in found:
        yield Problem(f"{name}.{place}.{problem.field}", problem.code, problem.params, problem.severity)


def _by_owner(records: Iterable[Owned]) -> dict[str, list[Any]]:
    owned: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        owned[record.member_uid].append(record)
    return owned
