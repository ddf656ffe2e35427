"""Phân loại, xếp loại of a year as one table: each subject with what is known of it, and the sums.

Nothing here chooses a level: what points, conditions and ceilings say is told beside what people decided
(rulings.md 1.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.common.clock import Clock
from app.domain.ballots import Ballot, BallotLine
from app.domain.cycles import CellKind
from app.domain.levels import ProposedLevel, RecognisedLevel
from app.domain.outside_opinions import OutsideOpinion, OutsideRating
from app.domain.population import Population
from app.domain.targets import CELL, COLLECTIVE
from app.rules.gates import rating_gate
from app.rules.language import Absent, Truth
from app.rules.level_views import LevelView, level_view
from app.rules.outlook import Outlook
from app.rules.past_levels import past_word, short_name
from app.rules.population_proposal import Attention, Proposal, proposals, roster_day
from app.rules.results import Results, results_of
from app.rules.ruleset import Level, RuleSet
from app.rules.ruleset_base import Source
from app.rules.year_codes import rules_of
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

__all__ = [
    "LevelLine",
    "LevelTable",
    "LevelTableService",
    "LevelWord",
    "Proposal",
    "Tally",
    "Told",
    "TruthValue",
]

TruthValue = Truth
Named = tuple[tuple[str, str], ...]
"""Codes of the rule set and their names, in its order."""


@dataclass(frozen=True, slots=True)
class LevelWord:
    """A level as the year names it, the highest first in lists; sub-reasons by code and name."""

    code: str
    name: str
    short: str
    brief: str
    """In one or two words, for narrow columns."""
    rank: int
    sub_reasons: Named = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """The last vote on a subject: ballots of each level, and what the shares are counted from."""

    ballot: str
    """Uid of the vote."""
    conference: str
    votes: Mapping[str, int]
    blank: int
    valid: int
    base: int
    """Official members convened less the deductions (rulings.md 3.3)."""


@dataclass(frozen=True, slots=True)
class Told:
    """A rule of the year beside a subject: information with its source, never a decision."""

    kind: str
    """``condition``, ``forced``, ``attention``."""
    text: str
    value: Truth
    level: str = ""
    """The level it speaks of, by code."""
    source: str = ""
    """Document and article; empty where none is known."""


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One subject of the year: a member, the cell, or the collective, with everything about its level."""

    target: str
    name: str
    """The member's name; empty for the cell and the collective."""
    population: Population | None = None
    proposal: Proposal | None = None
    is_reviewed: bool = False
    can_be_rated: bool = True
    """Whether the gate of the rating is open: who was not reviewed is not rated (R4-01)."""
    self_level: str = ""
    self_points: float | None = None
    points: float | None = None
    ratings: tuple[OutsideRating, ...] = ()
    opinions: tuple[OutsideOpinion, ...] = ()
    tally: Tally | None = None
    proposed: ProposedLevel | None = None
    recognised: RecognisedLevel | None = None
    by_points: str = ""
    by_conditions: str = ""
    told: tuple[Told, ...] = ()

    @property
    def is_member(self) -> bool:
        """Return whether the subject is a member."""
        return self.target not in {CELL, COLLECTIVE}

    @property
    def differ(self) -> bool:
        """Return whether points and conditions point to different levels."""
        return bool(self.by_points and self.by_conditions and self.by_points != self.by_conditions)


