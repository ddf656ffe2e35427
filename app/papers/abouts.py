"""Whom and what the papers of a kind can be about in a year: each member, each conference, each ballot.

A kind names its scope; what the scope gives is found here: windows, practice and package ask one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.ballots import BallotSubject
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.targets import COLLECTIVE
from app.papers.dates import short_date
from app.papers.kind import PaperKind, Scope
from app.papers.review import Review, review_of
from app.papers.wording import wording
from app.year.review_year import ReviewYear

READS = frozenset(
    {"cycles", "population", "suggestion_points", "collective_reports", "conferences", "sittings", "ballots"}
)
"""The lists of a year that are read for it, beside the members."""


@dataclass(frozen=True, slots=True)
class About:
    """One that a paper can be about; `name` says it in a list, empty for the whole cell."""

    target: str = ""
    about: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """How a list calls what a paper is about, and its place among what its kind can be about, from 1."""

    name: str = ""
    place: int = 0


def named_in(year: ReviewYear, papers: Iterable[tuple[PaperKind, OutgoingPaper]]) -> dict[str, Named]:
    """Return by uid what papers of `year` are about; of somebody no longer in the list the name alone."""
    review, found, by_paper = review_of(year, None), {}, {}
    for kind, paper in papers:
        if kind.code not in found:
            scope = enumerate(_FOUND[kind.scope](review), 1)
            found[kind.code] = {(one.target, one.about): Named(one.name, at) for at, one in scope}
        known = found[kind.code].get((paper.target, paper.about))
        by_paper[paper.uid] = known or Named(review.name(paper.target) if paper.target else "")
    return by_paper


def abouts(kind: PaperKind, year: ReviewYear) -> tuple[About, ...]:
    """Return everything that papers of `kind` can be about in `year`, in the order of papers."""
    return tuple(_FOUND[kind.scope](review_of(year, None)))


def _year(review: Review) -> Iterator[About]:
    del review
    yield About()


def _members(review: Review) -> Iterator[About]:
    roster = review.outlook.roster
    for person in review.in_order(roster.reviewed or roster.members):
        yield About(person.uid, "", person.member.full_name)


def _suggested(review: Review) -> Iterator[About]:
    asked = {one.target for one in review.year.suggestion_points}
    if COLLECTIVE in asked:
        yield About(COLLECTIVE, "", review.name(COLLECTIVE))
    for person in review.in_order(asked):
        yield About(person.uid, "", person.member.full_name)


def _reports(review: Review) -> Iterator[About]:
    shared = wording("shared")
    for one in sorted(review.year.collective_reports, key=lambda one: (one.round_number, one.version)):
        yield About(COLLECTIVE, one.uid, shared.named("report_versions", one.version))


def _conferences(review: Review) -> Iterator[About]:
    for one in review.year.conferences:
        yield About("", one.uid, conference_name(review, one.uid))


def _ballots(subject: BallotSubject) -> Callable[[Review], Iterator[About]]:
    def found(review: Review) -> Iterator[About]:
        for one in review.year.ballots:
            if one.subject is subject:
                yield About("", one.uid, conference_name(review, one.conference))

    return found


def conference_name(review: Review, uid: str) -> str:
    """Return how a conference is called in a list: its body, and the day of its first sitting."""
    conference = next((one for one in review.year.conferences if one.uid == uid), None)
    if conference is None:
        return ""
    body = conference.party_group or wording("shared").named("bodies", conference.body)
    days = sorted(one.held_on for one in review.year.sittings if one.conference == uid and one.held_on)
    return ", ".join([body, *(short_date(day) for day in days[:1])])


_FOUND: Mapping[Scope, Callable[[Review], Iterator[About]]] = {
    Scope.YEAR: _year,
    Scope.MEMBER: _members,
    Scope.SUGGESTED: _suggested,
    Scope.REPORT: _reports,
    Scope.CONFERENCE: _conferences,
    Scope.MEMBERS_BALLOT: _ballots(BallotSubject.MEMBERS),
    Scope.CELL_BALLOT: _ballots(BallotSubject.CELL),
}
