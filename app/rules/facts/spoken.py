"""Facts about what was said at the review: opinions, answers, conclusions (CV 3993, point 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.domain.conferences import Opinion, OpinionKind, ReviewTurn, TurnState
from app.domain.cycles import CollectiveSubject
from app.domain.targets import COLLECTIVE
from app.rules.finding_words import listed, word
from app.rules.language import Absent, Value
from app.rules.outlook import Outlook

if TYPE_CHECKING:
    from app.rules.fact_book import Fact

HUNDRED = 100


def opinions_all(outlook: Outlook, uid: str) -> Value:
    """How many opinions were given in the year (R3-06)."""
    del uid
    return len(outlook.opinions)


def praise_share(outlook: Outlook, uid: str) -> Value:
    """How many of a hundred opinions name strengths only (R3-06)."""
    del uid
    if not outlook.opinions:
        return Absent.NOT_APPLICABLE
    praising = sum(one.kind is OpinionKind.STRENGTH for one in outlook.opinions)
    return round(praising * HUNDRED / len(outlook.opinions))


def is_silent(outlook: Outlook, uid: str) -> Value:
    """Whether a member who was there, or could have written, said nothing (R3-07)."""
    if not outlook.closed_conferences:
        return Absent.NOT_APPLICABLE
    if any(one.speaker == uid for one in outlook.opinions):
        return False
    if not _concluded(outlook):
        return Absent.NOT_APPLICABLE
    return True


def _concluded(outlook: Outlook) -> bool:
    """Return whether opinions were kept at all: without any, the minutes are not entered yet."""
    return bool(outlook.opinions)


def unspoken_on(outlook: Outlook, uid: str) -> Value:
    """On whom a member of the collective gave no opinion, in words (CV 3993, point 3; R3-05).

    Chi ủy: the report, and every other member of it. Where the cell is the collective the duty is counted
    more gently: the report, and one other comrade at least (regime-2014-2017.md 9, R3-05, scope note).
    """
    if not outlook.closed_conferences or not outlook.opinions or uid not in outlook.roster.collective:
        return Absent.NOT_APPLICABLE
    own = _own(outlook, uid)
    if not own:
        # Who said nothing at all stands in R3-07: nobody is named twice for one silence.
        return Absent.NOT_APPLICABLE
    heard = {one.target for one in own}
    lacking = [] if COLLECTIVE in heard else [word("collective_report")]
    if outlook.cycle and outlook.cycle.collective_subject is CollectiveSubject.CELL:
        others = [] if heard - {COLLECTIVE, uid} else [word("any_other")]
    else:
        others = [
            outlook.roster.name_of(one)
            for one in outlook.roster.collective
            if one != uid and one not in heard
        ]
    return listed([*lacking, *others])


def _own(outlook: Outlook, uid: str) -> Sequence[Opinion]:
    return [one for one in outlook.opinions if one.speaker == uid]


def turn_lacks(outlook: Outlook, uid: str) -> Value:
    """What the turn of a subject lacks: answer, conclusion (R3-08)."""
    turn = _turn(outlook, uid)
    if turn is None or turn.state is not TurnState.DONE:
        return Absent.NOT_APPLICABLE
    was_criticised = any(
        one.target == turn.target and one.conference == turn.conference for one in outlook.opinions
    )
    return listed(
        (
            word("turn.no_answer") if was_criticised and not turn.answer.strip() else "",
            "" if turn.conclusion.strip() else word("turn.no_conclusion"),
        )
    )


def role_is_said(outlook: Outlook, uid: str) -> Value:
    """Whether the turn of the collective or a leader says role and responsibility (R3-09)."""
    turn = _turn(outlook, uid)
    if turn is None or turn.state is not TurnState.DONE:
        return Absent.NOT_APPLICABLE
    settled = outlook.roster.population.get(turn.target)
    if turn.target != COLLECTIVE and not (settled and settled.is_leader):
        return Absent.NOT_APPLICABLE
    return bool(turn.role_and_responsibility.strip())


def bases_were_shown(outlook: Outlook, uid: str) -> Value:
    """Whether commitment, signs and earlier shortcomings were looked at in the turn (R3-10)."""
    turn = _turn(outlook, uid)
    if turn is None or turn.state is not TurnState.DONE or turn.target == COLLECTIVE:
        return Absent.NOT_APPLICABLE
    return turn.bases_shown


def _turn(outlook: Outlook, uid: str) -> ReviewTurn | None:
    return next((one for one in outlook.year.review_turns if one.uid == uid), None)


FACTS: Mapping[str, Fact] = {
    "opinions.all": opinions_all,
    "opinions.praise_pct": praise_share,
    "opinions.silent": is_silent,
    "opinions.unspoken_on": unspoken_on,
    "turn.lacks": turn_lacks,
    "turn.role_said": role_is_said,
    "turn.bases_shown": bases_were_shown,
}
