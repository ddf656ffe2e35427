"""Facts about what the year begins with: bases, roster, commitments, programme, comments from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.commitments import Commitment, CommitmentItem, Degree, Outcome
from app.domain.members import ReviewCategory
from app.domain.outside_opinions import OutsideBody
from app.rules.finding_words import listed, word
from app.rules.language import Absent, Value
from app.rules.outlook import Outlook
from app.rules.stages import Stage

if TYPE_CHECKING:
    from app.rules.fact_book import Fact

PLAN = "plan"
"""Role of the direct upper committee's own plan or guidance among the legal bases."""
LEADER, OUTSIDE = "leader", "outside"
"""Object types of whoever has a post of leading, and of whoever works outside the political system."""


def has_basis_from_above(outlook: Outlook, uid: str) -> Value:
    """Whether a document of the direct upper committee stands among the bases (R0-02)."""
    del uid
    central = {one.number for one in outlook.ruleset.bases}
    return any(one.role == PLAN or (one.number not in central) for one in outlook.year.legal_bases)


def lessons(outlook: Outlook, uid: str) -> Value:
    """What was learnt last year; empty where nothing is written (R0-03)."""
    del uid
    return outlook.cycle.lessons_of_last_year.strip() if outlook.cycle else ""


def plan_is_done(outlook: Outlook, uid: str) -> Value:
    """Whether the plan of the review is made, or the review has begun (R0-03)."""
    del uid
    made = any(one.code == PLAN and one.done_on for one in outlook.year.milestones)
    return made or bool(outlook.year.conferences)


def rating_disposition(outlook: Outlook, uid: str) -> Value:
    """How the member stands in the rating: ``yes``, ``exempt``, ``not_yet`` (R0-05)."""
    settled = outlook.roster.population.get(uid)
    return settled.rating.value if settled and settled.rating else Absent.UNKNOWN


def review_disposition(outlook: Outlook, uid: str) -> Value:
    """How the member stands in the review: ``yes``, ``no``, ``later``."""
    settled = outlook.roster.population.get(uid)
    return settled.review.value if settled and settled.review else Absent.UNKNOWN


def is_leader(outlook: Outlook, uid: str) -> Value:
    """Whether the member is reviewed as a leader (R1-07)."""
    settled = outlook.roster.population.get(uid)
    return settled.is_leader if settled else Absent.UNKNOWN


def form_unfit(outlook: Outlook, uid: str) -> Value:
    """Why the form that the member writes by is not that of his kind, in words; empty where it is (C-14)."""
    settled = outlook.roster.population.get(uid)
    if settled is None:
        return Absent.UNKNOWN
    kind = settled.object_type
    if all(one.code != kind or not one.form for one in outlook.ruleset.object_types):
        return word("form.none")
    if settled.is_leader != (kind == LEADER):
        return word("form.of_leaders" if kind == LEADER else "form.not_of_leaders")
    category = outlook.roster.members[uid].review_category
    works_outside = category is ReviewCategory.OUTSIDE
    if category and kind != LEADER and works_outside != (kind == OUTSIDE):
        return word("form.not_of_outside" if works_outside else "form.of_outside")
    return ""


def commitment_lacks(outlook: Outlook, uid: str) -> Value:
    """What is wanting of the member's commitment, in words; empty where nothing is (R1-05)."""
    own = _commitment(outlook, uid)
    if own is None:
        return word("commitment.none")
    if own.missing_reason:
        return ""
    items = _items(outlook, own)
    if not items and not own.on_paper:
        return word("commitment.no_items")
    if outlook.stage is Stage.BEGUN:
        # What became of the promises is written when the review is prepared.
        return ""
    open_ones = [one for one in items if not one.is_answered]
    return word("commitment.no_result", count=len(open_ones)) if open_ones else ""


def commitment_not_done(outlook: Outlook, uid: str) -> Value:
    """How many promises of the member were not kept (R4-03)."""
    own = _commitment(outlook, uid)
    if own is None:
        return Absent.NOT_APPLICABLE
    return sum(one.degree is Degree.NOT_DONE for one in _items(outlook, own))


def _commitment(outlook: Outlook, uid: str) -> Commitment | None:
    return next((one for one in outlook.year.commitments if one.member_uid == uid), None)


def _items(outlook: Outlook, own: Commitment) -> list[CommitmentItem]:
    return [one for one in outlook.year.commitment_items if one.commitment == own.uid]


def programme_open(outlook: Outlook, uid: str) -> Value:
    """How many tasks of the programme of action have no result yet (R1-06)."""
    del uid
    if not outlook.year.programmes:
        return Absent.NOT_APPLICABLE
    return sum(one.outcome is Outcome.UNKNOWN for one in outlook.year.programme_items)


def has_programme(outlook: Outlook, uid: str) -> Value:
    """Whether the collective has a programme of action (R1-06)."""
    del uid
    return bool(outlook.year.programmes)


def residence_comment_lacks(outlook: Outlook, uid: str) -> Value:
    """Whether the comment of the residence committee is due and not there (R1-08)."""
    settled = outlook.roster.population.get(uid)
    if settled is None:
        return Absent.UNKNOWN
    if not settled.residence_comment_due:
        return Absent.NOT_APPLICABLE
    return not _has_opinion(outlook, uid, OutsideBody.RESIDENCE)


def _has_opinion(outlook: Outlook, uid: str, body: OutsideBody) -> bool:
    return any(
        one.target == uid and one.body is body and (one.received_on or one.dated_on or one.excused_reason)
        for one in outlook.year.outside_opinions
    )


def temporary_comment_lacks(outlook: Outlook, uid: str) -> Value:
    """Whether the comment of the cell where the member was for a time is not there (C-08)."""
    if outlook.year.year and not _was_away(outlook, uid):
        return Absent.NOT_APPLICABLE
    return not _has_opinion(outlook, uid, OutsideBody.TEMPORARY_CELL)


def _was_away(outlook: Outlook, uid: str) -> bool:
    person = outlook.roster.people.get(uid)
    if person is None:
        return False
    year = f"{outlook.year.year:04d}"
    return any(
        one.kind == "temporary_away" and one.started_on[:4] <= year and (one.ended_on or year)[:4] >= year
        for one in person.standings
    )


def supplement_is_there(outlook: Outlook, uid: str) -> Value:
    """Whether the member's supplement to the profile came in (R1-09)."""
    settled = outlook.roster.population.get(uid)
    return settled.supplement_received_on is not None if settled else Absent.UNKNOWN


def overdue_steps(outlook: Outlook, uid: str) -> Value:
    """The steps whose day is over and that are not done, in words; empty where there are none (R5-12)."""
    del uid
    names = {one.code: one.name for one in (*outlook.ruleset.steps, *outlook.ruleset.deadlines)}
    late = [
        names.get(one.code, one.note or one.code)
        for one in outlook.year.milestones
        if one.due_on and one.due_on < outlook.today and one.done_on is None
    ]
    return listed(late)


FACTS: Mapping[str, Fact] = {
    "bases.from_above": has_basis_from_above,
    "cycle.lessons": lessons,
    "plan.done": plan_is_done,
    "rating.disposition": rating_disposition,
    "review.disposition": review_disposition,
    "leader": is_leader,
    "form.unfit": form_unfit,
    "commitment.lacks": commitment_lacks,
    "commitment.not_done": commitment_not_done,
    "programme.there": has_programme,
    "programme.open": programme_open,
    "residence_comment.lacks": residence_comment_lacks,
    "temporary_comment.lacks": temporary_comment_lacks,
    "profile_supplement.there": supplement_is_there,
    "steps.overdue": overdue_steps,
}
