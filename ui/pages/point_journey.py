"""The journey of a suggested point: gợi ý, giải trình, ý kiến, kết luận, khắc phục, năm sau."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.remediation import RemediationState
from app.domain.suggestions import SuggestionPoint
from ui.pages.letter_kinds import LettersNow
from ui.texts import letters as words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

if TYPE_CHECKING:
    from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage of the journey in two lines, and the page, record and field that it opens."""

    lines: Lines
    opens: tuple[str, str, str]


def journey(now: LettersNow, point: SuggestionPoint, carried: bool) -> list[Stop]:  # noqa: FBT001  the one fact
    """Return the stages of a point; `carried` says whether next year has to answer for it."""
    return list(_stops(now, point, carried=carried))


def _stops(now: LettersNow, point: SuggestionPoint, *, carried: bool) -> Iterator[Stop]:
    whole, target = now.whole, point.target
    letter = next((one for one in whole.suggestion_letters if one.uid == point.letter), None)
    dated = words.DATED.format(date=letter.dated_on) if letter and letter.dated_on else ""
    said = " ".join(filter(None, (letter.number if letter else "", dated)))
    yield _stop(words.STEP_SUGGESTED, said, State.DONE, ("letters", point.letter, ""))
    found = now.explanation(point.uid)
    finished = found.finished_on if found else None
    said = words.EXPLAINED_ON.format(date=finished) if finished else words.UNEXPLAINED
    state = State.DONE if finished else State.LACKING
    yield _stop(words.STEP_EXPLAINED, said, state, ("letters", point.uid, "explanation_text"))
    yield _spoken(whole, target)
    concluded = [one.text for one in whole.suggestion_conclusions if one.point == point.uid]
    state = State.DONE if concluded else State.OPEN
    said = concluded[-1] if concluded else words.NOT_CONCLUDED
    yield _stop(words.STEP_CONCLUDED, said, state, ("review", target, "turns"))
    yield _corrected(whole, target)
    following = words.CARRIED if carried else words.NOT_CARRIED
    state = State.DONE if carried else State.OPEN
    yield _stop(words.STEP_NEXT, following.format(year=whole.year + 1), state, ("year", "", ""))


def _spoken(whole: ReviewYear, target: str) -> Stop:
    spoken = sum(one.target == target and not one.withdrawn for one in whole.opinions)
    said = words.SPOKEN.format(count=spoken) if spoken else words.NOT_SPOKEN
    state = State.DONE if spoken else State.OPEN
    return _stop(words.STEP_SPOKEN, said, state, ("review", target, "opinions"))


def _corrected(whole: ReviewYear, target: str) -> Stop:
    items = [one for one in whole.remediation_items if one.target == target]
    done = sum(one.state is RemediationState.DONE for one in items)
    said = words.CORRECTING.format(done=done, total=len(items)) if items else words.NO_CORRECTION
    state = State.OPEN if not items else State.DONE if done == len(items) else State.PARTLY
    return _stop(words.STEP_CORRECTED, said, state, ("review", target, ""))


def _stop(title: str, said: str, state: State, opens: tuple[str, str, str]) -> Stop:
    return Stop(Lines(title, "", said, state), opens)
