"""A vote as papers print it: its levels, its lines by post and then name, and each share of the base.

Nothing here names a winner; where no level has more than half of the base the paper says so (rulings.md 1.2).
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from app.common.messages import decimal
from app.domain.ballots import Ballot, BallotSubject, shares
from app.domain.conferences import TurnState
from app.domain.people import Person
from app.domain.probation import is_official_on
from app.domain.standings import StandingKind, standings_on
from app.domain.targets import CELL
from app.papers.meeting import HERE, Meeting, meeting_of
from app.papers.review import Review
from app.rules.ruleset import Level

_TENTHS = 1000
_LEFT_OUT = (StandingKind.TEMPORARY_AWAY, StandingKind.EXEMPT, StandingKind.SUSPENDED)
"""Standings by which an absent official member is left out of the base (documents-and-meetings.md 2.6)."""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One line of a tally; `shares` by level, of the base."""

    target: str
    votes: Mapping[str, int]
    shares: Mapping[str, Fraction]
    blank: int

    @property
    def has_majority(self) -> bool:
        """Return whether a level has more than half of the base."""
        return any(share > Fraction(1, 2) for share in self.shares.values())


@dataclass(frozen=True)
class Vote:
    """One vote in its conference; of a blank form one with no totals."""

    review: Review
    subject: BallotSubject
    ballot: Ballot | None

    @cached_property
    def meeting(self) -> Meeting:
        """Return the conference of the vote."""
        return meeting_of(self.review, self.ballot.conference if self.ballot else "")

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """Return what is chosen from, as the rule set has it, the highest first."""
        return levels_of(self.review, self.subject)

    @property
    def base(self) -> int:
        """Return on how many official members the shares are counted."""
        return self.ballot.convened - self.ballot.deducted if self.ballot else 0

    @cached_property
    def lines(self) -> tuple[VoteLine, ...]:
        """Return the lines, members by post and then by name; the cell is one line."""
        if self.ballot is None:
            return ()
        own = {one.target: one for one in self.review.year.ballot_lines if one.ballot == self.ballot.uid}
        order = [one.uid for one in self.review.in_order(own)] + [uid for uid in own if uid == CELL]
        return tuple(self._line(self.ballot, own[uid].uid, uid, own[uid].blank) for uid in order)

    def _line(self, ballot: Ballot, uid: str, target: str, blank: int) -> VoteLine:
        votes = {one.level: one.votes for one in self.review.year.ballot_counts if one.line == uid}
        return VoteLine(target, votes, shares(ballot, votes), blank)

    @property
    def place(self) -> str:
        """Return where the vote was held: at the sitting of its day."""
        held_on = self.ballot.held_on if self.ballot else None
        own = [one for one in self.meeting.sittings if one.held_on == held_on and one.place]
        return own[-1].place if own else ""

    def left_out(self) -> tuple[tuple[Person, StandingKind], ...]:
        """Return who is left out of the base and by which standing, where that explains all of them."""
        if self.ballot is None or not self.ballot.deducted:
            return ()
        day = self.ballot.held_on or self.review.day
        there = self._there()
        people = self.review.in_order(uid for uid in self.review.people if uid not in there)
        found = [(one, kind) for one in people for kind in _out_of_base(one, day)[:1]]
        return tuple(found) if len(found) == self.ballot.deducted else ()

    def _there(self) -> set[str]:
        last = self.meeting.sittings[-1:]
        return {
            uid
            for one in last
            for uid, row in self.meeting.attendance(one.uid).items()
            if row.presence in HERE
        }


def _out_of_base(person: Person, day: dt.date) -> Sequence[StandingKind]:
    if not is_official_on(person.member, day):
        return ()
    held = {one.kind for one in standings_on(person.standings, day)}
    return [kind for kind in _LEFT_OUT if kind in held]


def vote_of(review: Review, subject: BallotSubject, uid: str) -> Vote:
    """Return the vote with this uid, a blank one where there is none."""
    return Vote(review, subject, next((one for one in review.year.ballots if one.uid == uid), None))


def to_vote_on(held: Meeting) -> tuple[Person, ...]:
    """Return who is to be voted on in a conference, by post and then by name.

    Left out are those an earlier vote gave a majority, and those put off and not reviewed since (R4-01). What
    came after the conference changes nothing: its ballot printed again names the same members.
    """
    review = held.review
    return review.in_order(set(review.outlook.roster.rated) - _decided_before(held) - _put_off(held))


def _decided_before(held: Meeting) -> set[str]:
    earlier = (
        one
        for one in held.review.year.ballots
        if one.subject is BallotSubject.MEMBERS and one.held_on and one.held_on < held.first_day
    )
    lines = (line for one in earlier for line in Vote(held.review, one.subject, one).lines)
    return {line.target for line in lines if line.has_majority}


def _put_off(held: Meeting) -> set[str]:
    year, day = held.review.year, held.first_day
    begun = {one.uid for one in year.conferences if meeting_of(held.review, one.uid).first_day <= day}
    turns = [one for one in year.review_turns if one.conference in begun]
    done = {one.target for one in turns if one.state is TurnState.DONE}
    return {one.target for one in turns if one.state is TurnState.POSTPONED} - done


def levels_of(review: Review, subject: BallotSubject) -> tuple[Level, ...]:
    """Return the choices of the rule set's ballot; without one all levels of the subject."""
    own = {one.code: one for one in review.levels(CELL if subject is BallotSubject.CELL else "")}
    rules = (one for one in review.rules.ballots if one.subject == subject.value)
    chosen = next((one.choices for one in rules), tuple(own))
    return tuple(own[code] for code in chosen if code in own)


def percent(share: Fraction | None) -> str:
    """Return a share as papers print it, half up to one decimal: "66,7%"; nothing for an unknown one."""
    return "" if share is None else f"{decimal(math.floor(share * _TENTHS + Fraction(1, 2)) / 10)}%"
