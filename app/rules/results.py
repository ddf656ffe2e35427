"""What the rating of a year came to: each member's line and the totals, found once for every paper and table.

Nothing here chooses a level. Counted are the members who count to the cell on the day its list was fixed; a
guest, who is rated at home, is counted there (regime-2014-2017.md 10.11; documents-and-meetings.md 4.4).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.ballots import Ballot, BallotSubject
from app.domain.conferences import TurnState
from app.domain.levels import ProposedLevel
from app.domain.outside_opinions import OutsideBody
from app.domain.people import counts_on
from app.domain.population import RatingDisposition
from app.domain.scores import ScoredBy, ScoreSheet
from app.rules.outlook import Outlook, grouped
from app.rules.ruleset import Cap, RuleSet
from app.rules.subject_facts import frame_of, latest_levels, score_facts

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class MemberResult:
    """How one member stands in the rating; levels are codes, empty where nothing is entered."""

    uid: str
    disposition: RatingDisposition
    reason: str
    """Why not rated, as lists print it: never health or a pending discipline by name (rulings.md 2.8)."""
    is_reviewed: bool
    self_level: str
    self_points: float | None
    points: float | None
    """As appraised in the cell; None while not scored whole."""
    outside_level: str
    """The level at work, a code of `OutsideRating`."""
    is_outside_due: bool
    votes: Mapping[str, int]
    """By level, of the last vote on him; empty where none was held."""
    proposed: ProposedLevel | None

    @property
    def level(self) -> str:
        """Return the level that the cell proposes, or decides; empty for whom it does not rate."""
        is_rated = self.disposition is RatingDisposition.YES
        return self.proposed.level if self.proposed and is_rated else ""


@dataclass(frozen=True, slots=True)
class CapCount:
    """A ceiling on a level beside what the cell proposes: information, never a block (rulings.md 1.2)."""

    cap: Cap
    count: int
    base: int

    @property
    def percent(self) -> float:
        """Return the members of the level to a hundred of the base; without a base one is above all."""
        if not self.base:
            return float(HUNDRED) if self.count else 0.0
        return self.count * HUNDRED / self.base

    @property
    def is_over(self) -> bool:
        """Return whether the ceiling is passed."""
        return self.cap.percent is not None and self.percent > self.cap.percent


@dataclass(frozen=True)
class Results:
    """The lines of a year in no special order, and their sums."""

    lines: tuple[MemberResult, ...]
    ruleset: RuleSet

    @property
    def total(self) -> int:
        """Return how many members there are: rated, exempt and not rated yet together."""
        return len(self.lines)

    @property
    def reviewed(self) -> int:
        """Return how many were reviewed."""
        return sum(one.is_reviewed for one in self.lines)

    @cached_property
    def rated(self) -> tuple[MemberResult, ...]:
        """Return who has a level."""
        known = {one.code for one in self.ruleset.member_levels}
        return tuple(one for one in self.lines if one.level in known)

    @cached_property
    def exempt(self) -> tuple[MemberResult, ...]:
        """Return who is exempt from the rating."""
        return tuple(one for one in self.lines if one.disposition is RatingDisposition.EXEMPT)

    @cached_property
    def not_yet(self) -> tuple[MemberResult, ...]:
        """Return who is not rated yet, for a reason or because nothing was decided or voted so far."""
        done = {one.uid for one in (*self.rated, *self.exempt)}
        return tuple(one for one in self.lines if one.uid not in done)

    def at(self, level: str) -> tuple[MemberResult, ...]:
        """Return who has this level."""
        return tuple(one for one in self.rated if one.level == level)

    def share(self, level: str) -> float | None:
        """Return how many of a hundred rated members have the level; None while nobody is rated."""
        return len(self.at(level)) * HUNDRED / len(self.rated) if self.rated else None

    @cached_property
    def cap(self) -> CapCount | None:
        """Return the ceiling for members with the numbers it speaks of; None where the rules have none."""
        cap = next((one for one in self.ruleset.caps if one.subject == "members"), None)
        ranks = {one.code: one.rank for one in self.ruleset.member_levels}
        if cap is None or cap.level not in ranks:
            return None
        return capped(cap, ranks, [one.level for one in self.rated])


def capped(cap: Cap, ranks: Mapping[str, int], levels: Sequence[str]) -> CapCount:
    """Return how many of `levels` are the capped one, and how many its base are."""
    top, given = ranks[cap.level], [ranks[one] for one in levels]
    base = sum(rank == top - 1 or (cap.base == "next_level_or_better" and rank >= top - 1) for rank in given)
    return CapCount(cap, sum(rank == top for rank in given), base)


def results_of(outlook: Outlook) -> Results:
    """Return the results of the year as far as they are entered; none before its population is settled."""
    if not outlook.year.population:
        return Results((), outlook.ruleset)
    found = _Found(outlook)
    return Results(tuple(found.line(uid) for uid in _counted(outlook)), outlook.ruleset)


def sheet_of(outlook: Outlook, targets: Sequence[str], side: ScoredBy) -> ScoreSheet | None:
    """Return the sheet of one of `targets` by this side, of the last round it was scored in."""
    own = [one for one in outlook.year.score_sheets if one.target in targets and one.scored_by is side]
    return max(own, key=lambda one: (one.round_number, one.uid), default=None)


def _counted(outlook: Outlook) -> Iterable[str]:
    fixed = (outlook.cycle and outlook.cycle.roster_fixed_on) or dt.date(outlook.year.year, 12, 31)
    rated = set(outlook.roster.rated)
    return (uid for uid, one in outlook.roster.people.items() if uid in rated or counts_on(one, fixed))


@dataclass(frozen=True)
class _Found:
    """The records of a year by the member they are about."""

    outlook: Outlook

    def line(self, uid: str) -> MemberResult:
        settled, own = self.outlook.roster.population.get(uid), self.outlook.self_reviews.get(uid)
        return MemberResult(
            uid=uid,
            disposition=settled.rating if settled else RatingDisposition.UNDECIDED,
            reason=self._reasons.get(settled.reason, "") if settled else "",
            is_reviewed=uid in self._reviewed,
            self_level=own.self_level if own else "",
            self_points=self._points(uid, ScoredBy.SELF),
            points=self._points(uid, ScoredBy.APPRAISED),
            outside_level=self._outside.get(uid, ""),
            is_outside_due=bool(settled and settled.civil_rating_due),
            votes=self._votes.get(uid, {}),
            proposed=self._levels.get(uid),
        )

    @cached_property
    def _reasons(self) -> Mapping[str, str]:
        return {one.code: one.printed or one.name for one in self.outlook.ruleset.reasons}

    @cached_property
    def _reviewed(self) -> frozenset[str]:
        turns = self.outlook.year.review_turns
        return frozenset(one.target for one in turns if one.state is TurnState.DONE)

    @cached_property
    def _outside(self) -> Mapping[str, str]:
        ratings = self.outlook.year.outside_ratings
        return {one.target: one.level for one in ratings if one.body is OutsideBody.EMPLOYER}

    @cached_property
    def _levels(self) -> Mapping[str, ProposedLevel]:
        return latest_levels(self.outlook.year)

    @cached_property
    def _votes(self) -> Mapping[str, Mapping[str, int]]:
        year = self.outlook.year
        counts = grouped(year.ballot_counts, lambda one: one.line)
        lines = grouped(year.ballot_lines, lambda one: one.ballot)
        found: dict[str, dict[str, int]] = {}
        for ballot in sorted(year.ballots, key=_when):
            if ballot.subject is BallotSubject.MEMBERS:
                for line in lines.get(ballot.uid, ()):
                    found[line.target] = {one.level: one.votes for one in counts.get(line.uid, ())}
        return found

    def _points(self, uid: str, side: ScoredBy) -> float | None:
        outlook, sheet = self.outlook, sheet_of(self.outlook, (uid,), side)
        if sheet is None or outlook.ruleset.scoring.mode != "points":
            return None
        frame = frame_of(outlook.year, outlook.ruleset, uid)
        total = score_facts(outlook.year_facts.lines_of(sheet), frame).get("score.total")
        return total if isinstance(total, float) else None


def _when(ballot: Ballot) -> tuple[dt.date, str, bool, str]:
    """Order votes by time; one that repeats another comes after it."""
    return ballot.held_on or dt.date.min, ballot.held_at, bool(ballot.repeats), ballot.uid