@dataclass(frozen=True)
class LevelTable:
    """The rating of a year that was begun."""

    year: int
    whole: ReviewYear
    lines: tuple[LevelLine, ...]
    ruleset: RuleSet
    results: Results
    round_number: int
    is_finished: bool
    decides_here: bool
    """Whether the cell itself decides on members' levels, so that nothing is recognised from above."""

    @property
    def terms(self) -> Mapping[str, str]:
        """Return the words that the rule set uses: ``rate``, ``rating`` …"""
        return self.ruleset.terms

    @cached_property
    def member_levels(self) -> tuple[LevelWord, ...]:
        """Return the levels of members, the highest first."""
        return _words(self.ruleset.member_levels, self.year, of_cell=False)

    @cached_property
    def cell_levels(self) -> tuple[LevelWord, ...]:
        """Return the levels of the cell, the highest first."""
        return _words(self.ruleset.cell_levels, self.year, of_cell=True)

    def levels_of(self, target: str) -> tuple[LevelWord, ...]:
        """Return the levels that a subject may have, the highest first."""
        return self.cell_levels if target in {CELL, COLLECTIVE} else self.member_levels

    def level_name(self, target: str, code: str) -> str:
        """Return the short name of a subject's level; empty for none."""
        return next((one.short for one in self.levels_of(target) if one.code == code), "")

    def brief_name(self, target: str, code: str) -> str:
        """Return the name of a subject's level for narrow columns; empty for none."""
        return next((one.brief for one in self.levels_of(target) if one.code == code), "")

    def read(self, target: str, text: str) -> tuple[str, str] | None:
        """Return level and sub-reason, by code, that somebody typed; None for what is no level of the year.

        A figure counts from the highest level, 1; else the words and short forms of the year.
        """
        levels = self.levels_of(target)
        if text.strip().isdigit():
            at = int(text)
            return (levels[at - 1].code, "") if 1 <= at <= len(levels) else None
        word = past_word(text, self.year, of_cell=target in {CELL, COLLECTIVE})
        code = next((one.code for one in levels if word and one.rank == word.rank), "")
        return (code, word.sub_reason) if word and code else None

    @property
    def reasons(self) -> Named:
        """Return the reasons why somebody is not reviewed or rated."""
        return tuple((one.code, one.name) for one in self.ruleset.reasons)

    @property
    def object_types(self) -> Named:
        """Return the kinds of members that forms and standards tell apart."""
        return tuple((one.code, one.name) for one in self.ruleset.object_types if one.code != COLLECTIVE)

    @property
    def members(self) -> tuple[LevelLine, ...]:
        """Return the lines of the members."""
        return tuple(one for one in self.lines if one.is_member)

    def line(self, target: str) -> LevelLine | None:
        """Return the line of a subject."""
        return next((one for one in self.lines if one.target == target), None)


