"""Whom the review of a year is about, in its order, and how far each of them has come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.commitments import CommitmentItem, Degree
from app.domain.conferences import TurnState
from app.domain.cycles import CollectiveSubject
from app.domain.outside_opinions import OutsideOpinion
from app.domain.population import ReviewDisposition
from app.domain.self_reviews import CorrectionState, EarlierShortcoming, ReportVersion, WritingState
from app.domain.shortcomings import Shortcoming
from app.domain.suggestions import Clarification, SuggestionPoint
from app.domain.targets import COLLECTIVE
from app.papers.review import Review, review_of
from app.rules.gates import review_gate
from app.rules.population_proposal import how_gone, roster_day
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class Written:
    """How far the self-review of a member, or the report of the collective, has come."""

    state: WritingState | None = None
    """None where nothing was begun."""
    is_final_version: bool = False
    """Of the collective: whether the completed report stands beside the draft."""
    on_paper: bool = False
    sheets: int = 0
    handed_in_on: dt.date | None = None
    returned_reason: str = ""
    level: str = ""
    """The level he gives himself, in words."""

    @property
    def is_handed_in(self) -> bool:
        """Return whether nothing is left to write: handed in, finished, or written on paper."""
        return self.on_paper or self.state in {WritingState.HANDED_IN, WritingState.FINAL}


@dataclass(frozen=True, slots=True)
class ReviewSubject:
    """One under review, with what is known of him before he speaks."""

    target: str
    name: str
    posts: str
    place: int
    """In the order of the review, from 1."""
    written: Written
    turn: TurnState | None
    reviewed_later: bool
    explained: frozenset[str]
    """Uids of the points that were explained."""
    points: tuple[SuggestionPoint, ...]
    questions: tuple[Clarification, ...]
    earlier: tuple[EarlierShortcoming, ...]
    promises: tuple[CommitmentItem, ...]
    own_shortcomings: tuple[Shortcoming, ...]
    opinions: tuple[OutsideOpinion, ...]
    held_back: str = ""
    """Why he cannot be reviewed yet, as a sentence; empty while he can."""

    @property
    def is_collective(self) -> bool:
        """Return whether it is the collective."""
        return self.target == COLLECTIVE

    @property
    def unexplained(self) -> int:
        """Return how many points wait for an explanation."""
        return sum(one.uid not in self.explained for one in self.points)

    @property
    def corrected(self) -> int:
        """Return how many earlier shortcomings were corrected."""
        return sum(one.correction is CorrectionState.CORRECTED for one in self.earlier)

    @property
    def kept_promises(self) -> int:
        """Return how many promises were carried out."""
        return sum(one.degree is Degree.DONE for one in self.promises)


def review_subjects(year: ReviewYear) -> tuple[ReviewSubject, ...]:
    """Return the collective, then the members who review themselves, by post and then by name.

    Collective before persons, leaders before members: HD 27-HD/BTCTW I.2, HD 43-HD/BTCTW 2; rulings.md 3.7.
    Members whose disposition is not settled yet are among them. Who died, left or came after the year is not,
    unless it was settled otherwise or his review was begun. Empty before the review is begun.
    """
    if not year.cycles:
        return ()
    review = review_of(year, None)
    return tuple(_subject(review, target, place) for place, target in enumerate(_targets(review), start=1))


def _targets(review: Review) -> Iterator[str]:
    year = review.year
    if any(one.collective_subject is not CollectiveSubject.NONE for one in year.cycles):
        yield COLLECTIVE
    settled = {one.member_uid: one.review for one in year.population if one.review}
    begun = {one.member_uid for one in year.self_reviews} | {one.target for one in year.review_turns}
    day = roster_day(year)
    gone = {one.uid for one in year.people() if how_gone(one, day)} - set(settled) - begun
    members = [
        one.uid
        for one in year.members
        if one.uid not in gone and settled.get(one.uid) is not ReviewDisposition.NO
    ]
    yield from (person.uid for person in review.in_order(members))


def _subject(review: Review, target: str, place: int) -> ReviewSubject:
    year = review.year
    settled = review.outlook.roster.population.get(target)
    turns = review.outlook.turns.get(target, ())
    pledged = {one.uid for one in year.commitments if one.member_uid == target}
    return ReviewSubject(
        target=target,
        name=review.name(target),
        posts=review.post(target),
        place=place,
        written=_report(review) if target == COLLECTIVE else _self_review(review, target),
        turn=turns[-1].state if turns else None,
        reviewed_later=settled is not None and settled.review is ReviewDisposition.LATER,
        explained=frozenset(one.point for one in year.explanations if one.finished_on),
        points=tuple(one for one in year.suggestion_points if one.target == target),
        questions=tuple(one for one in year.clarifications if one.target == target),
        earlier=tuple(one for one in year.answered() if one.target == target),
        promises=tuple(one for one in year.commitment_items if one.commitment in pledged),
        own_shortcomings=tuple(
            one for one in year.shortcomings if one.target == target and one.withdrawn_on is None
        ),
        opinions=tuple(one for one in year.outside_opinions if one.target == target),
        held_back=review_gate(year, target).sentence,
    )


def _self_review(review: Review, target: str) -> Written:
    own = review.outlook.self_reviews.get(target)
    if own is None:
        return Written()
    return Written(
        state=own.state,
        on_paper=own.on_paper,
        sheets=own.sheets,
        handed_in_on=own.handed_in_on,
        returned_reason=own.returned_reason,
        level=review.level(own.self_level, target),
    )


def _report(review: Review) -> Written:
    reports = sorted(
        review.year.collective_reports,
        key=lambda one: (one.round_number, one.version is ReportVersion.FINAL),
    )
    if not reports:
        return Written()
    last = reports[-1]
    return Written(
        state=last.state,
        is_final_version=last.version is ReportVersion.FINAL,
        handed_in_on=last.adopted_on or last.sent_on,
        level=review.level(last.self_level, COLLECTIVE),
    )
