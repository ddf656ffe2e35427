"""What the review of a year should see to, and what was answered: for window, home page and command."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from app.common.clock import Clock
from app.domain.checking import checked
from app.domain.finding_answers import AnswerKind, AnswerWords, FindingAnswer
from app.domain.members import Member
from app.domain.targets import CELL, COLLECTIVE
from app.errors import Invalid, Problem
from app.rules.findings.engine import Finding, findings
from app.rules.findings.lines import Line, lines
from app.rules.findings.places import Place, place_of
from app.rules.minute_lines import MinuteLine, minute_lines
from app.rules.outlook import Outlook
from app.rules.ruleset import RuleSet, from_snapshot
from app.rules.year_course import YearStep, year_course
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.storage.store import Work
from app.year.review_year import ReviewYear

__all__ = ["Finding", "FindingService", "Line", "MinuteLine", "Place", "minute_lines", "place_of"]


@dataclass(frozen=True, slots=True)
class YearLook:
    """A year looked over once: what to see to, how far it is, and what its steps are called by code."""

    lines: tuple[Line, ...] = ()
    course: tuple[YearStep, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


class FindingService:
    """Looks the year over with the rule set that its cycle keeps; never inside a Save."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._years = OpenYears(database)
        self._clock = clock
        self._rules: dict[str, RuleSet] = {}

    def of(self, year: int, repeated: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
        """Return everything to see to in the year, what weighs more first; nothing before its cycle.

        `repeated` tells of whose text was found equal to another, by uid, where somebody compared (R2-11).
        """
        return self.of_whole(review_year(self._database, year), repeated)

    def of_whole(self, whole: ReviewYear, repeated: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
        """Return everything to see to in a year that was read already."""
        outlook = self._outlook(whole, repeated or {})
        return findings(outlook) if outlook else ()

    def lines(self, year: int, repeated: Mapping[str, str] | None = None) -> tuple[Line, ...]:
        """Return Bảng rà soát of the year: each finding with what was answered."""
        return self.lines_of(review_year(self._database, year), repeated)

    def look_over(self, whole: ReviewYear) -> YearLook:
        """Return Bảng rà soát and the course of a year that was read already."""
        outlook = self._outlook(whole, {})
        if outlook is None:
            return YearLook()
        names = {one.code: one.name for one in (*outlook.ruleset.steps, *outlook.ruleset.deadlines)}
        return YearLook(lines(findings(outlook), whole.finding_answers), year_course(outlook), names)

    def lines_of(self, whole: ReviewYear, repeated: Mapping[str, str] | None = None) -> tuple[Line, ...]:
        """Return Bảng rà soát of a year that was read already."""
        return lines(self.of_whole(whole, repeated), whole.finding_answers)

    def answer(
        self, year: int, finding: str, targets: Iterable[str], values: Mapping[str, object]
    ) -> tuple[FindingAnswer, ...]:
        """Keep one answer for subjects of a finding; an earlier one of the same subject is overwritten.

        Raises `Invalid` for an answer without words where there must be some (all but "đã xem"), `Refused`
        L-540 when the year is finished.
        """
        draft = checked(AnswerWords, values)
        if draft.kind is not AnswerKind.SEEN and not draft.text.strip():
            raise Invalid([Problem("text", "field.empty")])
        with self._years.write("finding.answer", year) as work:
            members = {one.uid for one in work.rows(Member)}
            return tuple(_kept(work, year, finding, _subject(target, members), draft) for target in targets)

    def take_back(self, answers: Iterable[FindingAnswer]) -> None:
        """Take answers back: the finding asks again; raises `Refused` L-540, `NotFound`."""
        given = tuple(answers)
        with self._years.write("finding.take_back", given[0].year) as work:
            for one in given:
                removed(work, FindingAnswer, one.uid)

    def _outlook(self, whole: ReviewYear, repeated: Mapping[str, str]) -> Outlook | None:
        if not whole.cycles:
            return None
        ruleset = self._ruleset(whole.cycles[0].ruleset_sha256, whole.cycles[0].ruleset_snapshot)
        return Outlook(whole, ruleset, self._clock.today(), repeated)

    def _ruleset(self, sha256: str, snapshot: str) -> RuleSet:
        if sha256 not in self._rules:
            self._rules[sha256] = from_snapshot(snapshot)
        return self._rules[sha256]


def _subject(target: str, members: Collection[str]) -> dict[str, str]:
    if target in {COLLECTIVE, CELL, *members}:
        return {"target": target, "about": ""}
    return {"target": CELL, "about": target}


def _kept(
    work: Work, year: int, finding: str, subject: Mapping[str, str], draft: AnswerWords
) -> FindingAnswer:
    for present in work.rows(FindingAnswer, year=year, finding=finding, **subject):
        return saved(work, FindingAnswer, present.uid, present.rev, draft.model_dump())
    return added(work, FindingAnswer, year, {"finding": finding, **subject, **draft.model_dump()})
