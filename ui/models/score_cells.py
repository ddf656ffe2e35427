"""What stands in a score sheet that is being typed: how it is read, summed up, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.common.messages import problem_sentence
from app.domain.checking import checked
from app.domain.scores import ScoreItemFields
from app.errors import Invalid
from app.services.score_forms import ScoreForm, ScoreRow
from ui.texts import scores as words

TEXT, MOST, GIVEN, REASON = range(4)
"""The columns of a sheet."""
_LEAST_EXCESS = 1e-6
"""Sums of tenths are not exact."""


@dataclass
class ScoreCells:
    """The criteria of a subject and the texts typed into them, by criterion and column."""

    form: ScoreForm = field(default_factory=lambda: ScoreForm("", (), (), None, ""))
    year: int = 0
    texts: dict[tuple[str, int], str] = field(default_factory=dict)

    def take(self, typed: Mapping[tuple[str, int], str]) -> None:
        """Take texts over; a grade typed as a figure becomes its name."""
        for (code, column), text in typed.items():
            tidy = text.strip()
            if column == GIVEN and self.form.grades:
                tidy = self.form.grade_name(self.form.grade(tidy)) or tidy
            self.texts[code, column] = tidy

    def text(self, code: str, column: int) -> str:
        """Return what stands in a cell."""
        return self.texts.get((code, column), "")

    def items(self) -> dict[str, dict[str, object]]:
        """Return every criterion as it is stored: points or grade, and the reason."""
        return {one.code: self._item(one.code) for one in self.form.items}

    def faults(self) -> dict[str, str]:
        """Return what cannot be stored, in words, by criterion from the top."""
        found = {one.code: self._fault(one.code) for one in self.form.items}
        return {code: said for code, said in found.items() if said}

    def over(self) -> list[tuple[ScoreRow, float]]:
        """Return the rows with more points than they may have, and how many they have."""
        sums = ((one, self.sum_of(one)) for one in self.form.rows)
        return [(one, got) for one, got in sums if one.most is not None and got > one.most + _LEAST_EXCESS]

    def unexplained(self) -> list[ScoreRow]:
        """Return the criteria with less than the most whose reason is not written."""
        return [one for one in self.form.items if self._is_less(one) and not self.text(one.code, REASON)]

    def sum_of(self, row: ScoreRow | None = None) -> float:
        """Return the points given so far to a criterion, to a group, or to all of them."""
        codes = (row.parts or (row.code,)) if row else [one.code for one in self.form.items]
        return round(sum(self._points(code) or 0 for code in codes), 3)

    def waiting(self) -> int:
        """Return how many criteria have nothing given yet that could be stored."""
        items = self.items().values()
        return sum(one["points"] is None and not one["grade"] for one in items)

    def _is_less(self, row: ScoreRow) -> bool:
        points = self._points(row.code)
        return points is not None and row.most is not None and points < row.most - _LEAST_EXCESS

    def _points(self, code: str) -> float | None:
        return self.form.points(self.text(code, GIVEN))

    def _item(self, code: str) -> dict[str, object]:
        graded = bool(self.form.grades)
        return {
            "points": None if graded else self._points(code),
            "grade": self.form.grade(self.text(code, GIVEN)) if graded else "",
            "reason": self.text(code, REASON),
        }

    def _fault(self, code: str) -> str:
        given, item = self.text(code, GIVEN), self._item(code)
        if given and item["points"] is None and not item["grade"]:
            said = words.NO_GRADE if self.form.grades else words.NO_POINTS
            return said.format(text=given, grades=", ".join(name for _code, name in self.form.grades))
        try:
            checked(ScoreItemFields, {"year": self.year, "sheet": "-", "item": code, **item})
        except Invalid as error:
            return " ".join(map(problem_sentence, error.problems))
        return ""
