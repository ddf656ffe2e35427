"""November: the upper committee's letter, its points explained; what chi ủy asks its own members."""

from __future__ import annotations

from app.domain.suggestions import SuggestionPoint
from app.domain.targets import COLLECTIVE
from app.practice.stage import Stage, year_words

WRITTEN, RECEIVED, DUE, FINISHED = (11, 13), (11, 15), (11, 28), (11, 27)
_POINTS = 3


def suggest(stage: Stage) -> None:
    """Register the letter with its points; the last one is for the bí thư."""
    facts = {"number": year_words()["suggestions"]["number"], "dated_on": stage.day(*WRITTEN)}
    came = {"received_on": stage.day(*RECEIVED), "issuer": stage.cell.upper_committee}
    letter = stage.review.suggestions.add_letter(stage.year, {**facts, **came})
    secretary = stage.cast.secretary.uid
    targets = [COLLECTIVE if stage.has_collective else secretary] * (_POINTS - 1) + [secretary]
    for target, text in zip(targets, stage.texts.suggestion_letter(_POINTS), strict=True):
        point = {"target": target, "text": text, "due_on": stage.day(*DUE)}
        explain(stage, stage.review.suggestions.add_point(letter, point))


def explain(stage: Stage, point: SuggestionPoint) -> None:
    """Finish the explanation of a point a week before the conference (R2-03)."""
    said = stage.texts.explanation()
    stage.review.suggestions.explain(point, {**said, "finished_on": stage.day(*FINISHED)})


def ask(stage: Stage) -> None:
    """Have chi ủy ask members to make something clear, and the answers come."""
    members = stage.cast.plain() or stage.cast.reviewed
    for role, words in zip(members, year_words()["clarifications"], strict=False):
        question = {"target": role.uid, "text": words["text"], "asked_on": stage.day(11, 20)}
        stage.review.suggestions.ask(stage.year, {**question, "answer": words["answer"]})
