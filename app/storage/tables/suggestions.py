"""The tables of suggestions and explanations."""

from __future__ import annotations

from typing import ClassVar

from app.domain.suggestions import Clarification, Explanation, GateOverride, SuggestionLetter, SuggestionPoint
from app.storage.tables.row import Row


class SuggestionLetterRow(Row, SuggestionLetter, table=True):
    """A letter of suggestions."""

    __tablename__ = "suggestion_letter"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "dated_on")


class SuggestionPointRow(Row, SuggestionPoint, table=True):
    """Nội dung gợi ý."""

    __tablename__ = "suggestion_point"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "letter", "position")


class ExplanationRow(Row, Explanation, table=True):
    """Giải trình of one point."""

    __tablename__ = "explanation"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class GateOverrideRow(Row, GateOverride, table=True):
    """The only override of R2-03."""

    __tablename__ = "gate_override"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class ClarificationRow(Row, Clarification, table=True):
    """A matter that chi ủy asks a member to make clear."""

    __tablename__ = "clarification"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)
