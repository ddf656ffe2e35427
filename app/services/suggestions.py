"""Suggestions of the upper committee and what answers them (CV 3993, point 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.domain.suggestions import (
    Clarification,
    Explanation,
    GateOverride,
    SuggestionLetter,
    SuggestionPoint,
)
from app.services.open_years import OpenYears, added, added_last, removed, saved
from app.storage.database import Database


class SuggestionService:
    """Letters, their points, explanations, overrides of the gate, and the cell's own questions."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def add_letter(self, year: int, values: Mapping[str, object]) -> SuggestionLetter:
        """Register a letter of suggestions and return it; raises `Invalid`."""
        with self._years.write("suggestion.add_letter", year) as work:
            return added(work, SuggestionLetter, year, values)

    def save_letter(self, letter: SuggestionLetter, values: Mapping[str, object]) -> SuggestionLetter:
        """Store the edited letter; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("suggestion.edit_letter", letter.year) as work:
            return saved(work, SuggestionLetter, letter.uid, letter.rev, values)

    def remove_letter(self, letter: SuggestionLetter) -> None:
        """Remove a letter with its points and what answers them, as one step."""
        with self._years.write("suggestion.remove_letter", letter.year) as work:
            removed(work, SuggestionLetter, letter.uid)

    def add_point(self, letter: SuggestionLetter, values: Mapping[str, object]) -> SuggestionPoint:
        """Cut a point out of a letter; it stands last. Raises `Invalid`, `NotFound`."""
        with self._years.write("suggestion.add_point", letter.year) as work:
            work.get(SuggestionLetter, letter.uid)
            return added_last(work, SuggestionPoint, letter.year, values, letter=letter.uid)

    def add_points(
        self, letter: SuggestionLetter, points: Iterable[Mapping[str, object]]
    ) -> list[SuggestionPoint]:
        """Cut several points out of a letter, after those that are there, as one step.

        Raises `Invalid` where one of them cannot be stored, and then none is; `NotFound`.
        """
        with self._years.write("suggestion.add_points", letter.year) as work:
            work.get(SuggestionLetter, letter.uid)
            return [added_last(work, SuggestionPoint, letter.year, one, letter=letter.uid) for one in points]

    def save_point(self, point: SuggestionPoint, values: Mapping[str, object]) -> SuggestionPoint:
        """Store the edited point; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("suggestion.edit_point", point.year) as work:
            return saved(work, SuggestionPoint, point.uid, point.rev, values)

    def explain(self, point: SuggestionPoint, values: Mapping[str, object]) -> Explanation:
        """Keep what explains a point, the first time and every later one; raises `Invalid`, `NotFound`."""
        with self._years.write("suggestion.explain", point.year) as work:
            work.get(SuggestionPoint, point.uid)
            for present in work.rows(Explanation, point=point.uid):
                return saved(work, Explanation, present.uid, present.rev, values)
            return added(work, Explanation, point.year, {**values, "point": point.uid})

    def override_gate(self, year: int, values: Mapping[str, object]) -> GateOverride:
        """Record the written decision that lets a subject be reviewed unexplained (rulings.md 1.4)."""
        with self._years.write("suggestion.override", year) as work:
            return added(work, GateOverride, year, values)

    def remove_override(self, override: GateOverride) -> None:
        """Take an override back that was entered by mistake."""
        with self._years.write("suggestion.remove_override", override.year) as work:
            removed(work, GateOverride, override.uid)

    def ask(self, year: int, values: Mapping[str, object]) -> Clarification:
        """Record what chi ủy asks a member to make clear; no gate hangs on it (rulings.md 8)."""
        with self._years.write("suggestion.ask", year) as work:
            return added(work, Clarification, year, values)

    def save_question(self, question: Clarification, values: Mapping[str, object]) -> Clarification:
        """Store the question or its answer; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("suggestion.edit_question", question.year) as work:
            return saved(work, Clarification, question.uid, question.rev, values)
