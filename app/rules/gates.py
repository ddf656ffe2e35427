"""The gates of the review: what must be complete before the next act (rulings.md 1.3, 1.4).

A gate is open or says why it is closed; sentences are texts by `code`. No gate speaks of prose or behaviour.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.common.messages import problem_sentence
from app.domain.conferences import TurnState
from app.domain.members import Member
from app.domain.population import RatingDisposition, ReviewDisposition
from app.domain.suggestions import SuggestionPoint
from app.domain.targets import CELL, COLLECTIVE
from app.errors import Problem
from app.rules.population_proposal import how_gone, roster_day
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate for one subject: `code` names the sentence, `opens` the records where it is opened."""

    rule: str
    """Id of the requirement: ``R2-03``."""
    subject: str
    """`COLLECTIVE`, `CELL`, a member's uid, or ``year`` for the whole review."""
    code: str = ""
    """Empty while the gate is open."""
    names: tuple[str, ...] = ()
    params: dict[str, object] = field(default_factory=dict)
    opens: tuple[str, ...] = ()
    due_on: dt.date | None = None
    """The day by which the upper committee wants it, where it named one."""

    @property
    def sentence(self) -> str:
        """Return why the gate is closed, with names and numbers; empty while it is open."""
        if self.is_open:
            return ""
        params = {**self.params, "names": ", ".join(self.names)}
        return problem_sentence(Problem(self.subject, self.code, params))

    @property
    def is_open(self) -> bool:
        """Return whether the act may go on."""
        return not self.code


WHOLE_YEAR = "year"
OVERRIDDEN = "R2-03"
"""The requirement whose gate a written decision of the upper committee opens."""

REVIEW_READS = frozenset(
    {"suggestion_letters", "suggestion_points", "explanations", "gate_overrides", "sittings"}
)
"""The lists of a year that `review_gate` reads beside the members, and the day of the sitting."""
RATING_READS = frozenset({"review_turns"})
"""The lists of a year that `rating_gate` reads beside the members."""


def gates(year: ReviewYear) -> tuple[Gate, ...]:
    """Return every gate of the year: the roster, each subject's review, each member's rating."""
    if not year.cycles:
        return ()
    return tuple(_gates(year))


def _gates(year: ReviewYear) -> Iterator[Gate]:
    yield roster_gate(year)
    yield review_gate(year, COLLECTIVE)
    for member in year.members:
        yield review_gate(year, member.uid)
    for member in year.members:
        if rated(year, member.uid):
            yield rating_gate(year, member.uid)


def review_gate(year: ReviewYear, target: str, day: dt.date | None = None) -> Gate:
    """Return whether a subject may be reviewed: each suggested point is explained (CV 3993, point 2; R2-03).

    Only written suggestions bind (R2-01). With `day`, that of the sitting, an explanation counts when it was
    finished on an earlier day (regime-2014-2017.md 9.2). A written decision of the upper committee opens the
    gate (rulings.md 1.4).
    """
    waiting = [point for point in _binding(year, target) if not _explained(year, point, day)]
    if not waiting or any(one.target == target for one in year.gate_overrides):
        return Gate(OVERRIDDEN, target)
    code = "gate.collective_unexplained" if target == COLLECTIVE else "gate.member_unexplained"
    params: dict[str, object] = {"count": len(waiting), "points": [point.text for point in waiting]}
    due = min((point.due_on for point in waiting if point.due_on), default=None)
    return Gate(
        OVERRIDDEN, target, code, _names(year, target), params, tuple(one.uid for one in waiting), due
    )


def roster_gate(year: ReviewYear) -> Gate:
    """Return whether each member's two dispositions are settled, with the reason of each no (R0-04).

    Who is gone by the day of the roster has no place in it.
    """
    settled = {one.member_uid for one in year.population if _is_settled(one.review, one.rating, one.reason)}
    day = roster_day(year)
    waiting = [person for person in year.people() if person.uid not in settled]
    open_ones = [person.member for person in waiting if not how_gone(person, day)]
    if not open_ones:
        return Gate("R0-04", WHOLE_YEAR)
    return _about("R0-04", WHOLE_YEAR, "gate.roster_open", open_ones)


def rating_gate(year: ReviewYear, target: str) -> Gate:
    """Return whether a subject may be rated: who was not reviewed is not (R4-01).

    The cell and the collective may always; a member's own turn must be done in this or an earlier round.
    """
    if target in {CELL, COLLECTIVE} or target in _reviewed(year):
        return Gate("R4-01", target)
    return Gate("R4-01", target, "gate.not_reviewed", _names(year, target), opens=(target,))


def rated(year: ReviewYear, member_uid: str) -> bool:
    """Return whether the member is to be rated this year."""
    return any(
        one.member_uid == member_uid and one.rating is RatingDisposition.YES for one in year.population
    )


def _reviewed(year: ReviewYear) -> set[str]:
    return {turn.target for turn in year.review_turns if turn.state is TurnState.DONE}


def _binding(year: ReviewYear, target: str) -> list[SuggestionPoint]:
    written = {letter.uid for letter in year.suggestion_letters if letter.is_written}
    return [one for one in year.suggestion_points if one.target == target and one.letter in written]


def _explained(year: ReviewYear, point: SuggestionPoint, day: dt.date | None) -> bool:
    finished = [one.finished_on for one in year.explanations if one.point == point.uid and one.finished_on]
    return any(day is None or on < day for on in finished)


def _is_settled(review: ReviewDisposition, rating: RatingDisposition, reason: str) -> bool:
    if not review or not rating:
        return False
    needs_reason = review is not ReviewDisposition.YES or rating is not RatingDisposition.YES
    return bool(reason) or not needs_reason


def _about(rule: str, subject: str, code: str, members: list[Member]) -> Gate:
    names = tuple(member.full_name for member in members)
    return Gate(rule, subject, code, names, {"count": len(members)}, tuple(one.uid for one in members))


def _names(year: ReviewYear, target: str) -> tuple[str, ...]:
    return tuple(member.full_name for member in year.members if member.uid == target)
