"""Facts about letters of suggestions, their points and what is answered to them (CV 3993, point 2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.suggestions import Explanation, SuggestionLetter, SuggestionPoint
from app.rules.finding_words import listed, word
from app.rules.language import Absent, Value
from app.rules.outlook import Outlook

if TYPE_CHECKING:
    from app.rules.fact_book import Fact


def letter_is_written(outlook: Outlook, uid: str) -> Value:
    """Whether a letter has number and date, so that it binds (R2-01)."""
    letter = _letter(outlook, uid)
    return letter.is_written if letter else Absent.NOT_APPLICABLE


def letter_points(outlook: Outlook, uid: str) -> Value:
    """How many matters a letter was taken apart into (R2-02)."""
    return sum(one.letter == uid for one in outlook.year.suggestion_points)


def _letter(outlook: Outlook, uid: str) -> SuggestionLetter | None:
    return next((one for one in outlook.year.suggestion_letters if one.uid == uid), None)


def explanation_lacks(outlook: Outlook, uid: str) -> Value:
    """What a finished explanation leaves out: matter, cause, responsibility; empty where nothing (R2-04)."""
    found = _explanation(outlook, uid)
    if found is None or not found.finished_on or found.on_paper:
        return Absent.NOT_APPLICABLE
    return listed(
        word(f"explanation.{name}") for name in ("text", "cause", "responsibility") if not _said(found, name)
    )


def _said(explanation: Explanation, name: str) -> bool:
    return bool(str(getattr(explanation, name)).strip())


def _explanation(outlook: Outlook, point: str) -> Explanation | None:
    return next((one for one in outlook.year.explanations if one.point == point), None)


def point_is_concluded(outlook: Outlook, uid: str) -> Value:
    """Whether the conference concluded on a suggested point whose subject it has reviewed (R2-05)."""
    point = next((one for one in outlook.year.suggestion_points if one.uid == uid), None)
    if point is None or not _was_reviewed(outlook, point):
        return Absent.NOT_APPLICABLE
    return any(one.point == uid and one.text.strip() for one in outlook.year.suggestion_conclusions)


def _was_reviewed(outlook: Outlook, point: SuggestionPoint) -> bool:
    return any(one.state == "done" for one in outlook.turns.get(point.target, ()))


def suggested(outlook: Outlook, uid: str) -> Value:
    """How many points were suggested to anybody in the year (R5-01)."""
    del uid
    return len(outlook.year.suggestion_points)


FACTS: Mapping[str, Fact] = {
    "letter.written": letter_is_written,
    "letter.points": letter_points,
    "explanation.lacks": explanation_lacks,
    "point.concluded": point_is_concluded,
    "suggestions.all": suggested,
}
