"""What people of the practice year write and say, each text new."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

from app.common.paths import RESOURCES


class Texts:
    """Says sentences that differ from one another."""

    def __init__(self) -> None:
        with (RESOURCES / "practice" / "plain.toml").open("rb") as file:
            self._sentences: dict[str, str] = tomllib.load(file)
        self._count = 0

    def _next(self, what: str = "text") -> str:
        self._count += 1
        return self._sentences[what].format(n=self._count)

    def sections(self, codes: Sequence[str]) -> dict[str, str]:
        """Return a text for each section of a self-review or of the collective report."""
        return {code: self._next() for code in codes}

    def shortcoming(self, kind: str) -> str:
        """Return a shortcoming of a ``member`` or of the ``collective``."""
        return self._next(kind)

    def suggestion_letter(self, count: int) -> list[str]:
        """Return the points of a letter of suggestions."""
        return [self._next() for _ in range(count)]

    def explanation(self) -> dict[str, str]:
        """Return the parts of what explains a suggested point."""
        return {name: self._next() for name in ("text", "cause", "responsibility", "measures")}

    def opinion(self, kind: str) -> str:
        """Return what somebody says to another."""
        return self._next(kind)

    def answer(self) -> str:
        """Return what the reviewed one answers."""
        return self._next()

    def conclusion(self) -> str:
        """Return what the chair concludes."""
        return self._next()

    def commitment_items(self, count: int) -> list[dict[str, str]]:
        """Return the promises of one commitment."""
        names = ("content", "goal", "measure", "due", "result")
        return [{name: self._next() for name in names} for _ in range(count)]

    def residence_opinion(self) -> str:
        """Return what the residence committee says."""
        return self._next()

    def remediation(self) -> str:
        """Return a measure against a shortcoming."""
        return self._next("proposal")