class LevelTableService:
    """Reads everything about the levels of a year at once; writes nothing."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, year: int) -> LevelTable | None:
        """Return the rating of a year as it stands; None before its review is begun."""
        whole = review_year(self._database, year)
        if not whole.cycles:
            return None
        ruleset = rules_of(whole.cycles[0].ruleset_snapshot)
        outlook = Outlook(whole, ruleset, self._clock.today())
        return LevelTable(
            year=year,
            whole=whole,
            lines=tuple(_Lines(outlook).all()),
            ruleset=ruleset,
            results=results_of(outlook),
            round_number=max((one.number for one in whole.rounds), default=1),
            is_finished=whole.cycles[0].finished_on is not None,
            decides_here=_decides_here(ruleset, whole.cycles[0].cell_kind),
        )


class _Lines:
    """Finds the lines of a year; what several of them share is found once."""

    def __init__(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._year = outlook.year
        self._round = max((one.number for one in self._year.rounds), default=1)
        self._results = {one.uid: one for one in results_of(outlook).lines}
        found = proposals(self._year, outlook.ruleset, roster_day(self._year))
        self._proposals = {one.member_uid: one for one in found}

    def all(self) -> Iterator[LevelLine]:
        """Yield the cell, then the members who are of the cell or have a place in the year."""
        yield self._line(CELL)
        for uid, proposal in self._proposals.items():
            if not proposal.is_gone or uid in self._outlook.roster.population:
                yield self._line(uid)

    def _line(self, target: str) -> LevelLine:
        year, outlook = self._year, self._outlook
        facts = outlook.year_facts.of(target)
        view = level_view(year, outlook.ruleset, target, facts)
        result = self._results.get(target)
        total = facts.get("score.total", Absent.UNKNOWN)
        return LevelLine(
            target=target,
            name=outlook.roster.name_of(target),
            population=outlook.roster.population.get(target),
            proposal=self._proposals.get(target),
            is_reviewed=bool(result and result.is_reviewed),
            can_be_rated=rating_gate(year, target).is_open,
            self_level=self._self_level(target),
            self_points=result.self_points if result else None,
            points=total if isinstance(total, float | int) else None,
            ratings=tuple(one for one in year.outside_ratings if one.target == target),
            opinions=tuple(one for one in year.outside_opinions if one.target == target),
            tally=self._tallies.get(target),
            proposed=self._proposed.get(target),
            recognised=next((one for one in year.recognised_levels if one.target == target), None),
            by_points=view.by_points,
            by_conditions=view.by_conditions,
            told=tuple(self._told(view, self._proposals.get(target))),
        )

    def _self_level(self, target: str) -> str:
        if target == CELL:
            reports = sorted(self._year.collective_reports, key=lambda one: one.round_number)
            return reports[-1].self_level if reports else ""
        own = self._outlook.self_reviews.get(target)
        return own.self_level if own else ""

    @cached_property
    def _proposed(self) -> Mapping[str, ProposedLevel]:
        return {one.target: one for one in self._year.proposed_levels if one.round_number == self._round}

    @cached_property
    def _tallies(self) -> Mapping[str, Tally]:
        ballots = {one.uid: one for one in self._year.ballots}
        counts: dict[str, dict[str, int]] = {}
        for count in self._year.ballot_counts:
            counts.setdefault(count.line, {})[count.level] = count.votes
        lines = [one for one in self._year.ballot_lines if one.ballot in ballots]
        ordered = sorted(lines, key=lambda one: _when(ballots[one.ballot]))
        return {one.target: _tally(ballots[one.ballot], one, counts.get(one.uid, {})) for one in ordered}

    def _told(self, view: LevelView, proposal: Proposal | None) -> Iterator[Told]:
        rules = self._outlook.ruleset
        sources = {one.level: said(one.source) for one in rules.level_rules}
        for standard in view.standards:
            for text, value in standard.conditions:
                yield Told("condition", text, value, standard.level, sources.get(standard.level, ""))
        cases = {one.code: one for one in rules.disqualifiers}
        for code, value in view.forced:
            case = cases[code]
            yield Told("forced", case.name, value, case.forces, said(case.source))
        for one in proposal.attention if proposal else ():
            yield _attention(one)


def _attention(one: Attention) -> Told:
    return Told("attention", f"{one.name}: {one.effect}", Truth.TRUE, source=said(one.source))


def said(source: Source) -> str:
    """Return document and article of a source."""
    return ", ".join(part for part in (source.document, source.article) if part)


def _tally(ballot: Ballot, line: BallotLine, votes: Mapping[str, int]) -> Tally:
    base = max(ballot.convened - ballot.deducted, 0)
    return Tally(ballot.uid, ballot.conference, votes, line.blank, ballot.valid, base)


def _when(ballot: Ballot) -> tuple[str, str, bool, str]:
    return str(ballot.held_on or ""), ballot.held_at, bool(ballot.repeats), ballot.uid


def _words(levels: tuple[Level, ...], year: int, *, of_cell: bool) -> tuple[LevelWord, ...]:
    return tuple(
        LevelWord(
            one.code,
            one.name,
            one.short,
            short_name(one.name, year, of_cell=of_cell),
            one.rank,
            tuple((sub.code, sub.name) for sub in one.sub_reasons),
        )
        for one in sorted(levels, key=lambda one: -one.rank)
    )


def _decides_here(ruleset: RuleSet, kind: CellKind) -> bool:
    return any(
        one.decides_here for one in ruleset.authority if one.subject == "member" and one.cell_kind == kind
    )
