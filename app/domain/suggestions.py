"""Suggestions of the upper committee (gợi ý kiểm điểm) and their explanations (giải trình)."""

from __future__ import annotations

from app.domain.targets import Link, Number, Position, Sheets, Target, Year, YearRecord
from app.domain.types import Fields, Line, Prose, WholeDate


class SuggestionLetterFields(Fields):
    """Văn bản gợi ý; without number and date it is information only, because it must be written (R2-01)."""

    year: Year
    number: Number = ""
    dated_on: WholeDate | None = None
    issuer: Line = ""
    received_on: WholeDate | None = None


class SuggestionLetter(YearRecord, SuggestionLetterFields):
    """A letter of suggestions."""

    @property
    def is_written(self) -> bool:
        """Return whether number and date are known, so that the letter binds."""
        return bool(self.number and self.dated_on)


class SuggestionPointFields(Fields):
    """One suggested matter with its addressee (R2-02)."""

    year: Year
    letter: Link
    position: Position = 1
    target: Target
    text: Prose
    due_on: WholeDate | None = None


class SuggestionPoint(YearRecord, SuggestionPointFields):
    """Nội dung gợi ý."""


class ExplanationFields(Fields):
    """The answer to one point: it must be finished before the review (CV 3993, point 2; R2-03, R2-04)."""

    year: Year
    point: Link
    text: Prose = ""
    cause: Prose = ""
    responsibility: Prose = ""
    measures: Prose = ""
    finished_on: WholeDate | None = None
    on_paper: bool = False
    sheets: Sheets = 0


class Explanation(YearRecord, ExplanationFields):
    """Giải trình of one point; it is one record wherever it prints (rulings.md 9.1)."""


class GateOverrideFields(Fields):
    """The upper committee's written decision to review without an explanation (rulings.md 1.4)."""

    year: Year
    target: Target
    number: Number
    dated_on: WholeDate
    issuer: Line = ""
    text: Prose = ""


class GateOverride(YearRecord, GateOverrideFields):
    """The only override of R2-03."""


class ClarificationFields(Fields):
    """Nội dung chi ủy yêu cầu làm rõ: of the cell to its own member; no gate (rulings.md 8)."""

    year: Year
    target: Target
    text: Prose
    asked_on: WholeDate | None = None
    answer: Prose = ""


class Clarification(YearRecord, ClarificationFields):
    """A matter that chi ủy asks a member to make clear."""
