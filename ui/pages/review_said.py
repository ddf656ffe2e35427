"""What the page Kiểm điểm says of one under review: words and signs, from the facts alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.conferences import TurnState
from app.domain.self_reviews import CorrectionState, WritingState
from app.services.review_course import CourseStep
from app.services.review_subjects import ReviewSubject
from ui.texts import review as words
from ui.theme.signs import State
from ui.widgets.step_line import Standing, Step

_WRITTEN = {
    None: State.OPEN,
    WritingState.DRAFT: State.PARTLY,
    WritingState.HANDED_IN: State.DONE,
    WritingState.RETURNED: State.LACKING,
    WritingState.FINAL: State.DONE,
}
_TURNS = {
    None: State.OPEN,
    TurnState.WAITING: State.OPEN,
    TurnState.UNDER_REVIEW: State.PARTLY,
    TurnState.DONE: State.DONE,
    TurnState.POSTPONED: State.LACKING,
}
CORRECTION_STATES = {
    CorrectionState.UNKNOWN: State.ASKED,
    CorrectionState.CORRECTED: State.DONE,
    CorrectionState.CORRECTING: State.PARTLY,
    CorrectionState.NOT_CORRECTED: State.LACKING,
}


@dataclass(frozen=True, slots=True)
class KnownLine:
    """One line of what is known: its sign, its words, and the page, record and field it leads to."""

    state: State
    words: str
    opens: tuple[str, str, str]
    status: str = ""


def writing_said(subject: ReviewSubject) -> str:
    """Return how far what is written has come: "đang viết (dự thảo)", "bản giấy, 3 tờ"."""
    written = subject.written
    state = words.STATES[written.state]
    if written.on_paper:
        said = words.ON_PAPER_SHEETS if written.sheets else words.ON_PAPER
        state = f"{state}, {said.format(sheets=written.sheets)}"
    if not subject.is_collective or written.state is None:
        return state
    version = words.FINAL_REPORT if written.is_final_version else words.DRAFT_REPORT
    return version.format(state=state)


def writing_state(subject: ReviewSubject) -> State:
    """Return the sign of what is written."""
    return _WRITTEN[subject.written.state]


def explanation_said(subject: ReviewSubject) -> str:
    """Return how many of the suggested matters are explained."""
    total, left = len(subject.points), subject.unexplained
    if not total:
        return words.NO_POINTS
    said = words.UNEXPLAINED if left else words.EXPLAINED
    return said.format(left=left, done=total - left, total=total)


def explanation_state(subject: ReviewSubject) -> State:
    """Return the sign of the explanations."""
    if not subject.points:
        return State.NOT_APPLICABLE
    return State.LACKING if subject.unexplained else State.DONE


def turn_said(subject: ReviewSubject) -> str:
    """Return how far the conference has come with the subject."""
    if subject.reviewed_later and subject.turn is not TurnState.DONE:
        return words.LATER
    return words.TURNS[subject.turn]


def turn_state(subject: ReviewSubject) -> State:
    """Return the sign of the conference."""
    return _TURNS[subject.turn]


def earlier_said(subject: ReviewSubject) -> str:
    """Return how many earlier shortcomings were corrected."""
    if not subject.earlier:
        return words.NO_EARLIER
    return words.CORRECTED.format(done=subject.corrected, total=len(subject.earlier))


def earlier_state(subject: ReviewSubject) -> State:
    """Return the sign of the earlier shortcomings."""
    if not subject.earlier:
        return State.NOT_APPLICABLE
    return State.DONE if subject.corrected == len(subject.earlier) else State.PARTLY


def steps_of(course: Sequence[CourseStep]) -> list[Step]:
    """Return the course as steps; the first that is not done is where one stands."""
    current = next((at for at, one in enumerate(course) if not one.is_done), -1)
    return [_step(one, is_current=at == current) for at, one in enumerate(course)]


def _step(one: CourseStep, *, is_current: bool) -> Step:
    given = {"done": one.done, "total": one.total, "left": one.total - one.done}
    said = words.STEP_NONE if not one.total else words.STEP_DONE if one.is_done else words.STEP_LEFT
    standing = Standing.CURRENT if is_current else Standing.DONE if one.is_done else Standing.AHEAD
    return Step(words.STEP_TITLES[one.code], said.format(**given), standing)


def known_of(subject: ReviewSubject) -> list[tuple[str, list[KnownLine]]]:
    """Return the sections of the card with their lines, each leading to its field."""
    head = words.HEAD_REPORT if subject.is_collective else words.HEAD_WRITTEN
    sections = [
        (head, list(_written(subject))),
        (words.HEAD_EARLIER, list(_earlier(subject))),
        (words.HEAD_POINTS, list(_points(subject))),
        (words.HEAD_QUESTIONS, list(_questions(subject))),
        (words.HEAD_PROMISES, list(_promises(subject))),
        (words.HEAD_SHORTCOMINGS, list(_shortcomings(subject))),
        (words.HEAD_TURN, list(_turn(subject))),
    ]
    always = {head, words.HEAD_EARLIER, words.HEAD_TURN}
    return [(title, lines) for title, lines in sections if lines or title in always]


def _written(subject: ReviewSubject) -> Iterator[KnownLine]:
    written, place = subject.written, ("writing", subject.target, "state")
    said = writing_said(subject)
    status = "" if subject.is_collective else words.HAND_IN
    yield KnownLine(writing_state(subject), said[:1].upper() + said[1:], place, status)
    facts = ("writing", subject.target, "handed_in_on")
    if written.handed_in_on:
        yield KnownLine(State.NOTE, words.HANDED_IN_ON.format(date=written.handed_in_on), facts)
    if written.state is WritingState.RETURNED and written.returned_reason:
        yield KnownLine(State.LACKING, words.RETURNED.format(reason=written.returned_reason), facts)
    if written.level:
        level = ("writing", subject.target, "self_level")
        yield KnownLine(State.NOTE, words.SELF_LEVEL.format(level=written.level), level)


def _earlier(subject: ReviewSubject) -> Iterator[KnownLine]:
    for one in subject.earlier:
        text = words.OF_YEAR.format(text=one.text.rstrip(". "), year=one.from_year)
        place = ("review", subject.target, "earlier")
        yield KnownLine(CORRECTION_STATES[one.correction], text, place, words.CORRECTIONS[one.correction])


def _points(subject: ReviewSubject) -> Iterator[KnownLine]:
    for one in subject.points:
        is_done = one.uid in subject.explained
        said = words.POINT_DONE if is_done else words.POINT_OPEN
        state = State.DONE if is_done else State.LACKING
        place = ("review", subject.target, "explanations")
        yield KnownLine(state, one.text, place, said)


def _questions(subject: ReviewSubject) -> Iterator[KnownLine]:
    for one in subject.questions:
        said = words.ANSWERED if one.answer else words.NOT_ANSWERED
        state = State.DONE if one.answer else State.ASKED
        place = ("review", subject.target, "clarifications")
        yield KnownLine(state, one.text, place, said)


def _promises(subject: ReviewSubject) -> Iterator[KnownLine]:
    if subject.promises:
        done, total = subject.kept_promises, len(subject.promises)
        state = State.DONE if done == total else State.PARTLY
        place = ("commitments", subject.target, "")
        yield KnownLine(state, words.PROMISES.format(done=done, total=total), place)


def _shortcomings(subject: ReviewSubject) -> Iterator[KnownLine]:
    for one in subject.own_shortcomings:
        yield KnownLine(State.NOTE, one.text, ("writing", subject.target, "shortcomings"))


def _turn(subject: ReviewSubject) -> Iterator[KnownLine]:
    said = turn_said(subject)
    place = ("review", subject.target, "turns")
    yield KnownLine(turn_state(subject), said[:1].upper() + said[1:], place)
    if subject.held_back:
        yield KnownLine(State.BLOCKED, subject.held_back, ("review", subject.target, "explanations"))
