"""The kinds of small records of one turn: opinions, answer and conclusion, shortcomings, responsibilities."""

from __future__ import annotations

from app.domain.conferences import (
    Opinion,
    OpinionFields,
    OpinionKind,
    ReviewTurn,
    ReviewTurnFields,
    SuggestionConclusion,
    SuggestionConclusionFields,
    TurnState,
)
from app.domain.shortcomings import Origin, Responsibility, Shortcoming
from app.domain.suggestions import GateOverride, GateOverrideFields
from app.errors import Invalid, Problem
from app.services.conference_views import SubjectLine
from ui.forms.record_kind import Choices, Owner, RecordKind
from ui.forms.record_values import Values
from ui.pages import shortcoming_kinds
from ui.pages.conference_kinds import member_choices
from ui.pages.conference_scene import Scene
from ui.texts import conference as words
from ui.texts import conference_fields as told
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

TURN_SIGNS = {
    TurnState.WAITING: State.OPEN,
    TurnState.UNDER_REVIEW: State.PARTLY,
    TurnState.DONE: State.DONE,
    TurnState.POSTPONED: State.NOT_APPLICABLE,
}
OPINION_SIGNS = {
    OpinionKind.STRENGTH: State.NOTE,
    OpinionKind.SHORTCOMING: State.LACKING,
    OpinionKind.PROPOSAL: State.OPEN,
    OpinionKind.QUESTION: State.ASKED,
}


def sign_of(line: SubjectLine) -> State:
    """Return the sign of how far a turn is; a closed gate stands before everything."""
    return TURN_SIGNS[line.state] if line.gate.is_open or line.turn else State.BLOCKED


def opinion_kind(scene: Scene) -> RecordKind[Opinion]:
    """Return what was said to the subject in sight, the newest first."""
    service = scene.core.review.turns

    def say(one: Opinion) -> Lines:
        parts = [
            words.KINDS[one.kind][0],
            words.WRITTEN if one.in_writing else "",
            words.IS_WITHDRAWN if one.withdrawn else "",
            words.IS_CONCLUDED if one.shortcoming else "",
        ]
        who = scene.view.meeting.review.name(one.speaker) if scene.view else ""
        said = " · ".join(filter(None, (who, *parts)))
        sign = State.NOT_APPLICABLE if one.withdrawn else OPINION_SIGNS[one.kind]
        return Lines(one.text, one.said_at, said, State.DONE if one.shortcoming else sign)

    def add(owner: Owner, values: Values) -> Opinion:
        return service.record(scene.conference, owner.uid, [values])[0]

    return RecordKind(
        name="opinion",
        fields=OpinionFields,
        texts=told.OPINION,
        words=told.OPINION_WORDS,
        say=say,
        rows=lambda owner: scene.view.written(owner.uid)[::-1] if scene.view else (),
        add=add,
        save=service.save_opinion,
        remove=service.remove_opinion,
        choices={"speaker": lambda _owner: member_choices(scene)},
        prefix="opinion_",
    )


def turn_kind(scene: Scene) -> RecordKind[ReviewTurn]:
    """Return the turn of the subject in sight: answer, conclusion, hours."""
    service = scene.core.review.turns

    def add(owner: Owner, values: Values) -> ReviewTurn:
        return service.start(scene.conference, owner.uid, values)

    def say(one: ReviewTurn) -> Lines:
        said = one.conclusion or one.answer or words.NOTHING
        return Lines(scene.name(one.target), words.TURN_STATES[one.state], said, TURN_SIGNS[one.state])

    return RecordKind(
        name="turn",
        fields=ReviewTurnFields,
        texts=told.TURN,
        words=told.TURN_WORDS,
        say=say,
        rows=lambda owner: [scene.turn] if scene.turn and scene.target == owner.uid else [],
        add=add,
        save=service.save,
        single=True,
        prefix="turn_",
    )


def shortcoming_kind(scene: Scene) -> RecordKind[Shortcoming]:
    """Return the shortcomings of the subject in sight, new ones as the conference concludes them."""
    here = shortcoming_kinds.Place("shortcoming", Origin.CONFERENCE, conference=lambda: scene.chosen)
    return shortcoming_kinds.shortcoming_kind(scene.core, here)


def blame_kind(scene: Scene) -> RecordKind[Responsibility]:
    """Return who answers for the shortcomings of the collective (R2-10)."""
    return shortcoming_kinds.blame_kind(scene.core, "responsibility")


def point_kind(scene: Scene) -> RecordKind[SuggestionConclusion]:
    """Return what the conference concluded on the points suggested to the subject in sight (R2-05)."""
    review = scene.core.review

    def rows(owner: Owner) -> list[SuggestionConclusion]:
        own = _points(scene, owner)
        found = review.whole(owner.year).suggestion_conclusions
        return [one for one in found if one.point in own and one.conference == scene.chosen]

    def add(owner: Owner, values: Values) -> SuggestionConclusion:
        if not values["point"]:
            raise Invalid([Problem("point", "field.choice")])
        if any(one.point == values["point"] for one in rows(owner)):
            raise Invalid([Problem("point", "point.concluded")])
        return _concluded(scene, owner.year, str(values["point"]), values)

    def unconcluded(owner: Owner) -> Choices:
        done = {one.point for one in rows(owner)}
        return [one for one in _points(scene, owner).items() if one[0] not in done]

    def say(one: SuggestionConclusion) -> Lines:
        point = next(of for of in review.whole(one.year).suggestion_points if of.uid == one.point)
        return Lines(point.text, "", one.text, State.DONE)

    return RecordKind(
        name="suggestion_conclusion",
        fields=SuggestionConclusionFields,
        texts=told.POINT,
        words=told.POINT_WORDS,
        say=say,
        rows=rows,
        add=add,
        save=lambda one, values: _concluded(scene, one.year, one.point, values),
        remove=review.corrections.remove,
        choices={"point": lambda owner: list(_points(scene, owner).items())},
        left={"point": unconcluded},
        fixed=lambda _one: {"point"},
        prefix="point_",
    )


def _points(scene: Scene, owner: Owner) -> dict[str, str]:
    found = scene.core.review.whole(owner.year).suggestion_points
    return {one.uid: one.text for one in found if one.target == owner.uid}


def _concluded(scene: Scene, year: int, uid: str, values: Values) -> SuggestionConclusion:
    review = scene.core.review
    point = next(one for one in review.whole(year).suggestion_points if one.uid == uid)
    return review.turns.conclude_point(scene.conference, point, str(values["text"]))


def override_kind(scene: Scene) -> RecordKind[GateOverride]:
    """Return the written decisions that let the subject be reviewed unexplained (rulings.md 1.4)."""
    review = scene.core.review

    def rows(owner: Owner) -> list[GateOverride]:
        return [one for one in review.whole(owner.year).gate_overrides if one.target == owner.uid]

    def add(owner: Owner, values: Values) -> GateOverride:
        return review.suggestions.override_gate(owner.year, {**values, "target": owner.uid})

    def say(one: GateOverride) -> Lines:
        return Lines(one.number, words.DAY.format(date=one.dated_on), one.issuer, State.DONE)

    return RecordKind(
        name="gate_override",
        fields=GateOverrideFields,
        texts=told.OVERRIDE,
        words=told.OVERRIDE_WORDS,
        say=say,
        rows=rows,
        add=add,
        save=review.corrections.save,
        remove=review.suggestions.remove_override,
        prefix="override_",
    )
