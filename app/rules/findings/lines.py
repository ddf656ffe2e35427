"""Bảng rà soát trước khi trình: each finding with what was answered to it (rulings.md 2.1, 2.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.finding_answers import AnswerKind, FindingAnswer
from app.rules.findings.engine import Finding, Told


@dataclass(frozen=True, slots=True)
class Line:
    """One finding and the answers to its subjects."""

    finding: Finding
    answers: tuple[FindingAnswer, ...] = ()

    @property
    def open_ones(self) -> tuple[Told, ...]:
        """Return what nobody has answered yet; what must be done first is not answered but done."""
        if self.finding.severity == "block":
            return self.finding.told
        answered = {one.subject for one in self.answers}
        return tuple(one for one in self.finding.told if one.uid not in answered)

    @property
    def is_open(self) -> bool:
        """Return whether somebody still has to see to it."""
        return self.finding.speaks and bool(self.open_ones)

    @property
    def is_silenced(self) -> bool:
        """Return whether all of it is not to be told again this year."""
        silenced = {one.subject for one in self.answers if one.kind is AnswerKind.NOT_AGAIN}
        return bool(silenced) and set(self.finding.subjects) <= silenced


def lines(found: Iterable[Finding], answers: Iterable[FindingAnswer]) -> tuple[Line, ...]:
    """Return a line for each finding; an answer whose finding is gone stays stored and is not shown."""
    given = tuple(answers)
    return tuple(_line(one, given) for one in found)


def _line(finding: Finding, answers: Iterable[FindingAnswer]) -> Line:
    subjects = set(finding.subjects)
    own = (one for one in answers if one.finding == finding.id and one.subject in subjects)
    return Line(finding, tuple(own))
