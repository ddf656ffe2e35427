"""Turns what was typed, read or loaded into a checked draft, or into problems placed by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.domain.types import Fields
from app.errors import Invalid, Problem

F = TypeVar("F", bound=Fields)

_DATE_TYPES = ("date_", "datetime_")
_LACKING = frozenset({"too_short", "string_too_short", "missing"})
_PATTERN = "string_pattern_mismatch"
"""Of an empty input: nobody or nothing was chosen."""
_NUMBER_TYPES = ("int_", "greater_", "less_")


def checked(kind: type[F], values: Mapping[str, object]) -> F:
    """Return `values` as a checked draft of `kind`, cleaned and normalised.

    Raises `Invalid` with one problem per field that cannot be stored.
    """
    try:
        return kind.model_validate(dict(values))
    except ValidationError as error:
        raise Invalid(shape_problems(error)) from error


def shape_problems(error: ValidationError) -> list[Problem]:
    """Return pydantic's findings as problems whose sentences are ours."""
    return [_problem(detail) for detail in error.errors(include_url=False)]


def refuse_errors(problems: list[Problem]) -> None:
    """Raise `Invalid` when at least one of the problems is an error; warnings alone pass."""
    if any(problem.severity == "error" for problem in problems):
        raise Invalid(problems)


def _problem(detail: ErrorDetails) -> Problem:
    field = ".".join(str(part) for part in detail["loc"])
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in {"too_long", "string_too_long"}:
        actual = context.get("actual_length", len(detail["input"]))
        return Problem(field, "text.too_long", {"limit": context["max_length"], "actual": actual})
    if kind in _LACKING or (kind == _PATTERN and not detail["input"]):
        return Problem(field, "field.empty")
    if kind == "enum":
        return Problem(field, "field.choice")
    if kind.startswith(_DATE_TYPES):
        return Problem(field, "field.empty" if not detail["input"] else "date.shape")
    if kind.startswith(_NUMBER_TYPES):
        return Problem(field, "field.number")
    # Our own types name the sentence themselves ("date.shape"); anything else is a shape we never expected.
    return Problem(field, kind if "." in kind else "field.shape")
