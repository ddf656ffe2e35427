"""What a section takes over from records that are there already, line by line (rulings.md 9.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.scores import ScoredBy
from app.domain.targets import CELL, COLLECTIVE
from app.papers.review import Review
from app.rules.subject_facts import frame_of

JUDGED = frozenset({"earlier", "suggestions", "commitment", "tasks"})
"""Whose lines want a result or an explanation each."""
SCORED = "scored"


@dataclass(frozen=True, slots=True)
class Known:
    """One line that need not be typed: its words, how far it is as its record has it, and that record."""

    text: str
    state: str
    """A value of `CorrectionState`, `Degree`, `Outcome`, `Origin`; ``explained``, ``scored``; else empty."""
    uid: str
    from_year: int = 0


def known_of(review: Review, target: str, round_number: int, carries: str) -> Iterator[Known]:
    """Yield what the section that `carries` this takes over for `target`."""
    if carries in _KNOWN:
        yield from _KNOWN[carries](review, target, round_number)


def _earlier(review: Review, target: str, _round: int) -> Iterator[Known]:
    own = [one for one in review.year.answered() if one.target == target]
    for one in sorted(own, key=lambda one: one.position):
        yield Known(one.text, one.correction.value, one.uid, one.from_year)


def _suggestions(review: Review, target: str, _round: int) -> Iterator[Known]:
    told = {one.point: one for one in review.year.explanations}
    own = [one for one in review.year.suggestion_points if one.target == target]
    for one in sorted(own, key=lambda one: (one.letter, one.position)):
        answer = told.get(one.uid)
        is_done = answer is not None and answer.finished_on is not None
        yield Known(one.text, "explained" if is_done else "", one.uid)


def _commitment(review: Review, target: str, _round: int) -> Iterator[Known]:
    own = {one.uid for one in review.year.commitments if one.member_uid == target}
    items = [one for one in review.year.commitment_items if one.commitment in own]
    for one in sorted(items, key=lambda one: one.position):
        yield Known(one.content, one.degree.value, one.uid)


def _tasks(review: Review, target: str, _round: int) -> Iterator[Known]:
    if target == COLLECTIVE:
        for item in sorted(review.year.programme_items, key=lambda one: one.position):
            yield Known(item.task, item.outcome.value, item.uid)
        return
    own = [one for one in review.year.assigned_tasks if one.target == target]
    for task in sorted(own, key=lambda one: one.position):
        yield Known(task.task, task.outcome.value, task.uid)


def _shortcomings(review: Review, target: str, round_number: int) -> Iterator[Known]:
    own = [one for one in review.year.shortcomings if one.target == target and one.withdrawn_on is None]
    for one in sorted(own, key=lambda one: one.position):
        if one.round_number == round_number:
            yield Known(one.text, one.origin.value, one.uid)


def _responsibilities(review: Review, target: str, _round: int) -> Iterator[Known]:
    matters = {one.uid: one for one in review.year.shortcomings if one.withdrawn_on is None}
    for part in review.year.responsibilities:
        if part.shortcoming in matters and target in {COLLECTIVE, part.member_uid}:
            yield Known(matters[part.shortcoming].text, "", part.uid)


def _level(review: Review, target: str, round_number: int) -> Iterator[Known]:
    year = review.year
    if target == COLLECTIVE:
        stated = [
            (one.self_level, one.uid) for one in year.collective_reports if one.round_number == round_number
        ]
    else:
        own = [one for one in year.self_reviews if one.member_uid == target]
        stated = [(one.self_level, one.uid) for one in own if one.round_number == round_number]
    level, uid = stated[-1] if stated else ("", "")
    if level:
        yield Known(review.level(level, target), "", uid)


def _scores(review: Review, target: str, round_number: int) -> Iterator[Known]:
    owners = {CELL, COLLECTIVE} if target == COLLECTIVE else {target}
    frame = frame_of(review.year, review.rules, target)
    for one in review.year.score_sheets:
        is_own = one.target in owners and one.scored_by is ScoredBy.SELF
        if frame and is_own and one.round_number == round_number:
            yield Known(frame.name, SCORED, one.uid)


_KNOWN: Mapping[str, Callable[[Review, str, int], Iterator[Known]]] = {
    "earlier": _earlier,
    "suggestions": _suggestions,
    "commitment": _commitment,
    "tasks": _tasks,
    "shortcomings": _shortcomings,
    "responsibilities": _responsibilities,
    "level": _level,
    "scores": _scores,
}
