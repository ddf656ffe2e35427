"""Who votes in a conference, on whom and for what, as its tally is begun; totals only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.ballots import BallotSubject
from app.domain.conferences import TurnState
from app.domain.people import Person
from app.domain.standings import StandingKind, standings_on
from app.domain.targets import CELL
from app.papers.meeting import HERE
from app.papers.votes import levels_of
from app.papers.wording import wording
from app.services.conference_views import ConferenceView

_SUMMARY = "level_summary"
"""The kind of paper whose abbreviations of levels stand over the columns of a tally."""
_LEFT_OUT = frozenset({StandingKind.TEMPORARY_AWAY, StandingKind.EXEMPT, StandingKind.SUSPENDED})


@dataclass(frozen=True)
class Voting:
    """Who votes in a conference, on whom and for what; totals only."""

    view: ConferenceView

    def levels(self, subject: BallotSubject) -> Sequence[tuple[str, str, str]]:
        """Return what is voted for as (code, short words, whole words), the highest first."""
        review = self.view.meeting.review
        words = wording(_SUMMARY, sets=(review.rules.parent, review.rules.id))
        shorts = words.values["short_levels"] if subject is BallotSubject.MEMBERS else {}
        return [(one.code, shorts.get(one.code, one.short), one.name) for one in levels_of(review, subject)]

    def to_vote_on(self, subject: BallotSubject) -> tuple[str, ...]:
        """Return whom a ballot is about: the cell, or whom this conference reviewed and the cell rates."""
        if subject is BallotSubject.CELL:
            return (CELL,)
        rated = set(self.view.meeting.review.outlook.roster.rated)
        done = {one.target for one in self.view.meeting.turns if one.state is TurnState.DONE}
        return tuple(one.uid for one in self.view.meeting.review.in_order(rated & done if done else rated))

    def voters(self) -> Mapping[str, int]:
        """Return who could vote at the last sitting: official members called, left out of the base, there.

        Left out are the exempt, lent and suspended who were not there (documents-and-meetings.md 2.6).
        """
        last = self.view.sittings[-1].uid if self.view.sittings else ""
        there = {uid for uid, row in self.view.attendance(last).items() if row.presence in HERE}
        official = [one for one in self.view.listed if self.view.votes(one)]
        deducted = [one for one in official if one.uid not in there and self._left_out(one)]
        present = sum(one.uid in there for one in official)
        return {"convened": len(official), "deducted": len(deducted), "official_present": present}

    def _left_out(self, person: Person) -> bool:
        return any(one.kind in _LEFT_OUT for one in standings_on(person.standings, self.view.day))
