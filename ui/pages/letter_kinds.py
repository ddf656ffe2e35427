"""The kinds of small records on Văn bản gợi ý, giải trình."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.suggestions import (
    Clarification,
    ClarificationFields,
    Explanation,
    ExplanationFields,
    GateOverride,
    GateOverrideFields,
    SuggestionLetter,
    SuggestionLetterFields,
    SuggestionPoint,
    SuggestionPointFields,
)
from app.errors import NotFound
from app.services.review import ReviewServices
from ui.forms.record_kind import Choices, Owner, RecordKind, refuse_blank
from ui.forms.record_values import Values
from ui.pages.subject_choices import subject_choices, subject_name
from ui.texts import letters as words
from ui.texts import year as year_words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

if TYPE_CHECKING:
    from app.year.review_year import ReviewYear


UNWRITTEN = "explain-"
"""Begins the uid of an explanation that nobody began yet; its point follows."""


class LettersNow:
    """The year as it was read last, and which of its points are wanted."""

    whole: ReviewYear
    only_unexplained = False

    def __init__(self, review: ReviewServices) -> None:
        self.review = review

    def read(self, year: int) -> None:
        """Read the facts of `year` again."""
        self.whole = self.review.whole(year)

    def letters(self) -> list[SuggestionLetter]:
        """Return the letters by date."""
        return sorted(self.whole.suggestion_letters, key=lambda one: (str(one.dated_on or ""), one.number))

    def explanation(self, point: str) -> Explanation | None:
        """Return what explains a point."""
        return next((one for one in self.whole.explanations if one.point == point), None)

    def unexplained(self) -> list[SuggestionPoint]:
        """Return the points that no finished explanation answers."""
        done = {one.point for one in self.whole.explanations if one.finished_on}
        return [one for one in self.whole.suggestion_points if one.uid not in done]

    def points(self) -> list[SuggestionPoint]:
        """Return the points in sight, letter by letter."""
        order = {one.uid: at for at, one in enumerate(self.letters())}
        wanted = self.unexplained() if self.only_unexplained else self.whole.suggestion_points
        return sorted(wanted, key=lambda one: (order.get(one.letter, 0), one.position))

    def letter(self, uid: object) -> SuggestionLetter:
        """Return a letter; raises `NotFound`."""
        for one in self.whole.suggestion_letters:
            if one.uid == uid:
                return one
        raise NotFound(str(uid))

    def targets(self, _owner: Owner) -> Choices:
        """Return whom a suggestion can be about."""
        return subject_choices(self.whole)


def letter_kind(now: LettersNow) -> RecordKind[SuggestionLetter]:
    """Return the letters; those of the register of incoming papers are the same records."""

    def lines(one: SuggestionLetter) -> Lines:
        first = words.LETTER_LINE.format(number=one.number) if one.is_written else words.NO_NUMBER
        count = sum(point.letter == one.uid for point in now.whole.suggestion_points)
        dated = words.DATED.format(date=one.dated_on) if one.dated_on else ""
        said = " · ".join(filter(None, (words.POINTS_IN.format(count=count), one.issuer)))
        return Lines(first, dated, said, State.DONE if one.is_written else State.NOTE)

    def add(owner: Owner, values: Values) -> SuggestionLetter:
        refuse_blank(values, *words.LETTER)
        return now.review.suggestions.add_letter(owner.year, values)

    def save(one: SuggestionLetter, values: Values) -> SuggestionLetter:
        refuse_blank(values, *words.LETTER)
        return now.review.suggestions.save_letter(one, values)

    def note(one: SuggestionLetter) -> str:
        paper = next((line for line in now.whole.incoming_papers if line.entered_as == one.uid), None)
        return year_words.FROM_REGISTER.format(number=paper.register_number) if paper else ""

    return RecordKind(
        name="suggestion_letter",
        fields=SuggestionLetterFields,
        texts=words.LETTER,
        words=words.LETTER_WORDS,
        say=lines,
        rows=lambda _owner: now.letters(),
        add=add,
        save=save,
        remove=now.review.suggestions.remove_letter,
        note=note,
        prefix="letter_",
    )


def point_kind(now: LettersNow) -> RecordKind[SuggestionPoint]:
    """Return the points of all letters."""

    def add(_owner: Owner, values: Values) -> SuggestionPoint:
        own = {name: value for name, value in values.items() if name != "letter"}
        return now.review.suggestions.add_point(now.letter(values["letter"]), own)

    def letters(_owner: Owner) -> Choices:
        return [(one.uid, one.number or words.NO_NUMBER) for one in now.letters()]

    def begin(_owner: Owner) -> Values:
        found = now.letters()
        return {"letter": found[-1].uid} if found else {}

    return RecordKind(
        name="suggestion_point",
        fields=SuggestionPointFields,
        texts=words.POINT,
        words=words.POINT_WORDS,
        say=lambda one: _point_lines(now, one),
        rows=lambda _owner: now.points(),
        add=add,
        save=now.review.suggestions.save_point,
        remove=now.review.corrections.remove,
        choices={"target": now.targets, "letter": letters},
        begin=begin,
        prefix="point_",
    )


def explanation_kind(now: LettersNow) -> RecordKind[Explanation]:
    """Return the one explanation of the point that is the owner, begun or not."""

    def rows(owner: Owner) -> Sequence[Explanation]:
        if not any(one.uid == owner.uid for one in now.whole.suggestion_points):
            return ()
        unwritten = Explanation(uid=f"{UNWRITTEN}{owner.uid}", year=owner.year, point=owner.uid)
        return (now.explanation(owner.uid) or unwritten,)

    def save(one: Explanation, values: Values) -> Explanation:
        point = next((point for point in now.whole.suggestion_points if point.uid == one.point), None)
        if point is None:
            raise NotFound(one.point)
        return now.review.suggestions.explain(point, values)

    def lines(one: Explanation) -> Lines:
        state, said = _explained(one)
        return Lines(one.text or words.WRITE_EXPLANATION, "", said, state)

    return RecordKind(
        name="explanation",
        fields=ExplanationFields,
        texts=words.EXPLANATION,
        words=words.EXPLANATION_WORDS,
        say=lines,
        rows=rows,
        add=None,
        save=save,
        prefix="explanation_",
    )


def override_kind(now: LettersNow) -> RecordKind[GateOverride]:
    """Return the written decisions that let somebody be reviewed unexplained."""

    def lines(one: GateOverride) -> Lines:
        who = subject_name(now.whole, one.target)
        dated = words.DATED.format(date=one.dated_on)
        return Lines(f"{one.number}: {who}", dated, one.issuer or one.text, State.NOTE)

    return RecordKind(
        name="gate_override",
        fields=GateOverrideFields,
        texts=words.OVERRIDE,
        words=words.OVERRIDE_WORDS,
        say=lines,
        rows=lambda _owner: now.whole.gate_overrides,
        add=lambda owner, values: now.review.suggestions.override_gate(owner.year, values),
        save=now.review.corrections.save,
        remove=now.review.suggestions.remove_override,
        choices={"target": now.targets},
        prefix="override_",
    )


def question_kind(now: LettersNow) -> RecordKind[Clarification]:
    """Return what chi ủy asks its own members to make clear; no gate hangs on it."""

    def lines(one: Clarification) -> Lines:
        state = State.DONE if one.answer else State.ASKED
        said = words.ANSWERED if one.answer else words.NOT_ANSWERED
        return Lines(one.text, subject_name(now.whole, one.target), said, state)

    return RecordKind(
        name="clarification",
        fields=ClarificationFields,
        texts=words.QUESTION,
        words=words.QUESTION_WORDS,
        say=lines,
        rows=lambda _owner: now.whole.clarifications,
        add=lambda owner, values: now.review.suggestions.ask(owner.year, values),
        save=now.review.suggestions.save_question,
        remove=now.review.corrections.remove,
        choices={"target": now.targets},
        prefix="question_",
    )


def _point_lines(now: LettersNow, one: SuggestionPoint) -> Lines:
    state, said = _explained(now.explanation(one.uid))
    due = words.DUE_ON.format(date=one.due_on) if one.due_on and state is not State.DONE else ""
    told = " · ".join(filter(None, (said, due)))
    return Lines(one.text, subject_name(now.whole, one.target), told, state)


def _explained(one: Explanation | None) -> tuple[State, str]:
    if one is not None and one.finished_on:
        return State.DONE, words.EXPLAINED_ON.format(date=one.finished_on)
    if one is not None and (one.text or one.cause or one.responsibility or one.measures):
        return State.PARTLY, words.BEING_EXPLAINED
    return State.LACKING, words.UNEXPLAINED
