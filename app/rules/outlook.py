"""A year as the facts look at it: the records by what they belong to, found once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from app.domain.conferences import Conference, ConferenceState, Opinion, ReviewTurn
from app.domain.cycles import CollectiveSubject, Cycle
from app.domain.members import Member
from app.domain.people import Person
from app.domain.population import Population, RatingDisposition, ReviewDisposition
from app.domain.posts import posts_on
from app.domain.self_reviews import SelfReview
from app.rules.ruleset import RuleSet
from app.rules.stages import Stage, stage_of
from app.rules.subject_facts import YearFacts
from app.year.review_year import ReviewYear

T = TypeVar("T")


@dataclass(frozen=True)
class Roster:
    """The members of a year, each with how he stands in it."""

    year: ReviewYear
    today: dt.date

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Return the persons by uid."""
        return {one.uid: one for one in self.year.people()}

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """Return the members by uid."""
        return {one.uid: one for one in self.year.members}

    @cached_property
    def population(self) -> Mapping[str, Population]:
        """Return each member's dispositions by uid of the member."""
        return {one.member_uid: one for one in self.year.population}

    @cached_property
    def reviewed(self) -> tuple[str, ...]:
        """Return the uids of the members who review themselves this year, later ones too."""
        yes = {ReviewDisposition.YES, ReviewDisposition.LATER}
        settled = self.population
        return tuple(uid for uid in self.members if uid in settled and settled[uid].review in yes)

    @cached_property
    def rated(self) -> tuple[str, ...]:
        """Return the uids of the members who are to be rated."""
        settled = self.population
        yes = RatingDisposition.YES
        return tuple(uid for uid in self.members if uid in settled and settled[uid].rating is yes)

    @cached_property
    def collective(self) -> tuple[str, ...]:
        """Return the uids of the members of the collective under review that review themselves.

        The members of chi ủy, or all where the cell is the collective; nobody where there is none.
        """
        cycle = next(iter(self.year.cycles), None)
        if cycle is None or cycle.collective_subject is CollectiveSubject.NONE:
            return ()
        if cycle.collective_subject is CollectiveSubject.CELL:
            return self.reviewed
        fixed = cycle.roster_fixed_on or min(self.today, dt.date(self.year.year, 12, 31))
        return tuple(
            uid for uid in self.reviewed if any(one.kind for one in posts_on(self.people[uid].posts, fixed))
        )

    def name_of(self, target: str) -> str:
        """Return the name of a member; empty for anything else."""
        member = self.members.get(target)
        return member.full_name if member else ""


@dataclass(frozen=True)
class Outlook:
    """A year with its rule set as of `today`; `repeated` tells of whom texts were found equal (R2-11)."""

    year: ReviewYear
    ruleset: RuleSet
    today: dt.date
    repeated: Mapping[str, str] = field(default_factory=dict)
    """By uid of the member, in words, with what his text agrees; empty as well where nobody compared."""

    @cached_property
    def stage(self) -> Stage:
        """Return how far the year has come."""
        return stage_of(self.year, self.ruleset, self.today)

    @cached_property
    def roster(self) -> Roster:
        """Return the members and how they stand in the year."""
        return Roster(self.year, self.today)

    @cached_property
    def year_facts(self) -> YearFacts:
        """Return the facts that a rule set may ask, about any subject."""
        return YearFacts(self.year, self.ruleset, self.today)

    @property
    def cycle(self) -> Cycle | None:
        """Return the year's cycle, None before it is opened."""
        return next(iter(self.year.cycles), None)

    @property
    def has_collective(self) -> bool:
        """Return whether a collective reviews itself this year."""
        return self.cycle is not None and self.cycle.collective_subject is not CollectiveSubject.NONE

    @cached_property
    def self_reviews(self) -> Mapping[str, SelfReview]:
        """Return each member's last self-review by uid of the member."""
        ordered = sorted(self.year.self_reviews, key=lambda one: one.round_number)
        return {one.member_uid: one for one in ordered}

    @cached_property
    def texts(self) -> Mapping[str, Mapping[str, str]]:
        """Return what is written, by owner and section."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for one in self.year.section_texts:
            found[one.owner][one.section] = one.text
        return found

    @cached_property
    def closed_conferences(self) -> tuple[Conference, ...]:
        """Return every conference that is over."""
        return tuple(one for one in self.year.conferences if one.state is ConferenceState.CLOSED)

    @cached_property
    def opinions(self) -> tuple[Opinion, ...]:
        """Return the opinions that were not taken back."""
        return tuple(one for one in self.year.opinions if not one.withdrawn)

    @cached_property
    def turns(self) -> Mapping[str, Sequence[ReviewTurn]]:
        """Return the turns by target."""
        return grouped(self.year.review_turns, lambda one: one.target)

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """Return the rank of each level of members by code, 1 the lowest."""
        return {one.code: one.rank for one in self.ruleset.member_levels}

    @cached_property
    def cell_ranks(self) -> Mapping[str, int]:
        """Return the rank of each level of a cell by code, 1 the lowest."""
        return {one.code: one.rank for one in self.ruleset.cell_levels}


def grouped(records: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Return the records by what `key` tells of each."""
    found: dict[str, list[T]] = defaultdict(list)
    for one in records:
        found[key(one)].append(one)
    return found
