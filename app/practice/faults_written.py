"""Faults in what is prepared, written and corrected: one function each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.domain.commitments import Degree
from app.domain.population import RatingDisposition, ReviewDisposition
from app.domain.self_reviews import CorrectionState, EarlierShortcoming
from app.domain.targets import COLLECTIVE
from app.practice.cast import FEW, Case, Role
from app.practice.stage import Phase, Stage, year_words

_COPIED = ("duties", "ethics")
_SAID_ON = (11, 20)
_AGAIN, _AGAIN_BY = (12, 29), (12, 31)


def unexplained_point(stage: Stage) -> Stage:
    """Suggest something to a member who never explains it: his turn is put off (rulings.md 1.4)."""
    role = victim(stage, 0)
    letter = stage.now().suggestion_letters[0]
    (written,) = stage.texts.suggestion_letter(1, "person")
    stage.review.suggestions.add_point(letter, {"target": role.uid, "text": written.text})
    values = {"review": ReviewDisposition.LATER, "rating": RatingDisposition.NOT_YET}
    stage.review.population.settle(stage.year, {role.uid: {**values, "reason": "postponed"}})
    return replace(
        stage, cast=stage.cast.with_changed(replace(role, rating=RatingDisposition.NOT_YET, level=""))
    )


def spoken_suggestion(stage: Stage) -> None:
    """Register a suggestion that was only spoken: it has no number and no date."""
    letter = stage.review.suggestions.add_letter(stage.year, {"received_on": stage.day(*_SAID_ON)})
    (written,) = stage.texts.suggestion_letter(1, "person")
    point = {"target": stage.cast.secretary.uid, "text": written.text}
    stage.review.suggestions.add_point(letter, point)


def explanation_without_cause(stage: Stage) -> None:
    """Leave cause and responsibility out of an explanation."""
    now = stage.now()
    finished = {one.point for one in now.explanations if one.finished_on}
    points = [one for one in now.suggestion_points if one.uid in finished]
    first = min(points, key=lambda one: one.position)
    stage.review.suggestions.explain(first, {"cause": "", "responsibility": ""})


def no_focal_points(stage: Stage) -> None:
    """Name nothing on which the review is to dwell."""
    stage.review.cycles.save(stage.now().cycles[0], {"focal_points": ""})


def late_draft(stage: Stage) -> None:
    """Send the draft of the collective report to nobody."""
    for one in stage.now().collective_reports:
        stage.review.collective_reports.put(stage.year, one.version, {"sent_on": None})


def copied_review(stage: Stage) -> None:
    """Let a member copy two sections of another one's self-review."""
    first, second = (role.uid for role in _typed(stage)[:2])
    now = stage.now()
    reviews = {one.member_uid: one for one in now.self_reviews}
    texts = {one.section: one.text for one in now.section_texts if one.owner == reviews[first].uid}
    for section in _COPIED:
        stage.review.self_reviews.write(reviews[second], section, texts[section])


def commitment_without_result(stage: Stage) -> None:
    """Leave a member's promises without result at the end of the year."""
    role, now = victim(stage, 1), stage.now()
    own = {one.uid for one in now.commitments if one.member_uid == role.uid}
    for item in now.commitment_items:
        if item.commitment in own:
            stage.review.commitments.save_item(item, {"result": "", "degree": Degree.UNKNOWN})


def earlier_unanswered(stage: Stage) -> None:
    """Say nothing of a shortcoming that was pointed out a year before."""
    rated = {role.uid for role in stage.cast.rated}
    waiting = [one for one in stage.now().earlier_shortcomings if not _comes_again(stage, one)]
    mine = min(waiting, key=lambda one: (one.target not in rated, one.uid))
    answer = {"correction": CorrectionState.UNKNOWN, "result": "", "evidence": ""}
    stage.review.shortcomings.save_earlier(mine, answer)


def undecided_member(stage: Stage) -> None:
    """Leave open whether somebody is reviewed and rated."""
    role = stage.cast.of(Case.GUEST) or stage.cast.roles[-1]
    undecided = {"review": ReviewDisposition.UNDECIDED, "rating": RatingDisposition.UNDECIDED, "reason": ""}
    stage.review.population.settle(stage.year, {role.uid: undecided})


def remediation_without_owner(stage: Stage) -> None:
    """Let nobody answer for a matter that is to be put right."""
    item = min(stage.now().remediation_items, key=lambda one: one.position)
    stage.review.remediation.save(item, {"owner": ""})


def re_review_not_held(stage: Stage) -> None:
    """Receive an order to review the collective again, and do nothing."""
    number = year_words()["again"]["number"]
    order = {"number": number, "dated_on": stage.day(*_AGAIN), "issuer": stage.cell.upper_committee}
    target = COLLECTIVE if stage.has_collective else stage.cast.secretary.uid
    wanted = {"target": target, "due_on": stage.day(*_AGAIN_BY)}
    stage.clock.move(stage.day(*_AGAIN))
    stage.review.rounds.order_again(stage.year, {**order, **wanted})


def victim(stage: Stage, place: int) -> Role:
    """Return one who is reviewed and rated like most, counted from the last: each fault takes another."""
    able = stage.cast.plain() or stage.cast.rated
    return able[-1 - place % len(able)]


def _comes_again(stage: Stage, one: EarlierShortcoming) -> bool:
    repeats = stage.cast.of(Case.REPEATS)
    is_open = one.correction is not CorrectionState.CORRECTED
    return is_open and (repeats is None or one.target != repeats.uid or len(stage.cast.roles) >= FEW)


def _typed(stage: Stage) -> list[Role]:
    return [role for role in stage.cast.reviewed if not role.on_paper and role.case is not Case.REPEATS]


PLANTS: Mapping[str, tuple[Phase, Callable[[Stage], Stage | None]]] = {
    "unexplained_point": ("prepared", unexplained_point),
    "spoken_suggestion": ("prepared", spoken_suggestion),
    "explanation_without_cause": ("prepared", explanation_without_cause),
    "no_focal_points": ("prepared", no_focal_points),
    "late_draft": ("reviewed", late_draft),
    "copied_review": ("written", copied_review),
    "commitment_without_result": ("written", commitment_without_result),
    "earlier_unanswered": ("written", earlier_unanswered),
    "undecided_member": ("corrected", undecided_member),
    "remediation_without_owner": ("corrected", remediation_without_owner),
    "re_review_not_held": ("corrected", re_review_not_held),
}
