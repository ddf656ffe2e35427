"""November: the upper committee's letter, its points explained; what chi ủy asks its own members."""

from __future__ import annotations

import dataclasses

from app.domain.suggestions import SuggestionLetter, SuggestionPoint
from app.domain.targets import COLLECTIVE
from app.practice.stage import Stage, year_words
from app.practice.texts.written import WrittenPoint

WRITTEN, RECEIVED, DUE, FINISHED = (11, 13), (11, 15), (11, 28), (11, 27)
_POINTS = 3


def suggest(stage: Stage) -> None:
    """Register the letter with its points; the last one is for the bí thư."""
    facts = {"number": year_words()["suggestions"]["number"], "dated_on": stage.day(*WRITTEN)}
    came = {"received_on": stage.day(*RECEIVED), "issuer": stage.cell.upper_committee}
    letter = stage.review.suggestions.add_letter(stage.year, {**facts, **came})
    secretary = stage.cast.secretary.uid
    targets = [COLLECTIVE if stage.has_collective else secretary] * (_POINTS - 1) + [secretary]
    for target in targets:
        explain(stage, *_asked(stage, letter, target))


def _asked(stage: Stage, letter: SuggestionLetter, target: str) -> tuple[SuggestionPoint, WrittenPoint]:
    """Cut a point for `target` out of the letter."""
    about = COLLECTIVE if target == COLLECTIVE else "person"
    (written,) = stage.texts.suggestion_letter(1, about)
    point = {"target": target, "text": written.text, "due_on": stage.day(*DUE)}
    return stage.review.suggestions.add_point(letter, point), written


def explain(stage: Stage, point: SuggestionPoint, written: WrittenPoint) -> None:
    """Finish the explanation of a point a week before the conference (R2-03)."""
    said = stage.texts.explanation(written)
    stage.matters.explanations.setdefault(point.target, []).append(said)
    facts = {"finished_on": stage.day(*FINISHED)}
    stage.review.suggestions.explain(point, {**dataclasses.asdict(said), **facts})


def ask(stage: Stage) -> None:
    """Have chi ủy ask members to make something clear, and the answers come."""
    members = stage.cast.plain() or stage.cast.reviewed
    for role, words in zip(members, year_words()["clarifications"], strict=False):
        question = {"target": role.uid, "text": words["text"], "asked_on": stage.day(11, 20)}
        stage.review.suggestions.ask(stage.year, {**question, "answer": words["answer"]})
