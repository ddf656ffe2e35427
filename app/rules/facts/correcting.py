"""Facts about what follows: re-review, remediation, inspections, announcement (CV 3993, point 5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.remediation import RemediationItem, RemediationState
from app.domain.self_reviews import CorrectionState, WritingState
from app.domain.targets import CELL, COLLECTIVE
from app.rules.finding_words import brief, listed, word
from app.rules.language import Absent, Truth, Value, evaluate, parse
from app.rules.outlook import Outlook

if TYPE_CHECKING:
    from app.rules.fact_book import Fact


def guidance_is_open(outlook: Outlook, uid: str) -> Value:
    """Whether what the upper committee asked for is not done yet (R5-02)."""
    found = next((one for one in outlook.year.guidance if one.uid == uid), None)
    return found.done_on is None if found else Absent.NOT_APPLICABLE


def order_is_open(outlook: Outlook, uid: str) -> Value:
    """Whether a re-review that was ordered has not been held (R5-03)."""
    if all(one.uid != uid for one in outlook.year.re_review_orders):
        return Absent.NOT_APPLICABLE
    held = [one for one in outlook.year.rounds if one.opened_by == uid]
    return not held or any(one.closed_on is None for one in held)


def lessons_of_rounds(outlook: Outlook, uid: str) -> Value:
    """Whether each round that a conference was set up in has its lessons (R5-04).

    A round that was ordered and is not begun has nothing to be learnt from yet; R5-03 tells of it.
    """
    del uid
    begun = {one.round_number for one in outlook.year.conferences}
    rounds = [one for one in outlook.year.rounds if one.number in begun] or outlook.year.rounds
    return all(one.lessons.strip() for one in rounds) if rounds else Absent.UNKNOWN


def item_lacks(outlook: Outlook, uid: str) -> Value:
    """What an item of correction lacks: owner, time (R5-06)."""
    item = _item(outlook, uid)
    if item is None or item.state is RemediationState.DONE:
        return Absent.NOT_APPLICABLE
    return listed(
        (
            "" if item.owner.strip() else word("remediation.no_owner"),
            "" if item.due_on else word("remediation.no_due"),
        )
    )


def _item(outlook: Outlook, uid: str) -> RemediationItem | None:
    return next((one for one in outlook.year.remediation_items if one.uid == uid), None)


def item_is_overdue(outlook: Outlook, uid: str) -> Value:
    """Whether an item of correction is past its day and not done (R5-07)."""
    item = _item(outlook, uid)
    if item is None or item.due_on is None:
        return Absent.NOT_APPLICABLE
    return item.due_on < outlook.today and item.state is not RemediationState.DONE


def shortcoming_has_item(outlook: Outlook, uid: str) -> Value:
    """Whether a concluded shortcoming is to be corrected in the plan (R5-06)."""
    found = next((one for one in outlook.year.shortcomings if one.uid == uid), None)
    if found is None or not found.counts:
        return Absent.NOT_APPLICABLE
    return any(one.shortcoming == uid for one in outlook.year.remediation_items)


def shortcoming_repeats(outlook: Outlook, uid: str) -> Value:
    """Whether a concluded shortcoming was there in an earlier year (R5-09)."""
    found = next((one for one in outlook.year.shortcomings if one.uid == uid), None)
    if found is None or not found.counts:
        return Absent.NOT_APPLICABLE
    return bool(found.repeats)


def repeated_from(outlook: Outlook, uid: str) -> Value:
    """The year from which a shortcoming comes again."""
    found = next((one for one in outlook.year.shortcomings if one.uid == uid), None)
    earlier = {one.uid: one.from_year for one in outlook.year.earlier_shortcomings}
    return earlier.get(found.repeats, Absent.UNKNOWN) if found else Absent.UNKNOWN


def earlier_is_answered(outlook: Outlook, uid: str) -> Value:
    """Whether it is said how far an earlier shortcoming was corrected (R5-08)."""
    found = next((one for one in outlook.year.answered() if one.uid == uid), None)
    if found is None:
        return Absent.NOT_APPLICABLE
    return found.correction is not CorrectionState.UNKNOWN


def inspection_has_items(outlook: Outlook, uid: str) -> Value:
    """Whether what an inspection demands is in the plan of correction (R5-10)."""
    return any(one.inspection == uid for one in outlook.year.remediation_items)


def is_announced(outlook: Outlook, uid: str) -> Value:
    """Whether day and form of the announcement are written (R5-11)."""
    del uid
    return bool(outlook.cycle and outlook.cycle.announced_on and outlook.cycle.announced_how.strip())


def dossier_lacks(outlook: Outlook, uid: str) -> Value:
    """The parts of the dossier whose facts are not there yet, in words (R5-05)."""
    del uid
    return listed(
        one.name for one in outlook.ruleset.dossier if one.required and _is_wanting(outlook, one.code)
    )


def dossier_parts(outlook: Outlook) -> tuple[str, ...]:
    """Return the names of the parts that the rules ask for this year and that records say are there."""
    subjects = (CELL, COLLECTIVE, *outlook.roster.members)
    return tuple(
        one.name
        for one in outlook.ruleset.dossier
        if one.required
        and not _is_wanting(outlook, one.code)
        and (not one.when or any(_holds(outlook, one.when, uid) for uid in subjects))
    )


def _holds(outlook: Outlook, condition: str, uid: str) -> bool:
    return evaluate(parse(condition), outlook.year_facts.of(uid)) is Truth.TRUE


def _is_wanting(outlook: Outlook, part: str) -> bool:
    """Return whether a part cannot be there; a part that records do not tell of is left to whoever packs.

    Explanations and comments from outside have requirements of their own: no absence is told twice.
    """
    year = outlook.year
    wanting: Mapping[str, bool] = {
        "collective_report": outlook.has_collective
        and not any(one.state is WritingState.FINAL for one in year.collective_reports),
        "minutes": not outlook.closed_conferences,
        "tally": not year.ballots,
        "cell_scores": not any(one.target == CELL for one in year.score_sheets),
        "summary": not year.proposed_levels,
        "self_reviews": any(uid not in outlook.self_reviews for uid in outlook.roster.reviewed),
        "remediation": not year.remediation_items,
    }
    return wanting.get(part, False)


def item_owner(outlook: Outlook, uid: str) -> Value:
    """Who answers for an item of correction, and its day, in words (R5-07)."""
    item = _item(outlook, uid)
    if item is None or item.due_on is None:
        return Absent.NOT_APPLICABLE
    days = (outlook.today - item.due_on).days
    return word("remediation.overdue", owner=item.owner or word("nobody"), days=days)


def order_text(outlook: Outlook, uid: str) -> Value:
    """What is to be reviewed again, in words (R5-03)."""
    found = next((one for one in outlook.year.re_review_orders if one.uid == uid), None)
    return brief(found.reason) if found and found.reason else ""


FACTS: Mapping[str, Fact] = {
    "guidance.open": guidance_is_open,
    "order.open": order_is_open,
    "order.text": order_text,
    "rounds.lessons": lessons_of_rounds,
    "remediation.lacks": item_lacks,
    "remediation.overdue": item_is_overdue,
    "remediation.owner": item_owner,
    "shortcoming.has_item": shortcoming_has_item,
    "shortcoming.repeats": shortcoming_repeats,
    "shortcoming.from_year": repeated_from,
    "earlier.answered": earlier_is_answered,
    "inspection.has_items": inspection_has_items,
    "announced": is_announced,
    "dossier.lacks": dossier_lacks,
}
