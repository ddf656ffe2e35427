"""What can go wrong in words a person can act on; anything that is not an `AppError` is a bug.

Every environment error and refusal carries a code (``L-102``) whose sentence, cause and remedy stand in
``resources/texts/errors.toml``; every `Problem` carries a code whose sentence stands in
``resources/texts/problems.toml``. Nothing here holds a sentence.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field, placed where the user can mend it."""

    field: str
    code: str
    params: dict[str, object] = dataclasses.field(default_factory=dict)
    severity: Severity = "error"


class AppError(Exception):
    """Something a person can understand and act on; `params` fill the sentence of `code`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.code


class Invalid(AppError):
    """What was typed cannot be stored as it stands; shown in the form, field by field."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("L-001")
        self.problems = problems


class NotFound(AppError):
    """The record is gone, because another window or an undo removed it."""


class ChangedElsewhere(AppError):
    """The record is no longer as it was when it was opened."""


class Refused(AppError):
    """A rule of the business says no, and says why."""


class Cancelled(AppError):
    """The user stopped the work; shown to no one."""

    def __init__(self) -> None:
        super().__init__("L-002")


class EnvironmentFailed(AppError):
    """Not our fault and not the user's: the disk, the file, the stick, the password."""
